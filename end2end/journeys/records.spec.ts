import { readFileSync } from "node:fs";
import type { Page } from "@playwright/test";
import { connectQuietly, hibob, visit, watchReloads } from "../support/linking.ts";
import { changeEmployees, connectWithEmployees, drawer, expectHere, list, names } from "../support/records.ts";
import { holdFirstSync } from "../support/states.ts";
import { expect, test } from "../support/test.ts";

// The other side's sync takes its seconds.
test.describe.configure({ timeout: 150_000 });

const zoe = { first_name: "Zoë", last_name: "Quist", display_full_name: "Zoë Quist", work_email: "zoe@quist.example", employment_status: "PENDING" };
const tab = (page: Page, name: string) => page.getByRole("navigation", { name: "This app" }).getByRole("link", { name, exact: true });

/** Chooses from a list; without a script a button sends what was chosen. */
async function choose(page: Page, label: string, option: string, javaScriptEnabled?: boolean): Promise<void> {
  await page.getByLabel(label).selectOption({ label: option });
  if (javaScriptEnabled === false) await page.getByRole("button", { name: "Search" }).click();
}

async function search(page: Page, text: string): Promise<void> {
  await page.getByRole("searchbox", { name: "Search" }).fill(text);
  await page.getByRole("searchbox", { name: "Search" }).press("Enter");
}

test("records are browsed, paged, searched and sorted", { tag: "@nojs" }, async ({
  page,
  context,
  organisation,
  sandbox,
  javaScriptEnabled,
  axe,
  vendorWords,
}) => {
  expect(organisation.email).not.toBe("");
  const { id, theirs } = await connectWithEmployees(context, sandbox, 60);
  await changeEmployees(sandbox, theirs, [{ op: "add", fields: zoe }]);
  await expectHere(context, id, "zoe@quist.example");

  await visit(page, `/connected/${id}`, javaScriptEnabled);
  await tab(page, "Data").click();
  await expect(page).toHaveURL(`/connected/${id}/data`);
  await expect(tab(page, "Data")).toHaveAttribute("aria-current", "page");
  await expect(page).toHaveTitle("Data · Hibob · Patchbay");
  await expect(page.getByText("61 employees")).toBeVisible();
  await expect(names(page)).toHaveCount(25);
  await expect(names(page).first()).toHaveText("Zoë Quist");
  await expect(list(page).getByRole("row").filter({ hasText: "Zoë Quist" })).toContainText("Pending");
  await axe(page);
  await vendorWords(page);

  // On, and on, and back.
  const seen = new Set(await names(page).allTextContents());
  await page.getByRole("link", { name: "Next page" }).click();
  await expect(names(page).first()).not.toHaveText("Zoë Quist");
  await expect(names(page)).toHaveCount(25);
  const second = await names(page).allTextContents();
  await page.getByRole("link", { name: "Next page" }).click();
  await expect(names(page)).toHaveCount(11);
  await expect(page.getByRole("link", { name: "Next page" })).toHaveCount(0);
  for (const name of [...second, ...(await names(page).allTextContents())]) seen.add(name);
  expect(seen.size, "names may repeat, pages do not").toBeGreaterThan(40);
  await page.goBack();
  await expect(names(page)).toHaveText(second);
  await page.getByRole("link", { name: "First page" }).click();
  await expect(names(page).first()).toHaveText("Zoë Quist");

  // Looked for.
  await search(page, "quist.EXAMPLE");
  await expect(names(page)).toHaveText(["Zoë Quist"]);
  await expect(page).toHaveURL(/[?&]q=quist\.EXAMPLE/);
  await expect(page.getByText("1 match", { exact: true }).first()).toBeVisible();
  await search(page, "zoë quist");
  await expect(names(page)).toHaveText(["Zoë Quist"]);
  await search(page, "nobody is called that");
  await expect(page.getByRole("heading", { name: "No matches" })).toBeVisible();
  await expect(page.getByText("“nobody is called that”")).toBeVisible();
  await vendorWords(page);
  await page.getByRole("link", { name: "Clear search" }).click();
  await expect(names(page)).toHaveCount(25);
  await expect(page.getByRole("searchbox", { name: "Search" })).toHaveValue("");

  // In another order, which the address keeps.
  await choose(page, "Sort by", "Oldest change first", javaScriptEnabled);
  await expect(page).toHaveURL(/sort=oldest/);
  await expect(names(page).first()).not.toHaveText("Zoë Quist");
  await choose(page, "Sort by", "By ID in Hibob", javaScriptEnabled);
  await expect(page).toHaveURL(/sort=id/);
  const ids = await list(page).locator(`[data-label="ID in Hibob"]`).allTextContents();
  expect(ids.length).toBe(25);
  await page.reload();
  await expect(list(page).locator(`[data-label="ID in Hibob"]`)).toHaveText(ids);
});

