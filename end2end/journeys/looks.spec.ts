import type { Page } from "@playwright/test";
import { sql } from "../support/database.ts";
import { beginQuietly, card, connectQuietly, post, visit } from "../support/linking.ts";
import { addMember } from "../support/members.ts";
import { changeEmployees, connectWithEmployees, drawer, expectHere, names } from "../support/records.ts";
import { bamboohr, connectBroken, gusto, holdFirstSync, salesforce, workday, xero, zendesk } from "../support/states.ts";
import { expect, test as base } from "../support/test.ts";

const longName = "Payroll of the Donaudampfschifffahrtsgesellschaft mbH & Co. KG, Rechtsabteilung Hauptstadtbüro Bonn";
const longWord = "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaftsvorstandsvorsitzend";

// Every page in every state: what it says, whether everybody can use it, and how it looks, in both themes, wide and narrow.
const test = base.extend<{ look: (page: Page, name: string) => Promise<void> }>({
  look: async ({ axe, vendorWords, shots, javaScriptEnabled }, use) =>
    use(async (page, name) => {
      await vendorWords(page);
      await axe(page);
      await shots(page, name);
      // Narrow, a page is another page: menus in the place of buttons, rows in the place of cards. Without a script it differs no further.
      if (javaScriptEnabled === false) return;
      const before = page.viewportSize();
      await page.setViewportSize({ width: 320, height: 720 });
      await axe(page);
      if (before) await page.setViewportSize(before);
    }),
});

test.describe.configure({ timeout: 180_000 });

test.describe("the door", { tag: ["@nojs", "@once"] }, () => {
  test("signing in", async ({ page, look }) => {
    await page.goto("/sign-in");
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Sign in");
    await look(page, "sign-in");
  });

  test("signing in with a wrong password", async ({ page, look }) => {
    await page.goto("/sign-in");
    await page.getByLabel("E-mail").fill("somebody.with.a.long.address@a-company-with-a-long-name.example.com");
    await page.getByLabel("Password").fill("not this one");
    await page.getByRole("button", { name: "Sign in", exact: true }).click();
    await expect(page.getByRole("alert")).toBeVisible();
    await look(page, "sign-in-wrong");
  });

  test("signing up", async ({ page, look }) => {
    await page.goto("/sign-up");
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Sign up");
    await look(page, "sign-up");
  });

  test("signing up with an address that is taken", async ({ page, another, signUp, look }) => {
    const { email } = await signUp((await another()).context);
    await page.goto("/sign-up");
    await page.getByLabel("Organisation").fill("Another one");
    await page.getByLabel("Your name").fill("Ada Again");
    await page.getByLabel("E-mail").fill(email);
    await page.getByLabel("Password").fill("a long enough password");
    await page.getByRole("button", { name: "Create organisation" }).click();
    await expect(page.getByRole("alert")).toBeVisible();
    await expect(page.getByLabel("Organisation")).toHaveValue("Another one");
    await expect(page.getByLabel("Your name")).toHaveValue("Ada Again");
    await look(page, "sign-up-taken");
  });
});

test.describe("people", { tag: ["@nojs", "@once"] }, () => {
  test("an admin alone", async ({ page, organisation, look }) => {
    expect(organisation.email).not.toBe("");
    await page.goto("/settings");
    await expect(page.getByRole("heading", { name: "Invitations" })).toBeVisible();
    await look(page, "settings");
  });

  test("several people with long names, a question, open invitations", async ({ page, server, another, signUp, look, context }) => {
    const organisation = await signUp(context, { name: longWord, organization_name: longName });
    await addMember(server, organisation);
    const guest = await another();
    await signUp(guest.context);
    await page.goto("/settings");
    for (const role of ["Admin", "Member"]) {
      await page.getByLabel("Role of the person invited").selectOption(role);
      await page.getByRole("button", { name: "Create invitation link" }).click();
      await expect(page.getByLabel(`Invitation link 1, ${role}`)).toBeVisible();
    }
    const link = await page.getByLabel("Invitation link 1, Member").inputValue();
    await guest.page.goto(link);
    await guest.page.getByRole("button", { name: /^Join as/ }).click();
    await expect(guest.page.getByRole("heading", { level: 1 })).toHaveText("App Center");
    await guest.page.goto("/settings");
    await look(guest.page, "settings-member");
    await page.goto("/settings");
    await page.locator("summary", { hasText: "Milo" }).click();
    await look(page, "settings-many");
  });

  test("an invitation, with long names", async ({ page, context, signUp, another, look }) => {
    await signUp(context, { name: longWord, organization_name: longName });
    await page.goto("/settings");
    await page.getByRole("button", { name: "Create invitation link" }).click();
    const link = await page.getByLabel("Invitation link 1, Member").inputValue();
    const guest = (await another()).page;
    await guest.goto(link);
    await look(guest, "invitation");
  });

  test("asking for an app", async ({ page, organisation, look }) => {
    expect(organisation.email).not.toBe("");
    await page.goto("/request-app?name=Oddity");
    await look(page, "request-app");
    await page.goto("/request-app?asked=Oddity");
    await look(page, "request-app-thanks");
  });
});

