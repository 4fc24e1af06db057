import type { Page } from "@playwright/test";
import { visit } from "../support/linking.ts";
import { expect, test } from "../support/test.ts";

/** How the page at hand came: `navigational-prefetch`, or nothing for the ordinary way. */
const delivery = (page: Page) => page.evaluate(() => (performance.getEntriesByType("navigation")[0] as unknown as { deliveryType: string }).deliveryType);

/** Rests the mouse on a link until its page is here. */
async function restOn(page: Page, name: string): Promise<void> {
  const cdp = await page.context().newCDPSession(page);
  const ready = new Promise<void>((done) => cdp.on("Preload.prefetchStatusUpdated", ({ status }) => void (status === "Ready" && done())));
  await cdp.send("Preload.enable");
  await page.getByRole("link", { name }).hover();
  await ready;
  await cdp.detach();
}

test("a page that the mouse rests on is there before the click", { tag: "@once" }, async ({ page, organisation }) => {
  expect(organisation.email).not.toBe("");
  await visit(page, "/apps");
  await restOn(page, "Connected Apps");
  await page.getByRole("link", { name: "Connected Apps" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Connected Apps");
  expect(await delivery(page)).toBe("navigational-prefetch");
});

test("what was fetched before a change is not shown after it", { tag: "@once" }, async ({ page, organisation }) => {
  expect(organisation.email).not.toBe("");
  await visit(page, "/apps");
  await restOn(page, "Connected Apps");
  const kept = page.waitForResponse((response) => response.url().endsWith("/api/page/theme"));
  await page.getByRole("button", { name: "account and theme" }).click();
  await page.getByRole("button", { name: "Dark", exact: true }).click();
  await (await kept).finished();
  await page.keyboard.press("Escape");
  await page.getByRole("link", { name: "Connected Apps" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Connected Apps");
  await expect(page.locator("html")).toHaveAttribute("data-theme", "dark");
});
