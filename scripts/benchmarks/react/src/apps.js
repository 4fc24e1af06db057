// What both halves know of apps: their categories, their tiles, and how a list of them is searched, filtered and sorted.

export const CATEGORIES = [
  { slug: "hris", label: "HR", benefit: "Connect your HR platform to automatically sync employee data" },
  { slug: "ats", label: "Recruiting", benefit: "Connect your recruiting platform to automatically sync candidates and jobs" },
  { slug: "crm", label: "CRM", benefit: "Connect your CRM to automatically sync contacts, companies and deals" },
  { slug: "accounting", label: "Accounting", benefit: "Connect your accounting platform to automatically sync invoices, payments and accounts" },
  { slug: "ticketing", label: "Ticketing", benefit: "Connect your ticketing platform to automatically sync tickets and comments" },
  { slug: "filestorage", label: "File storage", benefit: "Connect your file storage to automatically sync files and folders" },
  { slug: "knowledgebase", label: "Knowledge base", benefit: "Connect your knowledge base to automatically sync articles" },
];
const BY_SLUG = new Map(CATEGORIES.map((category) => [category.slug, category]));
export const category = (slug) => BY_SLUG.get(slug);

export const STATUSES = { all: "Any status", connected: "Connected", "needs-attention": "Needs attention" };
export const SORTS = { popular: "Popular", name: "A–Z" };

// --- states ---

// From the least urgent to the most.
const URGENCY = ["not_connected", "setup_incomplete", "syncing", "connected", "reconnect_needed"];
export const isConnected = (state) => state === "syncing" || state === "connected" || state === "reconnect_needed";
const needsAttention = (state) => state === "setup_incomplete" || state === "reconnect_needed";

/** What a card shows of the organisation: the most urgent state, and of how many accounts. */
export function face(states, browsed) {
  let state = "not_connected";
  let accounts = 0;
  for (const row of states ?? []) {
    if (browsed && row.category !== browsed) continue;
    if (URGENCY.indexOf(row.state) > URGENCY.indexOf(state)) state = row.state;
    accounts += row.accounts;
  }
  return { state, accounts };
}

/** The states by the apps' slugs. */
export function bySlug(states) {
  const found = new Map();
  for (const row of states) {
    if (!found.has(row.slug)) found.set(row.slug, []);
    found.get(row.slug).push(row);
  }
  return found;
}

// --- search: names, other names, purposes and categories; unlike ours it forgives no slips ---

const fold = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
const wordsOf = (text) => fold(text).split(/[^\p{L}\p{N}]+/u).filter(Boolean);

const prepared = new WeakMap();
/** Prepares the apps, once for each list: the server keeps what it worked out for its first page. */
export function prepare(apps) {
  let entries = prepared.get(apps);
  if (!entries) prepared.set(apps, (entries = apps.map(entryOf)));
  return entries;
}

function entryOf(app) {
  const words = wordsOf(app.name);
  return {
    app,
    joined: words.join(""),
    words,
    aliases: (app.aliases ?? []).map((alias) => wordsOf(alias).join("")),
    about: [...wordsOf(app.purpose), ...app.categories.flatMap((slug) => [slug, ...wordsOf(category(slug).label)])],
  };
}

function rank(entry, joined, words) {
  if (entry.joined === joined) return 0;
  if (entry.joined.startsWith(joined)) return 1;
  if (entry.words.some((word) => word.startsWith(joined))) return 2;
  if (entry.aliases.includes(joined)) return 3;
  if (entry.aliases.some((alias) => alias.startsWith(joined))) return 4;
  if (entry.joined.includes(joined)) return 5;
  const begun = (word) => entry.words.some((own) => own.startsWith(word)) || entry.about.some((own) => own.startsWith(word));
  return words.every(begun) ? 6 : -1;
}

const passes = (status, states) =>
  status === "all" || states.some((state) => (status === "connected" ? isConnected(state) : needsAttention(state)));

