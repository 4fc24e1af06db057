// The browser of the end-to-end tests: found and started as they do it, so that both look at the pages through the same one.

import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";

const end2end = new URL("../../../end2end/", import.meta.url);
const theirs = createRequire(new URL("package.json", end2end));
export const { chromium } = theirs("@playwright/test");

// It is TypeScript, which Node does not read.
const source = await readFile(new URL("support/chromium.ts", end2end), "utf8");
const { ModuleKind, ScriptTarget, transpileModule } = theirs("typescript");
const { outputText } = transpileModule(source, { compilerOptions: { module: ModuleKind.ESNext, target: ScriptTarget.ES2022 } });
const { chromiumArguments, systemChromium } = await import(`data:text/javascript,${encodeURIComponent(outputText)}`);

export const executablePath = systemChromium() ?? chromium.executablePath();
export const flags = chromiumArguments;