test.describe("App Center", { tag: "@once" }, () => {
  test("as it first is", { tag: "@nojs" }, async ({ page, organisation, javaScriptEnabled, look }) => {
    // All the apps there are: axe looks at every one of them, four times.
    test.slow();
    expect(organisation.email).not.toBe("");
    await visit(page, "/apps", javaScriptEnabled);
    await expect(card(page, "BambooHR")).toBeVisible();
    await look(page, "app-center");
  });

  test("one category", async ({ page, organisation, look }) => {
    expect(organisation.email).not.toBe("");
    await visit(page, "/apps?category=filestorage&sort=name");
    await look(page, "app-center-category");
  });

  test("a forgiven slip", async ({ page, organisation, look }) => {
    expect(organisation.email).not.toBe("");
    await visit(page, "/apps?q=bambohr");
    await expect(page.getByText("Showing results for")).toBeVisible();
    await look(page, "app-center-slip");
  });

  test("no result", { tag: "@nojs" }, async ({ page, organisation, javaScriptEnabled, look }) => {
    expect(organisation.email).not.toBe("");
    await visit(page, `/apps?q=${encodeURIComponent(longWord)}`, javaScriptEnabled);
    await expect(page.getByRole("link", { name: "Clear search" })).toBeVisible();
    await look(page, "app-center-no-result");
  });

  test("with connected apps", { tag: "@nojs" }, async ({ page, context, organisation, sandbox, javaScriptEnabled, look }) => {
    await connectQuietly(context, sandbox, xero);
    await connectQuietly(context, sandbox, xero);
    await connectQuietly(context, sandbox, bamboohr);
    await connectBroken(context, sandbox, organisation, gusto);
    await beginQuietly(context, salesforce);
    await visit(page, "/apps?status=connected", javaScriptEnabled);
    await expect(card(page, "Xero")).toContainText("2 accounts");
    await expect(card(page, "BambooHR")).toContainText(/Syncing|Connected/);
    await expect(card(page, "Gusto")).toContainText("Reconnect needed");
    await look(page, "app-center-connected");
    await visit(page, "/apps?status=needs-attention", javaScriptEnabled);
    await expect(card(page, "Salesforce")).toContainText("Setup incomplete");
    await look(page, "app-center-attention");
  });

  test("as a member sees it", async ({ another, server, organisation, look }) => {
    const member = await addMember(server, organisation);
    const theirs = await another();
    await post(theirs.context, "/api/auth/sign-in", { email: member.email, password: member.password });
    await visit(theirs.page, "/apps?category=crm");
    await expect(theirs.page.getByText("Ask an admin of your organisation")).toBeVisible();
    await look(theirs.page, "app-center-member");
  });

  test("asking for the category", async ({ page, organisation, look }) => {
    expect(organisation.email).not.toBe("");
    await visit(page, "/apps?q=workday");
    await card(page, "Workday").getByRole("button", { name: "Connect Workday" }).click();
    await expect(page.getByRole("dialog", { name: "Connect Workday" })).toBeVisible();
    await look(page, "app-center-chooser");
  });

  test("while an app is being connected, and when that fails", async ({ page, organisation, sandbox, allowConsole, look }) => {
    allowConsole(/status of 50\d/);
    await page.route("**/api/merge/create-link-token", () => {
      // Nobody answers for as long as the picture takes.
    });
    await visit(page, "/apps?q=gusto");
    await card(page, "Gusto").getByRole("button", { name: "Connect Gusto" }).click();
    await expect(card(page, "Gusto").getByRole("button", { name: "Connecting..." })).toBeVisible();
    await look(page, "app-center-connecting");
    await page.unroute("**/api/merge/create-link-token");
    await sandbox.fault({ kind: "forbidden", match: { organization: organisation.organization_name, path: "/api/*/v1/link-token" } });
    await visit(page, "/apps?q=gusto");
    await card(page, "Gusto").getByRole("button", { name: "Connect Gusto" }).click();
    await expect(card(page, "Gusto").getByRole("alert")).toBeVisible();
    await look(page, "app-center-refused");
  });
});

