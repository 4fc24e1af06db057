import { test as base, expect, type BrowserContext, type BrowserContextOptions, type Frame, type Page } from "@playwright/test";
import { expectAccessible, takeShots } from "./looks.ts";
import { Sandbox } from "./sandbox.ts";
import { Server, type Database } from "./server.ts";
import { expectNoVendorWords } from "./words.ts";
import { unique } from "./unique.ts";

export { expect };

/** What a project of playwright.config.ts chooses. */
export interface Options {
  database: Database;
}

/** A fresh organisation and its first person, an admin. */
export interface Organisation {
  organization_name: string;
  name: string;
  email: string;
  password: string;
}

interface WorkerFixtures {
  /** A server that the tests of one worker share: each test brings an organisation of its own. */
  server: Server;
}

interface Fixtures {
  /** The control interface of the server's sandbox. */
  sandbox: Sandbox;
  /** A fresh organisation whose admin is signed in in `page`. */
  organisation: Organisation;
  /** Starts a server of the test's own, with an environment of its own; it ends after the browser's pages, which would ask for it. */
  startServer: (env: Record<string, string>) => Promise<Server>;
  /** Signs a fresh organisation up in a context of its choice (see `another`). */
  signUp: (context: BrowserContext, organisation?: Partial<Organisation>) => Promise<Organisation>;
  /** Another browser, as of another person; guarded and closed like the first. */
  another: (options?: BrowserContextOptions) => Promise<{ context: BrowserContext; page: Page }>;
  /** Announces an error that this test provokes in the browser's console: all others fail the test. */
  allowConsole: (pattern: RegExp) => void;
  /** No violation of WCAG 2.2 AA, in both themes. */
  axe: (page: Page) => Promise<void>;
  /** The page keeps the vendor's words to itself. */
  vendorWords: (page: Page | Frame) => Promise<void>;
  /** Pictures in both themes, wide and narrow. */
  shots: (page: Page, name: string) => Promise<void>;
  consoleGuard: { watch: (context: BrowserContext) => void; allow: (pattern: RegExp) => void };
  serverLog: void;
}

/** As the browser marks a request that our own page makes: without it, a change is refused. */
export const sameOrigin = { "Sec-Fetch-Site": "same-origin" };

export const test = base.extend<Fixtures, WorkerFixtures & Options>({
  database: ["sqlite", { option: true, scope: "worker" }],

  server: [
    async ({ database }, use) => {
      const server = await Server.start(database);
      await use(server);
      await server.stop();
    },
    { scope: "worker", timeout: 90_000 },
  ],

  baseURL: async ({ server }, use) => use(server.baseURL),

  sandbox: async ({ server }, use) => {
    const sandbox = new Sandbox(server.sandboxURL);
    await use(sandbox);
    await sandbox.clear();
  },

  consoleGuard: [
    async ({}, use) => {
      const errors: string[] = [];
      const allowed: RegExp[] = [];
      await use({
        watch: (context) => {
          context.on("console", (message) => {
            if (message.type() === "error") errors.push(`${message.text()} (${message.location().url})`);
          });
          context.on("weberror", (event) => {
            const error = String(event.error().stack ?? event.error());
            // One without a word is the browser's own: the next page came before a fade had begun, and where no script runs, nothing hears of it
            // (early.js does).
            if (error) errors.push(error);
          });
        },
        allow: (pattern) => void allowed.push(pattern),
      });
      expect(
        errors.filter((error) => !allowed.some((pattern) => pattern.test(error))),
        "errors in the browser's console",
      ).toEqual([]);
    },
    { auto: true },
  ],

  allowConsole: async ({ consoleGuard }, use) => use(consoleGuard.allow),

  startServer: async ({ database }, use) => {
    const servers: Server[] = [];
    await use(async (env) => {
      const server = await Server.start(database, env);
      servers.push(server);
      return server;
    });
    for (const server of servers) await server.stop();
  },

  context: async ({ context, consoleGuard }, use) => {
    consoleGuard.watch(context);
    await use(context);
  },

  // `startServer` only for the order: what is named here ends later.
  another: async ({ browser, consoleGuard, startServer: _ }, use) => {
    const contexts: BrowserContext[] = [];
    await use(async (options = {}) => {
      // The test runner adds what the project chooses: base URL, JavaScript, locale, size.
      const context = await browser.newContext(options);
      contexts.push(context);
      consoleGuard.watch(context);
      return { context, page: await context.newPage() };
    });
    for (const context of contexts) await context.close();
  },

  signUp: async ({ baseURL }, use) =>
    use(async (context, wishes = {}) => {
      const word = unique();
      const organisation = {
        organization_name: `Organisation ${word}`,
        name: "Ada Admin",
        email: `ada-${word}@example.com`,
        password: `correct horse ${word}`,
        ...wishes,
      };
      // The context's own request client: the session's cookie lands where the pages look for it.
      const answer = await context.request.post(`${baseURL}/api/auth/sign-up`, { data: organisation, headers: sameOrigin });
      expect(answer.status(), `sign-up: ${await answer.text()}`).toBe(200);
      return organisation;
    }),

  organisation: async ({ context, signUp }, use) => use(await signUp(context)),

  axe: async ({ javaScriptEnabled }, use) => use((page) => expectAccessible(page, javaScriptEnabled)),
  vendorWords: async ({}, use) => use(expectNoVendorWords),
  shots: async ({}, use, { project }) => use((page, name) => takeShots(page, `${project.name}/${name}`)),

  // What the server said during a test that failed lies beside its trace.
  serverLog: [
    async ({ server }, use, testInfo) => {
      const from = server.mark();
      await use();
      if (testInfo.status !== testInfo.expectedStatus) {
        await testInfo.attach("server.log", { body: server.log(from) || "(silent)", contentType: "text/plain" });
      }
    },
    { auto: true },
  ],
});
