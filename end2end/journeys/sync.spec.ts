import type { BrowserContext, Locator, Page } from "@playwright/test";
import { card, connectQuietly, hibob, row, visit, watchReloads } from "../support/linking.ts";
import type { Sandbox } from "../support/sandbox.ts";
import { expect, test, type Organisation } from "../support/test.ts";

// A first sync takes its twelve seconds at the sandbox, and we look for its end every fifteen to thirty.
test.describe.configure({ timeout: 150_000 });
const SYNCED_WITHIN = { timeout: 90_000 };

const firstSync = "Initial sync in progress, check back in a few minutes";
const dataType = (page: Page, name: string): Locator =>
  page.getByRole("table", { name: "Data" }).getByRole("row").filter({ has: page.getByRole("rowheader", { name, exact: true }) });
const cell = (page: Page, name: string, column: "State" | "Records"): Locator => dataType(page, name).locator(`[data-label="${column}"]`);
/** What is wrong, where something is: forms keep an empty place for it. */
const alert = (page: Page): Locator => page.getByRole("alert").filter({ hasText: /\S/ });
const button = (page: Page, name: string): Locator => page.getByRole("button", { name, exact: true });

/** The account's id at the other side. */
async function theirs(sandbox: Sandbox, organisation: Organisation): Promise<string> {
  const [account] = await sandbox.accounts({ organization: organisation.organization_name });
  if (!account) throw new Error("the other side knows no account");
  return account.id;
}

/** The employees take their time: their first sync goes on until it is let go. */
async function hold(sandbox: Sandbox, account: string, held: boolean): Promise<void> {
  const scenario = held ? { status: "PARTIALLY_SYNCED", is_initial_sync: true } : null;
  await sandbox.call("PUT", `accounts/${account}/models/Employee`, { scenario });
}

/** Connects an app and waits on its page until the first sync is over. */
async function connectSynced(page: Page, context: BrowserContext, sandbox: Sandbox): Promise<string> {
  const id = await connectQuietly(context, sandbox, hibob);
  await visit(page, `/connected/${id}`);
  await expect(page.getByText("Everything is up to date.")).toBeVisible(SYNCED_WITHIN);
  return id;
}

test("a first sync is watched to its end", async ({ page, context, organisation, sandbox, axe, vendorWords, shots }) => {
  const id = await connectQuietly(context, sandbox, hibob, (account) => hold(sandbox, account, true));
  const center = await context.newPage();
  await visit(center, "/apps");
  await visit(page, `/connected/${id}`);
  const pagesStay = [await watchReloads(page), await watchReloads(center)];

  // Under way: said in the fixed sentence, in the table and on the card.
  await expect(page.getByText(firstSync)).toHaveCount(1);
  await expect(card(center, "Hibob")).toContainText("Syncing");
  await expect(cell(page, "Employees", "State")).toHaveText("Syncing");
  const bar = page.getByRole("progressbar", { name: "Data" });
  await expect(bar).toHaveAttribute("aria-valuetext", /^\d of \d+ data types ready$/);
  expect(Number(await bar.getAttribute("aria-valuenow"))).toBeLessThan(Number(await bar.getAttribute("aria-valuemax")));

  // Over: the pages know by themselves.
  await hold(sandbox, await theirs(sandbox, organisation), false);
  await expect(page.getByText("Everything is up to date.")).toBeVisible(SYNCED_WITHIN);
  await expect(page.getByText(firstSync)).toHaveCount(0);
  await expect(bar).toHaveCount(0);
  await expect(page.getByText(/^(\d+) of \1 data types ready$/)).toBeVisible();
  await expect(cell(page, "Employees", "State")).toHaveText("Up to date");
  await expect(cell(page, "Employees", "Records")).toHaveText(/^[1-9][\d,]*$/);
  await expect(card(center, "Hibob")).toContainText("Connected");
  const employees = await cell(page, "Employees", "Records").textContent();
  for (const stays of pagesStay) await stays();

  await axe(page);
  await vendorWords(page);
  await shots(page, "account-synced");
  await visit(page, "/connected");
  await expect(row(page, "HR", "Hibob")).toContainText(`${employees} employees`);
  await expect(row(page, "HR", "Hibob")).toContainText("Data as of");
  await vendorWords(page);
  await shots(page, "connected-synced");
});

test("a first sync can be looked at without a script", { tag: "@nojs" }, async ({ page, context, organisation, sandbox, javaScriptEnabled, axe, vendorWords, shots }) => {
  expect(organisation.email).not.toBe("");
  const id = await connectQuietly(context, sandbox, hibob, (account) => hold(sandbox, account, true));
  await expect(async () => {
    await visit(page, `/connected/${id}`, javaScriptEnabled);
    await expect(cell(page, "Employees", "State")).toHaveText("Syncing", { timeout: 1_000 });
  }).toPass();
  await expect(page.getByText(firstSync)).toBeVisible();
  await expect(page.getByRole("progressbar", { name: "Data" })).toBeVisible();
  await axe(page);
  await vendorWords(page);
  await shots(page, "account-syncing");
  await button(page, "Check now").click();
  await expect(page).toHaveURL(new RegExp(`/connected/${id}$`));
  await expect(alert(page)).toHaveCount(0);
});

test("“Check now” brings what is new", async ({ page, context, organisation, sandbox }) => {
  await connectSynced(page, context, sandbox);
  const account = await theirs(sandbox, organisation);
  const isSamePage = await watchReloads(page);
  const count = async () => Number((await cell(page, "Employees", "Records").textContent())?.replaceAll(",", ""));
  const before = await count();
  // The other side has new records, and nobody says so.
  const { target } = await sandbox.call<{ target: string }>("GET", "webhooks");
  await sandbox.call("PUT", "webhooks", { target: null });
  try {
    await sandbox.call("PUT", `accounts/${account}/models/Employee`, { changes: { changed: 1, added: 7, removed: 0 } });
    await sandbox.call("POST", `accounts/${account}/sync`, { wait: true });
    await button(page, "Check now").click();
    await expect(page.getByText("Checked just now.").first()).toBeVisible();
    await expect.poll(count).toBe(before + 7);
  } finally {
    await sandbox.call("PUT", "webhooks", { target });
  }
  await expect(button(page, "Check now")).toBeFocused();
  await isSamePage();
});

test("“Sync now” asks the other side, and not too often", async ({ page, context, organisation, sandbox, allowConsole, axe, vendorWords, shots }) => {
  allowConsole(/status of (429|502)/);
  await connectSynced(page, context, sandbox);
  const asked = async () => (await sandbox.requests({ organization: organisation.organization_name, method: "POST", path: "*resync*" })).length;
  await button(page, "Sync now").click();
  await expect(page.getByText("A sync is under way.").first()).toBeVisible();
  expect(await asked()).toBe(1);

  // A plan without it is no fault of anybody.
  await sandbox.fault({ kind: "forbidden", match: { organization: organisation.organization_name, path: "*resync*" }, times: 1 });
  await button(page, "Sync now").click();
  await expect(alert(page)).toContainText("Syncing on demand isn't included in the current plan.");
  await vendorWords(page);
  await shots(page, "account-plan");
  expect(await asked()).toBe(2);

  await button(page, "Sync now").click();
  await expect(alert(page)).toHaveText(/^This app was asked a moment ago\. Try again in (\d+ minutes|a minute)\.$/);
  expect(await asked()).toBe(2);
  await axe(page);
  await vendorWords(page);
});
