import type { Frame, FrameLocator, Locator, Page } from "@playwright/test";
import { sql } from "../support/database.ts";
import { Host, type Flaw } from "../support/host.ts";
import { Sandbox } from "../support/sandbox.ts";
import type { Server } from "../support/server.ts";
import { expect, test as base } from "../support/test.ts";
import { Window } from "../support/window.ts";

interface Heard {
  type: string;
  detail: unknown;
}

// A product on another site, with Patchbay in a pane of its page.
const test = base.extend<{ host: Host; patchbay: Server }>({
  host: async ({}, use) => {
    const host = await Host.start();
    await use(host);
    await host.stop();
  },
  // `startServer` first, and only for the order: the server ends after the pages that would ask for it.
  context: async ({ startServer: _, context, allowConsole }, use) => {
    // A dialog that waits unseen names the button that gets the focus when it opens; in a frame Chromium remarks on that.
    allowConsole(/^Blocked autofocusing/);
    await use(context);
  },
  patchbay: async ({ host, startServer }, use) => {
    const patchbay = await startServer(host.environment);
    host.patchbay = patchbay.baseURL;
    await use(patchbay);
  },
});

test.describe.configure({ timeout: 180_000 });

const heard = (page: Page) => page.evaluate(() => (window as unknown as { heard: Heard[] }).heard);

async function expectHeard(page: Page, type: string, detail?: unknown): Promise<void> {
  const of = async () => (await heard(page)).filter((one) => one.type === type).map((one) => one.detail);
  if (detail === undefined) await expect.poll(async () => (await of()).length, `the host hears "${type}"`).toBeGreaterThan(0);
  else await expect.poll(of, `the host hears "${type}"`).toContainEqual(detail);
}

/** The host's page, and the frame in it once its buttons work. */
async function open(page: Page, host: Host, query = ""): Promise<FrameLocator> {
  await page.goto(`${host.origin}/${query}`);
  // The first page of a browser takes its time to come to life.
  await expect.poll(async () => (await heard(page)).map(({ type }) => type), { message: "the frame lives", timeout: 45_000 }).toContain("ready");
  return page.frameLocator("iframe[name^=patchbay]");
}

/** Goes to another page in the frame, and waits until its buttons work. */
async function arrive(page: Page, link: Locator): Promise<void> {
  const ready = async () => (await heard(page)).filter(({ type }) => type === "ready").length;
  const before = await ready();
  await link.click();
  await expect.poll(ready, "the next page in the frame lives").toBeGreaterThan(before);
}

const inside = (page: Page): Frame => {
  const frame = page.frames().find((one) => one.name().startsWith("patchbay"));
  if (!frame) throw new Error("there is no frame");
  return frame;
};

const rows = async (server: Server) =>
  (
    await sql<{ n: number | string }>(
      server,
      "SELECT (SELECT count(*) FROM sessions) + (SELECT count(*) FROM users) + (SELECT count(*) FROM organizations) + (SELECT count(*) FROM embed_tickets) AS n",
    )
  ).map(({ n }) => Number(n))[0];

test("a product's people browse, connect and delete in its frame, and the product hears of it", async ({ page, host, patchbay, vendorWords }) => {
  const events = page.waitForResponse((response) => response.url() === `${patchbay.baseURL}/api/events?embed=1`);
  const frame = await open(page, host);
  expect((await events).status(), "the frame follows what happens").toBe(200);
  await expect(frame.getByRole("heading", { level: 1, name: "App Center" })).toBeVisible();
  await expect(frame.getByText("Sign out")).toHaveCount(0);
  await expect(frame.getByRole("navigation", { name: "Apps" }).getByRole("link")).toHaveText(["App Center", /^Connected Apps/]);
  await vendorWords(inside(page));
  await expectHeard(page, "height");

  await frame.getByRole("searchbox").fill("hibob");
  const app = frame.getByRole("listitem").filter({ has: frame.getByRole("heading", { level: 3, name: "Hibob", exact: true }) });
  await app.getByRole("button", { name: "Connect Hibob" }).click();
  const window = new Window(frame);
  await window.opens("Connect Hibob");
  await window.finish();
  await expect(app.getByRole("link", { name: "Manage Hibob" })).toBeVisible();

  const sandbox = new Sandbox(patchbay.sandboxURL);
  const [account] = await sandbox.accounts({ organization: host.person.org_name });
  expect(account).toMatchObject({ integration: "hibob", category: "hris", status: "COMPLETE", email: host.person.email });
  const [row] = await sql<{ id: string }>(patchbay, "SELECT id FROM linked_accounts");
  await expectHeard(page, "connected", { id: row?.id, integration: "hibob", category: "hris" });

  await arrive(page, frame.getByRole("link", { name: /^Connected Apps/ }));
  await expect(frame.getByRole("heading", { level: 1, name: "Connected Apps" })).toBeVisible();
  await arrive(page, frame.getByRole("link", { name: "Hibob", exact: true }));
  await expect(frame.getByRole("heading", { level: 1, name: "Hibob" })).toBeVisible();
  await arrive(page, frame.getByRole("link", { name: "Settings", exact: true }));
  await frame.getByRole("button", { name: "Delete integration" }).click();
  await frame.getByRole("alertdialog").getByRole("button", { name: "Delete integration" }).click();
  await expectHeard(page, "deleted", { id: row?.id });

  const raw = await page.evaluate(() => (globalThis as unknown as { raw: { origin: string; data: { source: string } }[] }).raw);
  expect(new Set(raw.filter(({ data }) => data.source === "patchbay").map(({ origin }) => origin))).toEqual(new Set([patchbay.baseURL]));
  expect((await heard(page)).filter(({ type }) => type === "error")).toEqual([]);
  await page.evaluate(() => (globalThis as unknown as { apps: { close(): void } }).apps.close());
  await expect(page.locator("iframe")).toHaveCount(0);
});

