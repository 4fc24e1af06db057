import type { Locator, Page } from "@playwright/test";
import { connectQuietly, visit } from "../support/linking.ts";
import { connectBroken, gusto, xero } from "../support/states.ts";
import { expect, test } from "../support/test.ts";

/** Role and name of what has the focus, as a screen reader says them: `link "App Center"`. */
async function focused(page: Page): Promise<string> {
  const place = page.locator(":focus");
  if ((await place.count()) === 0) return "nothing";
  const [first = ""] = (await place.ariaSnapshot()).split("\n");
  // A line of YAML: `- link "App Center"`, `- 'button "Delete: Gusto"': Delete`.
  return /^- '?(\w+(?: "(?:[^"\\]|\\.)*")?)/.exec(first)?.[1] ?? first;
}

/** What has the focus shows it: a ring of two pixels or more, on the element or on the part that stands for it. */
async function expectRing(page: Page): Promise<void> {
  const ring = await page.locator(":focus").evaluate((element) => {
    const drawn = (style: CSSStyleDeclaration) =>
      style.outlineStyle !== "none" && !style.outlineColor.endsWith(", 0)") ? Number.parseFloat(style.outlineWidth) : 0;
    return Math.max(drawn(getComputedStyle(element)), drawn(getComputedStyle(element, "::after")));
  });
  expect(ring, `the ring around ${await focused(page)}`).toBeGreaterThanOrEqual(2);
}

/** What has the focus is in the window, and nothing that sticks to its edge lies over it (WCAG 2.4.11). */
async function expectUncovered(page: Page): Promise<void> {
  const { inside, covered } = await page.locator(":focus").evaluate((element) => {
    const box = element.getBoundingClientRect();
    const [x, y] = [box.left + box.width / 2, box.top + box.height / 2];
    const top = document.elementFromPoint(x, y);
    return {
      inside: box.top >= 0 && box.bottom <= innerHeight && box.left >= 0 && box.right <= innerWidth,
      covered: top && !element.contains(top) && !top.contains(element) && !element.closest("li, [role=listitem]")?.contains(top) ? top.outerHTML.slice(0, 120) : null,
    };
  });
  expect(covered, `over ${await focused(page)}`).toBeNull();
  expect(inside, `${await focused(page)} is in the window`).toBe(true);
}

/** Presses Tab and says what has the focus now. */
async function tab(page: Page, key: "Tab" | "Shift+Tab" = "Tab"): Promise<string> {
  await page.keyboard.press(key);
  return focused(page);
}

/** Goes round with Tab, and never leaves `place` for another part of the page. */
async function expectKept(page: Page, place: Locator): Promise<void> {
  for (let n = 0; n < 8; n += 1) {
    await page.keyboard.press("Tab");
    // Between the last and the first lies the browser itself: then the page has no focus at all.
    const outside = await place.evaluate((dialog) => document.activeElement !== document.body && !dialog.contains(document.activeElement));
    expect(outside, `after Tab the focus is on ${await focused(page)}`).toBe(false);
  }
}

const account = (page: Page) => page.getByRole("button", { name: "account and theme" });

test("the first thing that Tab meets leads past the header", { tag: "@nojs" }, async ({ page, organisation, javaScriptEnabled }) => {
  expect(organisation.email).not.toBe("");
  for (const [path, first] of [
    ["/apps", 'searchbox "Search apps"'],
    ["/apps/gusto", 'link "App Center"'],
    ["/connected", 'link "Browse apps"'],
  ] as const) {
    await visit(page, path, javaScriptEnabled);
    const skip = page.getByRole("link", { name: "Skip to content" });
    await expect(skip).not.toBeInViewport();
    expect(await tab(page)).toBe('link "Skip to content"');
    await expect(skip).toBeInViewport();
    await expectRing(page);
    await page.keyboard.press("Enter");
    await expect(page.getByRole("main")).toBeFocused();
    await expect(skip).not.toBeInViewport();
    expect(await tab(page), path).toBe(first);
  }
});

