import type { Locator, Page } from "@playwright/test";
import { beginQuietly, card, connectQuietly, visit } from "../support/linking.ts";
import { Server } from "../support/server.ts";
import { connectBroken, gusto, xero, zendesk } from "../support/states.ts";
import { expect, test } from "../support/test.ts";

const categories = { hris: "HR", ats: "Recruiting", crm: "CRM", accounting: "Accounting", ticketing: "Ticketing", filestorage: "File storage", knowledgebase: "Knowledge base" };
const fallbackNote = "Some logos or apps may be missing right now.";
const offlineNote = "You're offline. This list may be out of date.";

/** The names of the apps that the list shows, in order. */
function apps(page: Page): Locator {
  return page.getByRole("region", { name: "Apps" }).getByRole("listitem").getByRole("heading", { level: 3 });
}

/** How many there are, over the list. */
const found = (page: Page) => page.getByRole("region", { name: "Apps" }).getByText(/^[\d,]+ apps?$/);

const search = (page: Page) => page.getByRole("searchbox", { name: "Search apps" });

/** What decides the place of a name in the alphabet. */
const letters = (name: string) => name.normalize("NFKD").toLowerCase().replaceAll(/[^a-z0-9]/g, "");

/** Types into the search; without a script the form has to be sent. */
async function look(page: Page, text: string): Promise<void> {
  await search(page).fill(text);
  await search(page).press("Enter");
}

async function expectPath(page: Page, path: string): Promise<void> {
  await expect(page).toHaveURL((url) => url.pathname + url.search === path);
}

/** What a link of the rail says: its label and its number. */
async function counts(page: Page, nav: "Categories" | "Status"): Promise<Map<string, number>> {
  const found = new Map<string, number>();
  for (const link of await page.getByRole("navigation", { name: nav }).getByRole("link").all()) {
    const [, label, count] = /^(.+?)\s*([\d,]+)\s*apps?$/.exec((await link.innerText()).replaceAll(/\s+/g, " ")) ?? [];
    if (!label || !count) throw new Error(`a link without a number: ${await link.innerText()}`);
    found.set(label, Number(count.replaceAll(",", "")));
  }
  return found;
}

/** The whole list as the interface answers it. */
async function catalogue(page: Page, query = ""): Promise<{ name: string; slug: string; categories: string[] }[]> {
  const answer = await page.request.get(`/api/merge/integrations${query}`);
  expect(answer.status()).toBe(200);
  return ((await answer.json()) as { integrations: { name: string; slug: string; categories: string[] }[] }).integrations;
}

test.describe("search", { tag: "@nojs" }, () => {
  test.beforeEach(async ({ page, organisation, javaScriptEnabled }) => {
    expect(organisation.email).not.toBe("");
    await visit(page, "/apps", javaScriptEnabled);
  });

  test("forgives a slip and says what it shows", async ({ page, vendorWords }) => {
    await look(page, "bambohr");
    await expect(apps(page).first()).toHaveText("BambooHR");
    await expect(page.getByText(/^Showing results for “bamboohr”$/i)).toBeVisible();
    await expect(search(page)).toHaveValue("bambohr");
    await expect(page).toHaveURL(/[?&]q=bambohr(&|$)/);
    await vendorWords(page);
  });

  for (const [short, name] of [
    ["qbo", "QuickBooks Online"],
    ["sfdc", "Salesforce"],
    ["bob", "Hibob"],
    ["azure ad", "Microsoft Entra ID"],
  ] as const) {
    test(`knows ${name} as “${short}”`, async ({ page }) => {
      await look(page, short);
      await expect(apps(page).first()).toHaveText(name);
      await expect(page.getByText("Showing results for")).toHaveCount(0);
    });
  }

  test("does not mind capitals, accents and blanks", async ({ page }) => {
    await look(page, "  HUB-Spöt ");
    await expect(apps(page).first()).toHaveText("HubSpot");
  });

  test("that finds nothing says so and offers all apps again", async ({ page, vendorWords }) => {
    const all = (await catalogue(page)).length;
    await expect(apps(page)).toHaveCount(all);
    await look(page, "zzqqxxyy <b>");
    await expect(page.getByRole("heading", { name: "No apps match “zzqqxxyy <b>”." })).toBeVisible();
    await expect(apps(page)).toHaveCount(0);
    await expect(found(page)).toHaveText("0 apps");
    await vendorWords(page);
    await page.getByRole("link", { name: "Clear search" }).click();
    await expect(apps(page)).toHaveCount(all);
    await expect(search(page)).toHaveValue("");
    await expectPath(page, "/apps");
  });
});