test("who is in a frame is signed in nowhere else, and who is signed in is not in the frame", { tag: "@once" }, async ({ page, host, patchbay, context }) => {
  const demo = await context.request.post(`${patchbay.baseURL}/api/auth/demo`, { data: {}, headers: { "Sec-Fetch-Site": "same-origin" } });
  expect(demo.status()).toBe(200);
  const frame = await open(page, host, "?path=/connected");
  await expect(frame.getByRole("heading", { level: 1, name: "Connected Apps" })).toBeVisible();
  const names = await sql<{ name: string }>(patchbay, "SELECT name FROM organizations ORDER BY name");
  expect(names.map(({ name }) => name)).toEqual(["Acme Inc", host.person.org_name]);
  await context.request.post(`${patchbay.baseURL}/api/auth/sign-out`, { data: {}, headers: { "Sec-Fetch-Site": "same-origin" } });

  const tab = await context.newPage();
  await tab.goto(`${patchbay.baseURL}/apps`);
  await expect(tab).toHaveURL(/\/sign-in/);
  await page.reload();
  await expect(frame.getByRole("heading", { level: 1, name: "Connected Apps" })).toBeVisible();
});

const refusals: [Flaw, string, string][] = [
  ["signature", "not_signed", "We couldn't confirm who you are"],
  ["expired", "expired", "That took too long"],
  ["audience", "other_audience", "We couldn't confirm who you are"],
  ["replayed", "used", "This was opened once already"],
];
for (const [flaw, reason, title] of refusals) {
  test(`a sign-in with a wrong ${flaw} is refused in plain words`, { tag: "@once" }, async ({ page, host, patchbay, vendorWords, axe, shots, allowConsole }) => {
    allowConsole(/status of 401/);
    // Once it is right: only a second time is wrong.
    if (flaw === "replayed") await open(page, host, "?flaw=replayed");
    const before = await rows(patchbay);
    await page.goto(`${host.origin}/?flaw=${flaw}`);
    await expectHeard(page, "error", { reason });
    const frame = page.frameLocator("iframe[name^=patchbay]");
    await expect(frame.getByRole("heading", { level: 1 })).toHaveText(title);
    await vendorWords(inside(page));
    expect(await rows(patchbay), "nothing was written").toBe(before);
    if (flaw !== "signature") return;
    await axe(page);
    await shots(page, "embed-refused");
  });
}

test("a page that may not embed shows nothing and lets nobody in", { tag: "@once" }, async ({ page, host, patchbay, allowConsole }) => {
  allowConsole(/frame-ancestors|status of 403/);
  const stranger = await Host.start();
  try {
    stranger.patchbay = patchbay.baseURL;
    stranger.sign = () => host.sign();
    const before = await rows(patchbay);
    const answer = page.waitForResponse(`${patchbay.baseURL}/embed`);
    await page.goto(stranger.origin);
    expect((await answer).status()).toBe(403);
    expect(await rows(patchbay)).toBe(before);
    // The browser keeps even the refusal from the stranger's page; to whoever looks, it says what is wrong.
    const seen = await page.request.post(`${patchbay.baseURL}/embed`, { headers: { Origin: stranger.origin }, form: { token: host.sign() } });
    expect(seen.status()).toBe(403);
    expect(await seen.text()).toContain("isn't allowed to show these pages");
    expect(await rows(patchbay)).toBe(before);
  } finally {
    await stranger.stop();
  }
});

for (const [name, path, title] of [
  ["apps", "/apps", "App Center"],
  ["connected", "/connected", "Connected Apps"],
  ["app", "/apps/bamboohr", "BambooHR"],
] as const) {
  test(`how ${title} looks in a product`, { tag: "@once" }, async ({ page, host, patchbay, vendorWords, axe, shots }) => {
    expect(patchbay.baseURL).not.toBe("");
    const frame = await open(page, host, `?path=${path}`);
    await expect(frame.getByRole("heading", { level: 1, name: title })).toBeVisible();
    await vendorWords(inside(page));
    await axe(page);
    await shots(page, `embed-${name}`);
    await page.setViewportSize({ width: 320, height: 900 });
    const { content, room } = await inside(page).evaluate(() => ({
      content: document.documentElement.scrollWidth,
      room: document.documentElement.clientWidth,
    }));
    expect(content, `${path} in a pane of ${room} px`).toBeLessThanOrEqual(room);
    await axe(page);
  });
}

test("the product chooses the theme", { tag: "@once" }, async ({ page, host, patchbay }) => {
  expect(patchbay.baseURL).not.toBe("");
  await open(page, host, "?theme=dark");
  expect(await inside(page).evaluate(() => getComputedStyle(document.documentElement).backgroundColor)).toBe("rgb(14, 17, 22)");
});