test("Tab goes through the App Center as it is read", async ({ page, context, organisation, sandbox }) => {
  await connectQuietly(context, sandbox, gusto);
  await visit(page, "/apps");
  const stops = [
    'link "Skip to content"',
    'link "Patchbay"',
    'link "App Center"',
    'link "Connected Apps"',
    'button "Search"',
    `button "${organisation.organization_name}, Ada Admin: account and theme"`,
    'searchbox "Search apps"',
    'combobox "Sort by"',
  ];
  for (const stop of stops) {
    expect(await tab(page)).toBe(stop);
    await expectRing(page);
    await expectUncovered(page);
  }
  for (const label of ["All apps", "HR", "Recruiting", "CRM", "Accounting", "Ticketing", "File storage", "Knowledge base", "Connected", "Needs attention"]) {
    expect(await tab(page)).toMatch(new RegExp(`^link "${label} \\d+ apps?"$`));
    await expectRing(page);
    await expectUncovered(page);
  }
  // Each card: its name, then what can be done.
  for (const stop of [
    'link "BambooHR"',
    'button "Connect BambooHR"',
    'link "Workday"',
    'button "Connect Workday"',
    'link "Hibob"',
    'button "Connect Hibob"',
    'link "Gusto"',
    'link "Manage Gusto"',
  ]) {
    expect(await tab(page)).toBe(stop);
    await expectRing(page);
    await expectUncovered(page);
  }
});

test("the sticky header covers nothing that has the focus", { tag: "@nojs" }, async ({ page, organisation, javaScriptEnabled }) => {
  expect(organisation.email).not.toBe("");
  for (const size of [
    { width: 1280, height: 600 },
    { width: 360, height: 640 },
  ]) {
    await page.setViewportSize(size);
    await visit(page, "/apps", javaScriptEnabled);
    await page.getByRole("region", { name: "Apps" }).getByRole("listitem").nth(40).getByRole("link").first().focus();
    for (let n = 0; n < 24; n += 1) {
      expect(await tab(page, "Shift+Tab")).not.toBe("nothing");
      await expectUncovered(page);
    }
  }
});

test("the account menu opens, is walked through and left by keyboard", { tag: "@nojs" }, async ({ page, organisation, javaScriptEnabled }) => {
  await visit(page, "/connected", javaScriptEnabled);
  const menu = page.getByRole("group", { name: "Account" });
  await account(page).focus();
  await page.keyboard.press("Enter");
  await expect(menu).toBeVisible();
  await expect(menu).toContainText(organisation.email);
  const languages = ["English", "Deutsch", "Français", "Español", "日本語"].map((name) => `button "${name}"`);
  for (const stop of ['button "System"', 'button "Light"', 'button "Dark"', ...languages, 'link "Settings"', 'button "Sign out"']) {
    expect(await tab(page)).toBe(stop);
    await expectRing(page);
  }
  await page.keyboard.press("Escape");
  await expect(menu).toBeHidden();
  await expect(account(page)).toBeFocused();
  await page.keyboard.press("Space");
  await expect(menu).toBeVisible();
  await page.keyboard.press("Space");
  await expect(menu).toBeHidden();
});

test("the choice of a category takes the focus and gives it back", async ({ page, organisation, sandbox }) => {
  await visit(page, "/apps?q=workday");
  const opener = page.getByRole("button", { name: "Connect Workday" });
  const dialog = page.getByRole("dialog", { name: "Connect Workday" });
  await opener.focus();
  await page.keyboard.press("Enter");
  await expect(dialog).toBeVisible();
  await expect(dialog.locator(":focus")).toHaveCount(1);
  await expectKept(page, dialog);
  await page.keyboard.press("Escape");
  await expect(dialog).toBeHidden();
  await expect(opener).toBeFocused();

  await page.keyboard.press("Space");
  await dialog.getByRole("button", { name: "Cancel" }).focus();
  await expectRing(page);
  await page.keyboard.press("Enter");
  await expect(dialog).toBeHidden();
  await expect(opener).toBeFocused();
  // It was only asked, nothing was begun.
  expect(await sandbox.requests({ organization: organisation.organization_name })).toEqual([]);
});

