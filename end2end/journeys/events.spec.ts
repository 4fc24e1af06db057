import { accountsOf, beginQuietly, card, checkHealth, connectQuietly, group, hibob, personio, post, row, visit, watchReloads } from "../support/linking.ts";
import { expect, test } from "../support/test.ts";
import { Window } from "../support/window.ts";

// A journey goes through several windows, which takes its time on a busy machine.
test.describe.configure({ timeout: 120_000 });

test("a second page follows connect, rename, trouble and delete without being loaded again", async ({ page, context, organisation, sandbox }) => {
  const acting = page;
  const list = await context.newPage();
  const center = await context.newPage();
  await visit(list, "/connected");
  await visit(center, "/apps");
  const pagesStay = [await watchReloads(list), await watchReloads(center)];
  await expect(list.getByRole("heading", { name: "No apps connected yet" })).toBeVisible();

  // Begun, and connected.
  await visit(acting, "/apps/hibob");
  const window = new Window(acting);
  await acting.getByRole("button", { name: "Connect Hibob" }).click();
  await window.opens("Connect Hibob");
  await expect(row(list, "Not finished", "Hibob")).toContainText("Setup not finished");
  await expect(card(center, "Hibob")).toContainText("Setup incomplete");
  await window.finish();
  await expect(row(list, "HR", "Hibob")).toContainText(/Syncing|Up to date/);
  await expect(group(list, "Not finished")).toHaveCount(0);
  await expect(card(center, "Hibob").getByRole("link", { name: "Manage Hibob" })).toBeVisible();

  // Renamed.
  await visit(acting, "/connected");
  await row(acting, "HR", "Hibob").getByRole("button", { name: "Rename Hibob" }).click();
  const name = acting.getByRole("textbox", { name: "Name for Hibob" });
  await expect(name).toBeFocused();
  await name.fill("Berlin");
  await name.press("Enter");
  await expect(row(acting, "HR", "Berlin")).toBeVisible();
  await expect(row(list, "HR", "Berlin")).toBeVisible();

  // In trouble.
  const [account] = await accountsOf(context);
  const [upstream] = await sandbox.accounts({ organization: organisation.organization_name });
  await sandbox.expire(upstream?.id ?? "");
  expect(await checkHealth(context, account?.id ?? "")).toBe(false);
  await expect(row(list, "Needs your attention", "Berlin")).toBeVisible();
  await expect(list.getByRole("link", { name: "Connected Apps 1 needs attention" })).toBeVisible();
  await expect(card(center, "Hibob")).toContainText("Reconnect needed");

  // And gone.
  await row(acting, "HR", "Berlin").getByRole("button", { name: "Delete integration: Berlin" }).click();
  await acting.getByRole("alertdialog").getByRole("button", { name: "Delete integration" }).click();
  await expect(list.getByRole("heading", { name: "No apps connected yet" })).toBeVisible();
  await expect(card(center, "Hibob").getByRole("button", { name: "Connect Hibob" })).toBeVisible();
  for (const stays of pagesStay) await stays();
});

test("the pages of one app, of one account and of a category follow as well", async ({ page, context, organisation, sandbox }) => {
  void organisation;
  const id = await connectQuietly(context, sandbox, hibob);
  const app = page;
  const account = await context.newPage();
  const category = await context.newPage();
  await visit(app, "/apps/hibob");
  await visit(account, `/connected/${id}/settings`);
  await visit(category, "/connect/hris");
  const pagesStay = [await watchReloads(app), await watchReloads(account), await watchReloads(category)];

  await post(context, "/api/merge/rename-integration", { integration_id: id, display_name: "Berlin" });
  await expect(app.getByRole("main").getByRole("link", { name: /^Berlin/ })).toBeVisible();
  await expect(account.getByRole("heading", { level: 1, name: "Berlin" })).toBeVisible();
  await expect(account.getByRole("button", { name: "Relink integration" })).toBeVisible();
  await expect(category.getByRole("region", { name: "Connected" }).getByRole("link", { name: "Berlin" })).toBeVisible();

  await post(context, "/api/merge/delete-integration", { integration_id: id });
  await expect(app.getByRole("button", { name: "Connect Hibob" })).toBeVisible();
  await expect(account.getByText("This app isn't connected any more.")).toBeVisible();
  await expect(account.getByRole("button", { name: /Relink|Delete/ })).toHaveCount(0);
  await expect(category.getByText("Nothing connected here yet.")).toBeVisible();
  for (const stays of pagesStay) await stays();
});

