import { accountsOf, card, connectQuietly, expectSaid, hibob, row, visit, watchReloads } from "../support/linking.ts";
import { expect, test } from "../support/test.ts";
import { Window } from "../support/window.ts";

// A journey goes through several windows, which takes its time on a busy machine.
test.describe.configure({ timeout: 120_000 });

test("an app is connected from its card, and the card changes in place", async ({ page, context, organisation, sandbox, vendorWords }) => {
  await visit(page, "/apps");
  const isSamePage = await watchReloads(page);
  const window = new Window(page);
  const app = card(page, "Hibob");

  await app.getByRole("button", { name: "Connect Hibob" }).click();
  await window.opens("Connect Hibob");
  await expect(app.getByRole("button")).toHaveAccessibleName("Connecting...");
  // Nobody else is busy.
  await expect(page.getByRole("button", { name: "Connecting..." })).toHaveCount(1);
  await vendorWords(page);

  await window.submit();
  await window.succeeds();
  await expect(app.getByRole("link", { name: "Manage Hibob" })).toBeVisible();
  await expect(app).toContainText(/Syncing|Connected/);
  await expect(app.getByRole("button")).toHaveCount(0);
  await expectSaid(page, "Hibob connected");
  await window.done();
  await isSamePage();
  await expect(page).toHaveURL("/apps");
  await vendorWords(page);

  // What the other side was asked, and has.
  const [asked, ...more] = await sandbox.requests({ organization: organisation.organization_name, path: "/api/*/link-token" });
  expect(more).toEqual([]);
  expect(asked).toMatchObject({ path: "/api/hris/v1/link-token", integration: "hibob", status: 200 });
  expect(asked?.body).toMatchObject({
    integration: "hibob",
    categories: ["hris"],
    end_user_organization_name: organisation.organization_name,
    end_user_email_address: organisation.email,
  });
  const accounts = await sandbox.accounts({ organization: organisation.organization_name });
  expect(accounts).toHaveLength(1);
  expect(accounts[0]).toMatchObject({ integration: "hibob", category: "hris", status: "COMPLETE", origin_id: asked?.origin_id });
  expect(await accountsOf(context)).toMatchObject([{ integration_slug: "hibob", category: "hris", status: "active" }]);

  await app.getByRole("link", { name: "Manage Hibob" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Hibob" })).toBeVisible();
  await expect(page.getByText(/^Initial sync in progress, check back in a few minutes$|^Everything is up to date\.$/)).toBeVisible();
});

test("after the window the keyboard is where the person was", async ({ page, organisation }) => {
  void organisation;
  await visit(page, "/apps");
  const window = new Window(page);
  const app = card(page, "Hibob");

  // "Done" is quicker here than the card: its button is taken away when it has the focus again.
  const button = app.getByRole("button", { name: "Connect Hibob" });
  await button.focus();
  await page.keyboard.press("Enter");
  await window.opens("Connect Hibob");
  await window.finish();
  await expect(app.getByRole("link", { name: "Manage Hibob" })).toBeFocused();
});

test("an app is connected from its own page", async ({ page, organisation, sandbox, vendorWords }) => {
  await visit(page, "/apps/hibob");
  const isSamePage = await watchReloads(page);
  const window = new Window(page);
  const main = page.getByRole("main");

  await main.getByRole("button", { name: "Connect Hibob" }).click();
  await window.opens("Connect Hibob");
  await expect(main.getByRole("button", { name: "Connecting..." })).toBeVisible();
  await window.finish();

  await expect(main.getByRole("button", { name: "Add another Hibob account" })).toBeVisible();
  await expectSaid(page, "Hibob connected");
  await isSamePage();
  await vendorWords(page);
  expect(await sandbox.accounts({ organization: organisation.organization_name })).toMatchObject([{ integration: "hibob", status: "COMPLETE" }]);

  await main.getByRole("link", { name: /^Hibob\b/ }).click();
  await expect(page).toHaveURL(/\/connected\/[0-9a-f-]{36}$/);
});

test("the category's button leaves the choice of the app to the window", async ({ page, organisation, sandbox, vendorWords }) => {
  await visit(page, "/connect/hris");
  const isSamePage = await watchReloads(page);
  const window = new Window(page);
  await expect(page.getByText("Connect your HR platform to automatically sync employee data")).toBeVisible();
  await expect(page.getByText("Nothing connected here yet.")).toBeVisible();

  await page.getByRole("button", { name: "Connect HRIS Integration" }).click();
  await window.opens("Choose your HR app");
  await expect(page.getByRole("button", { name: "Connecting..." })).toBeVisible();
  await window.pick("Hibob");
  await window.finish();

  const connected = page.getByRole("region", { name: "Connected" });
  await expect(connected.getByRole("link", { name: "Hibob" })).toBeVisible();
  await expect(page.getByRole("button", { name: "Connect HRIS Integration" })).toBeVisible();
  await expectSaid(page, "Hibob connected");
  await isSamePage();
  await vendorWords(page);

  const [asked] = await sandbox.requests({ organization: organisation.organization_name, path: "/api/*/link-token" });
  expect(asked?.path).toBe("/api/hris/v1/link-token");
  expect(asked?.body).not.toHaveProperty("integration");
  expect(await sandbox.accounts({ organization: organisation.organization_name })).toMatchObject([{ integration: "hibob", origin_id: asked?.origin_id }]);
});

for (const [category, button] of [
  ["hris", "Connect HRIS Integration"],
  ["ats", "Connect ATS Integration"],
  ["crm", "Connect CRM Integration"],
  ["accounting", "Connect Accounting Integration"],
  ["ticketing", "Connect Ticketing Integration"],
  ["filestorage", "Connect File Storage Integration"],
  ["knowledgebase", "Connect Knowledge Base Integration"],
] as const) {
  test(`the page of ${category} has its button and lists what is connected`, { tag: ["@nojs", "@once"] }, async ({
    page,
    context,
    organisation,
    sandbox,
    axe,
    vendorWords,
    javaScriptEnabled,
  }) => {
    void organisation;
    if (category === "hris") await connectQuietly(context, sandbox, hibob);
    await page.goto(`/connect/${category}`);
    await expect(page).toHaveTitle(new RegExp(button));
    await expect(page.getByRole("button", { name: button, exact: true })).toBeVisible();
    const connected = page.getByRole("region", { name: "Connected" });
    if (category === "hris") await expect(connected.getByRole("link", { name: "Hibob" })).toBeVisible();
    else await expect(connected.getByRole("link")).toHaveCount(0);
    if (javaScriptEnabled === false) {
      await expect(page.locator("noscript p")).toContainText("Connecting an app opens a window that needs JavaScript.");
      await expect(page.locator("noscript p")).toBeVisible();
    }
    await axe(page);
    await vendorWords(page);
  });
}

test("an app of several categories asks which part is meant, and its state is per part", async ({ page, organisation, sandbox, vendorWords }) => {
  await visit(page, "/apps");
  const isSamePage = await watchReloads(page);
  const window = new Window(page);
  const app = card(page, "BambooHR");

  // Cancelling asks nobody for anything.
  await app.getByRole("button", { name: "Connect BambooHR" }).click();
  const chooser = page.getByRole("dialog", { name: "Connect BambooHR" });
  await expect(chooser).toBeVisible();
  await vendorWords(page);
  await chooser.getByRole("button", { name: "Cancel" }).click();
  await expect(chooser).toBeHidden();
  await expect(app.getByRole("button", { name: "Connect BambooHR" })).toBeFocused();
  expect(await sandbox.requests({ organization: organisation.organization_name })).toEqual([]);

  await app.getByRole("button", { name: "Connect BambooHR" }).click();
  await chooser.getByRole("button", { name: "Recruiting" }).click();
  await expect(chooser).toBeHidden();
  await window.opens("Connect BambooHR");
  await expect(app.getByRole("button", { name: "Connecting..." })).toBeVisible();
  await window.finish();
  await expect(app.getByRole("link", { name: "Manage BambooHR" })).toBeVisible();
  await expectSaid(page, "BambooHR connected");
  expect(await sandbox.accounts({ organization: organisation.organization_name })).toMatchObject([
    { integration: "bamboohr", category: "ats", status: "COMPLETE" },
  ]);

  // Among the HR apps it is not connected, and there is nothing to ask.
  await page.getByRole("navigation", { name: "Categories" }).getByRole("link", { name: /^HR\b/ }).click();
  await expect(page).toHaveURL(/category=hris/);
  await app.getByRole("button", { name: "Connect BambooHR" }).click();
  await window.opens("Connect BambooHR");
  await window.finish();
  await expect(app.getByRole("link", { name: "Manage BambooHR" })).toBeVisible();
  await isSamePage();

  const accounts = await sandbox.accounts({ organization: organisation.organization_name });
  expect(accounts.map(({ category, status }) => `${category} ${status}`).sort()).toEqual(["ats COMPLETE", "hris COMPLETE"]);
  expect(new Set(accounts.map((account) => account.origin_id)).size).toBe(2);
});

test("a second account of an app is asked for a name, and may go without", async ({ page, context, organisation, sandbox, axe, vendorWords }) => {
  await connectQuietly(context, sandbox, hibob);
  await visit(page, "/apps/hibob");
  const isSamePage = await watchReloads(page);
  const window = new Window(page);
  const another = page.getByRole("button", { name: "Add another Hibob account" });
  const question = page.getByRole("group", { name: "Name this Hibob account" });
  const accounts = page.getByRole("main").getByRole("link", { name: /^(Hibob|Berlin)/ });
  await expect(accounts).toHaveCount(1);

  await another.click();
  await window.opens("Connect Hibob");
  await window.finish();
  await expect(question).toBeVisible();
  await expect(accounts).toHaveCount(2);
  await axe(page);
  await vendorWords(page);
  await question.getByRole("textbox", { name: "Name for Hibob" }).fill("  Berlin   ");
  await question.getByRole("button", { name: "Save" }).click();
  await expect(question).toBeHidden();
  await expect(page.getByRole("main").getByRole("link", { name: /^Berlin/ })).toBeVisible();

  await another.click();
  await window.opens("Connect Hibob");
  await window.finish();
  await expect(question).toBeVisible();
  await question.getByRole("button", { name: "Not now" }).click();
  await expect(question).toBeHidden();
  await expect(accounts).toHaveCount(3);
  await isSamePage();

  expect((await accountsOf(context)).map((account) => account.display_name).sort()).toEqual(["Berlin", "Hibob", "Hibob"]);
  const upstream = await sandbox.accounts({ organization: organisation.organization_name });
  expect(new Set(upstream.map((account) => account.origin_id)).size, "each account has an id of its own").toBe(3);

  await page.goto("/connected");
  await expect(row(page, "HR", "Berlin")).toBeVisible();
  await expect(row(page, "HR", "Hibob")).toHaveCount(2);
});

test("an app that asks for nothing but a sign-in connects as well", async ({ page, organisation, sandbox }) => {
  await visit(page, "/apps?category=hris");
  const window = new Window(page);
  const app = card(page, "Gusto");
  await app.getByRole("button", { name: "Connect Gusto" }).click();
  await window.opens("Connect Gusto");
  await window.finish("slow");
  await expect(app.getByRole("link", { name: "Manage Gusto" })).toBeVisible();
  expect(await sandbox.accounts({ organization: organisation.organization_name })).toMatchObject([{ integration: "gusto", status: "COMPLETE" }]);
});