test.describe("an app's page", { tag: "@once" }, () => {
  test("of one category", { tag: "@nojs" }, async ({ page, organisation, javaScriptEnabled, look }) => {
    expect(organisation.email).not.toBe("");
    await visit(page, "/apps/gusto", javaScriptEnabled);
    await look(page, "app");
  });

  test("of several categories", async ({ page, organisation, look }) => {
    expect(organisation.email).not.toBe("");
    await visit(page, "/apps/workday");
    await look(page, "app-several");
  });

  test("with a long name", async ({ page, organisation, look }) => {
    expect(organisation.email).not.toBe("");
    await visit(page, "/apps/oracle-cloud-human-capital-management-hcm");
    await look(page, "app-long");
  });

  test("with accounts", async ({ page, context, organisation, sandbox, look }) => {
    const first = await connectQuietly(context, sandbox, workday);
    await post(context, "/api/merge/rename-integration", { integration_id: first, display_name: longName });
    await connectBroken(context, sandbox, organisation, { ...workday, category: "ats" });
    await beginQuietly(context, { ...workday, category: "accounting" });
    await visit(page, "/apps/workday");
    await expect(page.getByRole("button", { name: "Reconnect Workday for Recruiting" })).toBeVisible();
    await look(page, "app-connected");
  });
});

test.describe("a category's page", { tag: "@once" }, () => {
  test("says what it is for in every category", async ({ page, organisation, vendorWords }) => {
    expect(organisation.email).not.toBe("");
    for (const [category, words] of [
      ["hris", "HRIS"],
      ["ats", "ATS"],
      ["crm", "CRM"],
      ["accounting", "Accounting"],
      ["ticketing", "Ticketing"],
      ["filestorage", "File Storage"],
      ["knowledgebase", "Knowledge Base"],
    ] as const) {
      await visit(page, `/connect/${category}`);
      await expect(page.getByRole("button", { name: `Connect ${words} Integration`, exact: true })).toBeVisible();
      await vendorWords(page);
    }
  });

  test("with nothing connected", { tag: "@nojs" }, async ({ page, organisation, javaScriptEnabled, look }) => {
    expect(organisation.email).not.toBe("");
    await visit(page, "/connect/hris", javaScriptEnabled);
    await look(page, "connect");
  });

  test("with accounts", async ({ page, context, organisation, sandbox, look }) => {
    const named = await connectQuietly(context, sandbox, bamboohr);
    await post(context, "/api/merge/rename-integration", { integration_id: named, display_name: longWord });
    await connectBroken(context, sandbox, organisation, gusto);
    await visit(page, "/connect/hris");
    await look(page, "connect-connected");
  });
});

