import type { BrowserContext } from "@playwright/test";
import { accountsOf, card, checkHealth, connectQuietly, expectSaid, group, hibob, personio, post, row, visit, watchReloads } from "../support/linking.ts";
import type { Sandbox } from "../support/sandbox.ts";
import { expect, test, type Organisation } from "../support/test.ts";
import { Window } from "../support/window.ts";

// A journey goes through several windows, which takes its time on a busy machine.
test.describe.configure({ timeout: 120_000 });

const CAUSE = "Hibob needs you to sign in again. Your existing data stays until you delete it.";
const CLOSED = "The window was closed before finishing. Nothing was changed.";

/** Connects Hibob and lets the other side ask for a new sign-in, which the product has noticed when this returns. */
async function broken(context: BrowserContext, sandbox: Sandbox, organisation: Organisation): Promise<string> {
  const id = await connectQuietly(context, sandbox, hibob);
  await expire(context, sandbox, organisation, id);
  return id;
}

async function expire(context: BrowserContext, sandbox: Sandbox, { organization_name }: Organisation, id: string): Promise<void> {
  const [account] = await sandbox.accounts({ organization: organization_name, integration: "hibob" });
  await sandbox.expire(account?.id ?? "");
  expect(await checkHealth(context, id), "healthy").toBe(false);
}

/** Everything that a relink may touch, here and upstream. */
async function everything(context: BrowserContext, sandbox: Sandbox, { organization_name }: Organisation) {
  // Its first sync may come to its end meanwhile: that is no part of it.
  const settled = { first_sync: null, last_successful_sync_at: null, records: null };
  const here = (await accountsOf(context)).map((account) => ({ ...account, ...settled }));
  return { here, there: await sandbox.accounts({ organization: organization_name }) };
}

test("an account that wants a new sign-in says so where people look", { tag: "@nojs" }, async ({
  page,
  context,
  organisation,
  sandbox,
  javaScriptEnabled,
  axe,
  vendorWords,
}) => {
  const id = await broken(context, sandbox, organisation);
  await connectQuietly(context, sandbox, personio);

  await visit(page, "/connected", javaScriptEnabled);
  const attention = row(page, "Needs your attention", "Hibob");
  await expect(attention).toContainText(CAUSE);
  await expect(attention.getByRole("button", { name: "Reconnect Hibob" })).toBeVisible();
  await expect(group(page, "Needs your attention").getByRole("listitem")).toHaveCount(1);
  await expect(row(page, "HR", "Hibob")).toContainText("Reconnect needed");
  await expect(row(page, "HR", "Personio")).not.toContainText("Reconnect needed");
  await axe(page);
  await vendorWords(page);

  // The header counts on every page.
  const badge = page.getByRole("navigation", { name: "Main" }).getByRole("link", { name: "Connected Apps 1 needs attention" });
  await expect(badge).toBeVisible();
  await page.goto("/apps?category=hris&status=needs-attention");
  await expect(badge).toBeVisible();
  await expect(card(page, "Hibob")).toContainText("Reconnect needed");
  await vendorWords(page);

  // And the card leads to where it is mended.
  await card(page, "Hibob").getByRole("link", { name: "Reconnect Hibob" }).click();
  await expect(page).toHaveURL(`/connected/${id}`);
  await expect(page.getByRole("main")).toContainText(CAUSE);
  await expect(page.getByRole("button", { name: "Reconnect Hibob" })).toBeVisible();
  await axe(page);
  await vendorWords(page);
  await page.getByRole("navigation", { name: "This app" }).getByRole("link", { name: "Settings" }).click();
  await expect(page).toHaveURL(`/connected/${id}/settings`);
  await expect(page.getByRole("button", { name: "Relink integration" })).toBeVisible();
  await axe(page);
  await vendorWords(page);
  await page.goto("/apps/hibob");
  await expect(page.getByRole("button", { name: "Reconnect Hibob" })).toBeVisible();
});

test("signing in again repairs it in place", async ({ page, context, organisation, sandbox, vendorWords }) => {
  const id = await connectQuietly(context, sandbox, hibob);
  await visit(page, "/connected");
  const isSamePage = await watchReloads(page);
  const window = new Window(page);
  const badge = page.getByRole("link", { name: "Connected Apps 1 needs attention" });
  await expect(row(page, "HR", "Hibob")).toBeVisible();
  await expect(badge).toHaveCount(0);
  const [before] = await sandbox.accounts({ organization: organisation.organization_name });

  // The open page hears of it.
  await expire(context, sandbox, organisation, id);
  const attention = row(page, "Needs your attention", "Hibob");
  await expect(attention).toContainText(CAUSE);
  await expect(badge).toBeVisible();

  await attention.getByRole("button", { name: "Reconnect Hibob" }).click();
  await window.opens("Reconnect Hibob");
  await expect(attention.getByRole("button", { name: "Connecting..." })).toBeVisible();
  await vendorWords(page);
  await window.finish();
  await expect(group(page, "Needs your attention")).toHaveCount(0);
  await expect(row(page, "HR", "Hibob")).toContainText(/Syncing|Up to date/);
  await expect(badge).toHaveCount(0);
  await expectSaid(page, "Hibob connected");
  // Nobody is asked for the name of an account that was there before.
  await expect(page.getByRole("group", { name: /^Name this/ })).toHaveCount(0);
  await isSamePage();

  expect(await checkHealth(context, id)).toBe(true);
  expect(await accountsOf(context)).toMatchObject([{ id, status: "active", problem: null }]);
  const after = await sandbox.accounts({ organization: organisation.organization_name });
  expect(after).toMatchObject([{ id: before?.id, origin_id: before?.origin_id, account_token: before?.account_token, status: "COMPLETE" }]);
  // The same identity, word for word, and no app named.
  const [first, again, ...more] = await sandbox.requests({ organization: organisation.organization_name, path: "/api/*/link-token" });
  expect(more).toEqual([]);
  const { integration, ...identity } = first?.body ?? {};
  expect(integration).toBe("hibob");
  expect(again?.body).toEqual(identity);
});