test("another data type, and what is deleted", { tag: "@nojs" }, async ({ page, context, organisation, sandbox, javaScriptEnabled, vendorWords }) => {
  expect(organisation.email).not.toBe("");
  const { id, theirs } = await connectWithEmployees(context, sandbox, 5);
  const [gone] = await changeEmployees(sandbox, theirs, [{ op: "add", fields: zoe }]);
  await expectHere(context, id, "zoe@quist.example");
  await visit(page, `/connected/${id}/data`, javaScriptEnabled);
  await expect(names(page)).toHaveCount(6);
  await choose(page, "Show", "Deleted", javaScriptEnabled);
  await expect(page.getByRole("heading", { name: "Nothing here yet" })).toBeVisible();
  await expect(page.getByText("No employees were deleted in Hibob.")).toBeVisible();
  await vendorWords(page);

  await changeEmployees(sandbox, theirs, [{ op: "delete", ...(gone ? { id: gone } : {}) }]);
  if (javaScriptEnabled === false) {
    await expect(async () => {
      await page.reload();
      await expect(names(page)).toHaveText(["Zoë Quist"], { timeout: 1_000 });
    }).toPass();
  }
  // An open page knows by itself.
  await expect(names(page)).toHaveText(["Zoë Quist"], { timeout: 60_000 });
  await names(page).getByRole("link", { name: "Zoë Quist" }).click();
  await expect(drawer(page)).toContainText("Deleted in Hibob");
  await drawer(page).getByRole("link", { name: "Close" }).click();
  await choose(page, "Show", "Current", javaScriptEnabled);
  await expect(names(page)).toHaveCount(5);
  await expect(names(page).filter({ hasText: "Zoë" })).toHaveCount(0);
});

test("a record opens beside its list, and the keyboard finds back", async ({ page, context, organisation, sandbox, axe, vendorWords }) => {
  expect(organisation.email).not.toBe("");
  const { id, theirs } = await connectWithEmployees(context, sandbox, 5);
  await changeEmployees(sandbox, theirs, [{ op: "add", fields: zoe }]);
  await expectHere(context, id, "zoe@quist.example");
  await visit(page, `/connected/${id}/data`);
  const isSamePage = await watchReloads(page);
  const opener = names(page).getByRole("link", { name: "Zoë Quist" });
  await opener.focus();
  await page.keyboard.press("Enter");
  await expect(drawer(page)).toBeVisible();
  await expect(drawer(page)).toHaveAccessibleName("Zoë Quist");
  await expect(drawer(page).locator(":focus")).toHaveCount(1);
  await expect(page).toHaveURL(/[?&]record=/);
  await expect(drawer(page)).toContainText("Employment status");
  await expect(drawer(page)).toContainText("Pending");
  await expect(drawer(page)).toContainText("zoe@quist.example");
  // What machines read is out of sight until somebody asks for it.
  const raw = drawer(page).getByText('"employment_status": "PENDING"');
  await expect(raw).toBeHidden();
  await axe(page);
  await drawer(page).getByText("Show technical details").click();
  await expect(raw).toBeVisible();
  await axe(page);
  await vendorWords(page);

  await page.keyboard.press("Escape");
  await expect(drawer(page)).toBeHidden();
  await expect(opener).toBeFocused();
  await expect(page).not.toHaveURL(/record=/);
  // The way there is a step, and so is the way back.
  await page.goBack();
  await expect(drawer(page)).toBeVisible();
  await page.goBack();
  await expect(drawer(page)).toBeHidden();
  await isSamePage();

  // The address alone opens it.
  await opener.click();
  await expect(drawer(page)).toBeVisible();
  const address = page.url();
  await visit(page, "/connected");
  await visit(page, address);
  await expect(drawer(page)).toHaveAccessibleName("Zoë Quist");
  await drawer(page).getByRole("link", { name: "Close" }).click();
  await expect(drawer(page)).toBeHidden();
  await expect(opener).toBeFocused();
});

