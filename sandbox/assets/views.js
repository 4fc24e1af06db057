// What the window shows, one function per view. A view returns its elements and, where it matters, what gets the focus.

import { el, icon, spinner, tile } from "./dom.js";

const SEARCH = "M9 3.5a5.5 5.5 0 1 1 0 11 5.5 5.5 0 0 1 0-11ZM13 13l3.5 3.5";
const CHECK = "m4.5 10.5 3.5 3.5 7.5-8";
const WARN = "M10 6v5M10 13.6v.4M10 2.6 18 16.8H2L10 2.6Z";
const EYE = "M2 10s3-5.2 8-5.2 8 5.2 8 5.2-3 5.2-8 5.2S2 10 2 10Zm8-2.2a2.2 2.2 0 1 0 0 4.4 2.2 2.2 0 0 0 0-4.4Z";

const CATEGORIES = {
  hris: "HR", ats: "recruiting", crm: "CRM", accounting: "accounting", ticketing: "ticketing", filestorage: "file storage",
  knowledgebase: "knowledge base",
};

export function loading() {
  return { nodes: [el("h1.quiet", { id: "title" }, ["Loading"]), el("div.center", {}, [spinner()])] };
}

// The list of apps with a search that ignores case and punctuation.
export function picker(session, { onPick }) {
  const list = el("ul.apps", { "data-testid": "app-list" });
  const none = el("p.none", { "data-testid": "no-apps", hidden: true });
  const count = el("p.quiet", { role: "status" });
  const input = el("input", {
    type: "search", id: "search", autocomplete: "off", spellcheck: "false", placeholder: "Search apps", "aria-label": "Search apps",
    "data-testid": "search", oninput: () => fill(input.value),
  });
  const plain = (text) => text.normalize("NFKD").toLowerCase().replace(/[^\p{L}\p{N}]/gu, "");
  const items = session.integrations.map((app) => {
    const choose = el("button.app", { type: "button", "data-slug": app.slug, onclick: () => onPick(app.slug) }, [tile(app), el("span", {}, [app.name])]);
    return { key: plain(app.name), node: el("li", {}, [choose]) };
  });
  const fill = (query) => {
    const key = plain(query);
    const found = items.filter((item) => item.key.includes(key));
    found.sort((a, b) => Number(b.key.startsWith(key)) - Number(a.key.startsWith(key)));
    list.replaceChildren(...found.map((item) => item.node));
    none.hidden = found.length > 0;
    none.textContent = `No apps match “${query.trim()}”.`;
    count.textContent = query.trim() ? `${found.length} ${found.length === 1 ? "app" : "apps"} found` : "";
  };
  fill("");
  const kinds = session.categories.map((word) => CATEGORIES[word] || word).join(" or ");
  return {
    nodes: [
      el("h1", { id: "title" }, [`Choose your ${kinds} app`]),
      el("label.search", {}, [icon(SEARCH, 18), input]),
      list, none, count,
    ],
    focus: input,
  };
}

// The app's own screen.
export function credentials(session, { onSubmit, typed = {} }) {
  const app = session.integration;
  const relink = session.mode === "relink";
  const title = relink ? `Reconnect ${app.name}` : `Connect ${app.name}`;
  const lead = relink
    ? `Sign in to ${app.name} again. Everything that is already connected stays as it is.`
    : app.screen.kind === "sign_in"
      ? `You will sign in to ${app.name} and choose what to share.`
      : `Enter the details of your ${app.name} account.`;
  const summary = el("p.error", { role: "alert", id: "summary", "data-testid": "error", hidden: true });
  const fields = app.screen.fields.map((spec) => field(spec, typed[spec.name]));
  const label = app.screen.kind === "sign_in" ? `Sign in to ${app.name}` : relink ? "Reconnect" : "Connect";
  const text = el("span", {}, [label]);
  const submit = el("button.primary", { type: "submit", "data-testid": "submit" }, [text]);
  const form = el("form", { novalidate: true, autocomplete: "off", onsubmit: (event) => {
    event.preventDefault();
    if (submit.getAttribute("aria-disabled") === "true") return;
    const values = Object.fromEntries(fields.map((f) => [f.name, f.input.value]));
    const empty = fields.filter((f) => !f.optional && !f.input.value.trim());
    fields.forEach((f) => f.fail(empty.includes(f) ? "Enter a value." : ""));
    summary.hidden = true;
    if (empty.length) empty[0].input.focus();
    else onSubmit(values, ui);
  } }, [summary, ...fields.map((f) => f.node), submit]);
  const ui = {
    busy(is) {
      submit.setAttribute("aria-disabled", String(is));
      submit.setAttribute("aria-busy", String(is));
      submit.replaceChildren(...(is ? [spinner(), el("span", {}, ["Connecting…"])] : [text]));
      fields.forEach((f) => { f.input.readOnly = is; });
    },
    fail(name, message) {
      const at = fields.find((f) => f.name === name);
      if (at) {
        at.fail(message);
        at.input.focus();
        at.input.select();
      } else {
        ui.summary([message]);
      }
    },
    summary(messages) {
      summary.replaceChildren(icon(WARN, 18), el("span", {}, [messages.join(" ")]));
      summary.hidden = false;
    },
  };
  const shared = session.integration.models.slice(0, 6).join(", ");
  return {
    nodes: [
      el("div.head", {}, [tile(app, "big"), el("h1", { id: "title" }, [title]), el("p.lead", {}, [lead])]),
      form,
      el("p.fine", {}, [`${session.organization} will share: ${shared}${session.integration.models.length > 6 ? " and more" : ""}.`]),
    ],
    focus: fields[0] ? fields.find((f) => !f.input.value)?.input || fields[0].input : submit,
  };
}