test.describe("the search field", () => {
  test.beforeEach(async ({ page, organisation }) => {
    expect(organisation.email).not.toBe("");
    await visit(page, "/apps");
  });

  test("is a key away, and Escape empties it", async ({ page }) => {
    await page.getByRole("link", { name: "App Center", exact: true }).focus();
    await page.keyboard.press("/");
    await expect(search(page)).toBeFocused();
    await expect(search(page)).toHaveValue("");
    // In the field it is a character like any other.
    await page.keyboard.type("a/b");
    await expect(search(page)).toHaveValue("a/b");
    await expectPath(page, "/apps?q=a%2Fb");
    await page.keyboard.press("Escape");
    await expect(search(page)).toHaveValue("");
    await expect(search(page)).toBeFocused();
    await expectPath(page, "/apps");
  });

  test("leaves the keys to other fields", async ({ page }) => {
    await page.getByRole("combobox", { name: "Sort by" }).focus();
    await page.keyboard.press("/");
    await expect(search(page)).not.toBeFocused();
  });

  test("has a button that empties it and gives the focus back", async ({ page }) => {
    const clear = page.getByRole("button", { name: "Clear search" });
    await expect(clear).toBeHidden();
    await search(page).fill("xero");
    await expect(apps(page)).toHaveText(["Xero"]);
    await clear.click();
    await expect(search(page)).toBeFocused();
    await expect(search(page)).toHaveValue("");
    await expect(clear).toBeHidden();
  });

  test("says how many it found, to those who listen, once typing rests", async ({ page }) => {
    await search(page).pressSequentially("xero");
    await expect(page.getByRole("status").filter({ hasText: /found$/ })).toHaveText("1 app found");
    await search(page).fill("zzqqxxyy");
    await expect(page.getByRole("status").filter({ hasText: /found$/ })).toHaveText("No apps found");
  });

  test("shows all it found in the end, and all apps again, in their order", async ({ page }) => {
    const names = async (query: string) => (await catalogue(page, query)).map((app) => app.name);
    const everything = await names("");
    for (const text of ["e", "pay", "payroll"]) {
      await look(page, text);
      const wanted = await names(`?q=${text}`);
      expect(wanted.length).toBeGreaterThan(1);
      await expect(apps(page)).toHaveText(wanted);
    }
    // Back letter by letter, quicker than the list can follow.
    await search(page).press("End");
    for (const _ of "payroll") await search(page).press("Backspace");
    await search(page).press("Enter");
    await expect(apps(page)).toHaveText(everything);
    await expect(apps(page).last()).toBeVisible();
  });

  test("leaves no trail of letters behind the back button", async ({ page }) => {
    await visit(page, "/connected");
    await visit(page, "/apps");
    await search(page).pressSequentially("xero");
    await expectPath(page, "/apps?q=xero");
    await page.goBack();
    await expectPath(page, "/connected");
    await page.goForward();
    await expect(search(page)).toHaveValue("xero");
    await expect(apps(page)).toHaveText(["Xero"]);
  });

  test("keeps what was typed before the page was awake", async ({ page }) => {
    let wake = () => {};
    const asleep = new Promise<void>((done) => (wake = done));
    await page.route(/\.wasm$/, async (route) => {
      await asleep;
      await route.continue();
    });
    await page.goto("/apps", { waitUntil: "commit" });
    await search(page).fill("xero");
    wake();
    await expect(apps(page)).toHaveText(["Xero"]);
    await expect(search(page)).toHaveValue("xero");
    await expectPath(page, "/apps?q=xero");
  });
});