test("without a script the record is a part of the page", { tag: "@nojs" }, async ({ page, context, organisation, sandbox, javaScriptEnabled, axe, vendorWords }) => {
  expect(organisation.email).not.toBe("");
  const { id } = await connectWithEmployees(context, sandbox, 30);
  await visit(page, `/connected/${id}/data`, javaScriptEnabled);
  await page.getByRole("link", { name: "Next page" }).click();
  await expect(names(page)).toHaveCount(5);
  const name = (await names(page).first().textContent()) ?? "";
  await names(page).first().getByRole("link").click();
  await expect(drawer(page)).toBeVisible();
  await expect(drawer(page)).toHaveAccessibleName(name);
  await expect(drawer(page)).toContainText("Work email");
  await axe(page);
  await vendorWords(page);
  await drawer(page).getByRole("link", { name: "Close" }).click();
  await expect(drawer(page)).toBeHidden();
  // Back to the page of the list that it was opened from.
  await expect(names(page)).toHaveCount(5);
});

test("records are taken along as a table", { tag: "@nojs" }, async ({ page, context, organisation, sandbox, javaScriptEnabled }) => {
  expect(organisation.email).not.toBe("");
  const { id, theirs } = await connectWithEmployees(context, sandbox, 30);
  await changeEmployees(sandbox, theirs, [{ op: "add", fields: zoe }]);
  await expectHere(context, id, "zoe@quist.example");
  await visit(page, `/connected/${id}/data?q=quist`, javaScriptEnabled);
  const download = page.waitForEvent("download");
  await page.getByRole("link", { name: "Export as CSV" }).click();
  const file = await download;
  expect(file.suggestedFilename()).toBe("hris-employees.csv");
  const rows = readFileSync(await file.path(), "utf8").trimEnd().split("\r\n");
  // Everything that lives, whatever the page shows of it.
  expect(rows).toHaveLength(32);
  expect(rows[0]).toMatch(/^id,remote_id,modified_at,changed_at,deleted_at,.*\bwork_email\b/);
  expect(rows.filter((row) => row.includes("zoe@quist.example"))).toHaveLength(1);

  await tab(page, "Activity").click();
  const history = page.waitForEvent("download");
  await page.getByRole("link", { name: "Export as CSV" }).click();
  const lines = readFileSync(await (await history).path(), "utf8").trimEnd().split("\r\n");
  expect(lines[0]).toBe("at,actor,kind,integration_id,label");
  expect(lines.filter((line) => line.includes(",Ada Admin,connected,"))).toHaveLength(1);
});

test("what is not here says why", { tag: "@nojs" }, async ({ page, context, organisation, sandbox, javaScriptEnabled, allowConsole, axe, vendorWords }) => {
  allowConsole(/status of 40[04]/);
  await holdFirstSync(sandbox, organisation);
  const first = await connectQuietly(context, sandbox, hibob);
  await visit(page, `/connected/${first}/data`, javaScriptEnabled);
  await expect(page.getByRole("heading", { name: "Initial sync in progress, check back in a few minutes" })).toBeVisible();
  await expect(page.getByRole("link", { name: "Export as CSV" })).toHaveCount(0);
  await axe(page);
  await vendorWords(page);
  await sandbox.clear();

  const { id } = await connectWithEmployees(context, sandbox, 3);
  await visit(page, `/connected/${id}/data?type=EmployerBenefit`, javaScriptEnabled);
  await expect(page.getByRole("heading", { name: "Not available for this app" })).toBeVisible();
  await vendorWords(page);
  for (const query of ["type=Candidate", "sort=size", "after=nonsense", "deleted=perhaps"]) {
    const answer = await page.goto(`/connected/${id}/data?${query}`);
    expect(answer?.status(), query).toBe(query.startsWith("type") ? 404 : 400);
    await expect(page.getByRole("heading", { name: "This link doesn't work any more." }), query).toBeVisible();
    await vendorWords(page);
  }
  await axe(page);
  await page.getByRole("link", { name: "Show all records" }).click();
  await expect(names(page)).toHaveCount(3);
});

