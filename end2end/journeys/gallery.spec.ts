import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test as base } from "../support/test.ts";

// Every part in every state, as it looked when somebody last looked at it and found it good. `make e2e ARGS="gallery --update-snapshots"` takes
// the pictures anew; the commit says what changed.
const references = join(import.meta.dirname, "../references");
const font = join(import.meta.dirname, "../node_modules/@fontsource-variable/inter/files/inter-latin-wght-normal.woff2");
const rooms = ["buttons", "badges", "tiles", "icons", "fields", "notices", "cards", "rows"];

const test = base.extend({
  // The pages' policy lets nobody bring a font along.
  bypassCSP: true,
});

/** The version of Chromium that the pictures are of. Another one draws letters and edges a little differently, which is no fault of ours. */
function drawnBy(): string | undefined {
  const file = join(references, "chromium.txt");
  return existsSync(file) ? readFileSync(file, "utf8").trim() : undefined;
}

test.describe("the gallery", { tag: "@once" }, () => {
  test.describe.configure({ timeout: 120_000 });

  test("holds every part, and everybody can use them", async ({ page, organisation, axe, vendorWords }) => {
    void organisation;
    await page.goto("/gallery");
    for (const room of rooms) await expect(page.locator(`#${room}`)).toBeVisible();
    await vendorWords(page);
    await axe(page);
    await page.setViewportSize({ width: 320, height: 720 });
    await axe(page);
  });

  for (const scheme of ["light", "dark"] as const) {
    for (const width of [1440, 320]) {
      test(`looks as it did, ${scheme}, ${width} px`, async ({ page, browser, organisation }, testInfo) => {
        void organisation;
        const version = browser.version().split(".")[0];
        test.skip(version !== drawnBy() && testInfo.config.updateSnapshots !== "all", `the pictures are of Chromium ${drawnBy()}, this is ${version}`);
        // The machine's own fonts are whatever they are.
        await page.route("**/reference.woff2", (route) => route.fulfill({ path: font, contentType: "font/woff2" }));
        await page.emulateMedia({ colorScheme: scheme, reducedMotion: "reduce" });
        await page.setViewportSize({ width, height: 900 });
        await page.goto("/gallery");
        await page.addStyleTag({ content: `@font-face{font-family:Reference;src:url(/reference.woff2);font-weight:100 900}*{font-family:Reference!important}` });
        await page.evaluate(() => document.fonts.load("16px Reference"));
        // What the font does not hold, the machine's own would draw.
        await page.evaluate(() => {
          for (const letters of document.querySelectorAll("#tiles text")) if (/[^ -~]/.test(letters.textContent?.trim() ?? "")) letters.textContent = "";
        });
        for (const room of rooms) await expect(page.locator(`#${room}`)).toHaveScreenshot(`${room}-${scheme}-${width}.png`, { maxDiffPixels: 200 });
      });
    }
  }
});
