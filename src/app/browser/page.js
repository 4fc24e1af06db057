// What islands need of the browser and Rust would say at greater length.

const POLL_EVERY = 30_000;
const GATHER = 150;
const SETTLED = 200;

const followers = [];

/**
 * Calls `refetch` whenever something of this organisation changed; polls while the stream of events is down. Only while the page is seen.
 * All parts of a page share one stream.
 */
export function follow(refetch) {
  if (followers.push(refetch) > 1) return;
  let source;
  let due;
  let up = false;

  const changed = () => {
    clearTimeout(due);
    due = setTimeout(() => followers.forEach((refetch) => refetch()), GATHER);
  };
  const open = () => {
    if (source && source.readyState !== EventSource.CLOSED) return;
    // A stream cannot send a header: in a frame it says so in its address.
    source = new EventSource(document.querySelector('meta[name="patchbay-host"]') ? "/api/events?embed=1" : "/api/events");
    source.onopen = () => (up = true);
    source.onerror = () => (up = false);
    for (const name of ["hello", "account", "refresh"]) source.addEventListener(name, changed);
  };
  const close = () => {
    source?.close();
    source = undefined;
    up = false;
  };

  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState === "hidden") return close();
    open();
    changed();
  });
  // A page that comes back from the browser's memory has missed what happened.
  addEventListener("pageshow", (event) => event.persisted && changed());
  // Cut off or back again: who looks is told at once.
  for (const name of ["offline", "online"]) addEventListener(name, () => (open(), changed()));
  addEventListener("pagehide", close);
  addEventListener("pageshow", open);
  setInterval(() => {
    if (document.visibilityState === "hidden" || up) return;
    open();
    changed();
  }, POLL_EVERY);
  if (document.visibilityState !== "hidden") open();
}

// What most screens show of the list, and what the first of its two parts holds; so many cards are moved in one frame at most.
const AT_ONCE = 12;
const FIRST_PART = 24;
const A_FRAME = 48;

const lists = new WeakMap();

/** What is known of a list: its cards by their places, wherever they stand now. */
function knownOf(list) {
  let known = lists.get(list);
  if (!known) {
    known = { cards: [], awake: new Set() };
    for (const card of list.querySelectorAll("[data-at]")) known.cards[card.dataset.at] = card;
    lists.set(list, known);
  }
  return known;
}

/** Gets to know a list before it is arranged. */
export const prepare = (list) => void knownOf(list);

/** The card of a place, to be woken: the first time that it is asked for, and never again. */
export function wakeCard(list, at) {
  const { awake, cards } = knownOf(list);
  if (awake.has(at)) return;
  awake.add(at);
  return cards[at];
}

/** Tells the place of a card that is clicked, before the card itself hears of it. */
export const beforeClick = (list, tell) =>
  list.addEventListener("click", ({ target }) => target.closest("[data-at]") && tell(Number(target.closest("[data-at]").dataset.at)), true);

/** Makes `part` hold these cards in this order. Each step moves one card; what is not shown stands outside the document. */
function* steps(part, cards) {
  let place = part.firstElementChild;
  for (const card of cards) {
    card.hidden = false;
    if (card === place) place = place.nextElementSibling;
    else yield part.insertBefore(card, place);
  }
  while (place) {
    const gone = place;
    place = place.nextElementSibling;
    yield gone.remove();
  }
}

/**
 * Shows the cards of these places, in this order. Cards are moved, never made. While somebody types, a letter changes what a screen shows and
 * no more, for it has to stay within a frame with a thousand cards on a slow machine: the first part follows at once, the second one is held,
 * which costs the same however long it is, and follows when the typing rests, some cards in each frame.
 */
export function arrange(list, order) {
  const [first, second] = list.children;
  const known = knownOf(list);
  clearTimeout(known.rest);
  cancelAnimationFrame(known.frame);
  const wanted = Array.from(order, (at) => known.cards[at]).filter(Boolean);
  const all = (part, cards) => [...steps(part, cards)];
  const screen = () => all(first, wanted.slice(0, FIRST_PART));
  if (document.activeElement?.type !== "search") {
    screen();
    all(second, wanted.slice(FIRST_PART));
    second.classList.remove("waits");
    return;
  }
  const follow = () => {
    const rest = steps(second, wanted.slice(FIRST_PART));
    const some = () => {
      for (let n = 0; n < A_FRAME; n += 1) if (rest.next().done) return second.classList.remove("waits");
      known.frame = requestAnimationFrame(some);
    };
    some();
  };
  second.classList.add("waits");
  all(first, wanted.slice(0, AT_ONCE));
  // The frame after the next one: this one's is still to be drawn.
  known.frame = requestAnimationFrame(() => (known.frame = requestAnimationFrame(screen)));
  known.rest = setTimeout(follow, SETTLED);
}

