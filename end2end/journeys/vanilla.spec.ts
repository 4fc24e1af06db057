import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { BrowserContext, Page, Request } from "@playwright/test";
import { accountsOf, checkHealth, connectQuietly, hibob } from "../support/linking.ts";
import { expect, test } from "../support/test.ts";
import { Window } from "../support/window.ts";

// A front end that somebody else wrote, by hand, against the same paths: pages/vanilla.html.
const PATH = "/by-hand";
const html = readFileSync(join(import.meta.dirname, "../pages/vanilla.html"), "utf8");

/** What the page was answered, by path, newest last. It loads itself anew after most answers, when the browser has forgotten them. */
type Answers = (path: string) => Promise<Record<string, unknown>>;

/** Serves the page from the server's own origin, as the company that wrote it would, and waits until it has drawn its lists. */
async function open(page: Page, sandboxURL: string, connected: number): Promise<Answers> {
  const heard: { path: string; answer: Record<string, unknown> }[] = [];
  await page.exposeFunction("hear", (path: string, answer: Record<string, unknown>) => void heard.push({ path, answer }));
  await page.addInitScript(() => {
    const real = window.fetch;
    window.fetch = async (...call) => {
      const response = await real(...call);
      const { hear } = window as unknown as { hear: (path: string, answer: unknown) => Promise<void> };
      await hear(new URL(response.url).pathname, await response.clone().json());
      return response;
    };
  });
  const body = html.replace("%LINK_SCRIPT%", `${sandboxURL}/initialize.js`);
  // A page that the test hands to the browser comes from nowhere; from nowhere, this machine may only be asked with permission.
  await page.context().grantPermissions(["local-network-access"]);
  await page.route(`**${PATH}`, (route) => route.fulfill({ contentType: "text/html; charset=utf-8", body }));
  await page.goto(PATH);
  await expect(state(page)).toHaveText(`${connected} connected`);
  await expect(app(page, "Hibob")).toBeVisible();
  return async (path) => {
    const of = () => heard.filter((one) => one.path === `/api/merge/${path}`);
    await expect.poll(() => of().length, `an answer of ${path}`).toBeGreaterThan(0);
    return of().at(-1)?.answer ?? {};
  };
}

const state = (page: Page) => page.getByText(/^\d+ connected$/);
const app = (page: Page, name: string) => page.getByTitle(name, { exact: true });
const account = (page: Page, name: string) =>
  page.getByRole("article").filter({ has: page.getByRole("heading", { level: 6, name, exact: true }) });

/** Collects what the page sends to the server. */
function watch(page: Page): { path: string; body: unknown; type: string | undefined }[] {
  const sent: { path: string; body: unknown; type: string | undefined }[] = [];
  page.on("request", (request: Request) => {
    if (request.method() !== "POST" || !request.url().includes("/api/merge/")) return;
    sent.push({ path: new URL(request.url()).pathname, body: JSON.parse(request.postData() ?? "null"), type: request.headers()["content-type"] });
  });
  return sent;
}

async function only(context: BrowserContext) {
  const accounts = await accountsOf(context);
  expect(accounts).toHaveLength(1);
  return accounts[0] as (typeof accounts)[number];
}

test("its Connect button connects an app of the category", async ({ page, context, organisation, server, sandbox }) => {
  const answer = await open(page, server.sandboxURL, 0);
  const sent = watch(page);
  const window = new Window(page);
  const button = page.getByRole("button", { name: /^(Connect HRIS Integration|Initializing\.\.\.)$/ });

  // Left once: the button comes back.
  await button.click();
  expect(await answer("create-link-token")).toMatchObject({ success: true, link_token: expect.stringMatching(/.+/) });
  await window.opens("Choose your HR app");
  await window.leave();
  await expect(button).toHaveText("Connect HRIS Integration");
  await expect(button).toBeEnabled();

  await button.click();
  await window.opens("Choose your HR app");
  await window.pick("Hibob");
  await window.submit();
  expect(await answer("exchange-public-token")).toMatchObject({ success: true, integration_name: "Hibob" });
  // It loads itself anew.
  await expect(state(page)).toHaveText("1 connected");
  await expect(account(page, "Hibob")).toBeVisible();

  expect(sent).toEqual([
    { path: "/api/merge/create-link-token", body: { category: "hris" }, type: "application/json" },
    { path: "/api/merge/create-link-token", body: { category: "hris" }, type: "application/json" },
    { path: "/api/merge/exchange-public-token", body: { public_token: expect.any(String) }, type: "application/json" },
  ]);
  expect(await only(context)).toMatchObject({ status: "active", integration_slug: "hibob" });
  expect(await sandbox.accounts({ organization: organisation.organization_name })).toMatchObject([{ status: "COMPLETE", category: "hris" }]);
});