test("nobody hears of another organisation", async ({ page, context, organisation, another, signUp, sandbox }) => {
  void organisation;
  const stranger = await another();
  await signUp(stranger.context);
  await visit(page, "/connected");
  // A page looks once when its stream begins.
  const look = stranger.page.waitForRequest("**/api/merge/linked-accounts");
  await visit(stranger.page, "/connected");
  await look;
  // What the browser of the other organisation is told, to the letter.
  await stranger.page.evaluate(async () => {
    const heard: string[] = [];
    Object.assign(window, { heard });
    const source = new EventSource("/api/events");
    await new Promise<void>((done) => source.addEventListener("hello", () => done(), { once: true }));
    for (const name of ["account", "refresh", "message"]) source.addEventListener(name, (event) => heard.push(`${name} ${(event as MessageEvent).data}`));
  });
  let lookedAgain = 0;
  stranger.page.on("request", (request) => void (lookedAgain += Number(request.url().includes("/api/merge/linked-accounts"))));
  await beginQuietly(context, personio);
  const id = await connectQuietly(context, sandbox, hibob);
  await post(context, "/api/merge/rename-integration", { integration_id: id, display_name: "Berlin" });
  await expect(row(page, "HR", "Berlin")).toBeVisible();
  await post(context, "/api/merge/delete-integration", { integration_id: id });
  await expect(group(page, "HR")).toHaveCount(0);
  expect(lookedAgain).toBe(0);

  // Their own changes they do hear; what was before them on the same wire would have come by now.
  const own = await connectQuietly(stranger.context, sandbox, hibob);
  await expect(row(stranger.page, "HR", "Hibob")).toBeVisible();
  const heard = () => stranger.page.evaluate(() => (window as unknown as { heard: string[] }).heard);
  await expect.poll(async () => (await heard()).length).toBeGreaterThan(0);
  expect(new Set(await heard())).toEqual(new Set([`account {"id":"${own}"}`]));
});

test("a page whose stream is cut looks by itself, and listens again when it can", async ({ page, context, organisation, sandbox, allowConsole }) => {
  void organisation;
  allowConsole(/ERR_FAILED/);
  await page.clock.install();
  await page.route("**/api/events", (route) => route.abort());
  let looks = 0;
  page.on("request", (request) => void (looks += Number(request.url().includes("/api/merge/linked-accounts"))));
  await visit(page, "/connected");
  const isSamePage = await watchReloads(page);
  const id = await connectQuietly(context, sandbox, hibob);
  expect(looks).toBe(0);
  await expect(page.getByRole("heading", { name: "No apps connected yet" })).toBeVisible();
  await page.clock.fastForward(30_000);
  await page.clock.fastForward(1_000);
  await expect(row(page, "HR", "Hibob")).toBeVisible();

  await post(context, "/api/merge/rename-integration", { integration_id: id, display_name: "Berlin" });
  await page.clock.fastForward(30_000);
  await page.clock.fastForward(1_000);
  await expect(row(page, "HR", "Berlin")).toBeVisible();

  // The way is free again: the page asks for the stream at its next look, and then needs no clock.
  await page.unroute("**/api/events");
  const listens = page.waitForResponse("**/api/events");
  await page.clock.fastForward(30_000);
  expect((await listens).ok()).toBe(true);
  await post(context, "/api/merge/rename-integration", { integration_id: id, display_name: "Paris" });
  await expect(row(page, "HR", "Paris")).toBeVisible();
  await isSamePage();
});
