/**
 * Puts the App Center into a page of your product.
 *
 *   <script src="https://apps.example.com/embed.js"></script>
 *   const apps = Patchbay.open({
 *     url: "https://apps.example.com",             // where Patchbay is (PUBLIC_URL)
 *     getToken: () => fetch("/patchbay-token").then((answer) => answer.text()), // or token: "…"; good for one opening
 *     container: "#apps",                          // an element or a selector; the frame fills it
 *     theme: "system",                             // "light", "dark" or "system"
 *     path: "/apps",                               // the page to begin with
 *     title: "Apps",                               // what a screen reader calls the frame
 *     onReady() {},                                // a page is there and works
 *     onConnected({ id, integration, category }) {},
 *     onDeleted({ id }) {},
 *     onResize(height) {},                         // the height of what is in the frame, in pixels
 *     onError({ reason }) {},                      // nobody was let in, or the visit is over: open again with a new token
 *   });
 *   apps.close();
 */
(() => {
  const SILENT_AFTER = 30_000;
  let count = 0;

  function open({ url, token, getToken, container, theme, path, title = "Apps", onReady, onConnected, onDeleted, onResize, onError }) {
    const origin = new URL(url).origin;
    const place = typeof container === "string" ? document.querySelector(container) : container;
    if (!place) throw new Error("Patchbay.open: there is no such container");
    if (!token && !getToken) throw new Error("Patchbay.open: token or getToken is missing");

    const frame = document.createElement("iframe");
    frame.name = `patchbay-${Date.now().toString(36)}-${(count += 1)}`;
    frame.title = title;
    frame.style.cssText = "display:block;width:100%;height:100%;border:0";

    let closed = false;
    const silence = setTimeout(() => fail("silent"), SILENT_AFTER);
    const fail = (reason, error) => {
      clearTimeout(silence);
      if (!closed) onError?.({ reason, error });
    };

    // Only from that frame, and only while it shows what was asked for.
    const hear = ({ origin: from, source, data }) => {
      if (from !== origin || source !== frame.contentWindow || data?.source !== "patchbay") return;
      const { source: _, type, ...detail } = data;
      if (type === "ready") {
        clearTimeout(silence);
        onReady?.();
      } else if (type === "connected") onConnected?.(detail);
      else if (type === "deleted") onDeleted?.(detail);
      else if (type === "height") onResize?.(detail.height);
      else if (type === "refused") fail(detail.reason);
    };

    const send = (token) => {
      if (closed) return;
      const form = document.createElement("form");
      form.method = "post";
      form.action = `${origin}/embed`;
      form.target = frame.name;
      form.hidden = true;
      for (const [name, value] of Object.entries({ token, theme, return_to: path })) {
        if (value === undefined) continue;
        const field = document.createElement("input");
        field.type = "hidden";
        field.name = name;
        field.value = value;
        form.append(field);
      }
      document.body.append(form);
      form.submit();
      form.remove();
    };

    addEventListener("message", hear);
    place.append(frame);
    Promise.resolve()
      .then(() => token ?? getToken())
      .then(send, (error) => fail("no_token", error));

    return {
      /** The frame itself. */
      frame,
      /** Takes the frame away and hears nothing more of it. */
      close() {
        closed = true;
        clearTimeout(silence);
        removeEventListener("message", hear);
        frame.remove();
      },
    };
  }

  window.Patchbay = { open };
})();
