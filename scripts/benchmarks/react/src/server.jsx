// The server's half: Express, and one `renderToString` for each page that is asked for. What the page shows was read once, at the start.
//
//   DATA=data.json PORT=3000 node server.mjs

import express from "express";
import { readFileSync } from "node:fs";
import { renderToString } from "react-dom/server";
import { Page } from "./page.jsx";

const data = JSON.parse(readFileSync(process.env.DATA, "utf8"));

const HEAD = `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover">
<meta name="description" content="Connect the tools your team already uses, and look after them in one place.">
<meta name="theme-color" content="#ffffff" media="(prefers-color-scheme: light)">
<meta name="theme-color" content="#0e1116" media="(prefers-color-scheme: dark)">
<meta name="color-scheme" content="light dark">
<link rel="icon" href="/favicon.svg" type="image/svg+xml">
<link rel="stylesheet" href="/pkg/patchbay.css">
<script type="module" src="/pkg/client.js"></script>
<title>App Center · Patchbay</title>
</head>
<body><div id="root">`;

const app = express();
// A page that is another for everybody is not worth a hash of its content.
app.set("etag", false);
app.set("x-powered-by", false);
app.get("/ready", (_, answer) => answer.send("ready"));
app.get("/apps", (request, answer) => {
  const props = { ...data, search: new URL(request.url, "http://localhost").search };
  const html = renderToString(<Page data={props} />);
  const carried = JSON.stringify(props).replaceAll("<", "\\u003c");
  answer.set("Cache-Control", "no-store");
  answer.send(`${HEAD}${html}</div><script id="data" type="application/json">${carried}</script></body></html>`);
});
app.listen(Number(process.env.PORT), "127.0.0.1");