test("the dialog that deletes begins at Cancel, keeps the focus and gives it back", async ({ page, context, organisation, sandbox }) => {
  await connectQuietly(context, sandbox, gusto);
  await visit(page, "/connected");
  const opener = page.getByRole("button", { name: "Delete integration: Gusto" });
  const dialog = page.getByRole("alertdialog", { name: "Delete Gusto?" });
  await opener.focus();
  await page.keyboard.press("Enter");
  await expect(dialog).toBeVisible();
  await expect(dialog).toHaveAccessibleDescription(/^This action is permanent\. Do you want to proceed\?/);
  await expect(dialog.getByRole("button", { name: "Cancel" })).toBeFocused();
  expect(await tab(page)).toBe('button "Delete integration"');
  await expectRing(page);
  await expectKept(page, dialog);
  await page.keyboard.press("Escape");
  await expect(dialog).toBeHidden();
  await expect(opener).toBeFocused();
  expect(await sandbox.accounts({ organization: organisation.organization_name })).toHaveLength(1);
});

test("a name is changed, or left, by keyboard alone", async ({ page, context, organisation, sandbox }) => {
  expect(organisation.email).not.toBe("");
  await connectQuietly(context, sandbox, gusto);
  await visit(page, "/connected");
  const field = page.getByRole("textbox", { name: "Name for Gusto" });
  await page.getByRole("button", { name: "Rename Gusto" }).focus();
  await page.keyboard.press("Enter");
  await expect(field).toBeFocused();
  await page.keyboard.type("Never mind");
  await page.keyboard.press("Escape");
  await expect(field).toHaveCount(0);
  await expect(page.getByRole("button", { name: "Rename Gusto" })).toBeFocused();

  await page.keyboard.press("Enter");
  await expect(field).toBeFocused();
  await page.keyboard.type("Payroll Berlin");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { level: 3, name: "Payroll Berlin" })).toBeVisible();
  await expect(page.getByRole("button", { name: "Rename Payroll Berlin" })).toBeFocused();
});

test("on a narrow screen the row's menu does what the buttons do", async ({ page, context, organisation, sandbox }) => {
  expect(organisation.email).not.toBe("");
  await page.setViewportSize({ width: 360, height: 700 });
  await connectQuietly(context, sandbox, gusto);
  await visit(page, "/connected");
  const more = page.getByRole("button", { name: "More for Gusto" });
  const sheet = page.getByRole("group", { name: "Actions for Gusto" });
  await more.focus();
  await page.keyboard.press("Enter");
  await expect(sheet).toBeVisible();
  for (const stop of [
    'link "View data"',
    'button "Rename"',
    'button "Check now"',
    'button "Sync now"',
    'button "Relink integration"',
    'button "Delete integration"',
  ]) {
    expect(await tab(page)).toBe(stop);
    await expectRing(page);
  }
  await page.keyboard.press("Escape");
  await expect(sheet).toBeHidden();
  await expect(more).toBeFocused();

  // The dialog comes over the menu, and when it is left, the focus is where it all began.
  await page.keyboard.press("Enter");
  await sheet.getByRole("button", { name: "Delete integration" }).focus();
  await page.keyboard.press("Enter");
  const dialog = page.getByRole("alertdialog", { name: "Delete Gusto?" });
  await expect(dialog).toBeVisible();
  await expect(sheet).toBeHidden();
  await page.keyboard.press("Escape");
  await expect(dialog).toBeHidden();
  await expect(more).toBeFocused();

  await page.keyboard.press("Enter");
  await sheet.getByRole("button", { name: "Rename" }).focus();
  await page.keyboard.press("Enter");
  await expect(sheet).toBeHidden();
  await expect(page.getByRole("textbox", { name: "Name for Gusto" })).toBeFocused();
});