test("a relink that is given up changes nothing", async ({ page, context, organisation, sandbox }) => {
  const id = await connectQuietly(context, sandbox, hibob);
  const window = new Window(page);
  await visit(page, "/connected");
  const isSamePage = await watchReloads(page);
  const relink = row(page, "HR", "Hibob").getByRole("button", { name: "Relink integration: Hibob" });

  for (const state of ["healthy", "broken"] as const) {
    if (state === "broken") {
      await expire(context, sandbox, organisation, id);
      await expect(row(page, "Needs your attention", "Hibob")).toBeVisible();
    }
    const before = await everything(context, sandbox, organisation);
    const badge = await row(page, "HR", "Hibob").innerText();
    await relink.click();
    await window.opens("Reconnect Hibob");
    await expect(row(page, "HR", "Hibob").getByRole("button", { name: "Connecting..." })).toBeVisible();
    expect(await everything(context, sandbox, organisation), "while the window is open").toEqual(before);
    await window.leave();
    await expect(row(page, "HR", "Hibob").getByRole("status")).toHaveText(CLOSED);
    await expect(relink).toHaveText("Relink integration");
    await expect(relink).toBeFocused();
    expect(await everything(context, sandbox, organisation), "after it was closed").toEqual(before);
    // The row says what it said, and that the window was closed.
    expect((await row(page, "HR", "Hibob").innerText()).replace(CLOSED, "").trim()).toBe(badge.replace(CLOSED, "").trim());
    await isSamePage();
  }
  await expect(row(page, "Needs your attention", "Hibob")).toContainText(CAUSE);
});

test("relinking works from the row and from the account's page, also when nothing is broken", async ({ page, context, organisation, sandbox }) => {
  const id = await connectQuietly(context, sandbox, hibob);
  await post(context, "/api/merge/rename-integration", { integration_id: id, display_name: "Berlin" });
  const before = await everything(context, sandbox, organisation);
  const window = new Window(page);

  await visit(page, "/connected");
  await row(page, "HR", "Berlin").getByRole("button", { name: "Relink integration: Berlin" }).click();
  await window.opens("Reconnect Hibob");
  await window.finish();
  await expectSaid(page, "Hibob connected");
  await expect(row(page, "HR", "Berlin").getByRole("button", { name: "Relink integration: Berlin" })).toHaveText("Relink integration");

  // This time the other side gives a new token, and the server keeps it.
  await visit(page, `/connected/${id}/settings`);
  const isSamePage = await watchReloads(page);
  const relink = page.getByRole("button", { name: "Relink integration" });
  await relink.click();
  await window.opens("Reconnect Hibob");
  await expect(page.getByRole("button", { name: "Connecting..." })).toBeVisible();
  await window.finish("new_token");
  await expectSaid(page, "Hibob connected");
  await expect(relink).toHaveText("Relink integration");
  await isSamePage();
  expect(await checkHealth(context, id)).toBe(true);

  const after = await everything(context, sandbox, organisation);
  expect(after.here, "same row, same name, same state").toEqual(before.here);
  expect(after.there).toHaveLength(1);
  expect(after.there[0]?.account_token).not.toBe(before.there[0]?.account_token);
  expect(await sandbox.requests({ organization: organisation.organization_name, path: "/api/*/link-token" })).toHaveLength(3);
});

test("the account's page mends what is broken", async ({ page, context, organisation, sandbox }) => {
  const id = await broken(context, sandbox, organisation);
  await visit(page, `/connected/${id}`);
  const window = new Window(page);
  const main = page.getByRole("main");
  await main.getByRole("button", { name: "Reconnect Hibob" }).click();
  await window.opens("Reconnect Hibob");
  await window.leave();
  await expect(main.getByText(CLOSED)).toBeVisible();
  await expect(main).toContainText(CAUSE);
  await main.getByRole("button", { name: "Reconnect Hibob" }).click();
  await window.opens("Reconnect Hibob");
  await window.finish();
  await expect(main.getByText(CAUSE)).toHaveCount(0);
  await expect(main.getByRole("button", { name: "Reconnect Hibob" })).toHaveCount(0);
  await expect(page.getByRole("link", { name: "Connected Apps", exact: true }).first()).toBeVisible();
  expect(await accountsOf(context)).toMatchObject([{ id, status: "active" }]);
});

test("what only looks broken breaks nothing", async ({ page, context, organisation, sandbox }) => {
  const id = await connectQuietly(context, sandbox, hibob);
  // A key that is refused and an upstream that is down say nothing about the account.
  for (const kind of ["unavailable", "forbidden"] as const) {
    const fault = await sandbox.fault({ kind, match: { organization: organisation.organization_name, path: "/api/*/account-details" } });
    const answer = await context.request.post("/api/merge/check-health", { data: { integration_id: id }, headers: { "Sec-Fetch-Site": "same-origin" } });
    expect(answer.ok()).toBe(false);
    await sandbox.clear(fault);
    expect(await accountsOf(context)).toMatchObject([{ id, status: "active" }]);
  }
  await page.goto("/connected");
  await expect(row(page, "HR", "Hibob")).toBeVisible();
  await expect(group(page, "Needs your attention")).toHaveCount(0);
});
