import type { Page } from "@playwright/test";
import { sql } from "../support/database.ts";
import { accountsOf, connectQuietly, expectSaid, group, hibob, personio, row, visit, watchReloads } from "../support/linking.ts";
import type { Sandbox } from "../support/sandbox.ts";
import { expect, test } from "../support/test.ts";

const QUESTION = "This action is permanent. Do you want to proceed?";
const STILL = "Deleting — we'll keep trying";

/** The question that comes before a deletion. */
const question = (page: Page) => page.getByRole("alertdialog", { name: "Delete Hibob?" });

/** Until the sandbox knows no account of the organisation. */
async function expectGone(sandbox: Sandbox, organization: string): Promise<void> {
  await expect.poll(() => sandbox.accounts({ organization }), { timeout: 45_000 }).toEqual([]);
}

test("deleting asks once; Cancel and Escape keep everything, and give the keyboard back", async ({
  page,
  context,
  organisation,
  sandbox,
  axe,
  vendorWords,
}) => {
  const id = await connectQuietly(context, sandbox, hibob);
  await visit(page, "/connected");
  const isSamePage = await watchReloads(page);
  const opener = row(page, "HR", "Hibob").getByRole("button", { name: "Delete integration: Hibob" });
  const cancel = question(page).getByRole("button", { name: "Cancel" });
  const confirm = question(page).getByRole("button", { name: "Delete integration" });

  await opener.click();
  await expect(question(page)).toBeVisible();
  await expect(question(page)).toHaveAccessibleDescription(new RegExp(QUESTION.replaceAll("?", "\\?")));
  // The least destructive button has the focus, and Tab does not leave the dialog.
  await expect(cancel).toBeFocused();
  await page.keyboard.press("Tab");
  await expect(confirm).toBeFocused();
  await axe(page);
  await vendorWords(page);
  await cancel.click();
  await expect(question(page)).toBeHidden();
  await expect(opener).toBeFocused();

  await page.keyboard.press("Enter");
  await expect(cancel).toBeFocused();
  await page.keyboard.press("Escape");
  await expect(question(page)).toBeHidden();
  await expect(opener).toBeFocused();

  await isSamePage();
  await expect(row(page, "HR", "Hibob")).toBeVisible();
  expect(await accountsOf(context)).toMatchObject([{ id, status: "active" }]);
  expect(await sandbox.requests({ organization: organisation.organization_name, path: "/api/*/delete-account" })).toEqual([]);
});

test("deleting from the list takes the row away at once, and the account upstream", async ({ page, context, organisation, sandbox, server }) => {
  const id = await connectQuietly(context, sandbox, hibob);
  await connectQuietly(context, sandbox, personio);
  await visit(page, "/connected");
  const isSamePage = await watchReloads(page);
  await row(page, "HR", "Hibob").getByRole("button", { name: "Delete integration: Hibob" }).click();
  await question(page).getByRole("button", { name: "Delete integration" }).click();
  await expect(question(page)).toBeHidden();
  await expect(row(page, "HR", "Hibob")).toHaveCount(0);
  await expect(row(page, "HR", "Personio")).toBeVisible();
  await expectSaid(page, "Deleted");
  await expect(page.getByRole("heading", { level: 1, name: "Connected Apps" })).toBeFocused();
  await isSamePage();
  expect(await accountsOf(context)).toMatchObject([{ integration_slug: "personio" }]);

  await expect
    .poll(async () => (await sandbox.accounts({ organization: organisation.organization_name })).map((account) => account.integration))
    .toEqual(["personio"]);
  // Nothing of it stays here: no row, no token, no id but a tombstone's.
  await expect.poll(() => sql(server, `SELECT id FROM linked_accounts WHERE id = '${id}'`)).toEqual([]);
  expect((await context.request.get(`/connected/${id}`)).status()).toBe(404);
});

test("deleting from the account's page leads back to the list", async ({ page, context, organisation, sandbox }) => {
  const id = await connectQuietly(context, sandbox, hibob);
  await visit(page, `/connected/${id}/settings`);
  await page.getByRole("button", { name: "Delete integration" }).click();
  await expect(question(page)).toContainText(QUESTION);
  await page.keyboard.press("Escape");
  await expect(page.getByRole("button", { name: "Delete integration" })).toBeFocused();
  await page.keyboard.press("Enter");
  await question(page).getByRole("button", { name: "Delete integration" }).click();
  await expect(page).toHaveURL("/connected");
  await expect(page.getByRole("heading", { name: "No apps connected yet" })).toBeVisible();
  await expectGone(sandbox, organisation.organization_name);
});

test("who is quicker than the browser's word that the question is closed gets it again", async ({ page, context, organisation, sandbox }) => {
  void organisation;
  await connectQuietly(context, sandbox, hibob);
  await visit(page, "/connected");
  await row(page, "HR", "Hibob").getByRole("button", { name: "Delete integration: Hibob" }).click();
  await expect(question(page)).toBeVisible();
  // Closed and asked again in one go: the browser tells of the first only after the second.
  await page.evaluate(() => {
    const dialog = document.querySelector<HTMLDialogElement>("dialog[role=alertdialog]");
    const told = new Promise<void>((done) => dialog?.addEventListener("close", () => done(), { once: true }));
    dialog?.close();
    document.querySelector<HTMLButtonElement>('button[aria-label="Delete integration: Hibob"]')?.click();
    return told;
  });
  await expect(question(page)).toBeVisible();
  await question(page).getByRole("button", { name: "Delete integration" }).click();
  await expect(row(page, "HR", "Hibob")).toHaveCount(0);
});