test("its app list opens the chosen app, and its exchange names no Content-Type", async ({ page, context, organisation, server, sandbox }) => {
  const answer = await open(page, server.sandboxURL, 0);
  const sent = watch(page);
  const window = new Window(page);
  // Only apps of the category: the list says of each what it is.
  await expect(app(page, "BambooHR")).toBeVisible();
  await expect(app(page, "HubSpot")).toHaveCount(0);

  await app(page, "Hibob").click();
  await expect(app(page, "Hibob")).toHaveText("Connecting...");
  await expect(app(page, "Hibob")).toBeDisabled();
  await window.opens("Connect Hibob");
  await window.leave();
  await expect(app(page, "Hibob")).toHaveText("Connect");
  await expect(app(page, "Hibob")).toBeEnabled();

  await app(page, "Hibob").click();
  await window.opens("Connect Hibob");
  await window.submit();
  expect(await answer("exchange-public-token")).toMatchObject({ success: true, integration_name: "Hibob" });
  await expect(state(page)).toHaveText("1 connected");
  await expect(account(page, "Hibob")).toBeVisible();

  const chosen = { category: "hris", integration: "hibob" };
  expect(sent).toEqual([
    { path: "/api/merge/create-link-token", body: chosen, type: "application/json" },
    { path: "/api/merge/create-link-token", body: chosen, type: "application/json" },
    // The browser's own word for a text that nobody named.
    { path: "/api/merge/exchange-public-token", body: { public_token: expect.any(String) }, type: "text/plain;charset=UTF-8" },
  ]);
  expect(await only(context)).toMatchObject({ status: "active", integration_slug: "hibob" });
  const asked = await sandbox.requests({ organization: organisation.organization_name, path: "/api/*/link-token" });
  expect(new Set(asked.map((request) => request.origin_id)).size, "the retry is the same account").toBe(1);
});

test("its Relink signs in again and keeps the account", async ({ page, context, organisation, server, sandbox }) => {
  const id = await connectQuietly(context, sandbox, hibob);
  const [before] = await sandbox.accounts({ organization: organisation.organization_name });
  await sandbox.expire(before?.id ?? "");
  expect(await checkHealth(context, id)).toBe(false);
  const answer = await open(page, server.sandboxURL, 1);
  const sent = watch(page);
  const window = new Window(page);

  await account(page, "Hibob").getByRole("button", { name: "Relink" }).click();
  expect(await answer("relink-integration")).toMatchObject({ success: true, link_token: expect.stringMatching(/.+/) });
  await window.opens("Reconnect Hibob");
  await window.submit();
  expect(await answer("exchange-public-token")).toMatchObject({ success: true, integration_name: "Hibob", linked_account_id: id });
  await expect(state(page)).toHaveText("1 connected");

  expect(sent.map(({ path, body }) => ({ path, body }))).toEqual([
    { path: "/api/merge/relink-integration", body: { integration_id: id } },
    { path: "/api/merge/exchange-public-token", body: { public_token: expect.any(String) } },
  ]);
  expect(await only(context)).toMatchObject({ id, status: "active", display_name: "Hibob" });
  expect(await sandbox.accounts({ organization: organisation.organization_name })).toMatchObject([
    { id: before?.id, origin_id: before?.origin_id, status: "COMPLETE" },
  ]);
});

test("its Delete asks with the fixed sentence and deletes", async ({ page, context, organisation, server, sandbox }) => {
  const id = await connectQuietly(context, sandbox, hibob);
  const answer = await open(page, server.sandboxURL, 1);
  const sent = watch(page);
  const asked: string[] = [];
  const remove = account(page, "Hibob").getByRole("button", { name: "Delete" });

  page.once("dialog", (dialog) => {
    asked.push(dialog.message());
    void dialog.dismiss();
  });
  await remove.click();
  expect(asked).toEqual(["This action is permanent. Do you want to proceed?"]);
  expect(sent).toEqual([]);

  page.once("dialog", (dialog) => void dialog.accept());
  await remove.click();
  expect(await answer("delete-integration")).toMatchObject({ success: true });
  await expect(state(page)).toHaveText("0 connected");
  expect(sent).toEqual([{ path: "/api/merge/delete-integration", body: { integration_id: id }, type: "application/json" }]);
  expect(await accountsOf(context)).toEqual([]);
  await expect.poll(() => sandbox.accounts({ organization: organisation.organization_name })).toEqual([]);
});

test("it hears in a sentence why a connection could not be started", async ({ page, organisation, server, sandbox, allowConsole }) => {
  allowConsole(/status of 50\d/);
  await open(page, server.sandboxURL, 0);
  await sandbox.fault({ kind: "bad_request", match: { organization: organisation.organization_name, path: "/api/*/link-token" } });
  const button = page.getByRole("button", { name: /^(Connect HRIS Integration|Initializing\.\.\.)$/ });
  const dialog = page.waitForEvent("dialog");
  const clicked = button.click();
  const alert = await dialog;
  expect(alert.message()).toMatch(/^Failed to initialize: [A-Z].+\.$/);
  expect(alert.message()).not.toMatch(/undefined|token|merge|\b\d{3}\b/i);
  await alert.accept();
  await clicked;
  await expect(button).toHaveText("Connect HRIS Integration");
  await expect(button).toBeEnabled();
});
