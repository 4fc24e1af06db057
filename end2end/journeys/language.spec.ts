import type { Page } from "@playwright/test";
import { card, connectQuietly, visit } from "../support/linking.ts";
import { expectNoSidewaysScroll } from "../support/looks.ts";
import { bamboohr, connectBroken, gusto } from "../support/states.ts";
import { expect, test } from "../support/test.ts";

const language = (page: Page) => page.locator("html").getAttribute("lang");

test("the browser's language is honoured, and the one that is chosen wins", { tag: "@nojs" }, async ({ another }) => {
  const { page } = await another({ locale: "fr-FR" });
  await page.goto("/sign-in?next=%2Fconnected");
  expect(await language(page)).toBe("fr");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Se connecter");

  await page.getByRole("button", { name: "Deutsch" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Anmelden");
  expect(await language(page)).toBe("de");
  await expect(page).toHaveURL(/\/sign-in\?next=%2Fconnected$/);
  await expect(page.getByRole("button", { name: "Deutsch" })).toHaveAttribute("aria-pressed", "true");
  await page.getByRole("link", { name: "Registrieren" }).click();
  await expect(page.getByRole("button", { name: "Organisation anlegen" })).toBeVisible();
});

test("the account menu switches the page at hand", { tag: "@nojs" }, async ({ page, organisation, javaScriptEnabled, axe }) => {
  await visit(page, "/apps?q=bamboo", javaScriptEnabled);
  await page.getByRole("button", { name: "account and theme" }).click();
  await page.getByRole("button", { name: "日本語" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("アプリセンター");
  await expect(page).toHaveURL(/\/apps\?q=bamboo$/);
  expect(await language(page)).toBe("ja");
  await expect(page.getByRole("link", { name: "接続済みアプリ" })).toBeVisible();
  await axe(page);
  await page.getByRole("button", { name: `${organisation.organization_name}、${organisation.name}` }).click();
  await page.getByRole("button", { name: "Español" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Centro de aplicaciones");
});

test("what lives in the page speaks German: plurals, the dialog, the palette, and it is not rendered anew", async ({ page, context, organisation, sandbox, server }) => {
  await context.addCookies([{ name: "patchbay_language", value: "de", url: server.baseURL }]);
  const account = await connectQuietly(context, sandbox, bamboohr);
  await connectBroken(context, sandbox, organisation, gusto);
  await visit(page, "/apps");
  await page.getByRole("searchbox", { name: "Apps suchen" }).fill("bamboohr");
  await expect(page.locator(".found")).toHaveText("1 App");
  await expect(page.getByRole("status").filter({ hasText: "1 App gefunden" })).toBeAttached();
  await page.getByRole("searchbox", { name: "Apps suchen" }).fill("zzzzzz");
  await expect(page.getByRole("heading", { name: "Keine App passt zu „zzzzzz“." })).toBeVisible();
  await page.getByRole("searchbox", { name: "Apps suchen" }).fill("workday");
  await card(page, "Workday").getByRole("button", { name: "Workday verbinden" }).click();
  const dialog = page.getByRole("dialog", { name: "Workday verbinden" });
  await expect(dialog).toContainText("Welchen Teil davon möchten Sie verbinden?");
  await dialog.getByRole("button", { name: "Abbrechen" }).click();

  await page.keyboard.press("Control+k");
  await expect(page.getByRole("combobox", { name: "Apps und Aktionen suchen" })).toBeFocused();
  await page.keyboard.type("dunkel");
  await expect(page.getByRole("option", { name: "Dunkles Design" })).toBeVisible();
  await page.keyboard.press("Escape");

  await visit(page, "/connected");
  await expect(page.getByRole("region", { name: "Das braucht Ihre Aufmerksamkeit" })).toContainText("Sie müssen sich bei Gusto erneut anmelden.");
  await expect(page.getByText(/^Verbunden: (gerade eben|vor \d+ Minuten?), von/).first()).toBeVisible();
  await expect(page.locator("time").first()).toHaveAttribute("title", /^\d{1,2}\. \p{L}+ \d{4}, \d\d:\d\d UTC$/u);
  await visit(page, `/connected/${account}/settings`);
  await page.getByRole("button", { name: "Integration löschen" }).click();
  await expect(page.getByRole("alertdialog")).toContainText("Diese Aktion kann nicht rückgängig gemacht werden. Möchten Sie fortfahren?");
});

test("without its words a page stays plain and whole", async ({ page, organisation, allowConsole }) => {
  expect(organisation.email).not.toBe("");
  allowConsole(/words|fetch/i);
  await page.route("**/words/**", (route) => route.abort());
  await page.goto("/apps");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("App Center");
  await page.getByRole("searchbox", { name: "Search apps" }).fill("bamboohr");
  await page.getByRole("searchbox", { name: "Search apps" }).press("Enter");
  await expect(page).toHaveURL(/\?q=bamboohr/);
});

for (const [code, name] of [
  ["de", "German"],
  ["ja", "Japanese"],
  ["fr", "French"],
  ["es", "Spanish"],
] as const) {
  test(`${name} fits on the narrowest screen`, async ({ page, context, organisation, sandbox, server, axe }) => {
    await context.addCookies([{ name: "patchbay_language", value: code, url: server.baseURL }]);
    const account = await connectQuietly(context, sandbox, bamboohr);
    await connectBroken(context, sandbox, organisation, gusto);
    await page.setViewportSize({ width: 320, height: 720 });
    for (const path of ["/apps", "/apps/bamboohr", "/connected", `/connected/${account}`, `/connected/${account}/data`, `/connected/${account}/settings`, "/settings", "/request-app", "/connect/knowledgebase"]) {
      await page.goto(path);
      for (const width of [320, 660]) {
        await page.setViewportSize({ width, height: 720 });
        await expectNoSidewaysScroll(page);
      }
    }
    await page.setViewportSize({ width: 320, height: 720 });
    await axe(page);
    await page.locator("[popovertarget=account-menu]").click();
    await expectNoSidewaysScroll(page);
  });
}
