// Elements without innerHTML: `el("button.primary", { type: "button", onclick }, ["Text"])`.

export function el(tag, attributes = {}, children = []) {
  const [name, ...classes] = tag.split(".");
  const node = document.createElement(name);
  if (classes.length) node.className = classes.join(" ");
  for (const [key, value] of Object.entries(attributes)) {
    if (value === undefined || value === null || value === false) continue;
    if (key.startsWith("on")) node.addEventListener(key.slice(2), value);
    else node.setAttribute(key, value === true ? "" : value);
  }
  node.append(...[].concat(children).filter((child) => child !== null && child !== undefined));
  return node;
}

const SVG = "http://www.w3.org/2000/svg";

// An icon of one path, drawn with the colour of the text.
export function icon(path, size = 20) {
  const svg = document.createElementNS(SVG, "svg");
  svg.setAttribute("viewBox", "0 0 20 20");
  svg.setAttribute("width", size);
  svg.setAttribute("height", size);
  svg.setAttribute("aria-hidden", "true");
  const line = document.createElementNS(SVG, "path");
  line.setAttribute("d", path);
  svg.append(line);
  return svg;
}

// Black or white, whichever reads better on the colour.
function ink(color) {
  const channel = (at) => {
    const value = parseInt(color.slice(at, at + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  };
  const light = 0.2126 * channel(1) + 0.7152 * channel(3) + 0.0722 * channel(5);
  return (light + 0.05) / 0.05 > 1.05 / (light + 0.05) ? "#10131a" : "#ffffff";
}

// The app's mark: its initials on its colour.
export function tile(app, size = "") {
  const words = app.name.replace(/[^\p{L}\p{N} ]/gu, " ").split(/\s+/).filter(Boolean);
  const letters = words.length > 1 ? words[0][0] + words[1][0] : (words[0] || "?").slice(0, 2);
  const mark = el("span.tile" + (size && "." + size), { "aria-hidden": "true" }, [letters.toUpperCase()]);
  mark.style.backgroundColor = app.color;
  mark.style.color = ink(app.color);
  return mark;
}

export function spinner() {
  return el("span.spinner", { "aria-hidden": "true" });
}
