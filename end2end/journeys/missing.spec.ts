import type { BrowserContext, Page } from "@playwright/test";
import { sql } from "../support/database.ts";
import { post, visit, watchReloads } from "../support/linking.ts";
import { changeEmployees, connectWithEmployees } from "../support/records.ts";
import type { Sandbox } from "../support/sandbox.ts";
import type { Server } from "../support/server.ts";
import { expect, test } from "../support/test.ts";

// The first sync of the other data types is waited for as well.
test.describe.configure({ timeout: 200_000 });

const NOTICED_WITHIN = { timeout: 60_000 };
// Each is asked for by its id.
const REMOVED_WITHIN = { timeout: 60_000 };
const QUESTION = "Employees: 8 of 20 are not in Hibob any more. They stay here until you decide.";

const employees = (page: Page) =>
  page.getByRole("table", { name: "Data" }).getByRole("row").filter({ has: page.getByRole("rowheader", { name: "Employees", exact: true }) });
const button = (page: Page, name: string) => page.getByRole("button", { name, exact: true });

/** An account with twenty employees of whom eight vanished without a word, which its full reconciliation has noticed. */
async function vanished(context: BrowserContext, sandbox: Sandbox, server: Server): Promise<string> {
  const { id, theirs } = await connectWithEmployees(context, sandbox, 20);
  await changeEmployees(sandbox, theirs, [{ op: "vanish", count: 8 }]);
  // It is weekly: this one is asked for.
  await sql(server, `UPDATE linked_accounts SET reconcile_wanted_at = ${Date.now()} WHERE id = '${id}'`);
  await expect
    .poll(async () => {
      await post(context, "/api/merge/check-sync-status", { integration_id: id });
      return await sql(server, `SELECT phase FROM reconciliations WHERE account_id = '${id}' AND model = 'Employee'`);
    }, NOTICED_WITHIN)
    .toEqual([{ phase: "stopped" }]);
  return id;
}

test("records that vanished stay, where somebody says so", { tag: "@nojs" }, async ({
  page,
  context,
  organisation,
  sandbox,
  server,
  javaScriptEnabled,
  axe,
  vendorWords,
  shots,
}) => {
  void organisation;
  const id = await vanished(context, sandbox, server);
  await visit(page, `/connected/${id}`, javaScriptEnabled);
  await expect(page.getByText(QUESTION)).toBeVisible();
  await axe(page);
  await vendorWords(page);
  await shots(page, "account-missing");
  await button(page, "Keep them").click();
  await expect(page.getByText(QUESTION)).toHaveCount(0);
  await expect(employees(page)).toContainText("20");
  if (javaScriptEnabled === false) await expect(page).toHaveURL(`/connected/${id}`);
  else await expect(page.getByText("They stay here.").first()).toBeVisible();
  await visit(page, `/connected/${id}/activity`, javaScriptEnabled);
  await expect(page.getByText("Ada Admin kept the records that are missing in Hibob").first()).toBeVisible();
});

test("records that vanished go, where somebody lets them", async ({ page, context, organisation, sandbox, server }) => {
  void organisation;
  const id = await vanished(context, sandbox, server);
  await visit(page, `/connected/${id}`);
  const second = await context.newPage();
  await visit(second, `/connected/${id}`);
  const isSamePage = await watchReloads(page);
  await button(page, "Remove them here").click();
  await expect(page.getByText("We look for each of them once more, then it is removed here.").first()).toBeVisible();
  await expect(page.getByText(QUESTION)).toHaveCount(0);
  await expect(employees(page)).toContainText("12", REMOVED_WITHIN);
  await isSamePage();
  await expect(second.getByText(QUESTION), "the other page follows").toHaveCount(0);
  const { results } = (await (await context.request.get(`/api/merge/records/${id}/Employee?include_deleted=true`)).json()) as { results: { deleted_at: string | null }[] };
  expect(results.filter((record) => record.deleted_at)).toHaveLength(8);
});
