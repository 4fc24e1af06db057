import type { Page } from "@playwright/test";
import { connectQuietly, post, visit } from "../support/linking.ts";
import { expectNoSidewaysScroll } from "../support/looks.ts";
import { bamboohr, connectBroken, gusto } from "../support/states.ts";
import { expect, test } from "../support/test.ts";

const longName = "Payroll of the Donaudampfschifffahrtsgesellschaft mbH & Co. KG, Rechtsabteilung Hauptstadtbüro Bonn";

const palette = (page: Page) => page.getByRole("dialog", { name: "Search apps and actions" });
const field = (page: Page) => page.getByRole("combobox", { name: "Search apps and actions" });
const option = (page: Page, name: string | RegExp) => palette(page).getByRole("option", { name });
const chosen = (page: Page) => palette(page).getByRole("option", { selected: true });

/** Opens it by its key. The field is there at once; what is found follows. */
async function open(page: Page): Promise<void> {
  await page.keyboard.press("Control+k");
  await expect(field(page)).toBeFocused();
}

test("from the key to the page, without a mouse", async ({ page, organisation, axe, vendorWords }) => {
  expect(organisation.email).not.toBe("");
  await visit(page, "/connected");
  await page.getByRole("link", { name: "Connected Apps" }).focus();
  await open(page);
  // It need not wait for its program.
  await page.keyboard.type("bambohr");
  await expect(palette(page)).toContainText("Showing results for “bamboohr”");
  await expect(chosen(page)).toHaveAccessibleName("BambooHR HR, Recruiting");
  await expect(field(page)).toHaveAttribute("aria-expanded", "true");
  await expect(palette(page).getByRole("listbox", { name: "Results" }).getByRole("group", { name: "Apps" })).toBeVisible();

  await field(page).fill("work");
  await expect(option(page, /^Workday/)).toBeVisible();
  const names = await palette(page).getByRole("option").allInnerTexts();
  expect(names.length).toBeGreaterThan(2);
  const walk = async (key: string, at: number) => {
    await page.keyboard.press(key);
    const here = palette(page).getByRole("option").nth(at);
    await expect(here, key).toHaveAttribute("aria-selected", "true");
    await expect(chosen(page)).toHaveCount(1);
    await expect(field(page)).toHaveAttribute("aria-activedescendant", (await here.getAttribute("id")) ?? "");
    await expect(field(page)).toBeFocused();
  };
  await walk("ArrowDown", 1);
  await walk("ArrowDown", 2);
  await walk("ArrowUp", 1);
  await walk("End", names.length - 1);
  await walk("ArrowDown", 0);
  await walk("ArrowUp", names.length - 1);
  await walk("Home", 0);
  await axe(page);
  await vendorWords(page);

  await page.keyboard.press("ArrowDown");
  const address = (await chosen(page).getAttribute("href")) ?? "";
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL((url) => url.pathname === address);
});

test("Enter before the answer goes to what was typed, not to what still stands there", async ({ page, organisation }) => {
  expect(organisation.email).not.toBe("");
  await visit(page, "/connected");
  await open(page);
  await expect(option(page, "App Center")).toBeVisible();
  await page.keyboard.type("gusto");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Gusto");
});

test("Escape closes it and gives the focus back, and so does its key", async ({ page, organisation }) => {
  expect(organisation.email).not.toBe("");
  await visit(page, "/apps");
  const search = page.getByRole("searchbox", { name: "Search apps" });
  await search.focus();
  for (const key of ["Escape", "Control+k"]) {
    await open(page);
    await page.keyboard.type("xero");
    await expect(chosen(page)).toHaveAccessibleName(/^Xero/);
    await page.keyboard.press(key);
    await expect(palette(page)).toBeHidden();
    await expect(search).toBeFocused();
  }
  await expect(search).toHaveValue("");
  await open(page);
  await expect(field(page)).toHaveValue("");
  await expect(option(page, "App Center")).toBeVisible();
  await page.keyboard.press("Escape");
  // The page's own search keeps its own key.
  await page.getByRole("button", { name: "Search", exact: true }).focus();
  await page.keyboard.press("/");
  await expect(search).toBeFocused();
});

test("the button opens it by key and by mouse, and what is beside it closes it", async ({ page, organisation }) => {
  expect(organisation.email).not.toBe("");
  await page.goto("/settings");
  const button = page.getByRole("button", { name: "Search", exact: true });
  for (const press of [() => button.press("Enter"), () => button.press("Space"), () => button.click()]) {
    await press();
    await expect(field(page)).toBeFocused();
    await page.getByRole("button", { name: "Close" }).click();
    await expect(palette(page)).toBeHidden();
    await expect(button).toBeFocused();
  }
  await button.click();
  await page.mouse.click(20, 700);
  await expect(palette(page)).toBeHidden();
  await button.click();
  await option(page, "Request an app").hover();
  await expect(chosen(page)).toHaveAccessibleName("Request an app");
  await option(page, "Request an app").click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Request an app");
});

