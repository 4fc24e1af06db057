import { expect, type BrowserContext, type Locator, type Page } from "@playwright/test";
import { connectQuietly, hibob, type App } from "./linking.ts";
import type { Sandbox } from "./sandbox.ts";

/** An account whose employees are here. */
export interface WithRecords {
  /** Our id of the account. */
  id: string;
  /** The other side's. */
  theirs: string;
}

/** What the other side does to a record: `{"op": "add", "fields": {…}}`. */
export interface Change {
  op: "add" | "change" | "delete" | "vanish";
  id?: string;
  /** That many that it makes sense for, without an id. */
  count?: number;
  fields?: Record<string, unknown>;
}

/** Connects an app that has so many employees, and waits until they can be read. */
export async function connectWithEmployees(context: BrowserContext, sandbox: Sandbox, size: number, app: App = hibob): Promise<WithRecords> {
  let theirs = "";
  const id = await connectQuietly(context, sandbox, app, async (account) => {
    theirs = account;
    await sandbox.call("PUT", `accounts/${account}/models/Employee`, { size, at_once: true, changes: { changed: 0, added: 0, removed: 0 } });
  });
  await expect
    .poll(async () => (await context.request.get(`/api/merge/records/${id}/Employee`)).status(), { timeout: 60_000 })
    .toBe(200);
  return { id, theirs };
}

/** Changes employees on the other side, which then syncs and says so. Returns their ids. */
export async function changeEmployees(sandbox: Sandbox, theirs: string, records: Change[]): Promise<string[]> {
  const { records: changed } = await sandbox.call<{ records: { id: string }[] }>("POST", `accounts/${theirs}/records/Employee`, { records });
  await sandbox.call("POST", `accounts/${theirs}/sync`, { wait: true });
  return changed.map((record) => record.id);
}

/** Waits until we have what the other side has of these fields. */
export async function expectHere(context: BrowserContext, id: string, text: string): Promise<void> {
  await expect
    .poll(async () => await (await context.request.get(`/api/merge/records/${id}/Employee?page_size=1000&include_deleted=true`)).text(), { timeout: 60_000 })
    .toContain(text);
}

/** The list of employees. */
export const list = (page: Page): Locator => page.getByRole("table", { name: "Employees" });

/** The names in the list, in their order. */
export const names = (page: Page): Locator => list(page).getByRole("rowheader");

/** The record that is open. */
export const drawer = (page: Page): Locator => page.getByRole("dialog");
