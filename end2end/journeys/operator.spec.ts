import { sql } from "../support/database.ts";
import { connectQuietly, hibob } from "../support/linking.ts";
import { expect, test } from "../support/test.ts";

test("an operator works a dead event again", { tag: "@nojs" }, async ({ page, context, server, organisation, sandbox, allowConsole, axe }) => {
  allowConsole(/status of 404/);
  await connectQuietly(context, sandbox, hibob);
  const [account] = await sandbox.accounts({ organization: organisation.organization_name });
  const theirs = account?.id ?? "";
  // The other side says that the account is gone and then does not answer whether it is: the event waits.
  await sandbox.fault({ kind: "unavailable", match: { organization: organisation.organization_name, path: "/api/*linked-accounts*" } });
  await sandbox.call("POST", "webhooks/send", { account_id: theirs, event: "LinkedAccount.deleted", data: {} });
  const waiting = `SELECT id, state FROM webhook_inbox WHERE linked_account_id = '${theirs}' AND event = 'LinkedAccount.deleted'`;
  await expect.poll(async () => (await sql<{ state: string }>(server, waiting))[0]?.state, { timeout: 30_000 }).toBe("retry");
  // What only many tries bring about.
  await sql(server, `UPDATE webhook_inbox SET state = 'dead', error = 'given up' WHERE linked_account_id = '${theirs}' AND state = 'retry'`);
  const [event] = await sql<{ id: string }>(server, waiting);
  await sandbox.clear();

  await page.goto("/operator/inbox");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("We couldn't find that page");
  await server.command(["operator", "grant", organisation.email]);
  await page.goto("/operator/inbox?state=dead");
  const row = page.getByRole("row").filter({ hasText: event?.id ?? "no event" });
  await expect(row).toContainText("given up");
  await axe(page);
  await row.getByRole("button", { name: "Replay" }).click();
  await expect(page).toHaveURL(/\/operator\/inbox\?state=dead$/);
  await expect(row).toHaveCount(0);
  await expect.poll(async () => (await sql<{ state: string }>(server, waiting))[0]?.state, { timeout: 30_000 }).toBe("done");
  // It was not so: the account is there.
  expect(await sandbox.accounts({ organization: organisation.organization_name })).toMatchObject([{ id: theirs, status: "COMPLETE" }]);
});
