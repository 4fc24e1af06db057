import { expect, test } from "../support/test.ts";

test("the front page answers", { tag: "@nojs" }, async ({ page, vendorWords }) => {
  const answer = await page.goto("/");
  expect(answer?.ok(), `the answer was ${answer?.status()}`).toBe(true);
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await vendorWords(page);
});

test("the server says that it is alive and ready", async ({ request }) => {
  expect((await request.get("/healthz")).status()).toBe(200);
  expect((await request.get("/readyz")).status()).toBe(200);
});