test("what is connected is found by the name it was given, and what needs somebody comes first", async ({ page, context, organisation, sandbox }) => {
  const named = await connectQuietly(context, sandbox, bamboohr);
  await post(context, "/api/merge/rename-integration", { integration_id: named, display_name: "Zebra Berlin" });
  await connectBroken(context, sandbox, organisation, gusto);
  await visit(page, "/apps");
  await open(page);
  const connected = palette(page).getByRole("group", { name: "Connected Apps" }).getByRole("option");
  await expect(connected).toHaveText([/Gusto.*Reconnect needed/s, /Zebra Berlin.*BambooHR/s]);
  await page.keyboard.type("zebra");
  await expect(chosen(page)).toContainText("Zebra Berlin");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL((url) => url.pathname === `/connected/${named}`);
});

test("an app that is not there is asked for", async ({ page, organisation }) => {
  expect(organisation.email).not.toBe("");
  await visit(page, "/connected");
  await open(page);
  await page.keyboard.type("zzqqxxyy");
  await expect(palette(page)).toContainText("No apps match “zzqqxxyy”.");
  await page.keyboard.press("Enter");
  await expect(page.getByLabel("Name of the app")).toHaveValue("zzqqxxyy");
});

test("it does what the account menu does", async ({ page, organisation }) => {
  expect(organisation.email).not.toBe("");
  await visit(page, "/connected");
  await open(page);
  await page.keyboard.type("dark mode");
  await expect(chosen(page)).toHaveAccessibleName("Dark theme");
  await page.keyboard.press("Enter");
  await expect(page.locator("html")).toHaveAttribute("data-theme", "dark");
  await expect(palette(page)).toBeHidden();
  await open(page);
  await page.keyboard.type("log out");
  await expect(chosen(page)).toHaveAccessibleName("Sign out");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Sign in");
});

test("the number of results is said once typing rests", async ({ page, organisation }) => {
  expect(organisation.email).not.toBe("");
  await visit(page, "/connected");
  await open(page);
  await page.keyboard.type("zzqqxxyy");
  await expect(palette(page).getByRole("status")).toHaveText("1 result");
});

test("while the server is slow what is there stays; while it is away it is said, and asked again", async ({ page, organisation, allowConsole }) => {
  allowConsole(/ERR_FAILED|status of 401/);
  expect(organisation.email).not.toBe("");
  await visit(page, "/connected");
  await open(page);
  await expect(option(page, "App Center")).toBeVisible();
  let answer = () => {};
  await page.route("**/palette?q=xero", (route) => void (answer = () => void route.continue()));
  await field(page).fill("xero");
  await expect(palette(page).getByRole("status")).toHaveText("Searching…");
  await expect(option(page, "App Center")).toBeVisible();
  answer();
  await expect(chosen(page)).toHaveAccessibleName(/^Xero/);
  await page.unroute("**/palette?q=xero");

  await page.route("**/palette?*", (route) => route.abort());
  await page.keyboard.type("x");
  await expect(palette(page).getByRole("alert")).toContainText("We couldn't reach the server.");
  await expect(option(page, /^Xero/)).toBeVisible();
  await page.unroute("**/palette?*");
  await page.keyboard.press("Backspace");
  await expect(palette(page).getByRole("alert")).toBeHidden();
  await page.route("**/palette?*", (route) => route.abort());
  await page.keyboard.type("o");
  await expect(palette(page).getByRole("alert")).toBeVisible();
  await page.unroute("**/palette?*");
  await page.getByRole("button", { name: "Try again" }).click();
  await expect(palette(page).getByRole("alert")).toBeHidden();

  await page.context().clearCookies();
  await field(page).fill("gusto");
  await expect(palette(page).getByRole("alert")).toContainText("You've been signed out.");
  await expect(palette(page).getByRole("option")).toHaveCount(0);
  await page.getByRole("link", { name: "Sign in" }).click();
  await expect(page).toHaveURL(/\/sign-in\?next=%2Fconnected$/);
});

test("without a script its button is a link to the App Center", { tag: "@nojs" }, async ({ page, organisation, javaScriptEnabled }) => {
  test.skip(javaScriptEnabled !== false, "there is a script");
  expect(organisation.email).not.toBe("");
  await page.goto("/connected");
  await page.getByRole("link", { name: "Search", exact: true }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("App Center");
});

test.describe("looks", { tag: "@once" }, () => {
  test.describe.configure({ timeout: 180_000 });

  for (const [name, typed] of [
    ["first", ""],
    ["found", "bambohr"],
    ["long", "donau"],
    ["empty", "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft"],
    ["away", "xero"],
  ] as const) {
    test(name, async ({ page, context, organisation, sandbox, allowConsole, axe, shots, vendorWords }) => {
      allowConsole(/ERR_FAILED/);
      const named = await connectQuietly(context, sandbox, bamboohr);
      await post(context, "/api/merge/rename-integration", { integration_id: named, display_name: longName });
      await connectBroken(context, sandbox, organisation, gusto);
      await visit(page, "/connected");
      await open(page);
      await expect(option(page, "App Center")).toBeVisible();
      if (name === "away") await page.route("**/palette?*", (route) => route.abort());
      await field(page).fill(typed);
      if (name === "away") await expect(palette(page).getByRole("alert")).toBeVisible();
      else if (typed) await expect(palette(page)).toContainText(name === "long" ? "Donau" : name === "empty" ? "No apps match" : "Showing results");
      await vendorWords(page);
      await axe(page);
      await shots(page, `palette-${name}`);
      await page.setViewportSize({ width: 320, height: 720 });
      await expectNoSidewaysScroll(page);
      await axe(page);
    });
  }
});
