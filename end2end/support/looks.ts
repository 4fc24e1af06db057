import { join } from "node:path";
import { AxeBuilder } from "@axe-core/playwright";
import { expect, type Page } from "@playwright/test";

const themes = ["light", "dark"] as const;
const widths = [1440, 320] as const;
const folder = join(import.meta.dirname, "../test-results/shots");

/**
 * The page as it is once it rests. Colours on their way from one theme to the other come to their end; and what is out of sight, which would
 * keep the old theme's until it comes into sight, is rendered.
 */
function settle(): void {
  for (const element of document.querySelectorAll<HTMLElement>("body *")) {
    if (getComputedStyle(element).contentVisibility === "auto") element.style.contentVisibility = "visible";
  }
  for (const animation of document.getAnimations()) {
    if (animation.effect?.getComputedTiming().endTime === Infinity) animation.cancel();
    else animation.finish();
  }
}

/** A frame of another site is drawn by a process of its own: it follows a moment later when the page changes its size. */
async function framesFollow(page: Page): Promise<void> {
  for (const frame of page.frames().slice(1)) {
    const width = await (await frame.frameElement()).evaluate((element) => (element as Element).clientWidth);
    await frame.waitForFunction((width) => innerWidth === width, width);
    await frame.evaluate(settle);
  }
}

/** Runs `look` in the light and in the dark theme, without motion, and leaves the page as it was. */
async function inBothThemes(page: Page, look: (theme: (typeof themes)[number]) => Promise<void>): Promise<void> {
  try {
    for (const theme of themes) {
      await page.emulateMedia({ colorScheme: theme, reducedMotion: "reduce" });
      for (const frame of page.frames()) await frame.evaluate(settle);
      await look(theme);
    }
  } finally {
    await page.emulateMedia({ colorScheme: null, reducedMotion: null });
  }
}

/**
 * The same page, as it stands, in a browser where axe can run: it needs JavaScript, the page at hand has none.
 * Scripts are taken out; what only their absence shows, stays.
 */
async function withoutItsScripts(page: Page): Promise<Page> {
  const html = (await page.content())
    .replaceAll(/<script\b[^>]*>[\s\S]*?<\/script>/gi, "")
    .replaceAll(/<link\b[^>]*\bas="?(?:script|fetch)\b[^>]*>|<link\b[^>]*\bmodulepreload\b[^>]*>/gi, "")
    .replaceAll(/<(\/?)noscript\b/gi, "<$1div");
  const browser = page.context().browser();
  if (!browser) throw new Error("this page belongs to no browser");
  const context = await browser.newContext({
    javaScriptEnabled: true,
    storageState: await page.context().storageState(),
    viewport: page.viewportSize(),
  });
  const copy = await context.newPage();
  await copy.route(page.url(), (route) => route.fulfill({ contentType: "text/html; charset=utf-8", body: html }));
  await copy.goto(page.url());
  return copy;
}

/** No violation of WCAG 2.2 AA or of axe's best practices. The dark theme changes nothing but colours, so only those are looked at again. */
export async function expectAccessible(page: Page, javaScriptEnabled = true): Promise<void> {
  if (!javaScriptEnabled) {
    const copy = await withoutItsScripts(page);
    await expectAccessible(copy);
    await copy.context().close();
    return;
  }
  await inBothThemes(page, async (theme) => {
    const axe = new AxeBuilder({ page });
    if (theme === "dark") axe.withRules(["color-contrast", "link-in-text-block"]);
    else axe.withTags(["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]);
    const { violations } = await axe.analyze();
    const report = violations.map((v) => `${v.id}: ${v.help}\n${v.nodes.map((n) => `    ${n.html}\n      ${n.failureSummary}`).join("\n")}`);
    expect(report, `axe, ${theme}, ${page.url()}`).toEqual([]);
  });
}

/** Nothing sticks out sideways at the present width. */
export async function expectNoSidewaysScroll(page: Page): Promise<void> {
  const { content, window: room, out } = await page.evaluate(() => {
    const root = document.documentElement;
    const sticksOut = (element: Element) => element.getBoundingClientRect().right > root.clientWidth;
    const out = [...document.querySelectorAll("body *")].filter(sticksOut).map((element) => element.outerHTML.slice(0, 120));
    return { content: root.scrollWidth, window: root.clientWidth, out };
  });
  expect(content, `the width of ${page.url()} in a window of ${room} px; what sticks out:\n${out.join("\n")}`).toBeLessThanOrEqual(room);
}

/**
 * Nothing sticks out sideways, wide and narrow; and pictures of the page in both themes in test-results/shots, for people: the build machine,
 * where nobody looks at them, takes none.
 */
export async function takeShots(page: Page, name: string): Promise<void> {
  const before = page.viewportSize();
  try {
    await inBothThemes(page, async (theme) => {
      for (const width of widths) {
        await page.setViewportSize({ width, height: width === 320 ? 720 : 900 });
        await framesFollow(page);
        if (!process.env.CI) await page.screenshot({ path: join(folder, `${name}-${theme}-${width}.png`), fullPage: true, animations: "disabled" });
        await expectNoSidewaysScroll(page);
      }
    });
  } finally {
    if (before) await page.setViewportSize(before);
  }
}