test.describe("the address decides what is shown, the same before and after the page is awake", { tag: "@nojs" }, () => {
  for (const [query, expected] of [
    ["", undefined],
    ["?category=crm&sort=name", undefined],
    ["?q=drive", undefined],
    ["?q=payrol&category=hris", undefined],
    ["?status=connected", ["Gusto", "Xero"]],
    ["?status=connected&category=accounting", ["Xero"]],
    ["?status=needs-attention", ["Gusto", "Zendesk"]],
    ["?status=connected&q=zendesk", []],
    // An old or mistyped link still opens the list.
    ["?category=mktg&status=odd&sort=sideways", undefined],
  ] as const) {
    test(`/apps${query}`, async ({ page, context, another, organisation, sandbox, javaScriptEnabled }) => {
      const asked = new URLSearchParams(query);
      if (asked.has("status")) {
        await connectQuietly(context, sandbox, xero);
        await connectBroken(context, sandbox, organisation, gusto);
        await beginQuietly(context, zendesk);
      }
      const quiet = await another({ javaScriptEnabled: false, storageState: await context.storageState() });
      await quiet.page.goto(`/apps${query}`);
      const rendered = await apps(quiet.page).allTextContents();
      await visit(page, `/apps${query}`, javaScriptEnabled);
      await expect(apps(page)).toHaveText(rendered);
      if (expected) expect(rendered).toEqual(expected);
      else expect(rendered.length).toBeGreaterThan(2);
      await expect(search(page)).toHaveValue(asked.get("q") ?? "");
      const sorted = asked.get("sort") === "name";
      await expect(page.getByRole("combobox", { name: "Sort by" })).toHaveValue(sorted ? "name" : "popular");
      if (sorted) expect(rendered).toEqual(rendered.toSorted((a, b) => (letters(a) < letters(b) ? -1 : 1)));
      const browsed = asked.get("category") ?? "";
      const chosen = browsed in categories ? categories[browsed as keyof typeof categories] : "All apps";
      await expect(page.getByRole("navigation", { name: "Categories" }).locator("[aria-current]")).toContainText(chosen);
      expect(await counts(page, "Categories")).toEqual(await counts(quiet.page, "Categories"));
      expect(await counts(page, "Status")).toEqual(await counts(quiet.page, "Status"));
    });
  }
});

test("every number of the rail is what its link shows", { tag: "@nojs" }, async ({ page, organisation, javaScriptEnabled }) => {
  expect(organisation.email).not.toBe("");
  const all = await catalogue(page);
  await visit(page, "/apps", javaScriptEnabled);
  const promised = await counts(page, "Categories");
  expect([...promised.keys()]).toEqual(["All apps", ...Object.values(categories)]);
  expect(promised.get("All apps")).toBe(all.length);
  for (const [slug, label] of Object.entries(categories)) {
    expect(promised.get(label), label).toBe(all.filter((app) => app.categories.includes(slug)).length);
    await page.getByRole("navigation", { name: "Categories" }).getByRole("link", { name: label }).click();
    await expectPath(page, `/apps?category=${slug}`);
    await expect(apps(page), label).toHaveCount(promised.get(label) ?? 0);
    await expect(found(page), label).toHaveText(promised.get(label) === 1 ? "1 app" : `${promised.get(label)} apps`);
  }
});

