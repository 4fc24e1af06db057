// The command palette's door. It opens at once, by its button or its key; its program comes after, and finds in the field what was typed
// meanwhile.
(() => {
  const seek = document.getElementById("seek");
  const palette = document.getElementById("palette");
  const { keys } = seek.dataset;

  // With a script it is a button; without one it stays the link that it is.
  seek.setAttribute("role", "button");
  seek.setAttribute("aria-haspopup", "dialog");
  seek.setAttribute("aria-keyshortcuts", keys);

  const open = () => {
    if (!palette.open) {
      // What asks a question is answered first.
      if (document.querySelector(":modal")) return;
      palette.showModal();
    }
    import(palette.dataset.script).then(
      ({ ask }) => ask(),
      () => (palette.querySelector('[data-trouble="away"]').hidden = false),
    );
  };

  addEventListener("keydown", (event) => {
    const { key, ctrlKey, metaKey, altKey, shiftKey } = event;
    const apple = keys.startsWith("Meta");
    if (key?.toLowerCase() === "k" && metaKey === apple && ctrlKey !== apple && !altKey && !shiftKey) {
      event.preventDefault();
      if (palette.open) palette.close();
      else open();
    } else if (key === " " && event.target === seek) {
      event.preventDefault();
      open();
    }
  });
  addEventListener("click", (event) => {
    const plain = !event.button && !event.ctrlKey && !event.metaKey && !event.shiftKey && !event.altKey;
    if (!plain || !event.target.closest?.("#seek, #palette [data-again]")) return;
    event.preventDefault();
    open();
  });
})();
