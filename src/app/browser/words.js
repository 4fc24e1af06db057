// The words that islands speak, in the page's language. The program asks for this module before it begins, so it has them by then; without
// them it does not begin at all, and the page stays as it is without a script.

const { href } = document.querySelector("link[data-words]");
const answer = await fetch(href);
if (!answer.ok) throw new Error(`no words at ${href}: ${answer.status}`);
const text = await answer.text();

export const words = () => text;
