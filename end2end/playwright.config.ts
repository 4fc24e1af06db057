import { defineConfig, devices } from "@playwright/test";
import { chromiumArguments, systemChromium } from "./support/chromium.ts";
import type { Options } from "./support/test.ts";

// Every journey runs on SQLite with JavaScript. Those tagged @nojs run again without it, and all run again on
// Postgres where one is offered (scripts/with-postgres.sh), but for those tagged @once, to which it is all the same.
const browser = { ...devices["Desktop Chrome"], viewport: { width: 1280, height: 800 } };
const postgres = process.env.TEST_POSTGRES_URL;

export default defineConfig<object, Options>({
  testDir: "journeys",
  outputDir: "test-results/artifacts",
  snapshotPathTemplate: "references/{arg}{ext}",
  fullyParallel: true,
  forbidOnly: Boolean(process.env.CI),
  // The build machine looks twice before it turns a change away. What passes only then is named at the end of its
  // run as the bug that it is (scripts/test.py); at a desk it fails at once.
  retries: process.env.CI ? 1 : 0,
  workers: 2,
  // How long something may take on a small, busy machine before it counts as never.
  timeout: 60_000,
  expect: { timeout: 15_000 },
  reporter: [["list"], ["json", { outputFile: "test-results/report.json" }]],
  use: {
    locale: "en-US",
    timezoneId: "UTC",
    // A recording of every step costs as much as the steps themselves: `TRACE=1 make e2e` asks for it.
    trace: process.env.TRACE ? "retain-on-failure" : "off",
    screenshot: "only-on-failure",
    launchOptions: { executablePath: systemChromium(), args: chromiumArguments },
  },
  projects: [
    { name: "sqlite-js", use: { ...browser, database: "sqlite" } },
    { name: "sqlite-nojs", grep: /@nojs/, use: { ...browser, database: "sqlite", javaScriptEnabled: false } },
    ...(postgres ? [{ name: "postgres-js", grepInvert: /@once/, use: { ...browser, database: "postgres" as const } }] : []),
  ],
});
