// Bundles both halves for production: the server's for Node, which keeps its packages beside it, and the browser's as one minified file.
//
//   node build.mjs        prints where they are, as JSON

import { build } from "esbuild";
import { fileURLToPath } from "node:url";

// Where Node finds the packages, and git looks at nothing.
const out = fileURLToPath(new URL("node_modules/.bench", import.meta.url));
const source = (name) => fileURLToPath(new URL(`src/${name}`, import.meta.url));
const both = { bundle: true, format: "esm", jsx: "automatic", define: { "process.env.NODE_ENV": '"production"' }, legalComments: "none", logLevel: "warning" };

const server = `${out}/server.mjs`;
const client = `${out}/client.js`;
await build({ ...both, entryPoints: [source("server.jsx")], outfile: server, platform: "node", packages: "external" });
await build({ ...both, entryPoints: [source("client.jsx")], outfile: client, platform: "browser", target: "es2022", minify: true });
console.log(JSON.stringify({ server, client }));
