// Runs before everything else. A click on a button whose program is still on its way is not lost: the last one is clicked again once the
// page lives. Buttons that work without the program (forms, menus) are left alone.
(() => {
  let waiting;
  const keep = (event) => {
    const button = event.target.closest?.("leptos-island button[type=button]:not([popovertarget])");
    if (button) waiting = button;
  };
  addEventListener("click", keep, true);
  window.patchbayAwake = () => {
    removeEventListener("click", keep, true);
    if (waiting?.isConnected) waiting.click();
  };
  // Who goes on before one page has become the other cuts the fade short, which is no error.
  for (const turn of ["pageswap", "pagereveal"]) {
    addEventListener(turn, ({ viewTransition }) => {
      for (const end of ["ready", "finished"]) viewTransition?.[end].catch(() => {});
    });
  }
})();