test.describe("Connected Apps", { tag: "@once" }, () => {
  test("empty", { tag: "@nojs" }, async ({ page, organisation, javaScriptEnabled, look }) => {
    expect(organisation.email).not.toBe("");
    await visit(page, "/connected", javaScriptEnabled);
    await expect(page.getByRole("heading", { name: "No apps connected yet" })).toBeVisible();
    await look(page, "connected-empty");
  });

  test("one app", { tag: "@nojs" }, async ({ page, context, organisation, sandbox, javaScriptEnabled, look }) => {
    await holdFirstSync(sandbox, organisation);
    await connectQuietly(context, sandbox, gusto);
    await visit(page, "/connected", javaScriptEnabled);
    await expect(page.getByText("Initial sync in progress, check back in a few minutes")).toBeVisible();
    await look(page, "connected-one");
  });

  test("everything at once", { tag: "@nojs" }, async ({ page, context, server, organisation, sandbox, javaScriptEnabled, look }) => {
    await holdFirstSync(sandbox, organisation);
    await connectBroken(context, sandbox, organisation, gusto);
    const named = await connectQuietly(context, sandbox, bamboohr);
    await post(context, "/api/merge/rename-integration", { integration_id: named, display_name: longName });
    const word = await connectQuietly(context, sandbox, { ...bamboohr, category: "ats" });
    await post(context, "/api/merge/rename-integration", { integration_id: word, display_name: longWord });
    const fresh = await connectQuietly(context, sandbox, xero);
    const elsewhere = await connectQuietly(context, sandbox, zendesk);
    await beginQuietly(context, salesforce);
    // What only time and another world bring about.
    await sql(server, `UPDATE linked_accounts SET last_successful_sync_at = created_at - 240000, initial_sync_completed = TRUE, is_duplicate = TRUE WHERE id = '${fresh}'`);
    await sql(server, `UPDATE linked_accounts SET upstream = 'https://api.example.com/api' WHERE id = '${elsewhere}'`);
    await visit(page, "/connected", javaScriptEnabled);
    await expect(page.getByRole("heading", { name: "Needs your attention" })).toBeVisible();
    await expect(page.getByRole("heading", { name: "Not finished" })).toBeVisible();
    await expect(page.getByText("This account seems to be connected twice.")).toBeVisible();
    await expect(page.getByText("Connected to a different environment.")).toBeVisible();
    await expect(page.getByText("4 minutes ago")).toBeVisible();
    await look(page, "connected-all");
  });

  test("every cause of trouble", async ({ page, context, server, organisation, sandbox, look }) => {
    await holdFirstSync(sandbox, organisation);
    for (const [app, problem] of [
      [gusto, "permissions"],
      [xero, "plan"],
      [zendesk, "outage"],
      [salesforce, "removed"],
    ] as const) {
      const id = await connectQuietly(context, sandbox, app);
      await sql(server, `UPDATE linked_accounts SET status = 'error', error_category = '${problem}' WHERE id = '${id}'`);
    }
    await visit(page, "/connected");
    await expect(page.getByText("Your Xero plan doesn't include this any more.")).toBeVisible();
    await expect(page.getByRole("link", { name: /^Connected Apps/ })).toContainText("3 need attention");
    // Nobody can do anything about an app that is away, so nobody is asked to.
    await expect(page.getByText("Zendesk isn't answering. We're on it — no action needed.")).toBeVisible();
    await expect(page.getByRole("button", { name: "Reconnect Zendesk" })).toHaveCount(0);
    await look(page, "connected-causes");
  });

  test("asking for a name", async ({ page, context, organisation, sandbox, look }) => {
    expect(organisation.email).not.toBe("");
    await connectQuietly(context, sandbox, gusto);
    await visit(page, "/connected");
    await page.getByRole("button", { name: "Rename Gusto" }).click();
    await expect(page.getByRole("textbox", { name: "Name for Gusto" })).toBeVisible();
    await look(page, "connected-rename");
  });

  test("asking before it deletes", { tag: "@nojs" }, async ({ page, context, organisation, sandbox, javaScriptEnabled, look }) => {
    expect(organisation.email).not.toBe("");
    const id = await connectQuietly(context, sandbox, gusto);
    await post(context, "/api/merge/rename-integration", { integration_id: id, display_name: longName });
    await visit(page, "/connected", javaScriptEnabled);
    await page.getByRole("button", { name: /^Delete integration/ }).click();
    await expect(page.getByRole("alertdialog")).toBeVisible();
    await look(page, "connected-delete");
  });

  test("the menu of a row", async ({ page, context, organisation, sandbox, look }) => {
    expect(organisation.email).not.toBe("");
    await connectQuietly(context, sandbox, gusto);
    await visit(page, "/connected");
    await page.getByRole("button", { name: "More for Gusto" }).click();
    await expect(page.getByRole("group", { name: "Actions for Gusto" })).toBeVisible();
    await look(page, "connected-menu-wide");
  });

  test("the menu of a row on a narrow screen", async ({ page, context, organisation, sandbox, look }) => {
    expect(organisation.email).not.toBe("");
    await connectQuietly(context, sandbox, gusto);
    await page.setViewportSize({ width: 320, height: 720 });
    await visit(page, "/connected");
    await page.getByRole("button", { name: "More for Gusto" }).click();
    await expect(page.getByRole("group", { name: "Actions for Gusto" })).toBeVisible();
    await look(page, "connected-menu");
  });

  test("as a member sees it", async ({ context, another, server, organisation, sandbox, look }) => {
    await connectBroken(context, sandbox, organisation, gusto);
    await connectQuietly(context, sandbox, xero);
    const member = await addMember(server, organisation);
    const theirs = await another();
    await post(theirs.context, "/api/auth/sign-in", { email: member.email, password: member.password });
    await visit(theirs.page, "/connected");
    await expect(theirs.page.getByRole("heading", { name: "Needs your attention" })).toBeVisible();
    await look(theirs.page, "connected-member");
  });
});