test("the numbers follow the search and the states", { tag: "@nojs" }, async ({ page, context, organisation, sandbox, javaScriptEnabled }) => {
  await connectQuietly(context, sandbox, xero);
  await connectBroken(context, sandbox, organisation, gusto);
  await visit(page, "/apps", javaScriptEnabled);
  expect(await counts(page, "Status")).toEqual(new Map([["Connected", 2], ["Needs attention", 1]]));
  await page.getByRole("navigation", { name: "Status" }).getByRole("link", { name: /^Connected/ }).click();
  await expectPath(page, "/apps?status=connected");
  await expect(apps(page)).toHaveText(["Gusto", "Xero"]);
  const ofConnected = await counts(page, "Categories");
  expect([ofConnected.get("All apps"), ofConnected.get("HR"), ofConnected.get("Accounting"), ofConnected.get("CRM")]).toEqual([2, 1, 1, 0]);
  // The same link takes the filter away.
  await page.getByRole("navigation", { name: "Status" }).getByRole("link", { name: /^Connected/ }).click();
  await expectPath(page, "/apps");
  await look(page, "xero");
  await expect(apps(page)).toHaveText(["Xero"]);
  const ofXero = await counts(page, "Categories");
  expect([ofXero.get("All apps"), ofXero.get("Accounting"), ofXero.get("HR")]).toEqual([1, 1, 0]);
});

/** What the cards of the list show and offer, by the apps' names. */
async function faces(page: Page): Promise<Record<string, string>> {
  await expect(page.locator(".grid.waits")).toHaveCount(0);
  return page.locator(".card:not([hidden])").evaluateAll((cards) =>
    Object.fromEntries(
      cards.map((card) => {
        const said = [...card.querySelectorAll(".badge, .act > *")].map((part) =>
          ["aria-label", "aria-haspopup", "aria-disabled", "href"].reduce((text, name) => `${text} ${part.getAttribute(name) ?? "-"}`, part.textContent.trim()),
        );
        return [card.querySelector("h3")?.textContent.trim() ?? "", said.join("; ")];
      }),
    ),
  );
}

test("cards show what those of a fresh page do, whatever was browsed before and has changed meanwhile", async ({ page, context, another, organisation, sandbox }) => {
  expect(organisation.email).not.toBe("");
  const fresh = await another({ javaScriptEnabled: false, storageState: await context.storageState() });
  const expectFresh = async () => {
    const { pathname, search: query } = new URL(page.url());
    await fresh.page.goto(pathname + query);
    const rendered = await faces(fresh.page);
    expect(Object.keys(rendered).length).toBeGreaterThan(5);
    await expect.poll(() => faces(page)).toEqual(rendered);
  };
  const rail = page.getByRole("navigation", { name: "Categories" });
  // Some of its apps live in other categories too; that of Xero is not shown.
  await visit(page, "/apps?category=ats");
  await expectFresh();
  await connectQuietly(context, sandbox, xero);
  await connectQuietly(context, sandbox, { category: "hris", slug: "workday", name: "Workday" });
  await expectFresh();
  await rail.getByRole("link", { name: /^HR/ }).click();
  await expect(card(page, "Workday").getByRole("link", { name: "Manage Workday" })).toBeVisible();
  await expectFresh();
  await rail.getByRole("link", { name: "All apps" }).click();
  await expect(card(page, "Xero").getByRole("link", { name: "Manage Xero" })).toBeVisible();
  await expectFresh();
  await connectQuietly(context, sandbox, zendesk);
  await expect(card(page, "Zendesk").getByRole("link", { name: "Manage Zendesk" })).toBeVisible();
  await expectFresh();
});

