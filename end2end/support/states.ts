import { expect, type BrowserContext } from "@playwright/test";
import { checkHealth, connectQuietly, type App } from "./linking.ts";
import type { Sandbox } from "./sandbox.ts";
import type { Organisation } from "./test.ts";

/** Apps as pages meet them: in one category, in two, in three. */
export const gusto: App = { category: "hris", slug: "gusto", name: "Gusto" };
export const xero: App = { category: "accounting", slug: "xero", name: "Xero" };
export const zendesk: App = { category: "ticketing", slug: "zendesk", name: "Zendesk" };
export const salesforce: App = { category: "crm", slug: "salesforce", name: "Salesforce" };
export const bamboohr: App = { category: "hris", slug: "bamboohr", name: "BambooHR" };
export const workday: App = { category: "hris", slug: "workday", name: "Workday" };

/** Connects an app whose credentials then stop working, and lets the product notice. Returns our id of the account. */
export async function connectBroken(context: BrowserContext, sandbox: Sandbox, organisation: Organisation, app: App): Promise<string> {
  const id = await connectQuietly(context, sandbox, app);
  const [account] = await sandbox.accounts({ organization: organisation.organization_name, category: app.category, integration: app.slug });
  if (!account) throw new Error(`the other side knows no ${app.name} of ${organisation.organization_name}`);
  await sandbox.expire(account.id);
  expect(await checkHealth(context, id), `${app.name} works`).toBe(false);
  return id;
}

/** The first sync of this organisation's apps does not come to its end, so that there is time to look at it. */
export async function holdFirstSync(sandbox: Sandbox, organisation: Organisation): Promise<void> {
  await sandbox.fault({ kind: "forbidden", match: { organization: organisation.organization_name, path: "/api/*/sync-status" } });
}
