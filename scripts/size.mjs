// What a first visit loads beside the page, compressed as the server sends it, against what it may be at most. Run where the browser's half
// was built as for a release.
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { brotliCompressSync, constants } from "node:zlib";

// A little more than it is. Whoever makes it bigger says so here, and why in the commit; whoever makes it smaller lowers it.
const LIMIT = 308_500;

const folder = join(import.meta.dirname, "../target/site/pkg");
const sizes = new Map([".wasm", ".js", ".css"].map((end) => [end, 0]));
for (const name of readdirSync(folder)) {
  const end = name.slice(name.lastIndexOf("."));
  if (!sizes.has(end)) continue;
  const bytes = readFileSync(join(folder, name));
  if (end === ".wasm" && bytes.length > 4_000_000) {
    console.error(`${name} has ${bytes.length} bytes: it was built for development and says nothing; CI=1 scripts/build.sh builds the one that is shipped`);
    process.exit(1);
  }
  const params = { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_LGWIN]: 24 };
  sizes.set(end, sizes.get(end) + brotliCompressSync(bytes, { params }).length);
}
const all = [...sizes.values()].reduce((sum, size) => sum + size, 0);
for (const [end, size] of sizes) console.log(`${end.padEnd(6)} ${size.toLocaleString("en").padStart(9)} bytes`);
console.log(`all    ${all.toLocaleString("en").padStart(9)} bytes of ${LIMIT.toLocaleString("en")}`);
if (all > LIMIT) {
  console.error("a first visit loads more than it may: see LIMIT in scripts/size.mjs");
  process.exit(1);
}