test("deleting works without a script: the page asks, the form posts", { tag: "@nojs" }, async ({
  page,
  context,
  organisation,
  sandbox,
  javaScriptEnabled,
  axe,
  vendorWords,
}) => {
  const id = await connectQuietly(context, sandbox, hibob);
  await connectQuietly(context, sandbox, personio);
  await visit(page, "/connected", javaScriptEnabled);
  const opener = row(page, "HR", "Hibob").getByRole("button", { name: "Delete integration: Hibob" });
  await opener.click();
  if (javaScriptEnabled === false) await expect(page).toHaveURL(`/connected?delete=${id}`);
  await expect(question(page)).toContainText(QUESTION);
  await axe(page);
  await vendorWords(page);
  await question(page).getByRole("button", { name: "Cancel" }).click();
  await expect(question(page)).toBeHidden();
  await expect(row(page, "HR", "Hibob")).toBeVisible();

  // The address alone asks as well, and changes nothing by itself.
  await visit(page, `/connected?delete=${id}`, javaScriptEnabled);
  await expect(question(page)).toBeVisible();
  expect(await accountsOf(context)).toHaveLength(2);
  await question(page).getByRole("button", { name: "Delete integration" }).click();
  await expect(row(page, "HR", "Hibob")).toHaveCount(0);
  await expect(row(page, "HR", "Personio")).toBeVisible();
  await expect(question(page)).toBeHidden();
  await expect
    .poll(async () => (await sandbox.accounts({ organization: organisation.organization_name })).map((account) => account.integration))
    .toEqual(["personio"]);
});

test("the account's page asks without a script, too", { tag: "@nojs" }, async ({
  page,
  context,
  organisation,
  sandbox,
  javaScriptEnabled,
  allowConsole,
}) => {
  // The page may look at what it shows in the moment in which that goes.
  allowConsole(/404.*\/api\/page\/sync/);
  const id = await connectQuietly(context, sandbox, hibob);
  await visit(page, `/connected/${id}?delete=${id}`, javaScriptEnabled);
  await expect(question(page)).toContainText(QUESTION);
  await visit(page, `/connected/${id}/settings`, javaScriptEnabled);
  await page.getByRole("button", { name: "Delete integration" }).click();
  if (javaScriptEnabled === false) await expect(page).toHaveURL(`/connected/${id}/settings?delete=${id}`);
  await expect(question(page)).toContainText(QUESTION);
  await question(page).getByRole("button", { name: "Delete integration" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Connected Apps" })).toBeVisible();
  await expect(page.getByRole("heading", { name: "No apps connected yet" })).toBeVisible();
  await expectGone(sandbox, organisation.organization_name);
});

test("an upstream that refuses: the row goes at once, returns without actions, and goes in the end", async ({
  page,
  context,
  organisation,
  sandbox,
  server,
  axe,
  vendorWords,
}) => {
  const id = await connectQuietly(context, sandbox, hibob);
  const refuses = await sandbox.fault({ kind: "server_error", match: { organization: organisation.organization_name, path: "/api/*/delete-account" } });
  await visit(page, "/connected");
  await row(page, "HR", "Hibob").getByRole("button", { name: "Delete integration: Hibob" }).click();
  await question(page).getByRole("button", { name: "Delete integration" }).click();
  await expect(page.getByRole("heading", { name: "No apps connected yet" })).toBeVisible();
  const asked = () => sandbox.requests({ organization: organisation.organization_name, path: "/api/*/delete-account" });
  await expect.poll(async () => (await asked()).length).toBeGreaterThan(0);
  expect(await accountsOf(context)).toEqual([]);
  expect(await sandbox.accounts({ organization: organisation.organization_name })).toMatchObject([{ status: "COMPLETE" }]);

  // A minute later.
  await sql(server, `UPDATE linked_accounts SET deleting_since = deleting_since - 61000 WHERE id = '${id}'`);
  await visit(page, "/connected");
  const isSamePage = await watchReloads(page);
  await expect(row(page, "HR", "Hibob")).toContainText(STILL);
  await expect(row(page, "HR", "Hibob").getByRole("button")).toHaveCount(0);
  await expect(row(page, "HR", "Hibob").getByRole("link")).toHaveCount(0);
  await expect(page.getByRole("link", { name: /needs? attention/ })).toHaveCount(0);
  await axe(page);
  await vendorWords(page);
  // Everything about it is closed already.
  for (const path of ["relink-integration", "rename-integration", "check-health"]) {
    const answer = await context.request.post(`/api/merge/${path}`, {
      data: { integration_id: id, display_name: "Berlin" },
      headers: { "Sec-Fetch-Site": "same-origin" },
    });
    expect(answer.status(), path).toBe(404);
  }

  await sandbox.clear(refuses);
  await expect(group(page, "HR")).toHaveCount(0, { timeout: 45_000 });
  await expect(page.getByRole("heading", { name: "No apps connected yet" })).toBeVisible();
  await isSamePage();
  await expectGone(sandbox, organisation.organization_name);
});

test("an account that was removed upstream already is deleted all the same", async ({ page, context, organisation, sandbox, server }) => {
  const id = await connectQuietly(context, sandbox, hibob);
  const [account] = await sandbox.accounts({ organization: organisation.organization_name });
  await sandbox.remove(account?.id ?? "");
  await visit(page, "/connected");
  await row(page, "HR", "Hibob").getByRole("button", { name: "Delete integration: Hibob" }).click();
  await question(page).getByRole("button", { name: "Delete integration" }).click();
  await expect(page.getByRole("heading", { name: "No apps connected yet" })).toBeVisible();
  // The refusal alone is no proof; the other side was asked whether it is gone.
  await expect.poll(() => sql(server, `SELECT id FROM linked_accounts WHERE id = '${id}'`), { timeout: 45_000 }).toEqual([]);
});
