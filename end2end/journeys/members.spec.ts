import type { Page } from "@playwright/test";
import { visit } from "../support/linking.ts";
import { addMember } from "../support/members.ts";
import { expect, test } from "../support/test.ts";
import { unique } from "../support/unique.ts";

const person = (page: Page, name: string) => page.getByRole("listitem").filter({ has: page.getByText(name, { exact: false }) });

/** An admin makes a link; its address. */
async function invite(page: Page, role: "Admin" | "Member"): Promise<string> {
  await page.goto("/settings");
  await page.getByLabel("Role of the person invited").selectOption(role);
  await page.getByRole("button", { name: "Create invitation link" }).click();
  const link = page.getByLabel(`Invitation link 1, ${role}`);
  await expect(link).toBeVisible();
  return link.inputValue();
}

async function join(page: Page, link: string, name: string): Promise<void> {
  await page.goto(link);
  await page.getByLabel("Your name").fill(name);
  await page.getByLabel("E-mail").fill(`${unique()}@example.com`);
  await page.getByLabel("Password").fill("a long enough password");
  await page.getByRole("button", { name: /^Join / }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("App Center");
}

test("the settings are two clicks away", { tag: ["@nojs", "@once"] }, async ({ page, organisation, javaScriptEnabled }) => {
  await visit(page, "/apps", javaScriptEnabled);
  await page.getByRole("button", { name: "account and theme" }).click();
  await page.getByRole("link", { name: "Settings" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Settings");
  await expect(person(page, organisation.name)).toContainText("(you)");
});

test("a link invites one person, and no second one", { tag: "@nojs" }, async ({ page, organisation, another, allowConsole }) => {
  allowConsole(/status of 410/);
  const link = await invite(page, "Member");
  const guest = (await another()).page;
  await guest.goto(link);
  await expect(guest.getByText(`${organisation.name} invites you to ${organisation.organization_name}.`)).toBeVisible();
  await join(guest, link, "Bea Guest");
  await guest.goto("/settings");
  await expect(guest.getByText("Only admins invite people and change roles.")).toBeVisible();
  await expect(guest.getByRole("button", { name: "Create invitation link" })).toHaveCount(0);

  const late = (await another()).page;
  await late.goto(link);
  await expect(late.getByRole("heading", { level: 1 })).toHaveText("This invitation doesn't work any more");
  await page.goto("/settings");
  await expect(person(page, "Bea Guest")).toBeVisible();
  await expect(page.getByLabel("Invitation link 1, Member")).toHaveCount(0);
});

test("a link is copied by a button", { tag: "@once" }, async ({ page, context, organisation }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  expect(organisation.email).not.toBe("");
  const link = await invite(page, "Member");
  await page.getByRole("button", { name: "Copy invitation link 1" }).click();
  await expect(page.getByRole("status").filter({ hasText: "Copied" })).toHaveText("Copied");
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(link);
});

test("a link can be withdrawn", { tag: ["@nojs", "@once"] }, async ({ page, organisation, another, allowConsole }) => {
  allowConsole(/status of 410/);
  expect(organisation.email).not.toBe("");
  const link = await invite(page, "Admin");
  await page.getByRole("button", { name: "Withdraw invitation 1" }).click();
  await expect(page.getByRole("button", { name: "Withdraw" })).toHaveCount(0);
  const guest = (await another()).page;
  await guest.goto(link);
  await expect(guest.getByRole("heading", { level: 1 })).toHaveText("This invitation doesn't work any more");
});

test("somebody with an account joins as they are, and goes back and forth", { tag: "@nojs" }, async ({ page, organisation, another, signUp }) => {
  const guest = await another();
  const theirs = await signUp(guest.context, { name: "Bea Guest" });
  const link = await invite(page, "Admin");
  await guest.page.goto(link);
  await guest.page.getByRole("button", { name: "Join as Bea Guest" }).click();
  await expect(guest.page.getByRole("button", { name: `${organisation.organization_name}, Bea Guest` })).toBeVisible();
  await guest.page.goto("/settings");
  await guest.page.getByRole("button", { name: `Switch to ${theirs.organization_name}` }).click();
  await expect(guest.page.getByRole("button", { name: `${theirs.organization_name}, Bea Guest` })).toBeVisible();
});

test("roles change, people go, and the last admin stays", { tag: "@nojs" }, async ({ page, server, organisation, another }) => {
  const member = await addMember(server, organisation);
  await page.goto("/settings");
  const ada = person(page, organisation.email);
  const milo = person(page, member.email);
  await expect(ada).toContainText("The only admin.");
  await expect(ada.getByRole("combobox")).toHaveCount(0);

  const other = (await another()).page;
  await other.goto("/sign-in");
  await other.getByLabel("E-mail").fill(member.email);
  await other.getByLabel("Password").fill(member.password);
  await other.getByRole("button", { name: "Sign in", exact: true }).click();
  await expect(other.getByRole("heading", { level: 1 })).toHaveText("App Center");

  await milo.getByRole("combobox", { name: `Role of ${member.name}` }).selectOption("Admin");
  await milo.getByRole("button", { name: `Save the role of ${member.name}` }).click();
  await expect(ada.getByRole("combobox")).toBeVisible();
  await other.goto("/settings");
  await expect(other.getByRole("button", { name: "Create invitation link" })).toBeVisible();

  await milo.getByText("Remove", { exact: false }).first().click();
  await expect(milo.getByText("won't see")).toBeVisible();
  await milo.getByRole("button", { name: `Remove ${member.name}` }).click();
  await expect(milo).toHaveCount(0);
  await expect(ada).toContainText("The only admin.");
  await other.goto("/apps");
  await expect(other.getByRole("heading", { level: 1 })).toHaveText("Sign in");
});

test("an app that is missing is asked for", { tag: "@nojs" }, async ({ page, organisation, javaScriptEnabled }) => {
  expect(organisation.email).not.toBe("");
  const name = `Oddity ${unique()}`;
  await visit(page, `/apps?q=${encodeURIComponent(name)}`, javaScriptEnabled);
  await page.getByRole("link", { name: "Request this app" }).click();
  await expect(page.getByLabel("Name of the app")).toHaveValue(name);
  await page.getByLabel("Website").fill("nonsense");
  await page.getByLabel("What would you use it for?").fill("Payroll");
  await page.getByRole("button", { name: "Send request" }).click();
  await expect(page.getByRole("alert")).toBeVisible();
  await expect(page.getByLabel("Name of the app")).toHaveValue(name);
  await expect(page.getByLabel("Website")).toBeFocused();
  await page.getByRole("button", { name: "Send request" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Thanks — we'll let you know.");
  await expect(page.getByText(`1 team asked for ${name}.`)).toBeVisible();
});

test("the operator sees what is missing", { tag: ["@nojs", "@once"] }, async ({ page, organisation, another }) => {
  expect(organisation.email).not.toBe("");
  const name = `Oddity ${unique()}`;
  await page.goto(`/request-app?name=${encodeURIComponent(name)}`);
  await page.getByRole("button", { name: "Send request" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Thanks — we'll let you know.");
  const desk = (await another()).page;
  await desk.goto("/operator/requests");
  await desk.getByRole("button", { name: "Enter the demo" }).click();
  await expect(desk.getByRole("row").filter({ hasText: name })).toContainText("1");
});
