// The search dialog: Pagefind's index of the reader's language under a native <dialog>.
"use strict";

const PAGE = 8;
const dialog = document.getElementById("search");
const input = dialog.querySelector("input[type=search]");
const list = dialog.querySelector("[data-search-results]");
const status = dialog.querySelector("[data-search-status]");
const more = dialog.querySelector("[data-search-more]");

let engine = null;
let asking = 0;
let found = [];
let shown = 0;
let words = {};
let opener = null;

const say = (text) => { status.textContent = text; };

// Pagefind picks the index by <html lang>, so no result is in the other language.
const load = async (base) => {
  const pagefind = await import(new URL("pagefind/pagefind.js", base));
  await pagefind.options({ baseUrl: base.pathname, excerptLength: 24 });
  await pagefind.init();
  return pagefind;
};

const item = (result) => {
  const element = document.createElement("li");
  const link = document.createElement("a");
  // The best section's own address, so that the reader lands where the words are.
  const [best] = [...result.sub_results].sort((a, b) => b.weighted_locations.length - a.weighted_locations.length);
  link.href = best?.url ?? result.url;
  link.textContent = result.meta.title;
  const kind = document.createElement("small");
  kind.textContent = result.meta.kind ?? "";
  const excerpt = document.createElement("p");
  excerpt.innerHTML = result.excerpt; // Pagefind escapes the text and adds only <mark>.
  element.append(link, " ", kind, excerpt);
  return element;
};

const showMore = async () => {
  const ticket = asking;
  const next = await Promise.all(found.slice(shown, shown + PAGE).map((each) => each.data()));
  if (ticket !== asking) return;
  const items = next.map(item);
  list.append(...items);
  const first = shown > 0 && items[0];
  shown += next.length;
  more.hidden = shown >= found.length;
  if (first) first.querySelector("a").focus();
};

const search = async () => {
  const query = input.value.trim();
  const ticket = ++asking;
  if (!query) {
    list.replaceChildren();
    more.hidden = true;
    say("");
    return;
  }
  if (!engine) say(words.searching);
  try {
    engine ??= await load(search.base);
    const answer = await engine.debouncedSearch(query, {}, 120);
    if (answer === null || ticket !== asking) return;
    found = answer.results;
    shown = 0;
    list.replaceChildren();
    await showMore();
    if (ticket !== asking) return;
    const count = found.length;
    say(count === 0
      ? words.none.replace("{query}", query)
      : count === 1 ? words.one : words.many.replace("{count}", count));
  } catch {
    engine = null;
    list.replaceChildren();
    more.hidden = true;
    say(words.failed);
  }
};

// Arrow keys walk through the field and the results; Enter follows a link by itself.
const walk = (event) => {
  if (event.key !== "ArrowDown" && event.key !== "ArrowUp") return;
  const stops = [input, ...list.querySelectorAll("a")];
  const here = stops.indexOf(document.activeElement);
  if (here < 0) return;
  event.preventDefault();
  stops[Math.min(Math.max(here + (event.key === "ArrowDown" ? 1 : -1), 0), stops.length - 1)].focus();
};

input.addEventListener("input", search);
more.addEventListener("click", showMore);
dialog.addEventListener("keydown", walk);
dialog.querySelector("form").addEventListener("submit", (event) => {
  event.preventDefault();
  list.querySelector("a")?.focus();
});
dialog.querySelector("[data-search-close]").addEventListener("click", () => dialog.close());
dialog.addEventListener("close", () => opener?.focus());
// A result on this very page only moves the anchor: the dialog must give way.
list.addEventListener("click", (event) => { if (event.target.closest("a")) dialog.close(); });

export const open = (settings) => {
  words = settings.words;
  search.base = settings.base;
  if (!dialog.open) {
    opener = document.activeElement === document.body ? null : document.activeElement;
    dialog.showModal();
  }
  if (settings.query !== undefined) {
    input.value = settings.query;
    search();
  }
  input.select();
};