test("back and forward lead through what was browsed", { tag: "@nojs" }, async ({ page, organisation, javaScriptEnabled }) => {
  expect(organisation.email).not.toBe("");
  await visit(page, "/apps", javaScriptEnabled);
  const rail = page.getByRole("navigation", { name: "Categories" });
  await rail.getByRole("link", { name: "File storage" }).click();
  await expectPath(page, "/apps?category=filestorage");
  const files = await apps(page).allTextContents();
  await rail.getByRole("link", { name: "Knowledge base" }).click();
  await expect(apps(page)).not.toHaveText(files);
  const articles = await apps(page).allTextContents();
  await page.goBack();
  await expectPath(page, "/apps?category=filestorage");
  await expect(apps(page)).toHaveText(files);
  await expect(rail.locator("[aria-current]")).toContainText("File storage");
  await page.goForward();
  await expect(apps(page)).toHaveText(articles);
  await page.goBack();
  // Through an app's own page and back, the filter is still there.
  await page.getByRole("link", { name: files[0] ?? "", exact: true }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(files[0] ?? "");
  await page.goBack();
  await expectPath(page, "/apps?category=filestorage");
  await expect(apps(page)).toHaveText(files);
});

test("an app's page shows what that app brings, and others like it", { tag: "@nojs" }, async ({ page, organisation, vendorWords }) => {
  expect(organisation.email).not.toBe("");
  const reads = page.getByRole("region", { name: "What we'll read" });

  await page.goto("/apps/rippling");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Rippling");
  await expect(page).toHaveTitle("Rippling · Patchbay");
  await expect(reads.getByRole("strong")).toHaveText(["Employees", "Positions and pay", "Departments and groups", "Locations", "Companies"]);
  await expect(page.getByText("You'll need admin access to Rippling")).toBeVisible();
  await expect(page.getByText("The first sync can take from minutes to a few hours.")).toBeVisible();
  await vendorWords(page);

  // Two apps of one category bring different things.
  await page.goto("/apps/gusto");
  await expect(reads.getByRole("strong").filter({ hasText: /^Payroll runs$/ })).toBeVisible();

  // One that lives in two categories says what comes from which.
  await page.goto("/apps/bamboohr");
  await expect(reads.getByRole("heading", { level: 3 })).toHaveText(["HR", "Recruiting"]);
  await expect(reads.getByRole("strong").filter({ hasText: /^(Employees|Candidates)$/ })).toHaveText(["Employees", "Candidates"]);

  // Those that most people use, not those that come first in the alphabet, and not the app itself.
  const others = (await catalogue(page, "?category=hris")).map((app) => app.name).filter((name) => name !== "BambooHR");
  const more = page.getByRole("region", { name: "More in HR" }).getByRole("link");
  await expect(more).toHaveCount(4);
  for (const [at, name] of others.slice(0, 4).entries()) await expect(more.nth(at)).toHaveAccessibleName(name);
  await more.first().click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(others[0] ?? "");
  await page.getByRole("main").getByRole("link", { name: "App Center" }).click();
  await expectPath(page, "/apps");
});

test("an app's page knows its accounts", { tag: "@nojs" }, async ({ page, context, organisation, sandbox }) => {
  const id = await connectQuietly(context, sandbox, gusto);
  await page.goto("/apps/gusto");
  await page.getByRole("main").getByRole("link", { name: /^Gusto/ }).click();
  await expectPath(page, `/connected/${id}`);
  expect(organisation.email).not.toBe("");
});

test("a connected app's card leads to its account", { tag: "@nojs" }, async ({ page, context, organisation, sandbox }) => {
  const id = await connectQuietly(context, sandbox, xero);
  await connectBroken(context, sandbox, organisation, gusto);
  await page.goto("/apps");
  await expect(card(page, "Gusto")).toContainText("Reconnect needed");
  await expect(card(page, "Gusto").getByRole("link", { name: "Reconnect Gusto" })).toBeVisible();
  await expect(card(page, "Xero")).toContainText(/Syncing|Connected/);
  await expect(card(page, "Xero").getByRole("button")).toHaveCount(0);
  await card(page, "Xero").getByRole("link", { name: "Manage Xero" }).click();
  await expectPath(page, `/connected/${id}`);
});

test("the whole card leads to the app", { tag: "@nojs" }, async ({ page, organisation }) => {
  expect(organisation.email).not.toBe("");
  await page.goto("/apps?q=xero");
  await expect(apps(page)).toHaveText(["Xero"]);
  const box = await card(page, "Xero").boundingBox();
  if (!box) throw new Error("the card is not there");
  await page.mouse.click(box.x + box.width / 2, box.y + box.height / 2);
  await expectPath(page, "/apps/xero");
});

test("what is not there says so, with the right status", { tag: "@nojs" }, async ({ page, organisation, vendorWords, allowConsole }) => {
  allowConsole(/status of 404/);
  expect(organisation.email).not.toBe("");
  for (const path of [
    "/apps/no-such-app",
    "/apps/%F0%9F%A6%84",
    "/connect/mktg",
    "/connected/00000000-0000-4000-8000-000000000000",
    "/connected/nonsense",
    "/connected/00000000-0000-4000-8000-000000000000/data",
    "/connected/nonsense/activity",
    "/connected/nonsense/settings",
    "/nowhere",
    "/nowhere/at/all?x=1",
  ]) {
    const answer = await page.goto(path);
    expect(answer?.status(), path).toBe(404);
    await expect(page.getByRole("heading", { level: 1 }), path).toHaveText("We couldn't find that page");
    await expect(page, path).toHaveTitle("Page not found · Patchbay");
    await vendorWords(page);
  }
  await page.getByRole("link", { name: "Go to the App Center" }).click();
  await expectPath(page, "/apps");
  // A slash too many is no reason to send anybody away.
  await page.goto("/connected/");
  await expectPath(page, "/connected");
});

test("a stranger is told the same of what is not there", { tag: "@nojs" }, async ({ page, vendorWords, allowConsole }) => {
  allowConsole(/status of 404/);
  const answer = await page.goto("/nowhere");
  expect(answer?.status()).toBe(404);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("We couldn't find that page");
  await expect(page.getByRole("navigation", { name: "Main" })).toHaveCount(0);
  await vendorWords(page);
});

test("without the other side's list ours is shown, and says so quietly", { tag: ["@nojs", "@once"] }, async ({ database, another, page, organisation, javaScriptEnabled, axe, vendorWords }) => {
  expect(organisation.email).not.toBe("");
  // With the list there is no such note.
  await page.goto("/apps");
  await expect(apps(page).first()).toBeVisible();
  await expect(page.getByText(fallbackNote)).toHaveCount(0);

  // Nobody listens on the discard port.
  const alone = await Server.start(database, { MERGE_API_KEY: "nobody-asks-for-it", MERGE_API_BASE_URL: "http://127.0.0.1:9/api" });
  try {
    const { page: theirs } = await another({ baseURL: alone.baseURL });
    await theirs.goto("/sign-up");
    // There is no demo beside the real service.
    await expect(theirs.getByRole("button", { name: "Enter the demo" })).toHaveCount(0);
    await theirs.getByLabel("Organisation").fill("Alone");
    await theirs.getByLabel("Your name").fill("Al One");
    await theirs.getByLabel("E-mail").fill("al@example.com");
    await theirs.getByLabel("Password").fill("a long enough password");
    await theirs.getByRole("button", { name: "Create organisation" }).click();
    await expect(theirs.getByText(fallbackNote)).toBeVisible();
    await visit(theirs, "/apps", javaScriptEnabled);
    await expect(theirs.getByText(fallbackNote)).toBeVisible();
    await expect(apps(theirs)).toHaveCount((await catalogue(theirs)).length);
    await look(theirs, "bambohr");
    await expect(apps(theirs).first()).toHaveText("BambooHR");
    await vendorWords(theirs);
    await axe(theirs);
    await theirs.goto("/apps/bamboohr");
    await expect(theirs.getByRole("heading", { level: 1 })).toHaveText("BambooHR");
    // A page that is open would miss its server.
    await theirs.goto("about:blank");
  } finally {
    await alone.stop();
  }
});

test("cut off from the network, the lists say that they may be old", async ({ page, context, organisation, sandbox, allowConsole }) => {
  allowConsole(/ERR_INTERNET_DISCONNECTED|ERR_NETWORK_CHANGED|ERR_FAILED/);
  expect(organisation.email).not.toBe("");
  await connectQuietly(context, sandbox, gusto);
  for (const [path, there] of [
    ["/connected", page.getByRole("heading", { level: 3, name: "Gusto" })],
    ["/apps", card(page, "Gusto")],
  ] as const) {
    await visit(page, path);
    await context.setOffline(true);
    await expect(page.getByText(offlineNote), path).toBeVisible();
    await expect(there, path).toBeVisible();
    await context.setOffline(false);
    await expect(page.getByText(offlineNote), path).toHaveCount(0);
  }
});
