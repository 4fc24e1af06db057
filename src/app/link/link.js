// The interop shim: the one module that knows the connection window's script and every attempt to connect.
//
// An attempt lives from a click to its end. Each has a closure of its own, so that what comes late for one never touches another, and the
// newest one in the page is the only one that may open the window. The page hears one word per turn: `connected`, `closed`, `blocked`,
// `failed`, `late`, `refused`, `superseded`; the words become sentences elsewhere.

const setting = (name) => document.querySelector(`meta[name="patchbay-${name}"]`)?.content || undefined;

// Random per document, and never stored: a duplicated tab copies its storage and would pass for this one.
const pageId = [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, "0")).join("");

const READY_WITHIN = 120_000;
const EXCHANGE_TRIES = 10;
const FOCUS_FOLLOWED_FOR = 15_000;

/** Tells the page around, when this one is in a frame (host.js). */
const tellHost = (detail) => dispatchEvent(new CustomEvent("patchbay", { detail }));

/** Asks our server; always answers an object as the server would, also when there is no server or no sense in its answer. */
async function ask(method, path, body, options) {
  const headers = { Accept: "application/json", ...(setting("host") && { "X-Embed": "1" }) };
  if (method === "POST") {
    headers["Content-Type"] = "application/json";
    const organization = setting("organization");
    if (organization) headers["X-Organization"] = organization;
  }
  let response;
  try {
    response = await fetch(path, { method, headers, body, credentials: "same-origin", cache: "no-store", ...options });
  } catch {
    return { success: false, error: "", code: "offline" };
  }
  try {
    const reply = await response.json();
    if (reply?.code === "signed_out") tellHost({ type: "refused", reason: "over" });
    if (response.ok && path === "/api/merge/delete-integration") tellHost({ type: "deleted", id: JSON.parse(body).integration_id });
    if (response.ok || reply?.success === false) return reply;
  } catch {
    // What stands between us and the server answered in its stead, or the answer was cut.
  }
  return { success: false, error: "", code: response.status >= 500 || response.ok ? "not_ready" : "internal" };
}

const post = (path, body, options) => ask("POST", path, JSON.stringify(body), options);

/** The same for the browser half of the program: texts in, text out. */
export async function send(method, path, body) {
  return JSON.stringify(await ask(method, path, body));
}

let script;

/** Loads the window's script, once; a failed load may be tried again. */
function load() {
  if (window.MergeLink) return Promise.resolve();
  script ??= new Promise((resolve, reject) => {
    const element = document.createElement("script");
    const giveUp = () => {
      element.remove();
      script = undefined;
      reject(new Error("the connection window's script did not load"));
    };
    element.src = setting("window-script") ?? "";
    element.async = true;
    element.onload = () => (window.MergeLink ? resolve() : giveUp());
    element.onerror = giveUp;
    document.head.append(element);
    abandonScript = giveUp;
  });
  return script;
}
let abandonScript = () => {};

let current;

/** Begins an attempt: `path` answers a link token for `body` (JSON); `tell(word, detail)` hears how it ends. */
export function connect(path, body, tell) {
  current?.end("superseded");

  const invoker = document.activeElement;
  const place = invoker?.closest("li, [role=listitem], .panel, section");
  let id;
  let ended = false;
  let opened = false;
  let linked = false;
  let timer;

  // Where the person was: the button, what took its place, or the page's own part when its whole row has gone.
  const findFocus = () =>
    requestAnimationFrame(() => {
      if (document.activeElement && document.activeElement !== document.body && document.activeElement.tagName !== "IFRAME") return;
      const successor = () => (place?.isConnected ? (place.querySelector(".act a, .act button") ?? place.querySelector("h3 a, .btn")) : document.querySelector("main"));
      const target = invoker?.isConnected ? invoker : successor();
      target?.focus?.({ preventScroll: true });
    });

  const giveBackFocus = () => {
    findFocus();
    if (!invoker?.isConnected) return;
    // The page learns what came of it a moment later, and may take the button away when it has the focus again.
    const observer = new MutationObserver(() => {
      if (invoker.isConnected) return;
      observer.disconnect();
      findFocus();
    });
    observer.observe(document.body, { childList: true, subtree: true });
    setTimeout(() => observer.disconnect(), FOCUS_FOLLOWED_FOR);
  };

  const release = () => {
    if (id && !linked) post("/api/merge/release-link-attempt", { attempt_id: id }, { keepalive: true });
  };

  const end = (word, detail) => {
    if (ended) return;
    ended = true;
    clearTimeout(timer);
    if (current === attempt) current = undefined;
    if (word !== "connected") release();
    tell(word, detail ? JSON.stringify(detail) : "");
  };

  const exchange = async (publicToken) => {
    // The window may say it twice.
    if (linked) return;
    linked = true;
    clearTimeout(timer);
    for (let tries = 1, wait = 500; ; tries += 1, wait = Math.min(2 * wait, 15_000)) {
      const reply = await post("/api/merge/exchange-public-token", { public_token: publicToken, attempt_id: id }, { keepalive: true });
      if (reply.success) {
        tellHost({ type: "connected", id: reply.linked_account_id, integration: reply.integration_slug, category: reply.category });
        // Also when a newer attempt took the button meanwhile: the app is connected all the same.
        const late = ended;
        end("connected", reply);
        if (late) tell("connected", JSON.stringify(reply));
        return;
      }
      const passing = ["offline", "internal", "not_ready", "upstream_busy", "upstream_unreachable", "too_many_requests"].includes(reply.code);
      if (!passing || tries === EXCHANGE_TRIES) return end("refused", reply);
      await new Promise((resume) => setTimeout(resume, reply.retry_after ? 1000 * reply.retry_after : wait));
    }
  };

  const attempt = {
    end,
    leave: () => linked || end("closed"),
  };
  current = attempt;

  timer = setTimeout(() => {
    // A script that hangs must not hold the next attempt.
    if (!window.MergeLink) abandonScript();
    end("late");
  }, READY_WITHIN);

  (async () => {
    const loaded = load().then(
      () => true,
      () => false,
    );
    const open = () => post(path, { ...JSON.parse(body), page_id: pageId });
    let reply = await open();
    // This is the page's newest attempt: an older one overtook it on the way. Asked again, it takes over.
    if (reply.code === "attempt_superseded" && !ended) reply = await open();
    id = reply.attempt_id;
    if (ended) return release();
    if (!reply.success) return end("refused", reply);
    if (!(await loaded)) return end("blocked");
    if (ended) return;

    const apiBaseURL = setting("window-base");
    const config = {
      linkToken: reply.link_token,
      shouldSendTokenOnSuccessfulLink: true,
      ...(apiBaseURL && { tenantConfig: { apiBaseURL } }),
      // May come three times; later ones find the window open.
      onReady: () => {
        if (opened || ended) return;
        opened = true;
        clearTimeout(timer);
        try {
          window.MergeLink.openLink(config);
        } catch {
          end("blocked");
        }
      },
      // What else the window says of the account is not believed: the server knows by itself.
      onSuccess: (publicToken) => exchange(publicToken),
      onExit: () => {
        if (!linked) end("closed");
        giveBackFocus();
      },
      // The window shows them itself and stays.
      onValidationError: () => {},
      // Only older scripts know it.
      onError: () => {
        if (!linked) end("failed");
      },
    };
    try {
      window.MergeLink.initialize(config);
    } catch {
      end("failed");
    }
  })();
}

addEventListener("pagehide", () => current?.leave());
