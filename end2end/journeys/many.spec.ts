import type { Page } from "@playwright/test";
import { connectQuietly, hibob, paychex, personio, post, visit } from "../support/linking.ts";
import { bamboohr, gusto, salesforce, xero, zendesk } from "../support/states.ts";
import { expect, test } from "../support/test.ts";

// Many connected apps: they can be searched as the App Center can.

const search = (page: Page) => page.getByRole("searchbox", { name: "Search apps" });
const rows = (page: Page) => page.getByRole("main").getByRole("listitem").getByRole("heading", { level: 3 });

async function look(page: Page, text: string): Promise<void> {
  await search(page).fill(text);
  await search(page).press("Enter");
}

test("many connected apps can be searched, by the names that people gave them too", { tag: "@nojs" }, async ({ page, context, organisation, sandbox, javaScriptEnabled, axe, vendorWords }) => {
  expect(organisation.email).not.toBe("");
  await visit(page, "/connected?q=gusto", javaScriptEnabled);
  await expect(page.getByRole("heading", { name: "No apps connected yet" })).toBeVisible();
  await expect(search(page)).toHaveCount(0);
  for (const app of [gusto, xero, zendesk, salesforce, hibob, paychex, personio]) await connectQuietly(context, sandbox, app);
  await visit(page, "/connected", javaScriptEnabled);
  await expect(rows(page)).toHaveCount(7);
  await expect(search(page)).toHaveCount(0);

  const id = await connectQuietly(context, sandbox, bamboohr);
  await post(context, "/api/merge/rename-integration", { integration_id: id, display_name: "Berlin office" });
  await visit(page, "/connected", javaScriptEnabled);
  await expect(rows(page)).toHaveCount(8);
  for (const [typed, names] of [
    ["berlin", ["Berlin office"]],
    // By its app, with a slip; by what they are.
    ["bambohr", ["Berlin office"]],
    ["crm", ["Salesforce"]],
    ["accounting", ["Xero"]],
  ] as const) {
    await look(page, typed);
    await expect(rows(page)).toHaveText(names);
    await expect(page).toHaveURL(`/connected?q=${typed}`);
  }
  await page.reload();
  await expect(search(page)).toHaveValue("accounting");
  await expect(rows(page)).toHaveText(["Xero"]);

  await look(page, "nothing of this kind");
  await expect(page.getByRole("heading", { name: "No apps match “nothing of this kind”." })).toBeVisible();
  await expect(rows(page)).toHaveCount(0);
  await vendorWords(page);
  await axe(page);
  await page.getByRole("link", { name: "Clear search" }).click();
  await expect(rows(page)).toHaveCount(8);
  await expect(search(page)).toHaveValue("");
  await expect(page).toHaveURL("/connected");
});

test("a search among connected apps says what it found, ends with Escape, and lets changes through", async ({ page, context, organisation, sandbox }) => {
  expect(organisation.email).not.toBe("");
  for (const app of [gusto, xero, zendesk, salesforce, hibob, paychex, personio]) await connectQuietly(context, sandbox, app);
  const id = await connectQuietly(context, sandbox, bamboohr);
  await visit(page, "/connected");
  await search(page).pressSequentially("bamboo");
  await expect(rows(page)).toHaveText(["BambooHR"]);
  await expect(page.getByRole("status").getByText("1 app found")).toBeAttached();
  await post(context, "/api/merge/rename-integration", { integration_id: id, display_name: "Berlin office" });
  await expect(rows(page)).toHaveText(["Berlin office"]);
  await search(page).press("Escape");
  await expect(search(page)).toHaveValue("");
  await expect(search(page)).toBeFocused();
  await expect(rows(page)).toHaveCount(8);
});
