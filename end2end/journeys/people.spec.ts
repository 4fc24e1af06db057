import type { Page } from "@playwright/test";
import { accountsOf, card, connectQuietly, row, visit } from "../support/linking.ts";
import { addMember } from "../support/members.ts";
import { bamboohr, gusto } from "../support/states.ts";
import { expect, sameOrigin, test } from "../support/test.ts";

const pages = ["/apps", "/apps?category=crm&q=sales", "/apps/bamboohr", "/connect/hris", "/connected", "/connected/00000000-0000-4000-8000-000000000000"];
const wrongPassword = "The e-mail address or the password is wrong.";
const signedOut = "You've been signed out. Sign in again to go on.";
const askAnAdmin = "Ask an admin of your organisation to connect apps.";

const menuButton = (page: Page) => page.getByRole("button", { name: "account and theme" });

async function expectPath(page: Page, path: string): Promise<void> {
  await expect(page).toHaveURL((url) => url.pathname + url.search === path);
}

async function signIn(page: Page, email: string, password: string): Promise<void> {
  await page.getByLabel("E-mail").fill(email);
  await page.getByLabel("Password").fill(password);
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
}

test("one click enters the demo organisation", { tag: "@nojs" }, async ({ page }) => {
  await page.goto("/");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Sign in");
  await page.getByRole("button", { name: "Enter the demo" }).click();
  await expectPath(page, "/apps");
  await expect(menuButton(page)).toHaveAccessibleName("Acme Inc, Dana Kim: account and theme");
  await menuButton(page).click();
  await expect(page.getByRole("group", { name: "Account" })).toContainText("dana.kim@acme.example");
});

test("the demo's door leads on to the page that was asked for", { tag: "@nojs" }, async ({ page }) => {
  await page.goto("/apps/xero");
  await page.getByRole("button", { name: "Enter the demo" }).click();
  await expectPath(page, "/apps/xero");
});

