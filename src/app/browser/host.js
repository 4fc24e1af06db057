// In a frame of a host product: tells the page around what happens in here, and no other page. Its exact origin stands in the document.
(() => {
  const host = document.querySelector('meta[name="patchbay-host"]').content;
  const tell = (type, more) => parent !== window && parent.postMessage({ ...more, source: "patchbay", type }, host);
  addEventListener("patchbay", ({ detail: { type, ...more } }) => tell(type, more));
  addEventListener("DOMContentLoaded", () => {
    const reason = document.querySelector("[data-refused]")?.dataset.refused;
    if (reason) tell("refused", { reason });
    let told;
    new ResizeObserver(() => {
      const height = Math.ceil(document.body.getBoundingClientRect().height);
      if (height !== told) tell("height", { height: (told = height) });
    }).observe(document.body);
  });
})();