test.describe("an account's page", { tag: "@once" }, () => {
  test("in its first sync", { tag: "@nojs" }, async ({ page, context, organisation, sandbox, javaScriptEnabled, look }) => {
    await holdFirstSync(sandbox, organisation);
    const id = await connectQuietly(context, sandbox, gusto);
    await visit(page, `/connected/${id}`, javaScriptEnabled);
    await expect(page.getByText("Initial sync in progress, check back in a few minutes")).toBeVisible();
    await look(page, "account-first-sync");
  });

  test("up to date, with a long name", async ({ page, context, server, organisation, sandbox, look }) => {
    await holdFirstSync(sandbox, organisation);
    const id = await connectQuietly(context, sandbox, gusto);
    await post(context, "/api/merge/rename-integration", { integration_id: id, display_name: longWord });
    await sql(server, `UPDATE linked_accounts SET last_successful_sync_at = created_at, initial_sync_completed = TRUE WHERE id = '${id}'`);
    await visit(page, `/connected/${id}`);
    await expect(page.getByText("Everything is up to date.")).toBeVisible();
    await look(page, "account-up-to-date");
  });

  test("broken", { tag: "@nojs" }, async ({ page, context, organisation, sandbox, javaScriptEnabled, look }) => {
    const id = await connectBroken(context, sandbox, organisation, gusto);
    await visit(page, `/connected/${id}`, javaScriptEnabled);
    await expect(page.getByText("Gusto needs you to sign in again.")).toBeVisible();
    await look(page, "account-broken");
  });

  test("asking before it deletes", { tag: "@nojs" }, async ({ page, context, organisation, sandbox, javaScriptEnabled, look }) => {
    expect(organisation.email).not.toBe("");
    const id = await connectQuietly(context, sandbox, gusto);
    await visit(page, `/connected/${id}/settings`, javaScriptEnabled);
    await page.getByRole("button", { name: "Delete integration" }).click();
    await expect(page.getByRole("alertdialog", { name: "Delete Gusto?" })).toBeVisible();
    await look(page, "account-delete");
  });

  test("its settings, with a long name", { tag: "@nojs" }, async ({ page, context, organisation, sandbox, javaScriptEnabled, look }) => {
    expect(organisation.email).not.toBe("");
    const id = await connectQuietly(context, sandbox, gusto);
    await post(context, "/api/merge/rename-integration", { integration_id: id, display_name: longName });
    await visit(page, `/connected/${id}/settings`, javaScriptEnabled);
    await expect(page.getByRole("heading", { name: "Danger zone" })).toBeVisible();
    await look(page, "account-settings");
  });

  test("its records: many, one that is open, none", { tag: "@nojs" }, async ({ page, context, organisation, sandbox, javaScriptEnabled, look }) => {
    expect(organisation.email).not.toBe("");
    const { id, theirs } = await connectWithEmployees(context, sandbox, 60, gusto);
    await changeEmployees(sandbox, theirs, [{ op: "add", fields: { display_full_name: longWord, work_email: `${longWord}@example.com`, username: longName } }]);
    await expectHere(context, id, longWord);
    await visit(page, `/connected/${id}/data`, javaScriptEnabled);
    await expect(names(page)).toHaveCount(25);
    await look(page, "account-data");
    await names(page).first().getByRole("link").click();
    await expect(drawer(page)).toHaveAccessibleName(longWord);
    await look(page, "account-record");
    await visit(page, `/connected/${id}/data?q=x${longWord.slice(1)}`, javaScriptEnabled);
    await expect(page.getByRole("heading", { name: "No matches" })).toBeVisible();
    await look(page, "account-data-no-match");
    await visit(page, `/connected/${id}/data?deleted=true`, javaScriptEnabled);
    await expect(page.getByRole("heading", { name: "Nothing here yet" })).toBeVisible();
    await look(page, "account-data-empty");
  });

  test("its records, one alone", async ({ page, context, organisation, sandbox, look }) => {
    expect(organisation.email).not.toBe("");
    const { id } = await connectWithEmployees(context, sandbox, 1, gusto);
    await visit(page, `/connected/${id}/data`);
    await expect(page.getByText("1 employee", { exact: true })).toBeVisible();
    await look(page, "account-data-one");
  });

  test("its records in the first sync, and where an address leads astray", { tag: "@nojs" }, async ({ page, context, organisation, sandbox, javaScriptEnabled, allowConsole, look }) => {
    allowConsole(/status of 400/);
    await holdFirstSync(sandbox, organisation);
    const id = await connectQuietly(context, sandbox, gusto);
    await visit(page, `/connected/${id}/data`, javaScriptEnabled);
    await expect(page.getByRole("heading", { name: "Initial sync in progress, check back in a few minutes" })).toBeVisible();
    await look(page, "account-data-first-sync");
    await visit(page, `/connected/${id}/data?sort=size`, javaScriptEnabled);
    await expect(page.getByRole("heading", { name: "This link doesn't work any more." })).toBeVisible();
    await look(page, "account-data-astray");
  });

  test("its history", { tag: "@nojs" }, async ({ page, context, server, organisation, sandbox, javaScriptEnabled, look }) => {
    const id = await connectBroken(context, sandbox, organisation, gusto);
    for (const kind of ["first_sync_completed", "event_data_changed", "recovered", "sweep_stopped", "identity_changed"]) {
      await sql(
        server,
        `INSERT INTO activity (organization_id, at, kind, account_id, label) SELECT organization_id, created_at, '${kind}', id, 'Gusto' FROM linked_accounts WHERE id = '${id}'`,
      );
    }
    for (const name of ["Berlin", longWord, longName]) await post(context, "/api/merge/rename-integration", { integration_id: id, display_name: name });
    // Half a day between one and the next.
    await sql(server, `UPDATE activity SET at = at - 43200000 * ((SELECT max(a.id) FROM activity a WHERE a.account_id = '${id}') - id) WHERE account_id = '${id}'`);
    await visit(page, `/connected/${id}/activity`, javaScriptEnabled);
    await expect(page.getByRole("region", { name: "Yesterday" })).toBeVisible();
    await look(page, "account-activity");
  });
});

