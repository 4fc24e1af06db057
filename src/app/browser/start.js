// Fetches the program once the page can be seen, and wakes the islands with it. Sooner, it would take its turn on the line from the page itself,
// which is there in a tenth of its size; what is clicked meanwhile waits (early.js).
((address, binary) => {
  const parsed = new Promise((then) => (document.readyState === "loading" ? addEventListener("DOMContentLoaded", then) : then()));
  let begun = false;
  const begin = async () => {
    if (begun) return;
    begun = true;
    const fetched = fetch(binary);
    const program = await import(address);
    await Promise.all([program.default({ module_or_path: fetched }), parsed]);
    program.hydrate();
    for (const island of document.querySelectorAll("leptos-island")) program[island.dataset.component](island);
    // What the islands do when they begin comes first.
    setTimeout(() => {
      window.patchbayAwake();
      dispatchEvent(new CustomEvent("patchbay", { detail: { type: "ready" } }));
    });
  };
  // A page that nobody sees is not painted, nor is every frame that another process draws.
  if (document.visibilityState === "hidden") parsed.then(begin);
  else {
    new PerformanceObserver(begin).observe({ type: "paint", buffered: true });
    addEventListener("load", () => setTimeout(begin, 500));
  }
})