function field(spec, typed) {
  const id = "field-" + spec.name;
  const input = el("input", {
    id, name: spec.name, type: spec.type, autocomplete: spec.autocomplete, autocapitalize: "none", spellcheck: "false", placeholder: spec.placeholder,
    "data-testid": id, "aria-describedby": `${id}-help ${id}-error`, "aria-required": String(!spec.optional),
  });
  input.value = typed ?? spec.value ?? "";
  const error = el("p.wrong", { id: id + "-error", role: "alert", "data-testid": id + "-error" });
  const parts = [input];
  if (spec.suffix) parts.push(el("span.suffix", { "aria-hidden": "true" }, [spec.suffix]));
  if (spec.type === "password") {
    const eye = el("button.icon", { type: "button", "aria-label": `Show ${spec.label}`, "aria-pressed": "false", onclick: () => {
      const shown = input.type === "text";
      input.type = shown ? "password" : "text";
      eye.setAttribute("aria-pressed", String(!shown));
    } }, [icon(EYE, 18)]);
    parts.push(eye);
  }
  const node = el("div.field", {}, [
    el("label", { for: id }, [spec.label]),
    el("div.box", {}, parts),
    el("p.help", { id: id + "-help" }, [spec.help || ""]),
    error,
  ]);
  return {
    name: spec.name, optional: spec.optional, input, node,
    fail(message) {
      error.textContent = message;
      if (message) input.setAttribute("aria-invalid", "true");
      else input.removeAttribute("aria-invalid");
    },
  };
}

export function success(result, app, { onDone }) {
  const done = el("button.primary", { type: "button", "data-testid": "done", onclick: onDone }, ["Done"]);
  const lead = result.missing_permission
    ? `${app.name} is connected, but some data could not be read with this account. An administrator of ${app.name} can give it more permissions.`
    : "Your data will be available in a few minutes.";
  return {
    nodes: [
      el("div.head", { "data-testid": "success" }, [
        el("span.mark" + (result.missing_permission ? ".partly" : ""), {}, [tile(app, "big"), el("span.sign", {}, [icon(result.missing_permission ? WARN : CHECK, 16)])]),
        el("h1", { id: "title" }, [`${app.name} is ${result.relinked ? "reconnected" : "connected"}`]),
        el("p.lead", {}, [lead]),
      ]),
      done,
    ],
    focus: done,
  };
}

export function stopped(problem, { onClose, onRetry }) {
  const close = el("button.primary", { type: "button", "data-testid": "dismiss", onclick: onClose }, ["Close"]);
  const retry = onRetry && el("button.secondary", { type: "button", "data-testid": "retry", onclick: onRetry }, ["Try again"]);
  return {
    nodes: [
      el("div.head", { role: "alert", "data-testid": "stopped", "data-code": problem.code }, [
        el("span.mark.partly", {}, [el("span.tile.big.plain", { "aria-hidden": "true" }, [icon(WARN, 28)])]),
        el("h1", { id: "title" }, [problem.title || "Something went wrong"]),
        el("p.lead", {}, [problem.message || "Please try again."]),
      ]),
      retry, close,
    ],
    focus: retry || close,
  };
}
