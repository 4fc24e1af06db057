// The official React package in a real browser, with the vendor's script address answered by the sandbox: `node main.mjs http://127.0.0.1:PORT`.

import assert from "node:assert/strict";
import { existsSync } from "node:fs";
import { createServer } from "node:http";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { chromium } from "playwright-core";
import { control, suite } from "../check.mjs";

const root = process.argv[2] || process.env.SANDBOX_URL;
const { check, end } = suite("React package");
const { api_key } = await control(root, "GET", "/");
const run = Date.now().toString(36);

const bundle = await build({
  entryPoints: [fileURLToPath(new URL("app.jsx", import.meta.url))], bundle: true, write: false, jsx: "automatic",
  define: { "process.env.NODE_ENV": '"production"' },
});
const script = bundle.outputFiles[0].text;
const host = createServer((request, response) => {
  const js = request.url.startsWith("/app.js");
  response.setHeader("content-type", js ? "text/javascript" : "text/html");
  // A strict page: only the vendor's script and the window may come from elsewhere.
  response.setHeader("content-security-policy", `default-src 'none'; script-src 'self' https://cdn.merge.dev; frame-src ${root}`);
  response.end(js ? script : '<!doctype html><html lang="en"><title>Host</title><body><div id="root"></div><script src="/app.js"></script></body></html>');
});
await new Promise((ready) => host.listen(0, "127.0.0.1", ready));
const home = `http://127.0.0.1:${host.address().port}/`;

const executablePath = [process.env.CHROMIUM, "/usr/bin/chromium"].find((path) => path && existsSync(path));
const browser = await chromium.launch({
  executablePath, args: ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
});

async function linkToken(originId, integration) {
  const response = await fetch(`${root}/api/hris/v1/link-token`, {
    method: "POST", headers: { authorization: `Bearer ${api_key}`, "content-type": "application/json" },
    body: JSON.stringify({
      end_user_email_address: "jane@acme.test", end_user_organization_name: `React ${run}`, end_user_origin_id: originId, categories: ["hris"], integration,
    }),
  });
  return (await response.json()).link_token;
}

// A page with the package, its window, and the console's errors.
async function visit(body, query = "") {
  const page = await browser.newPage();
  const errors = [];
  page.on("console", (message) => message.type() === "error" && errors.push(message.text()));
  page.on("pageerror", (error) => errors.push(String(error)));
  await page.route("https://cdn.merge.dev/**", async (route) => {
    const answer = await fetch(root + new URL(route.request().url()).pathname);
    await route.fulfill({ status: answer.status, contentType: answer.headers.get("content-type"), body: await answer.text() });
  });
  await page.goto(home + query);
  const open = async (token) => {
    await page.evaluate((given) => window.takeLinkToken(given), token);
    await page.locator("#state", { hasText: "ready" }).waitFor();
    await page.getByRole("button", { name: "Connect an app" }).click();
    return page.frameLocator("#merge-link-iframe");
  };
  const noted = (word) => page.waitForFunction((w) => window.noted().find((event) => event[0] === w), word).then((handle) => handle.jsonValue());
  try {
    await body({ page, open, noted, events: () => page.evaluate(() => window.noted().map((event) => event[0])) });
    assert.deepEqual(errors, [], "the console has no errors");
  } finally {
    await page.close();
  }
}

await check("an app from the list is connected, with a wrong password first", () =>
  visit(async ({ open, noted, events }) => {
    const frame = await open(await linkToken(`react_list_${run}`));
    await frame.getByRole("searchbox", { name: "Search apps" }).fill("bamboo");
    await frame.getByRole("button", { name: "BambooHR" }).click();
    await frame.getByLabel("BambooHR subdomain").fill("acme");
    await frame.getByLabel("API key", { exact: true }).fill("wrong");
    await frame.getByRole("button", { name: "Connect", exact: true }).click();
    await frame.getByText("did not accept these credentials").waitFor();
    await frame.getByLabel("API key", { exact: true }).fill("right");
    await frame.getByRole("button", { name: "Connect", exact: true }).click();
    const [, token, info] = await noted("success");
    assert.equal(info.isTokenForOtherPreexistingLinkedAccount, false);
    assert.deepEqual(await events(), ["success"], "told before the window is closed");
    const answer = await fetch(`${root}/api/hris/v1/account-token/${token}`, { headers: { authorization: `Bearer ${api_key}` } });
    assert.equal((await answer.json()).integration.slug, "bamboohr");
    await frame.getByRole("button", { name: "Done" }).click();
    await noted("exit");
    assert.deepEqual(await events(), ["success", "exit"]);
  }));