test.describe("elsewhere", { tag: "@once" }, () => {
  test("nothing is here", { tag: "@nojs" }, async ({ page, organisation, allowConsole, look }) => {
    allowConsole(/status of 404/);
    expect(organisation.email).not.toBe("");
    await page.goto("/nowhere");
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("We couldn't find that page");
    await look(page, "not-found");
  });

  test("nothing is here for a stranger either", async ({ page, allowConsole, look }) => {
    allowConsole(/status of 404/);
    await page.goto("/nowhere");
    await look(page, "not-found-stranger");
  });

  test("what a form was refused for stands over the page", { tag: "@nojs" }, async ({ page, organisation, look }) => {
    expect(organisation.email).not.toBe("");
    await page.goto("/connected?problem=not_allowed");
    await expect(page.getByRole("alert").first()).toHaveText("Only an admin of your organisation can do that.");
    await look(page, "problem");
  });

  test("the account menu, with long names", async ({ page, context, signUp, look }) => {
    await signUp(context, { organization_name: longName, name: "Wolfeschlegelsteinhausenbergerdorff Hubert Blaine" });
    await visit(page, "/connected");
    await page.getByRole("button", { name: "account and theme" }).click();
    await expect(page.getByRole("group", { name: "Account" })).toBeVisible();
    await look(page, "account-menu");
  });
});
