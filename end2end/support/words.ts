import { expect, type Frame, type Page } from "@playwright/test";

/**
 * The vendor's language, which no person may meet (the provider's own window is exempt: it is another frame).
 * A word ends where letters end, so that `link_token` and "tokens" are found and "capital" is not.
 */
const words = [
  "merge(?:[. ]dev)?",
  "linked[ _-]?accounts?",
  "(?:link|public|account)[ _-]?tokens?",
  "common[ _-]?models?",
  "(?:end[ _-]?user[ _-]?)?origin[ _-]?ids?",
  "unified[ _-]?apis?",
  "tokens?",
  "apis?",
  "authentications?",
  "endpoints?",
  "webhooks?",
];
const vendor = new RegExp(`(?<![a-z])(?:${words.join("|")})(?![a-z])`, "gi");
/** What an app calls itself is its own name, whatever words it is made of. */
const names = /\bGreenhouse Job Board API\b/g;
const codes = "400|401|403|404|405|409|413|415|422|429|500|502|503|504";
/** A raw status code: called one, in brackets, or with its phrase. By itself it may well be a count of records. */
const status = new RegExp(
  `(?:\\b(?:error|status|code|http)\\W{0,3}|\\()(?:${codes})(?![\\d.,:/-]*\\d)` +
    `|(?<![\\d.,:/-])(?:${codes}) (?=bad |unauthori|forbidden|not found|method|conflict|payload|unsupported|unprocess|too many|internal|service|gateway)`,
  "gi",
);

/** Everything of the page that is seen or heard: text (also of closed dialogs), names, titles, placeholders. */
export async function perceivable(page: Page | Frame): Promise<string[]> {
  const texts = await page.evaluate(() => {
    const found: string[] = [document.title];
    const walker = document.createTreeWalker(document.documentElement, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT);
    for (let node: Node | null = walker.currentNode; node; node = walker.nextNode()) {
      if (node instanceof Element) {
        for (const name of ["aria-label", "aria-description", "aria-roledescription", "aria-valuetext", "title", "placeholder", "alt", "label"]) {
          const value = node.getAttribute(name);
          if (value) found.push(value);
        }
        if (node instanceof HTMLInputElement && ["submit", "button", "reset"].includes(node.type)) found.push(node.value);
      } else if (!node.parentElement?.closest("script, style, template, head")) {
        const text = node.textContent?.trim();
        if (text) found.push(text);
      }
    }
    // A sentence that runs over several elements.
    found.push(document.body.innerText);
    return found;
  });
  // What assistive technology makes of it; the addresses of links are not read out.
  const heard = await page.locator("body").ariaSnapshot();
  return [...texts, ...heard.split("\n").filter((line) => !line.trimStart().startsWith("- /url:"))];
}

/** The forbidden words in these texts, with what stands around them. */
export function forbiddenIn(texts: string[]): string[] {
  const found = new Set<string>();
  for (const text of texts.map((text) => text.replaceAll(names, "Greenhouse Job Board"))) {
    for (const pattern of [vendor, status]) {
      for (const match of text.matchAll(pattern)) {
        const around = text.slice(Math.max(0, match.index - 30), match.index + match[0].length + 30);
        found.add(`“${match[0]}” in “${around.replaceAll(/\s+/g, " ").trim()}”`);
      }
    }
  }
  return [...found];
}

export async function expectNoVendorWords(page: Page | Frame): Promise<void> {
  expect(forbiddenIn(await perceivable(page)), "the vendor's words on the page").toEqual([]);
}
