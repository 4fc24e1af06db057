import type { BrowserContext, Page, Route } from "@playwright/test";
import { accountsOf, beginQuietly, card, connectQuietly, expectSaid, group, hibob, personio, row, signUpOn, visit, watchReloads } from "../support/linking.ts";
import { Sandbox, type Received } from "../support/sandbox.ts";
import { expect, test, type Organisation } from "../support/test.ts";
import { Window } from "../support/window.ts";

// A journey goes through several windows, which takes its time on a busy machine.
test.describe.configure({ timeout: 120_000 });

const CLOSED = "The window was closed before finishing. Nothing was changed.";
const NOT_STARTED = "We couldn't start the connection. Please try again.";
const BLOCKED = "Your browser blocked the connection window.";

const LINK_TOKEN = "/api/*/link-token";

async function linkTokens(sandbox: Sandbox, { organization_name }: Organisation): Promise<Received[]> {
  return sandbox.requests({ organization: organization_name, path: LINK_TOKEN, method: "POST" });
}

async function upstream(sandbox: Sandbox, { organization_name }: Organisation) {
  return sandbox.accounts({ organization: organization_name });
}

/** Until the sandbox has been asked for so many link tokens. */
async function expectAsked(sandbox: Sandbox, organisation: Organisation, times: number): Promise<void> {
  await expect.poll(async () => (await linkTokens(sandbox, organisation)).length).toBe(times);
}

/** Where the page gets the window's script. */
async function scriptOf(page: Page): Promise<string> {
  const address = await page.locator("meta[name='patchbay-window-script']").getAttribute("content");
  if (!address) throw new Error("the page names no script");
  return address;
}

/** Lets the server answer the page's next request for a link token, and keeps the answer until it is delivered. */
async function holdAnswer(page: Page): Promise<{ came: () => Promise<void>; deliver: () => Promise<void> }> {
  let deliver: (() => Promise<void>) | undefined;
  await page.route(
    "**/api/merge/create-link-token",
    async (route) => {
      const response = await route.fetch();
      deliver = () => route.fulfill({ response });
    },
    { times: 1 },
  );
  return { came: () => expect.poll(() => deliver !== undefined).toBe(true), deliver: async () => deliver?.() };
}

/** Nothing of an app is to be seen: no row, no account, a card like new. */
async function expectNothingWritten(page: Page, context: BrowserContext): Promise<void> {
  expect(await accountsOf(context)).toEqual([]);
  await page.goto("/connected");
  await expect(page.getByRole("heading", { name: "No apps connected yet" })).toBeVisible();
}

