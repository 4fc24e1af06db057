// Looks at pages through Lighthouse, each several times, each time with a new browser, and prints the scores and what did not pass.
//
// Lighthouse asks for `latest` of two packages of data. A lock file without addresses cannot hold that, so package.json says which.
//
//   node run.mjs '{"origin": "http://…", "cookie": "…", "paths": ["/apps"], "runs": 3}'

import { launch } from "chrome-launcher";
import lighthouse, { desktopConfig } from "lighthouse";
import { executablePath, flags } from "../browser/chromium.mjs";

const { origin, cookie, paths, runs } = JSON.parse(process.argv[2]);
// The phone is what Lighthouse means without a word.
const forms = { desktop: desktopConfig, mobile: undefined };

/** What of an audit's details says where: an address, an element, a reason. */
const place = (item) =>
  // A section of a report explains itself at length.
  item.type
    ? ""
    : [item.url, item.node?.selector, item.node?.snippet, item.source, item.description, item.reason, item.failureType, item.label, item.groupLabel]
        .filter((text) => typeof text === "string")
        .join(" | ")
        .replaceAll(/\s+/g, " ")
        .slice(0, 200);

function notPassed(lhr) {
  const found = [];
  for (const category of Object.values(lhr.categories)) {
    for (const { id, weight } of category.auditRefs) {
      const audit = lhr.audits[id];
      const judged = ["binary", "numeric", "metricSavings"].includes(audit.scoreDisplayMode);
      if (audit.scoreDisplayMode !== "error" && !(judged && audit.score !== null && audit.score < 0.9)) continue;
      const { title, score, displayValue = "", errorMessage } = audit;
      const items = (audit.details?.items ?? []).slice(0, 5).map(place).filter(Boolean);
      found.push({ category: category.id, id, weight, title, score, displayValue: errorMessage ?? displayValue, items });
    }
  }
  return found;
}

// Now and then Lighthouse fails itself, and says to run it again.
const TRIES = 3;

async function once(url, form, tries = 1) {
  const browser = await launch({ chromePath: executablePath, chromeFlags: [...flags, "--headless=new"], logLevel: "silent" });
  try {
    const asked = { port: browser.port, output: "json", logLevel: "silent", extraHeaders: { Cookie: cookie } };
    const { lhr } = await lighthouse(url, asked, forms[form]);
    if (lhr.runtimeError && tries < TRIES) return await once(url, form, tries + 1);
    if (lhr.runtimeError) throw new Error(`${url}: ${lhr.runtimeError.message}`);
    // Who is not signed in is led elsewhere.
    if (lhr.finalDisplayedUrl !== url) throw new Error(`${url} led to ${lhr.finalDisplayedUrl}`);
    const scores = Object.fromEntries(Object.values(lhr.categories).map(({ id, score }) => [id, Math.round(100 * score)]));
    const metric = (id) => lhr.audits[id].numericValue;
    return {
      scores,
      cls: metric("cumulative-layout-shift"),
      metrics: { fcp_ms: metric("first-contentful-paint"), lcp_ms: metric("largest-contentful-paint"), tbt_ms: metric("total-blocking-time"), speed_index_ms: metric("speed-index") },
      benchmark_index: lhr.environment.benchmarkIndex,
      not_passed: notPassed(lhr),
    };
  } finally {
    browser.kill();
  }
}

const found = [];
for (const path of paths) {
  for (const form of Object.keys(forms)) {
    const results = [];
    for (let run = 0; run < runs; run += 1) results.push(await once(origin + path, form));
    found.push({ path, form, runs: results });
  }
}
console.log(JSON.stringify(found));