/** What the page shows for a query, and how many it would show for each filter. */
export function apply(entries, states, query) {
  const words = wordsOf(query.q);
  const joined = words.join("");
  const byName = (one, other) => (one.entry.joined < other.entry.joined ? -1 : one.entry.joined > other.entry.joined ? 1 : 0);
  const shown = [];
  const counts = { all: 0, categories: {}, statuses: { connected: 0, "needs-attention": 0 } };
  for (const entry of entries) {
    const ranked = joined ? rank(entry, joined, words) : 0;
    if (ranked < 0) continue;
    const own = states.get(entry.app.slug) ?? [];
    const of = (browsed) => own.filter((row) => !browsed || row.category === browsed).map((row) => row.state);
    if (passes(query.status, of())) counts.all += 1;
    for (const slug of entry.app.categories) if (passes(query.status, of(slug))) counts.categories[slug] = (counts.categories[slug] ?? 0) + 1;
    if (query.category && !entry.app.categories.includes(query.category)) continue;
    for (const status of ["connected", "needs-attention"]) if (passes(status, of(query.category))) counts.statuses[status] += 1;
    if (passes(query.status, of(query.category))) shown.push({ entry, ranked });
  }
  if (query.sort === "name") shown.sort(byName);
  else shown.sort((one, other) => one.ranked - other.ranked || one.entry.app.popularity - other.entry.app.popularity || byName(one, other));
  return { apps: shown.map(({ entry }) => entry.app), counts };
}

// --- the address ---

export function readQuery(search) {
  const asked = new URLSearchParams(search);
  const known = (value, table, usual) => (value in table ? value : usual);
  return {
    q: (asked.get("q") ?? "").trim().slice(0, 100),
    category: BY_SLUG.has(asked.get("category")) ? asked.get("category") : undefined,
    status: known(asked.get("status"), STATUSES, "all"),
    sort: known(asked.get("sort"), SORTS, "popular"),
  };
}

export function writeQuery({ q, category, status, sort }) {
  const pairs = new URLSearchParams();
  if (q) pairs.set("q", q);
  if (category) pairs.set("category", category);
  if (status !== "all") pairs.set("status", status);
  if (sort !== "popular") pairs.set("sort", sort);
  const text = pairs.toString();
  return text && `?${text}`;
}

// --- tiles ---

const HUES = (
  "#a03b54 #a23d3d #a14122 #984b04 #8b5502 #7f5d05 #736301 #646901 #4d7004 #297628 #077649 #04745e " +
  "#09736c #017179 #046f85 #016c94 #0467aa #385faf #5358ae #6851a8 #794a9d #87448f #92407e #9a3c6a"
).split(" ");
const WHITE = "#ffffff";
const INK = "#14171f";

const channels = (color) => [1, 3, 5].map((at) => parseInt(color.slice(at, at + 2), 16));
function luminance(color) {
  const [r, g, b] = channels(color).map((channel) => (channel / 255 <= 0.04045 ? channel / 255 / 12.92 : ((channel / 255 + 0.055) / 1.055) ** 2.4));
  return 0.2126 * r + 0.7152 * g + 0.0722 * b + 0.05;
}
function contrast(one, other) {
  const [a, b] = [luminance(one), luminance(other)];
  return Math.max(a, b) / Math.min(a, b);
}
const darker = (color) => `#${channels(color).map((channel) => Math.floor((channel * 31) / 32).toString(16).padStart(2, "0")).join("")}`;

function letters(name) {
  const parts = name.split(/[^\p{L}\p{N}]+/u).filter(Boolean).flatMap((word) => word.split(/(?<=\p{Ll})(?=\p{Lu}.*\p{Ll})/u));
  const [first = "?", second] = parts;
  return second ? (first[0] + second[0]).toUpperCase() : first[0].toUpperCase() + first.slice(1, 2).toLowerCase();
}

function drawn(name, color) {
  if (!color) {
    let hash = 0x811c9dc5;
    for (const byte of new TextEncoder().encode(name)) hash = Math.imul(hash ^ byte, 0x01000193) >>> 0;
    return { letters: letters(name), background: HUES[((hash ^ (hash >>> 15)) >>> 0) % HUES.length], ink: WHITE };
  }
  for (let background = color; ; background = darker(background)) {
    const ink = [WHITE, INK].find((ink) => contrast(background, ink) >= 4.5);
    if (ink) return { letters: letters(name), background, ink };
  }
}

const tiles = new Map();
/** The mark of an app without a logo; each is worked out once and kept. */
export function tile(name, color) {
  const key = `${name}\n${color}`;
  let known = tiles.get(key);
  if (!known) tiles.set(key, (known = drawn(name, color)));
  return known;
}