/** The address's query, decoded, name after value after name. */
export const queryPairs = () => [...new URLSearchParams(location.search)].flat();

const put = (how, query) => {
  const address = location.pathname + query;
  if (address !== location.pathname + location.search) history[how](null, "", address);
};

let typed;
let rest;
const settle = () => {
  clearTimeout(rest);
  if (typed !== undefined) put("replaceState", typed);
  typed = undefined;
};

/**
 * Puts the query into the address: as a step to come back from, or in place while something is typed. That waits until the typing rests: with
 * a new address the browser judges every link of the page anew (the rules of what is fetched ahead), and that takes longer than a letter may.
 */
export function setQuery(query, step) {
  if (step) {
    settle();
    return put("pushState", query);
  }
  typed = query;
  clearTimeout(rest);
  rest = setTimeout(settle, SETTLED);
}
// Whoever leaves by a link finds on the way back what was typed; whoever went back already typed it elsewhere.
addEventListener("click", settle, true);
addEventListener("popstate", () => (typed = undefined));

/** Links and the form within `root` that lead to this same page are followed in place: `go` gets the query. */
export function inPlace(root, go) {
  root.addEventListener("click", (event) => {
    const link = event.target.closest("a[data-go]");
    if (!link || event.defaultPrevented || event.button || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    go(link.search);
  });
  const form = root.querySelector("form[data-go]");
  if (!form) return;
  const send = () => {
    const query = new URLSearchParams(new FormData(form));
    for (const [name, value] of [...query]) if (!value) query.delete(name);
    go(`?${query}`);
  };
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    send();
  });
  form.addEventListener("change", (event) => event.target.matches("[data-at-once]") && send());
  // The cross in the field empties it without sending anything.
  form.addEventListener("input", ({ target }) => target.type === "search" && !target.value && location.search.includes("q=") && send());
}

/** Focuses what matches when the page was changed under the focus and nothing has it any more. */
export const focusIfLost = (selector) =>
  requestAnimationFrame(() => {
    if (!document.activeElement || document.activeElement === document.body) focusFirst(selector);
  });

/** Opens a dialog over the page; one that the server had opened becomes such a one. */
export function showModal(dialog) {
  if (dialog.matches(":modal")) return;
  // A menu that led here closes first: the focus goes to what opened it, and from there comes back after the dialog.
  for (const menu of document.querySelectorAll(":popover-open")) menu.hidePopover();
  // Not `close()`: its event would be taken for the person's answer.
  dialog.open = false;
  dialog.showModal();
}

/** Copies what is in a field, and selects it: so it is seen, and at hand where the browser forbids the rest. */
export async function copy(id, then) {
  const field = document.getElementById(id);
  field.select();
  try {
    await navigator.clipboard.writeText(field.value);
  } catch {
    if (!document.execCommand("copy")) return;
  }
  then();
}

/** Closes a menu, whose opener gets the focus back. */
export const hide = (id) => document.getElementById(id)?.hidePopover();

/** Focuses the first element that matches and is there. */
export function focusFirst(...selectors) {
  for (const selector of selectors) {
    const element = document.querySelector(selector);
    if (element) return element.focus();
  }
}

/** Paints the page in a theme; `system` leaves it to the browser. */
export function paint(theme) {
  if (theme === "system") delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = theme;
}

/** The sign-in page that leads back to this one. */
export const signIn = () => `/sign-in?${new URLSearchParams({ next: location.pathname + location.search })}`;

/** Writes the number of apps that need somebody beside the navigation's link. */
export function setAttention(count, label) {
  const mark = document.getElementById("attention");
  if (!mark) return;
  mark.hidden = count === 0;
  mark.querySelector("[aria-hidden]").textContent = String(count);
  mark.querySelector(".sr-only").textContent = label;
}