test("Connected Apps can be walked through by keyboard", async ({ page, context, organisation, sandbox }) => {
  await connectQuietly(context, sandbox, xero);
  await connectBroken(context, sandbox, organisation, gusto);
  await visit(page, "/connected");
  await page.getByRole("link", { name: "Browse apps" }).focus();
  for (const stop of [
    'link "Gusto"',
    'button "Reconnect Gusto"',
    'link "Gusto"',
    'button "Rename Gusto"',
    'button "Relink integration: Gusto"',
    'button "Delete integration: Gusto"',
    'button "More for Gusto"',
    'link "Xero"',
    'button "Rename Xero"',
    'button "Relink integration: Xero"',
    'button "Delete integration: Xero"',
    'button "More for Xero"',
  ]) {
    expect(await tab(page)).toBe(stop);
    await expectRing(page);
    await expectUncovered(page);
  }
});

test.describe("the theme", () => {
  /** The ground that the page is painted on. */
  const ground = (page: Page) => page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
  const light = "rgb(255, 255, 255)";
  const dark = "rgb(14, 17, 22)";

  async function choose(page: Page, theme: "System" | "Light" | "Dark"): Promise<void> {
    const button = page.getByRole("button", { name: theme, exact: true });
    if (!(await button.isVisible())) await account(page).click();
    // Kept before the page is left; with a script nothing shows it, without one the page comes back.
    const kept = page.waitForResponse((response) => response.request().method() === "POST" && response.url().endsWith("/api/page/theme"));
    await button.click();
    expect((await kept).status()).toBeLessThan(400);
  }

  test("that was chosen is painted from the first byte on, and stays", { tag: "@nojs" }, async ({ page, organisation, javaScriptEnabled }) => {
    expect(organisation.email).not.toBe("");
    await page.emulateMedia({ colorScheme: "light" });
    await visit(page, "/apps", javaScriptEnabled);
    expect(await ground(page)).toBe(light);
    await choose(page, "Dark");
    await expect.poll(() => ground(page)).toBe(dark);

    // What the server sends says it already: nothing has to be repainted.
    for (const path of ["/apps", "/connected", "/apps/gusto", "/nowhere"]) {
      const html = await (await page.request.get(path)).text();
      expect(/<html[^>]*>/.exec(html)?.[0], path).toContain('data-theme="dark"');
    }
    await visit(page, "/connected", javaScriptEnabled);
    expect(await ground(page)).toBe(dark);
    await page.reload();
    expect(await ground(page)).toBe(dark);
    await account(page).click();
    await expect(page.getByRole("button", { name: "Dark", exact: true })).toHaveAttribute("aria-pressed", "true");
    await expect(page.getByRole("button", { name: "Light", exact: true })).toHaveAttribute("aria-pressed", "false");
  });

  test("goes against the system's where it was chosen, and with it where not", { tag: "@nojs" }, async ({ page, organisation, javaScriptEnabled }) => {
    expect(organisation.email).not.toBe("");
    await page.emulateMedia({ colorScheme: "dark" });
    await visit(page, "/connected", javaScriptEnabled);
    expect(await ground(page)).toBe(dark);
    await choose(page, "Light");
    await expect.poll(() => ground(page)).toBe(light);
    await page.reload();
    expect(await ground(page)).toBe(light);
    await visit(page, "/connected", javaScriptEnabled);
    await choose(page, "System");
    await expect.poll(() => ground(page)).toBe(dark);
    await page.reload();
    expect(await ground(page)).toBe(dark);
    await page.emulateMedia({ colorScheme: "light" });
    await expect.poll(() => ground(page)).toBe(light);
  });

  test("outlives the session, so that the sign-in page is right too", { tag: "@nojs" }, async ({ page, context, organisation, javaScriptEnabled }) => {
    expect(organisation.email).not.toBe("");
    await visit(page, "/apps", javaScriptEnabled);
    await choose(page, "Dark");
    const cookie = (await context.cookies()).find(({ name }) => name === "patchbay_theme");
    expect(cookie).toMatchObject({ value: "dark", path: "/", sameSite: "Lax" });
    // It is no secret and says nothing of the person.
    expect(cookie?.expires ?? 0).toBeGreaterThan(Date.now() / 1000 + 300 * 24 * 60 * 60);
    const out = page.getByRole("button", { name: "Sign out" });
    if (!(await out.isVisible())) await account(page).click();
    await out.click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Sign in");
    expect(await ground(page)).toBe(dark);
  });
});