test("an open page follows what changes, and keeps the reader's place", async ({ page, context, organisation, sandbox }) => {
  expect(organisation.email).not.toBe("");
  const { id, theirs } = await connectWithEmployees(context, sandbox, 30);
  const [record] = await changeEmployees(sandbox, theirs, [{ op: "add", fields: zoe }]);
  await expectHere(context, id, "zoe@quist.example");
  await visit(page, `/connected/${id}/data?q=quist`);
  const isSamePage = await watchReloads(page);
  await names(page).getByRole("link", { name: "Zoë Quist" }).click();
  await expect(drawer(page)).toContainText("zoe@quist.example");
  const close = drawer(page).getByRole("link", { name: "Close" });
  await close.focus();
  const address = page.url();
  await changeEmployees(sandbox, theirs, [{ op: "change", ...(record ? { id: record } : {}), fields: { work_email: "zoe@married.example" } }]);
  await expect(drawer(page)).toContainText("zoe@married.example", { timeout: 60_000 });
  await expect(close).toBeFocused();
  expect(page.url()).toBe(address);
  await isSamePage();
});

test("cut off from the stream, an open page looks by itself", async ({ page, context, organisation, sandbox, allowConsole }) => {
  allowConsole(/ERR_FAILED/);
  expect(organisation.email).not.toBe("");
  const { id, theirs } = await connectWithEmployees(context, sandbox, 3);
  await page.clock.install();
  await page.route("**/api/events", (route) => route.abort());
  await visit(page, `/connected/${id}/data`);
  await expect(names(page)).toHaveCount(3);
  await changeEmployees(sandbox, theirs, [{ op: "add", fields: zoe }]);
  await expectHere(context, id, "zoe@quist.example");
  await expect(names(page)).toHaveCount(3);
  await page.clock.fastForward(30_000);
  await page.clock.fastForward(1_000);
  await expect(names(page)).toHaveCount(4);
  await expect(names(page).first()).toHaveText("Zoë Quist");
});

test("the history says who did what, and follows", async ({ page, context, organisation, sandbox, axe, vendorWords }) => {
  const { id } = await connectWithEmployees(context, sandbox, 3);
  await visit(page, `/connected/${id}/activity`);
  const isSamePage = await watchReloads(page);
  const today = page.getByRole("region", { name: "Today" }).getByRole("listitem");
  await expect(today.filter({ hasText: "Ada Admin connected Hibob" })).toHaveCount(1);
  const answer = await context.request.post("/api/merge/rename-integration", {
    data: { integration_id: id, display_name: "Berlin" },
    headers: { "Sec-Fetch-Site": "same-origin" },
  });
  expect(answer.ok()).toBe(true);
  // What the system does meanwhile may stand above it.
  await expect(today.filter({ hasText: "Ada Admin renamed it to “Berlin”" })).toHaveCount(1);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Berlin");
  const [account] = await sandbox.accounts({ organization: organisation.organization_name });
  await sandbox.expire(account?.id ?? "");
  await expect(today.filter({ hasText: "Berlin asked for a new sign-in" })).toHaveCount(1, { timeout: 60_000 });
  // Whoever reads that finds the button that mends it.
  await expect(page.getByRole("button", { name: "Reconnect Hibob" })).toBeVisible();
  await isSamePage();
  await axe(page);
  await vendorWords(page);
});

test("a row's menu leads to the data and asks for more of them", { tag: "@nojs" }, async ({ page, context, organisation, sandbox, javaScriptEnabled }) => {
  const { id } = await connectWithEmployees(context, sandbox, 3);
  const more = page.getByRole("button", { name: "More for Hibob" });
  const menu = page.getByRole("group", { name: "Actions for Hibob" });
  const asked = async () => (await sandbox.requests({ organization: organisation.organization_name, path: "*resync*" })).length;
  await visit(page, "/connected", javaScriptEnabled);
  await more.click();
  await menu.getByRole("button", { name: "Check now" }).click();
  if (javaScriptEnabled !== false) {
    await expect(page.getByText("Checked just now.").first()).toBeVisible();
    await expect(more).toBeFocused();
  }
  await expect(menu).toBeHidden();
  await more.click();
  await menu.getByRole("button", { name: "Sync now" }).click();
  await expect.poll(asked).toBe(1);
  await expect(page).toHaveURL("/connected");
  await more.click();
  await menu.getByRole("button", { name: "Rename" }).click();
  await expect(page.getByRole("textbox", { name: "Name for Hibob" })).toBeVisible();
  await more.click();
  await menu.getByRole("link", { name: "View data" }).click();
  await expect(page).toHaveURL(`/connected/${id}/data`);
  await expect(names(page)).toHaveCount(3);
});
