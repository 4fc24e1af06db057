// The command palette: asks for what is typed, and walks through what is answered. It ranks nothing and says nothing of its own: results and
// words come from the server (pages/palette.rs). The focus stays in the field; what is chosen is its active descendant.

const RESTS = 80;
const SETTLES = 600;
const GIVES_UP = 10_000;

const palette = document.getElementById("palette");
const field = palette.querySelector("[role=combobox]");
const found = palette.querySelector(".palette-found");
const voice = palette.querySelector("[role=status]");

let due;
let asking;
let settling;
/** Whether Enter was pressed before the answer was there. */
let going;
/** What is shown while nothing is typed, to open with the next time. */
let first = "";

const options = () => [...found.querySelectorAll("[role=option]")];
const chosen = () => found.querySelector("[aria-selected=true]");

function choose(option) {
  chosen()?.setAttribute("aria-selected", "false");
  option?.setAttribute("aria-selected", "true");
  field.setAttribute("aria-expanded", String(Boolean(option)));
  if (option) field.setAttribute("aria-activedescendant", option.id);
  else field.removeAttribute("aria-activedescendant");
}

function say(words = "") {
  clearTimeout(settling);
  settling = setTimeout(() => (voice.textContent = words), SETTLES);
}

function tell(trouble) {
  // The address of this page is the browser's to say: the server's answer repeats none that somebody typed.
  if (trouble === "signed-out") {
    palette.querySelector('[href^="/sign-in"]').href = `/sign-in?${new URLSearchParams({ next: location.pathname + location.search })}`;
  }
  for (const each of palette.querySelectorAll("[data-trouble]")) each.hidden = each.dataset.trouble !== trouble;
}

function show(html) {
  found.innerHTML = html;
  choose(options()[0]);
}

/** Asks anew; what was asked before is forgotten, and its results stay until there are others. */
export async function ask() {
  clearTimeout(due);
  due = undefined;
  asking?.abort();
  const mine = (asking = new AbortController());
  const late = setTimeout(() => mine.abort(), GIVES_UP);
  const q = field.value.trim();
  found.setAttribute("aria-busy", "true");
  say(voice.dataset.busy);
  let trouble;
  let html;
  try {
    const answer = await fetch(`/palette?${new URLSearchParams({ q })}`, { signal: mine.signal });
    html = await answer.text();
    if (!answer.ok) trouble = answer.status === 401 ? "signed-out" : "away";
  } catch {
    trouble = "away";
  }
  clearTimeout(late);
  if (mine !== asking) return;
  asking = undefined;
  found.removeAttribute("aria-busy");
  tell(trouble);
  if (trouble) {
    going = false;
    if (trouble === "signed-out") show((first = ""));
    return say();
  }
  show(html);
  if (!q) first = html;
  say(found.querySelector("[role=listbox]").dataset.said);
  if (going) chosen()?.click();
}

field.addEventListener("input", () => {
  going = false;
  clearTimeout(due);
  due = setTimeout(ask, RESTS);
});

field.addEventListener("keydown", (event) => {
  if (event.isComposing || event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
  const all = options();
  const at = all.indexOf(chosen());
  const step = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: -1 }[event.key];
  if (step !== undefined) {
    event.preventDefault();
    choose(all.at(step % all.length));
    chosen()?.scrollIntoView({ block: "nearest" });
  } else if (event.key === "Enter") {
    event.preventDefault();
    if (!due && !asking) return chosen()?.click();
    // What was typed counts, not what still stands there.
    going = true;
    if (due) ask();
  }
});

// The mouse chooses as the keys do. It moves, so that a list which moves under it changes nothing.
found.addEventListener("pointermove", ({ target }) => {
  const option = target.closest("[role=option]");
  if (option && option !== chosen()) choose(option);
});
found.addEventListener("mousedown", (event) => event.preventDefault());

palette.addEventListener("click", (event) => {
  const elsewhere = event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey;
  if (event.target === palette || (event.target.closest("[role=option]") && !elsewhere)) palette.close();
});

palette.addEventListener("close", () => {
  clearTimeout(due);
  clearTimeout(settling);
  asking?.abort();
  due = asking = undefined;
  going = false;
  field.value = voice.textContent = "";
  found.removeAttribute("aria-busy");
  tell();
  show(first);
});