await check("leaving says exit alone, and gives the page back", () =>
  visit(async ({ page, open, noted, events }) => {
    const frame = await open(await linkToken(`react_leave_${run}`, "workday"));
    await frame.getByRole("heading", { name: "Connect Workday" }).waitFor();
    await page.keyboard.press("Escape");
    await noted("exit");
    assert.deepEqual(await events(), ["exit"]);
    assert.equal(await page.locator("#merge-link-iframe").isVisible(), false);
    assert.equal(await page.evaluate(() => document.body.style.overflow), "");
    assert.equal(await page.evaluate(() => document.activeElement.textContent), "Connect an app");
    const left = await control(root, "GET", `/accounts?origin_id=react_leave_${run}`);
    assert.deepEqual(left.accounts.map((account) => account.status), ["INCOMPLETE"]);
  }));

await check("the token waits for the close when it should", () =>
  visit(async ({ open, noted, events }) => {
    const frame = await open(await linkToken(`react_late_${run}`, "google-workspace"));
    await frame.getByRole("button", { name: "Sign in to Google Workspace" }).click();
    const done = frame.getByRole("button", { name: "Done" });
    await done.waitFor();
    assert.deepEqual(await events(), []);
    await done.click();
    await noted("exit");
    assert.deepEqual(await events(), ["success", "exit"]);
  }, "?late=1"));

await check("validation errors reach the page and end nothing", () =>
  visit(async ({ open, noted, events }) => {
    const frame = await open(await linkToken(`react_validation_${run}`, "google-workspace"));
    await frame.getByLabel("What should happen?").selectOption("validation_error");
    await frame.getByRole("button", { name: "Sign in to Google Workspace" }).click();
    const [, errors] = await noted("validation");
    assert.equal(errors[0].problem_type, "VALIDATION_ERROR");
    await frame.getByRole("button", { name: "Sign in to Google Workspace" }).click();
    await noted("success");
    assert.deepEqual(await events(), ["validation", "success"]);
  }));

await check("a second attempt on the same page opens its own window", () =>
  visit(async ({ open, noted, events }) => {
    let frame = await open(await linkToken(`react_first_${run}`, "workday"));
    await frame.getByRole("button", { name: "Close" }).click();
    await noted("exit");
    frame = await open(await linkToken(`react_second_${run}`, "google-workspace"));
    await frame.getByRole("button", { name: "Sign in to Google Workspace" }).click();
    await noted("success");
    assert.deepEqual(await events(), ["exit", "success"]);
  }));

await check("a window that never comes does not hold up the next attempt", () =>
  visit(async ({ page, open, noted }) => {
    const { id } = await control(root, "POST", "/faults", { kind: "hang", times: 1, match: { organization: `React ${run}`, path: "/index.html" } });
    const first = await linkToken(`react_hang_${run}`, "workday");
    const asked = page.waitForRequest((request) => request.url().includes("/index.html"));
    await page.evaluate((given) => window.takeLinkToken(given), first);
    await asked;
    const frame = await open(await linkToken(`react_next_${run}`, "google-workspace"));
    await frame.getByRole("button", { name: "Sign in to Google Workspace" }).click();
    await noted("success");
    await control(root, "DELETE", `/faults/${id}`);
  }));

await check("relinking opens the account's own screen", () =>
  visit(async ({ open, noted }) => {
    const origin_id = `react_relink_${run}`;
    const { account } = await control(root, "POST", "/accounts", {
      origin_id, organization: `React ${run}`, email: "jane@acme.test", category: "hris", integration: "bamboohr",
    });
    const frame = await open(await linkToken(origin_id));
    await frame.getByRole("heading", { name: "Reconnect BambooHR" }).waitFor();
    await frame.getByLabel("API key", { exact: true }).fill("right");
    await frame.getByRole("button", { name: "Reconnect" }).click();
    const [, token] = await noted("success");
    const answer = await fetch(`${root}/api/hris/v1/account-token/${token}`, { headers: { authorization: `Bearer ${api_key}` } });
    const exchanged = await answer.json();
    assert.deepEqual([exchanged.id, exchanged.account_token], [account.id, account.account_token]);
  }));

await check("the window has names for everything and fits 320 pixels", () =>
  visit(async ({ page, open }) => {
    await page.setViewportSize({ width: 320, height: 640 });
    const frame = await open(await linkToken(`react_small_${run}`, "bamboohr"));
    await frame.getByRole("dialog", { name: "Connect BambooHR" }).waitFor();
    const inner = page.frames().find((one) => one.url().startsWith(root));
    const wide = await inner.evaluate(() => document.documentElement.scrollWidth);
    assert.ok(wide <= 320, `${wide} pixels wide`);
    const nameless = await inner.evaluate(() => [...document.querySelectorAll("button, input, select")]
      .filter((node) => node.checkVisibility() && !node.textContent.trim() && !node.ariaLabel && !node.labels?.length).map((node) => node.outerHTML));
    assert.deepEqual(nameless, []);
  }));

await browser.close();
host.close();
end();
