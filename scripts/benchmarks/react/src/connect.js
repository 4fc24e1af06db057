// Connecting an app: asks our server for a link token, opens the connection window, hands its answer back.

let script;
function load(address) {
  if (window.MergeLink) return Promise.resolve();
  script ??= new Promise((resolve, reject) => {
    const element = document.createElement("script");
    element.src = address;
    element.onload = resolve;
    element.onerror = () => {
      element.remove();
      script = undefined;
      reject(new Error("blocked"));
    };
    document.head.append(element);
  });
  return script;
}

async function post(path, body, organization) {
  try {
    const headers = { "Content-Type": "application/json", "X-Organization": organization };
    const answer = await fetch(path, { method: "POST", headers, body: JSON.stringify(body), keepalive: true });
    return await answer.json();
  } catch {
    return { success: false, error: "We couldn't reach the server. Check your connection and try again." };
  }
}

const FAILED = "We couldn't start the connection. Please try again.";
let newest = 0;

/** One attempt; `tell` hears how it ends. A newer one ends it at once. */
export async function connect({ category, slug, organization, windowScript, tell }) {
  const mine = ++newest;
  const over = () => mine !== newest;
  const loaded = load(windowScript).then(
    () => true,
    () => false,
  );
  const begun = await post("/api/merge/create-link-token", { category, integration: slug }, organization);
  if (over()) return;
  if (!begun.success) return tell({ sentence: begun.error || FAILED });
  if (!(await loaded)) return tell({ sentence: "Your browser blocked the connection window. Allow pop-ups and turn off ad blocking for this site, then try again." });
  if (over()) return;
  let linked = false;
  let opened = false;
  const config = {
    linkToken: begun.link_token,
    shouldSendTokenOnSuccessfulLink: true,
    onReady: () => {
      if (opened || over()) return;
      opened = true;
      window.MergeLink.openLink(config);
    },
    onSuccess: async (publicToken) => {
      if (linked) return;
      linked = true;
      const told = await post("/api/merge/exchange-public-token", { public_token: publicToken, attempt_id: begun.attempt_id }, organization);
      tell(told.success ? { connected: told } : { sentence: told.error || FAILED });
    },
    onExit: () => {
      if (linked || over()) return;
      post("/api/merge/release-link-attempt", { attempt_id: begun.attempt_id }, organization);
      tell({ sentence: "The window was closed before finishing. Nothing was changed.", calm: true });
    },
    onValidationError: () => {},
  };
  try {
    window.MergeLink.initialize(config);
  } catch {
    tell({ sentence: FAILED });
  }
}
