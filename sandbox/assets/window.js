// The window: talks to the page around it in the vendor's messages and to the sandbox in JSON, and switches between the views.

import { el } from "./dom.js";
import * as views from "./views.js";

const OUTCOMES = [
  ["success", "Everything works"],
  ["wrong_password", "Wrong password, then a retry"],
  ["missing_permission", "Connected, but permissions are missing"],
  ["validation_error", "A validation error, then a retry"],
  ["slow", "It takes a while"],
  ["exit", "The person leaves"],
  ["other_account", "Another, already connected account"],
];
const RELINK_OUTCOMES = [["other_instance", "Another tenant of the app"], ["new_token", "A new account token"]];

const $ = (id) => document.getElementById(id);
const windowId = crypto.randomUUID();
const parentOrigin = document.referrer ? new URL(document.referrer).origin : "*";

let token = null; // the link token that is shown
let session = null;
let opened = false; // the sandbox knows that the window is on the screen
let visible = false;
let opening = Promise.resolve(); // the sandbox hears that the window is on the screen
let run = 0; // answers of an earlier token are dropped

const tell = (messageType, more = {}) => window.parent.postMessage({ messageType, ...more }, "*");

function ask(path, more) {
  const answer = question(path, more);
  if (path === "open") opening = answer;
  return answer;
}

async function question(path, more = {}) {
  try {
    const response = await fetch("/link/" + path, {
      method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify({ link_token: token, window_id: windowId, ...more }),
    });
    const body = await response.json();
    return body.problem ? body : { ok: body };
  } catch {
    return { problem: { code: "offline", title: "The connection was lost", message: "Check your network and try again." } };
  }
}

function show(view, { back = false, demo = false } = {}) {
  const place = $("view");
  place.replaceChildren(...view.nodes.filter(Boolean));
  place.setAttribute("aria-busy", "false");
  $("back").hidden = !back;
  $("demo").hidden = !demo;
  place.scrollTop = 0;
  if (visible) (view.focus || $("card")).focus();
}

function showSession() {
  $("for").textContent = session.organization;
  const relink = session.mode === "relink";
  $("outcome").replaceChildren(...OUTCOMES.concat(relink ? RELINK_OUTCOMES : []).map(([value, label]) => el("option", { value }, [label])));
  if (session.integration) {
    show(views.credentials(session, { onSubmit: submit }), { back: session.can_choose, demo: true });
  } else {
    show(views.picker(session, { onPick: pick }));
  }
}

function stop(problem, onRetry) {
  show(views.stopped(problem, { onClose: leave, onRetry: problem.code === "offline" || problem.code === "internal" ? onRetry : null }));
}

async function load(next) {
  token = next;
  session = null;
  opened = false;
  const mine = ++run;
  $("for").textContent = "";
  $("view").setAttribute("aria-busy", "true");
  show(views.loading());
  // It may come on the screen while this is asked.
  const asked = visible ? "open" : "session";
  const { ok, problem } = await ask(asked);
  if (mine !== run) return;
  if (problem) {
    stop(problem, () => load(token));
  } else {
    session = ok;
    opened = asked === "open";
    showSession();
    if (visible && !opened) await open();
  }
  tell("INTEGRATIONS_LOADED");
}

// The window came on the screen after its session was loaded: from now on the account exists.
async function open() {
  if (opened || !token || !session) return;
  opened = true;
  const mine = run;
  const { ok, problem } = await ask("open");
  if (mine !== run) return;
  if (problem) stop(problem, () => load(token));
  else session = ok;
}

async function pick(integration) {
  const mine = run;
  const { ok, problem } = await ask("pick", { integration });
  if (mine !== run) return;
  if (problem) return stop(problem, () => pick(integration));
  session = ok;
  showSession();
}

async function submit(fields, ui) {
  const outcome = $("outcome").value;
  if (outcome === "exit") return leave();
  ui.busy(true);
  $("status").textContent = "Connecting…";
  const mine = run;
  // An opening that is still under way would find the token spent.
  await opening;
  const { ok, problem } = await ask("submit", { fields, outcome });
  if (mine !== run) return;
  ui.busy(false);
  $("status").textContent = "";
  if (ok) {
    show(views.success(ok, session.integration, { onDone: leave }));
    tell("SEND_PUBLIC_TOKEN_TO_PARENT", { publicToken: ok.public_token, additionalInfo: ok.info });
  } else if (problem.code === "refused") {
    again();
    ui.fail(problem.field, problem.message);
  } else if (problem.code === "validation") {
    again();
    ui.summary(problem.errors.map((error) => error.detail));
    tell("SEND_VALIDATION_ERRORS_TO_PARENT", { validationErrors: problem.errors });
  } else if (problem.code === "offline" || problem.code === "internal") {
    ui.summary([problem.message]);
  } else {
    stop(problem);
  }
}

// The chosen failure happens once; the retry works.
function again() {
  $("outcome").value = "success";
}

// Who looks for the unfinished account right after the window is gone must find it: the opening is heard before the leaving is told.
async function leave() {
  const linkToken = token;
  visible = false;
  token = null;
  run += 1;
  await Promise.race([opening, new Promise((enough) => setTimeout(enough, 500))]);
  tell("CLOSE_LINKING_FLOW", { linkToken });
}

window.addEventListener("message", (event) => {
  if (event.source !== window.parent || (parentOrigin !== "*" && event.origin !== parentOrigin)) return;
  const message = event.data || {};
  if (message.messageType === "SEND_INFO_TO_IFRAME") {
    if (message.theme) document.documentElement.dataset.theme = message.theme;
    const appears = Boolean(message.open) && !visible;
    visible = Boolean(message.open);
    const next = message.linkToken && message.linkToken !== "0" ? message.linkToken : null;
    if (next && next !== token) {
      load(next);
    } else if (appears) {
      open();
      $("view").querySelector("input, .primary")?.focus();
    }
  } else if (message.messageType === "EXIT_MERGE_LINK") {
    visible = false;
    token = null;
    run += 1;
  }
});

$("close").addEventListener("click", leave);
$("back").addEventListener("click", () => {
  session = { ...session, integration: null };
  showSession();
});
$("scrim").addEventListener("mousedown", (event) => {
  if (event.target === event.currentTarget) event.preventDefault();
});
document.addEventListener("keydown", (event) => {
  if (event.key === "Escape" && visible) {
    leave();
  } else if (event.key === "Tab") {
    keepInside(event);
  }
});

// The page behind the window must not get the focus.
function keepInside(event) {
  const stops = [...$("card").querySelectorAll("button, input, select, a[href]")].filter((node) => node.checkVisibility() && !node.disabled);
  const first = stops[0];
  const last = stops[stops.length - 1];
  const at = document.activeElement;
  if (event.shiftKey && (at === first || at === $("card"))) {
    event.preventDefault();
    last.focus();
  } else if (!event.shiftKey && at === last) {
    event.preventDefault();
    first.focus();
  }
}

show(views.loading());
tell("LINKING_FLOW_READY_FOR_LINK_TOKEN");
