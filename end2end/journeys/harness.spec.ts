import { expect, test } from "../support/test.ts";
import { forbiddenIn, perceivable } from "../support/words.ts";

// A check that finds nothing proves nothing, unless it is known to find.
test.describe("the check for the vendor's words", { tag: "@once" }, () => {
  for (const text of [
    "Powered by Merge",
    "merge.dev",
    "Your linked accounts",
    "The link_token has expired",
    "No public token",
    "Origin ID",
    "end_user_origin_id",
    "Unified API",
    "Paste your API key",
    "Two tokens",
    "Authentication failed",
    "the endpoint",
    "Webhooks",
    "Common models",
    "Error 502",
    "(404)",
    "HTTP/404",
    "Status code: 429",
    "503 Service Unavailable",
  ]) {
    test(`finds “${text}”`, () => expect(forbiddenIn([text])).not.toEqual([]));
  }

  for (const text of ["542 employees", "404 employees", "429", "Emergency contacts", "A capital idea", "Tokenise nothing", "500,000 records", "1,404 apps", "12:500", "Connect Greenhouse Job Board API"]) {
    test(`leaves “${text}” alone`, () => expect(forbiddenIn([text])).toEqual([]));
  }

  test("looks where people and screen readers look", { tag: "@nojs" }, async ({ page }) => {
    await page.setContent(`
      <title>title</title>
      <main aria-label="label">
        <h1 title="tooltip">text</h1>
        <input placeholder="hint"><input type="submit" value="button"><img src="data:," alt="picture">
        <p>two <b>parts</b></p><dialog>closed</dialog>
        <script>"script"</script><style>style{}</style><template>template</template>
      </main>`);
    const texts = await perceivable(page);
    for (const seen of ["title", "label", "tooltip", "text", "hint", "button", "picture", "closed"]) expect(texts).toContain(seen);
    expect(texts.join("\n")).toContain("two parts");
    for (const unseen of ["script", "style{}", "template"]) expect(texts).not.toContain(unseen);
  });
});