test("a new organisation signs up and lands in the App Center", { tag: "@nojs" }, async ({ page }, { testId, project }) => {
  await page.goto("/sign-in");
  await page.getByRole("link", { name: "Sign up" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Sign up");
  await page.getByLabel("Organisation").fill("Birch & Sons");
  await page.getByLabel("Your name").fill("Bea Birch");
  await page.getByLabel("E-mail").fill(`bea-${testId}-${project.name}@example.com`);
  await page.getByLabel("Password").fill("a long enough password");
  await page.getByRole("button", { name: "Create organisation" }).click();
  await expectPath(page, "/apps");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("App Center");
  await expect(menuButton(page)).toHaveAccessibleName("Birch & Sons, Bea Birch: account and theme");
  await page.getByRole("link", { name: "Connected Apps" }).click();
  await expect(page.getByRole("heading", { name: "No apps connected yet" })).toBeVisible();
});

test("an e-mail address signs up once", { tag: "@nojs" }, async ({ page, another, signUp }) => {
  const { email } = await signUp((await another()).context);
  await page.goto("/sign-up?next=%2Fconnected");
  await page.getByLabel("Organisation").fill("Another one");
  await page.getByLabel("Your name").fill("Ada Again");
  await page.getByLabel("E-mail").fill(email);
  await page.getByLabel("Password").fill("a long enough password");
  await page.getByRole("button", { name: "Create organisation" }).click();
  await expect(page.getByRole("alert")).toHaveText("Somebody has already signed up with this e-mail address. Sign in instead.");
  const field = page.getByLabel("E-mail");
  await expect(field).toHaveValue(email);
  await expect(field).toHaveAttribute("aria-invalid", "true");
  await expect(field).toBeFocused();
  await expect(field).toHaveAccessibleDescription(/Sign in instead/);
  // And the way to do so still leads where the person wanted to go.
  await page.getByRole("link", { name: "Sign in" }).click();
  await expect(page).toHaveURL(/\/sign-in\?next=%2Fconnected$/);
});

test("a password that is too short is refused before anything is lost", { tag: "@nojs" }, async ({ page }) => {
  await page.goto("/sign-up");
  await page.getByLabel("Organisation").fill("Short");
  await page.getByLabel("Your name").fill("Sue Short");
  await page.getByLabel("E-mail").fill("sue@example.com");
  await page.getByLabel("Password").fill("short");
  await expect(page.getByLabel("Password")).toHaveAccessibleDescription(/^At least \d+ characters\.$/);
  await page.getByRole("button", { name: "Create organisation" }).click();
  await expectPath(page, "/sign-up");
  await expect(page.getByLabel("Organisation")).toHaveValue("Short");
  await expect(page.getByLabel("Password")).toBeFocused();
});

test("every page leads to sign-in and back", { tag: "@nojs" }, async ({ page, another, signUp, allowConsole }) => {
  // The page that is left loses its session before it closes, and one account is not there.
  allowConsole(/status of 40[14]/);
  const { email, password } = await signUp((await another()).context);
  for (const path of pages) {
    await page.context().clearCookies();
    await page.goto(path);
    await expect(page.getByRole("heading", { level: 1 }), path).toHaveText("Sign in");
    await signIn(page, email, password);
    await expectPath(page, path);
    await expect(page.getByRole("heading", { level: 1 }), path).not.toHaveText("Sign in");
  }
});

test("no address leads from sign-in to another site", { tag: "@nojs" }, async ({ page, another, signUp, baseURL, allowConsole }) => {
  allowConsole(/status of 401/);
  const { email, password } = await signUp((await another()).context);
  for (const next of ["https://evil.example/", "//evil.example", "/\\evil.example"]) {
    await page.context().clearCookies();
    await page.goto(`/sign-in?next=${encodeURIComponent(next)}`);
    await signIn(page, email, password);
    await expect(page).toHaveURL(`${baseURL}/apps`);
  }
});

test("a wrong password is said, and what was typed stays", { tag: "@nojs" }, async ({ page, another, signUp }) => {
  const { email, password } = await signUp((await another()).context);
  await page.goto("/connected?status=active");
  await signIn(page, email, "not this one");
  await expect(page.getByRole("alert")).toHaveText(wrongPassword);
  await expect(page.getByLabel("E-mail")).toHaveValue(email);
  const field = page.getByLabel("Password");
  await expect(field).toHaveValue("");
  await expect(field).toHaveAttribute("aria-invalid", "true");
  await expect(field).toHaveAccessibleDescription(wrongPassword);
  await expect(field).toBeFocused();

  await field.fill(password);
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
  await expectPath(page, "/connected?status=active");
  await expect(page.getByRole("alert")).toHaveCount(0);
});

test("nobody learns from sign-in who has an account", { tag: "@nojs" }, async ({ page }) => {
  await page.goto("/sign-in");
  await signIn(page, "nobody@example.com", "not this one");
  await expect(page.getByRole("alert")).toHaveText(wrongPassword);
  await expect(page.getByLabel("Password")).toHaveAttribute("aria-invalid", "true");
});

test("who is signed in has no business at the door", { tag: "@nojs" }, async ({ page, organisation }) => {
  for (const [door, behind] of [
    ["/sign-in", "/apps"],
    ["/sign-up", "/apps"],
    ["/sign-in?next=%2Fconnected", "/connected"],
  ] as const) {
    await page.goto(door);
    await expectPath(page, behind);
  }
  await expect(menuButton(page)).toHaveAccessibleName(new RegExp(organisation.organization_name));
});

test("signing out ends the session, not only the cookie", { tag: "@nojs" }, async ({ page, context, organisation, allowConsole }) => {
  // The list may be asking for what is new just then.
  allowConsole(/status of 401/);
  await page.goto("/connected");
  await expect(menuButton(page)).toHaveAccessibleName(new RegExp(organisation.organization_name));
  const kept = await context.cookies();
  await menuButton(page).click();
  await page.getByRole("button", { name: "Sign out" }).click();
  await expectPath(page, "/sign-in");

  await context.clearCookies();
  await context.addCookies(kept);
  expect((await context.request.get("/api/auth/me")).status()).toBe(401);
  await page.goto("/connected");
  await expectPath(page, "/sign-in?next=%2Fconnected");
});

test("signing out elsewhere leaves other sessions alone", async ({ page, another, organisation, allowConsole }) => {
  // The page that is left may ask how things stand between the end of its session and its own.
  allowConsole(/401.*\/api\/page\/app-states/);
  const phone = await another();
  await phone.page.goto("/sign-in");
  await signIn(phone.page, organisation.email, organisation.password);
  await expectPath(phone.page, "/apps");
  await menuButton(phone.page).click();
  await phone.page.getByRole("button", { name: "Sign out" }).click();
  await expectPath(phone.page, "/sign-in");
  await page.goto("/connected");
  await expectPath(page, "/connected");
});

test.describe("a session that ended while its page stayed open", () => {
  test.beforeEach(({ allowConsole }) => allowConsole(/status of 401/));

  const endSession = async (page: Page) => {
    // The same session from another place: the page keeps its cookie, which is worth nothing any more.
    const cookies = await page.context().cookies();
    const answer = await page.request.post("/api/auth/sign-out", { headers: sameOrigin });
    expect(answer.status()).toBe(200);
    await page.context().addCookies(cookies);
  };

  test("says so where an app is connected, and leads back", async ({ page, organisation }) => {
    await visit(page, "/apps?q=gusto");
    await endSession(page);
    await card(page, "Gusto").getByRole("button", { name: "Connect Gusto" }).click();
    await expect(card(page, "Gusto").getByRole("alert")).toHaveText(new RegExp(`^${signedOut}`));
    await expect(card(page, "Gusto").getByRole("button", { name: "Connect Gusto" })).toBeEnabled();
    await card(page, "Gusto").getByRole("link", { name: "Sign in" }).click();
    await signIn(page, organisation.email, organisation.password);
    await expectPath(page, "/apps?q=gusto");
  });

  test("says so where an app is renamed, and keeps the name", async ({ page, context, sandbox, organisation }) => {
    await connectQuietly(context, sandbox, gusto);
    await visit(page, "/connected");
    await row(page, "HR", "Gusto").getByRole("button", { name: "Rename Gusto" }).click();
    await endSession(page);
    const name = page.getByRole("textbox", { name: "Name for Gusto" });
    await name.fill("Payroll");
    await page.getByRole("button", { name: "Save" }).click();
    await expect(page.getByRole("alert").filter({ hasText: signedOut })).toBeVisible();
    await expect(name).toHaveValue("Payroll");
    await expect(name).toHaveAccessibleDescription(signedOut);
    // Signed in again in another tab, the same page works again.
    const other = await context.newPage();
    await other.goto("/sign-in");
    await signIn(other, organisation.email, organisation.password);
    await expectPath(other, "/apps");
    await page.getByRole("button", { name: "Save" }).click();
    await expect(row(page, "HR", "Payroll")).toBeVisible();
  });

  test("says so in the dialog that deletes", async ({ page, context, sandbox, organisation }) => {
    await connectQuietly(context, sandbox, gusto);
    await visit(page, "/connected");
    await row(page, "HR", "Gusto").getByRole("button", { name: "Delete integration" }).click();
    await endSession(page);
    const dialog = page.getByRole("alertdialog", { name: "Delete Gusto?" });
    await dialog.getByRole("button", { name: "Delete integration" }).click();
    await expect(dialog.getByRole("alert")).toHaveText(signedOut);
    expect(await sandbox.accounts({ organization: organisation.organization_name, status: "COMPLETE" })).toHaveLength(1);
  });

  test("says so in a list that is told of a change", async ({ page, organisation }) => {
    await visit(page, "/connected");
    await expect(menuButton(page)).toHaveAccessibleName(new RegExp(organisation.organization_name));
    await endSession(page);
    await page.evaluate(() => window.dispatchEvent(new Event("online")));
    await expect(page.getByRole("status").filter({ hasText: signedOut })).toBeVisible();
  });
});

test("a form whose session has ended leads to sign-in and back to its page", { tag: "@nojs" }, async ({ page, context, organisation, javaScriptEnabled }) => {
  test.skip(javaScriptEnabled !== false, "with a script no form is sent");
  await page.goto("/apps?q=gusto");
  await context.clearCookies({ name: "patchbay_session" });
  await page.getByRole("link", { name: "Gusto", exact: true }).click();
  await signIn(page, organisation.email, organisation.password);
  await expectPath(page, "/apps/gusto");
});

test("a page that was rendered for another organisation changes nothing", async ({ page, context, organisation, signUp, sandbox, allowConsole }) => {
  // The page may ask between the two sessions.
  allowConsole(/status of 40[19]/);
  await visit(page, "/apps?q=gusto");
  const other = await signUp(context);
  await card(page, "Gusto").getByRole("button", { name: "Connect Gusto" }).click();
  await expect(card(page, "Gusto").getByRole("alert")).toHaveText("You're signed in to another organisation now. Reload the page to go on.");
  for (const { organization_name } of [organisation, other]) expect(await sandbox.accounts({ organization: organization_name })).toEqual([]);
  expect(await accountsOf(context)).toEqual([]);
});

test("a member looks and does not touch", { tag: "@nojs" }, async ({ page, context, another, server, organisation, sandbox, allowConsole }) => {
  allowConsole(/status of 403/);
  const id = await connectQuietly(context, sandbox, gusto);
  const member = await addMember(server, organisation);
  const theirs = await another();
  await theirs.page.goto("/sign-in");
  await signIn(theirs.page, member.email, member.password);
  await expectPath(theirs.page, "/apps");

  const nothingToTouch = async () => {
    for (const name of [/^Connect\b/, /^Continue/, /^Add another/, /^Reconnect/, /^Relink/, /^Delete/, /^Rename/, /^Discard/]) {
      await expect(theirs.page.getByRole("button", { name })).toHaveCount(0);
    }
  };
  // They see what there is, and whom to ask.
  await expect(card(theirs.page, "Gusto")).toContainText(/Syncing|Connected/);
  await expect(theirs.page.getByText(askAnAdmin)).toBeVisible();
  await nothingToTouch();
  for (const path of ["/apps/bamboohr", "/connect/ats"]) {
    await theirs.page.goto(path);
    await expect(theirs.page.getByText(askAnAdmin).first(), path).toBeVisible();
    await nothingToTouch();
  }
  await theirs.page.goto("/connected");
  await expect(row(theirs.page, "HR", "Gusto")).toBeVisible();
  await nothingToTouch();
  await row(theirs.page, "HR", "Gusto").getByRole("link", { name: "Gusto" }).click();
  await expect(theirs.page.getByRole("heading", { level: 1 })).toHaveText("Gusto");
  await nothingToTouch();
  for (const tab of ["data", "activity", "settings"]) {
    await theirs.page.goto(`/connected/${id}/${tab}`);
    await expect(theirs.page.getByRole("heading", { level: 1 })).toHaveText("Gusto");
    await nothingToTouch();
  }
  // An address that asks for the dialog does not open it either.
  await theirs.page.goto(`/connected?delete=${id}`);
  await nothingToTouch();

  // And the server does not rely on what pages hide.
  for (const [path, data] of [
    ["create-link-token", { category: bamboohr.category, integration: bamboohr.slug }],
    ["relink-integration", { integration_id: id }],
    ["rename-integration", { integration_id: id, display_name: "Mine" }],
    ["delete-integration", { integration_id: id }],
  ] as const) {
    const answer = await theirs.context.request.post(`/api/merge/${path}`, { data, headers: sameOrigin });
    expect(answer.status(), path).toBe(403);
    expect(await answer.json(), path).toMatchObject({ success: false, code: "not_allowed" });
  }
  await page.goto("/connected");
  await expect(row(page, "HR", "Gusto")).toBeVisible();
  expect(await sandbox.requests({ organization: organisation.organization_name, method: "POST", integration: bamboohr.slug })).toEqual([]);
});

test("who became a member in the meantime is told by the server", async ({ page, context, another, server, organisation, allowConsole }) => {
  allowConsole(/status of 403/);
  // The page of an admin in the hands of a member: the buttons are there, the right is not.
  const member = await addMember(server, organisation);
  await visit(page, "/apps?q=gusto");
  const theirs = await another();
  await theirs.page.goto("/sign-in");
  await signIn(theirs.page, member.email, member.password);
  await expectPath(theirs.page, "/apps");
  await context.clearCookies();
  await context.addCookies(await theirs.context.cookies());
  await card(page, "Gusto").getByRole("button", { name: "Connect Gusto" }).click();
  await expect(card(page, "Gusto").getByRole("alert")).toHaveText("Only an admin can do this. Ask an admin of your organisation.");
});

test("where sign-up is closed, nobody signs up", { tag: ["@nojs", "@once"] }, async ({ startServer, another, vendorWords }) => {
  const closed = await startServer({ SIGN_UP: "off" });
  const { page } = await another({ baseURL: closed.baseURL });
  await page.goto("/sign-in");
  await expect(page.getByRole("button", { name: "Sign in", exact: true })).toBeVisible();
  await expect(page.getByRole("link", { name: "Sign up" })).toHaveCount(0);
  await page.goto("/sign-up");
  await expect(page.getByText("Sign-up is closed.")).toBeVisible();
  await expect(page.getByRole("textbox")).toHaveCount(0);
  await vendorWords(page);
  const data = { organization_name: "Late", name: "Lea Late", email: "lea@example.com", password: "a long enough password" };
  expect((await page.request.post("/api/auth/sign-up", { data, headers: sameOrigin })).status()).toBe(403);
});
