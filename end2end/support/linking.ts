import { expect, type BrowserContext, type Locator, type Page } from "@playwright/test";
import type { Sandbox } from "./sandbox.ts";
import type { Server } from "./server.ts";
import { sameOrigin, type Organisation } from "./test.ts";
import { unique } from "./unique.ts";

/** An app in one of its categories. */
export interface App {
  category: string;
  slug: string;
  name: string;
}

/** Apps with one category each, so that their cards connect at once. */
export const hibob: App = { category: "hris", slug: "hibob", name: "Hibob" };
export const personio: App = { category: "hris", slug: "personio", name: "Personio" };
export const paychex: App = { category: "hris", slug: "paychex", name: "Paychex" };

/** An account as `GET /api/merge/linked-accounts` answers it. */
export interface Linked {
  id: string;
  category: string;
  integration_slug: string;
  display_name: string;
  status: "pending" | "active" | "relink_needed" | "error" | "deleting";
  problem: string | null;
}

/** A call that changes something, as our own page makes it; the answer's JSON. */
export async function post<T = Record<string, unknown>>(context: BrowserContext, path: string, data: object): Promise<T> {
  const answer = await context.request.post(path, { data, headers: sameOrigin });
  expect(answer.status(), `${path}: ${await answer.text()}`).toBe(200);
  return (await answer.json()) as T;
}

/** A fresh organisation on a server that the test has to itself. */
export async function signUpOn(context: BrowserContext, server: Server): Promise<Organisation> {
  const word = unique();
  const organisation = {
    organization_name: `Organisation ${word}`,
    name: "Ada Admin",
    email: `ada-${word}@example.com`,
    password: `correct horse ${word}`,
  };
  await post(context, `${server.baseURL}/api/auth/sign-up`, organisation);
  return organisation;
}

/** The accounts of the person who is signed in in this browser. */
export async function accountsOf(context: BrowserContext): Promise<Linked[]> {
  const answer = await context.request.get("/api/merge/linked-accounts");
  expect(answer.status()).toBe(200);
  return ((await answer.json()) as { linked_accounts: Linked[] }).linked_accounts;
}

/**
 * Connects an app without a window, for journeys that begin where it is connected. Returns our id of the account. `meanwhile` is done when
 * the other side has the account (its id there) and we do not yet.
 */
export async function connectQuietly(
  context: BrowserContext,
  sandbox: Sandbox,
  app: App,
  meanwhile?: (theirs: string) => Promise<void>,
): Promise<string> {
  const begun = await post<{ link_token: string; attempt_id: string }>(context, "/api/merge/create-link-token", {
    category: app.category,
    integration: app.slug,
  });
  const { public_token, account } = await sandbox.link(begun.link_token);
  await meanwhile?.(account.id);
  const { linked_account_id } = await post<{ linked_account_id: string }>(context, "/api/merge/exchange-public-token", {
    public_token,
    attempt_id: begun.attempt_id,
  });
  return linked_account_id;
}

/** Begins to connect an app and leaves it unfinished, as when the browser was closed over the window. */
export async function beginQuietly(context: BrowserContext, app: App): Promise<void> {
  await post(context, "/api/merge/create-link-token", { category: app.category, integration: app.slug });
}

/** Lets the product notice how an account is. */
export async function checkHealth(context: BrowserContext, id: string): Promise<boolean> {
  return (await post<{ healthy: boolean }>(context, "/api/merge/check-health", { integration_id: id })).healthy;
}

/** Opens a page and waits until its buttons work: the islands ask for events once they are awake. Without JavaScript nothing wakes. */
export async function visit(page: Page, path: string, javaScriptEnabled = true): Promise<void> {
  const awake = javaScriptEnabled ? page.waitForRequest((request) => new URL(request.url()).pathname === "/api/events") : undefined;
  await page.goto(path);
  await awake;
}

/** Marks a page. The function that comes back fails when it was loaded anew since. */
export async function watchReloads(page: Page): Promise<() => Promise<void>> {
  await page.evaluate(() => Object.assign(window, { stillTheSamePage: true }));
  return async () => {
    expect(await page.evaluate(() => "stillTheSamePage" in window), "the page was not loaded anew").toBe(true);
  };
}

/** Says that the hidden region spoke: a screen reader hears it, nobody sees a notice. */
export async function expectSaid(page: Page, sentence: string): Promise<void> {
  const region = page.getByRole("status").filter({ hasText: sentence });
  await expect(region).toHaveText(sentence);
  // Room for a screen reader, none for a sentence.
  const box = await region.boundingBox();
  expect(box && box.width * box.height, "the sentence is not seen").toBeLessThanOrEqual(1);
}

/** The card of an app in the App Center. */
export function card(page: Page, app: string): Locator {
  return page.getByRole("listitem").filter({ has: page.getByRole("heading", { level: 3, name: app, exact: true }) });
}

/** The group of Connected Apps with this title. */
export function group(page: Page, title: string): Locator {
  return page.getByRole("region", { name: title, exact: true });
}

/** The row of Connected Apps with this name, in the group with this title. */
export function row(page: Page, title: string, name: string): Locator {
  return group(page, title)
    .getByRole("listitem")
    .filter({ has: page.getByRole("heading", { level: 3, name, exact: true }) });
}