test.describe("the window", () => {
  test("closed before the end changes nothing, and says so calmly", async ({ page, context, organisation, sandbox, vendorWords }) => {
    await visit(page, "/apps");
    const isSamePage = await watchReloads(page);
    const window = new Window(page);
    const app = card(page, "Hibob");
    const connect = app.getByRole("button", { name: "Connect Hibob" });

    await connect.click();
    await window.opens("Connect Hibob");
    await window.leave();
    await expect(connect).toBeEnabled();
    await expect(connect).toHaveText("Connect");
    await expect(connect).toBeFocused();
    // Quiet: a status, no alert.
    await expect(app.getByRole("status")).toHaveText(CLOSED);
    await expect(page.getByRole("alert").filter({ hasText: /./ })).toHaveCount(0);
    await isSamePage();
    await vendorWords(page);
    expect(await accountsOf(context)).toMatchObject([{ status: "pending" }]);
    expect(await upstream(sandbox, organisation)).toMatchObject([{ status: "INCOMPLETE" }]);

    // The sentence goes when the next attempt begins. Escape closes as well, and so does the outcome of that name.
    await connect.click();
    await expect(app.getByRole("status")).toHaveCount(0);
    await window.opens("Connect Hibob");
    await page.keyboard.press("Escape");
    await window.isClosed();
    await expect(app.getByRole("status")).toHaveText(CLOSED);
    await connect.click();
    await window.opens("Connect Hibob");
    await window.submit("exit");
    await window.isClosed();
    await expect(app.getByRole("status")).toHaveText(CLOSED);
    await expect(connect).toHaveText("Connect");

    // One row, one id, and a link token of its own for each click.
    expect(await accountsOf(context)).toHaveLength(1);
    const asked = await linkTokens(sandbox, organisation);
    expect(asked).toHaveLength(3);
    expect(new Set(asked.map((request) => request.origin_id)).size).toBe(1);
  });

  test("a wrong password is told in the window, and the retry connects", async ({ page, organisation, sandbox }) => {
    await visit(page, "/apps");
    const window = new Window(page);
    const app = card(page, "Paychex");
    await app.getByRole("button", { name: "Connect Paychex" }).click();
    await window.opens("Connect Paychex");
    await window.submit("success", "wrong");
    await expect(window.frame.getByTestId("field-password-error")).toContainText("did not accept these credentials");
    // The attempt goes on.
    await expect(app.getByRole("button")).toHaveAccessibleName("Connecting...");
    await expect(app.getByText(/window was closed|couldn't start/)).toHaveCount(0);
    await window.submit("wrong_password");
    await expect(window.frame.getByTestId("field-password-error")).toContainText("did not accept these credentials");
    await window.finish();
    await expect(app.getByRole("link", { name: "Manage Paychex" })).toBeVisible();
    expect(await upstream(sandbox, organisation)).toMatchObject([{ integration: "paychex", status: "COMPLETE" }]);
    expect(await linkTokens(sandbox, organisation)).toHaveLength(1);
  });

  test("a validation error ends nothing, and the retry connects", async ({ page, organisation, sandbox }) => {
    await visit(page, "/apps");
    const window = new Window(page);
    const app = card(page, "Hibob");
    await app.getByRole("button", { name: "Connect Hibob" }).click();
    await window.opens("Connect Hibob");
    await window.submit("validation_error");
    await expect(window.frame.getByTestId("error")).toContainText("returned an error while the credentials were validated");
    await expect(app.getByRole("button")).toHaveAccessibleName("Connecting...");
    await expect(app.getByText(/window was closed|couldn't start/)).toHaveCount(0);
    await window.finish();
    await expect(app.getByRole("link", { name: "Manage Hibob" })).toBeVisible();
    expect(await upstream(sandbox, organisation)).toMatchObject([{ status: "COMPLETE" }]);
  });

  test("missing permissions connect the app all the same", async ({ page, context, organisation, sandbox, vendorWords }) => {
    await visit(page, "/apps");
    const window = new Window(page);
    const app = card(page, "Hibob");
    await app.getByRole("button", { name: "Connect Hibob" }).click();
    await window.opens("Connect Hibob");
    await window.finish("missing_permission");
    await expect(app.getByRole("link", { name: /^(Manage|Reconnect) Hibob$/ })).toBeVisible();
    const [account] = await accountsOf(context);
    expect(["active", "error"]).toContain(account?.status);
    expect(await upstream(sandbox, organisation)).toMatchObject([{ status: "COMPLETE" }]);
    await vendorWords(page);
  });

  test("a token that the window gives for another account frees this attempt", async ({ page, context, organisation, sandbox }) => {
    const first = await connectQuietly(context, sandbox, hibob);
    await visit(page, "/apps/hibob");
    const window = new Window(page);
    await page.getByRole("button", { name: "Add another Hibob account" }).click();
    await window.opens("Connect Hibob");
    await window.finish("other_account");
    await expect(page.getByRole("button", { name: "Add another Hibob account" })).toBeVisible();
    // The account that was there is there; no other is.
    await expect.poll(async () => (await accountsOf(context)).filter((account) => account.status !== "pending")).toMatchObject([
      { id: first, status: "active" },
    ]);
    expect((await upstream(sandbox, organisation)).filter((account) => account.status === "COMPLETE")).toHaveLength(1);
  });
});

test.describe("the window that does not come", () => {
  test("a blocked script is told, and works once it is allowed", async ({ page, context, organisation, sandbox, allowConsole, vendorWords }) => {
    allowConsole(/ERR_FAILED/);
    await visit(page, "/apps");
    const script = await scriptOf(page);
    await page.route(script, (route) => route.abort());
    const window = new Window(page);
    const app = card(page, "Hibob");
    const connect = app.getByRole("button", { name: "Connect Hibob" });
    await connect.click();
    await expect(app.getByRole("alert")).toContainText(BLOCKED);
    await expect(connect).toHaveText("Connect");
    await window.isClosed();
    await vendorWords(page);
    expect(await upstream(sandbox, organisation)).toEqual([]);

    await page.unroute(script);
    await connect.click();
    await window.opens("Connect Hibob");
    await expect(app.getByRole("alert")).toHaveCount(0);
    await window.finish();
    await expect(app.getByRole("link", { name: "Manage Hibob" })).toBeVisible();
    expect(await accountsOf(context)).toMatchObject([{ status: "active" }]);
    const asked = await linkTokens(sandbox, organisation);
    expect(new Set(asked.map((request) => request.origin_id)).size).toBe(1);
  });

  test("a script that never answers is given up after two minutes, and holds no later attempt", async ({ page, organisation, sandbox }) => {
    await page.clock.install();
    await visit(page, "/apps");
    const script = await scriptOf(page);
    const held: Route[] = [];
    await page.route(script, (route) => void held.push(route));
    const window = new Window(page);
    const app = card(page, "Hibob");
    const connect = app.getByRole("button", { name: "Connect Hibob" });
    await connect.click();
    await expectAsked(sandbox, organisation, 1);
    await expect.poll(() => held.length).toBe(1);
    // The time runs a little by itself, too.
    await page.clock.fastForward(100_000);
    await expect(app.getByRole("button")).toHaveAccessibleName("Connecting...");
    await page.clock.fastForward(20_000);
    await expect(app.getByRole("alert")).toHaveText(NOT_STARTED);
    await expect(connect).toHaveText("Connect");

    await page.unroute(script);
    await connect.click();
    await window.opens("Connect Hibob");
    // What comes late of the first script disturbs nobody.
    await held[0]?.continue().catch(() => undefined);
    await window.finish();
    await expect(app.getByRole("link", { name: "Manage Hibob" })).toBeVisible();
  });

  test("a window that is never ready is given up after two minutes", async ({ page, organisation, sandbox }) => {
    await page.clock.install();
    await visit(page, "/apps");
    const fault = await sandbox.fault({ kind: "hang", match: { organization: organisation.organization_name, path: "/index.html" } });
    const window = new Window(page);
    const app = card(page, "Hibob");
    const connect = app.getByRole("button", { name: "Connect Hibob" });
    const asked = page.waitForRequest(/\/index\.html\?link_token=/);
    await connect.click();
    await asked;
    await page.clock.fastForward(100_000);
    await expect(app.getByRole("button")).toHaveAccessibleName("Connecting...");
    await page.clock.fastForward(20_000);
    await expect(app.getByRole("alert")).toHaveText(NOT_STARTED);
    await expect(connect).toHaveText("Connect");

    // When it comes after all, it stays away.
    await sandbox.release(fault);
    await sandbox.clear(fault);
    await window.isClosed();
    await connect.click();
    await window.opens("Connect Hibob");
    // An open window may take as long as it likes.
    await page.clock.fastForward(600_000);
    await expect(app.getByRole("button")).toHaveAccessibleName("Connecting...");
    await window.finish();
    await expect(app.getByRole("link", { name: "Manage Hibob" })).toBeVisible();
    expect((await upstream(sandbox, organisation)).map((account) => account.status)).toEqual(["COMPLETE"]);
  });
});

test.describe("identity", () => {
  test("the retry is the same account, the next connection another", async ({ page, context, organisation, sandbox }) => {
    await visit(page, "/apps/hibob");
    const window = new Window(page);
    await page.getByRole("button", { name: "Connect Hibob" }).click();
    await window.opens("Connect Hibob");
    await window.leave();
    await page.getByRole("button", { name: "Connect Hibob" }).click();
    await window.opens("Connect Hibob");
    await window.finish();
    await page.getByRole("button", { name: "Add another Hibob account" }).click();
    await window.opens("Connect Hibob");
    await window.finish();
    await expect.poll(async () => (await accountsOf(context)).map((account) => account.status)).toEqual(["active", "active"]);

    const asked = await linkTokens(sandbox, organisation);
    const ids = asked.map((request) => request.origin_id);
    expect(ids).toHaveLength(3);
    expect(ids[1], "the retry").toBe(ids[0]);
    expect(ids[2], "the second account").not.toBe(ids[0]);
    const accounts = await upstream(sandbox, organisation);
    expect(accounts.map((account) => `${account.origin_id} ${account.status}`).sort()).toEqual([`${ids[0]} COMPLETE`, `${ids[2]} COMPLETE`].sort());
  });

  test("giving up one app and taking another leaves one unfinished account upstream at most", async ({ page, context, organisation, sandbox }) => {
    await visit(page, "/apps");
    const window = new Window(page);
    await card(page, "Hibob").getByRole("button", { name: "Connect Hibob" }).click();
    await window.opens("Connect Hibob");
    await window.leave();
    await card(page, "Personio").getByRole("button", { name: "Connect Personio" }).click();
    // Whatever the window shows, it must be the app that was chosen.
    await window.opens("Connect Personio");
    await window.finish();
    await expect(card(page, "Personio").getByRole("link", { name: "Manage Personio" })).toBeVisible();
    const accounts = await upstream(sandbox, organisation);
    expect(accounts.filter((account) => account.status === "COMPLETE")).toMatchObject([{ integration: "personio" }]);
    expect(accounts.length).toBeLessThanOrEqual(2);
    expect((await accountsOf(context)).filter((account) => account.status === "active")).toMatchObject([{ integration_slug: "personio" }]);
  });

  test("of two quick clicks on two cards only the second opens", async ({ page, context, organisation, sandbox, allowConsole }) => {
    // The first is answered that another took over.
    allowConsole(/status of 409/);
    await visit(page, "/apps");
    const window = new Window(page);
    const first = card(page, "Hibob");
    const second = card(page, "Personio");
    // The server gives up on the other side after ten seconds: what lies between the two clicks has to be short.
    const asked = (integration: string) => expect.poll(async () => (await linkTokens(sandbox, organisation)).some((one) => one.integration === integration));
    const match = { organization: organisation.organization_name, path: LINK_TOKEN, integration: "hibob" };
    const late = await sandbox.fault({ kind: "hang", match });
    const answer = page.waitForResponse((response) => response.url().endsWith("/create-link-token") && response.status() === 409);
    const button = second.getByRole("button", { name: "Connect Personio" });
    await expect(button).toBeVisible();
    await first.getByRole("button", { name: "Connect Hibob" }).dispatchEvent("click");
    await asked("hibob").toBe(true);
    await button.dispatchEvent("click");
    // The second has got as far as the first: now the first one's answer comes. It opens nothing and carries no token.
    await asked("personio").toBe(true);
    await sandbox.release(late);
    expect(await (await answer).json()).toEqual({ success: false, error: expect.any(String), code: "attempt_superseded" });
    await expect(first.getByRole("button", { name: "Connect Hibob" })).toHaveText("Connect");
    await expect(second.getByRole("button")).toHaveAccessibleName("Connecting...");
    await window.opens("Connect Personio");
    await expect(first.getByText(/closed|couldn't|Another/)).toHaveCount(0);
    await window.finish();
    await expect(second.getByRole("link", { name: "Manage Personio" })).toBeVisible();
    await expect(first.getByRole("button", { name: "Connect Hibob" })).toHaveText("Connect");

    expect(await upstream(sandbox, organisation)).toMatchObject([{ integration: "personio", status: "COMPLETE" }]);
    expect((await accountsOf(context)).filter((account) => account.status === "active")).toMatchObject([{ integration_slug: "personio" }]);
  });

  test("a first answer that was only slow on its way opens nothing either", async ({ page, organisation, sandbox }) => {
    await visit(page, "/apps");
    const window = new Window(page);
    const first = card(page, "Hibob");
    const second = card(page, "Personio");
    const held = await holdAnswer(page);
    await first.getByRole("button", { name: "Connect Hibob" }).click();
    await held.came();
    await second.getByRole("button", { name: "Connect Personio" }).click();
    await window.opens("Connect Personio");
    const released = page.waitForResponse("**/api/merge/release-link-attempt");
    await held.deliver();
    await released;
    await window.opens("Connect Personio");
    await window.finish();
    await expect(second.getByRole("link", { name: "Manage Personio" })).toBeVisible();
    expect(await upstream(sandbox, organisation)).toMatchObject([{ integration: "personio", status: "COMPLETE" }]);
  });

  test("two apps in two tabs at once are two accounts", async ({ page, context, organisation, sandbox }) => {
    const other = await context.newPage();
    await visit(page, "/apps");
    await visit(other, "/apps");
    const window = new Window(page);
    const otherWindow = new Window(other);
    await Promise.all([
      card(page, "Hibob").getByRole("button", { name: "Connect Hibob" }).click(),
      card(other, "Personio").getByRole("button", { name: "Connect Personio" }).click(),
    ]);
    await window.opens("Connect Hibob");
    await otherWindow.opens("Connect Personio");
    await window.finish();
    await otherWindow.finish();
    await expect(card(page, "Hibob").getByRole("link", { name: "Manage Hibob" })).toBeVisible();
    await expect(card(other, "Personio").getByRole("link", { name: "Manage Personio" })).toBeVisible();

    const accounts = await upstream(sandbox, organisation);
    expect(accounts.map(({ integration, status }) => `${integration} ${status}`).sort()).toEqual(["hibob COMPLETE", "personio COMPLETE"]);
    expect(new Set(accounts.map((account) => account.origin_id)).size).toBe(2);
    expect((await accountsOf(context)).map(({ integration_slug, status }) => `${integration_slug} ${status}`).sort()).toEqual([
      "hibob active",
      "personio active",
    ]);
  });

  test("a double click makes one row and asks once", async ({ page, context, organisation, sandbox }) => {
    await visit(page, "/apps");
    const window = new Window(page);
    await card(page, "Hibob").getByRole("button", { name: "Connect Hibob" }).dblclick();
    await window.opens("Connect Hibob");
    expect(await linkTokens(sandbox, organisation)).toHaveLength(1);
    expect(await accountsOf(context)).toHaveLength(1);
    await window.finish();
    await expect(card(page, "Hibob").getByRole("link", { name: "Manage Hibob" })).toBeVisible();
    expect(await accountsOf(context)).toMatchObject([{ status: "active" }]);
    expect(await upstream(sandbox, organisation)).toHaveLength(1);
  });
});

test("an attempt survives browsing: category and search swap in place", async ({ page, organisation, sandbox }) => {
  await visit(page, "/apps");
  const isSamePage = await watchReloads(page);
  const window = new Window(page);
  const app = card(page, "Hibob");
  const held = await holdAnswer(page);
  await app.getByRole("button", { name: "Connect Hibob" }).click();
  await held.came();

  const categories = page.getByRole("navigation", { name: "Categories" });
  await categories.getByRole("link", { name: /^CRM\b/ }).click();
  await expect(page).toHaveURL(/category=crm/);
  await expect(app).toBeHidden();
  await page.getByRole("searchbox", { name: "Search apps" }).fill("hubspot");
  await expect(card(page, "HubSpot")).toBeVisible();
  await page.getByRole("searchbox", { name: "Search apps" }).fill("");
  await categories.getByRole("link", { name: /^HR\b/ }).click();
  await expect(app.getByRole("button")).toHaveAccessibleName("Connecting...");

  await held.deliver();
  await window.opens("Connect Hibob");
  await window.finish();
  await expect(app.getByRole("link", { name: "Manage Hibob" })).toBeVisible();
  await expectSaid(page, "Hibob connected");
  await isSamePage();
  expect(await linkTokens(sandbox, organisation)).toHaveLength(1);
  expect(await upstream(sandbox, organisation)).toMatchObject([{ status: "COMPLETE" }]);
});

test.describe("an unfinished attempt", () => {
  test("is shown and continued where it was left", async ({ page, context, organisation, sandbox, axe, vendorWords }) => {
    await visit(page, "/apps");
    const window = new Window(page);
    await card(page, "Hibob").getByRole("button", { name: "Connect Hibob" }).click();
    await window.opens("Connect Hibob");
    await window.leave();
    await visit(page, "/connected");
    const isSamePage = await watchReloads(page);
    const unfinished = row(page, "Not finished", "Hibob");
    await expect(unfinished).toContainText("Setup not finished");
    await axe(page);
    await vendorWords(page);

    await unfinished.getByRole("button", { name: "Continue Hibob" }).click();
    await window.opens("Connect Hibob");
    await expect(unfinished.getByRole("button", { name: "Connecting..." })).toBeVisible();
    await window.leave();
    await expect(unfinished.getByRole("status")).toHaveText(CLOSED);
    await unfinished.getByRole("button", { name: "Continue Hibob" }).click();
    await window.opens("Connect Hibob");
    await window.finish();
    await expect(row(page, "HR", "Hibob")).toBeVisible();
    await expect(group(page, "Not finished")).toHaveCount(0);
    await expectSaid(page, "Hibob connected");
    await isSamePage();

    expect(await accountsOf(context)).toMatchObject([{ status: "active" }]);
    const asked = await linkTokens(sandbox, organisation);
    expect(new Set(asked.map((request) => request.origin_id)).size).toBe(1);
    expect(await upstream(sandbox, organisation)).toMatchObject([{ status: "COMPLETE", origin_id: asked[0]?.origin_id }]);
  });

  test("of no chosen app is shown too", async ({ page, organisation }) => {
    void organisation;
    await visit(page, "/connect/hris");
    const window = new Window(page);
    await page.getByRole("button", { name: "Connect HRIS Integration" }).click();
    await window.opens("Choose your HR app");
    await window.leave();
    await expect(page.getByRole("status").filter({ hasText: CLOSED })).toBeVisible();
    await visit(page, "/connected");
    await row(page, "Not finished", "HR app").getByRole("button", { name: "Continue HR app" }).click();
    await window.opens("Choose your HR app");
  });

  test("is discarded, and its id serves the next attempt", { tag: "@nojs" }, async ({ page, context, organisation, sandbox, javaScriptEnabled }) => {
    await connectQuietly(context, sandbox, personio);
    await beginQuietly(context, hibob);
    await visit(page, "/connected", javaScriptEnabled);
    await expect(row(page, "Not finished", "Hibob")).toContainText("Setup not finished");
    await row(page, "Not finished", "Hibob").getByRole("button", { name: "Discard Hibob" }).click();
    await expect(group(page, "Not finished")).toHaveCount(0);
    await expect(page).toHaveURL("/connected");
    await expect(row(page, "HR", "Personio")).toBeVisible();
    if (javaScriptEnabled !== false) await expect(page.getByRole("heading", { level: 1, name: "Connected Apps" })).toBeFocused();
    expect(await accountsOf(context)).toMatchObject([{ integration_slug: "personio" }]);

    await connectQuietly(context, sandbox, hibob);
    const ids = (await linkTokens(sandbox, organisation)).filter((request) => request.integration === "hibob").map((request) => request.origin_id);
    expect(ids).toHaveLength(2);
    expect(ids[1]).toBe(ids[0]);
  });
});

test.describe("an upstream that is down", () => {
  for (const [what, fault] of [
    ["502", { kind: "bad_gateway" }],
    ["429", { kind: "throttled", retry_after: 60 }],
    ["a cut connection", { kind: "cut" }],
    ["an answer cut in the middle", { kind: "truncated_json" }],
  ] as const) {
    test(`${what} is told, and nothing is half-written`, async ({ page, context, organisation, sandbox, allowConsole, vendorWords }) => {
      allowConsole(/status of (502|503)/);
      await visit(page, "/apps");
      const armed = await sandbox.fault({ ...fault, match: { organization: organisation.organization_name, path: LINK_TOKEN } });
      const window = new Window(page);
      const app = card(page, "Hibob");
      const connect = app.getByRole("button", { name: "Connect Hibob" });
      await connect.click();
      await expect(app.getByRole("alert")).toHaveText(NOT_STARTED, { timeout: 20_000 });
      await expect(connect).toHaveText("Connect");
      await window.isClosed();
      await vendorWords(page);
      await sandbox.clear(armed);
      await expectNothingWritten(page, context);
      expect(await upstream(sandbox, organisation)).toEqual([]);

      await visit(page, "/apps");
      await connect.click();
      await window.opens("Connect Hibob");
      await window.finish();
      await expect(app.getByRole("link", { name: "Manage Hibob" })).toBeVisible();
      const asked = await linkTokens(sandbox, organisation);
      expect(new Set(asked.map((request) => request.origin_id)).size, "the row that was made is used").toBe(1);
    });
  }

  test("at the exchange does not lose the connection", async ({ page, context, organisation, sandbox, allowConsole }) => {
    allowConsole(/status of (502|503)/);
    await visit(page, "/apps");
    const window = new Window(page);
    const app = card(page, "Hibob");
    await app.getByRole("button", { name: "Connect Hibob" }).click();
    await window.opens("Connect Hibob");
    await sandbox.fault({ kind: "unavailable", match: { organization: organisation.organization_name, path: "/api/*/account-details" }, times: 2 });
    await window.finish();
    await expect(app.getByRole("link", { name: "Manage Hibob" })).toBeVisible({ timeout: 30_000 });
    expect(await accountsOf(context)).toMatchObject([{ status: "active" }]);
    const exchanges = await sandbox.requests({ organization: organisation.organization_name, path: "/api/*/account-token/*" });
    expect(exchanges.filter((request) => request.status === 200), "a public token is exchanged once").toHaveLength(1);
  });
});

test("too many attempts are refused in words", { tag: "@once" }, async ({ startServer, another, allowConsole, vendorWords }) => {
  allowConsole(/status of 429/);
  const server = await startServer({ LINK_TOKENS_PER_MINUTE: "2" });
  const { page, context } = await another({ baseURL: server.baseURL });
  const organisation = await signUpOn(context, server);
  const sandbox = new Sandbox(server.sandboxURL);
  const window = new Window(page);
  const begin = () =>
    context.request.post("/api/merge/create-link-token", {
      data: { category: "hris", integration: hibob.slug },
      headers: { "Sec-Fetch-Site": "same-origin" },
    });
  let used = 0;
  // The minutes are those of the clock: when a new one begins in between, everything is done once more.
  await expect(async () => {
    await visit(page, "/apps");
    while ((await begin()).ok());
    used = (await linkTokens(sandbox, organisation)).length;
    await card(page, "Personio").getByRole("button", { name: "Connect Personio" }).click();
    await expect(card(page, "Personio").getByRole("alert")).toHaveText("Too many attempts. Try again in a minute.", { timeout: 10_000 });
  }).toPass();
  await expect(card(page, "Personio").getByRole("button", { name: "Connect Personio" })).toHaveText("Connect");
  await window.isClosed();
  await vendorWords(page);
  expect(await linkTokens(sandbox, organisation), "the refused one reached nobody").toHaveLength(used);
  // Programs hear when to come again, and another person has a limit of their own.
  let answer = await begin();
  while (answer.ok()) answer = await begin();
  expect(answer.status()).toBe(429);
  expect(Number(answer.headers()["retry-after"])).toBeGreaterThan(0);
  const stranger = await another({ baseURL: server.baseURL });
  await signUpOn(stranger.context, server);
  await beginQuietly(stranger.context, hibob);
});
