// The search dialog. What is typed stays in the page and its address; nothing is stored.
import { Engine } from "./engine.js";
import { answerIn } from "./excerpts.js";

const PAGE = 6;
const PAUSE = 80;
const dialog = document.getElementById("search");
const part = (name) => dialog.querySelector(`[data-search-${name}]`);
const form = dialog.querySelector("form");
const input = dialog.querySelector("input[type=search]");
const list = part("results"),
  status = part("status"),
  more = part("more");
const mended = part("mended"),
  empty = part("empty"),
  again = part("again");

let words = {};
let base;
let engine;
// How often something could not be had: what is fetched anew is asked for by another address.
let faults = 0;
let opener = null;
let asking = 0;
let timer;
let pending = Promise.resolve();
let answer = { found: [], terms: [] };
let shown = 0;

const say = (text) => {
  status.textContent = text;
};
const kind = () => new FormData(form).get("kind") ?? "";

// Which query the results answer; the list says so for whoever waits for them.
const settle = (query) => {
  list.dataset.answered = query;
};

const clear = () => {
  list.replaceChildren();
  for (const element of [more, mended, empty, again]) element.hidden = true;
};

const item = (data, page) => {
  const { url, heading, pieces } = answerIn(data, page, answer.terms);
  const [element, link, place, excerpt] = ["li", "a", "p", "p"].map((name) =>
    document.createElement(name),
  );
  link.href = url;
  link.textContent = data.meta.title;
  place.className = "search-place";
  place.textContent = [data.meta.kind, heading].filter(Boolean).join(" · ");
  // Text and marks are made one by one, so that nothing of a page or query is read as HTML.
  for (const { text, marked } of pieces) {
    const node = marked ? document.createElement("mark") : document.createTextNode(text);
    if (marked) node.textContent = text;
    excerpt.append(node);
  }
  element.append(link, place, excerpt);
  return element;
};

const showMore = async (ticket = asking) => {
  const next = answer.found.slice(shown, shown + PAGE);
  const loaded = await Promise.all(next.map((page) => page.data()));
  if (ticket !== asking) return;
  const items = loaded.map((data, number) => item(data, next[number]));
  if (shown === 0) list.replaceChildren();
  list.append(...items);
  if (shown > 0) items[0]?.querySelector("a").focus();
  shown += next.length;
  more.hidden = shown >= answer.found.length;
};

// The address can be shared and gone back to while the dialog is open. What is asked stands
// after #, the part of an address that a browser sends neither to this host nor to the next;
// the place on the page that stood there before is put back.
let place = "";
const asksFor = (hash) => new URLSearchParams(hash.slice(1)).has("q");
const keepAddress = (query) => {
  if (!asksFor(location.hash)) place = location.hash;
  const asked = new URLSearchParams(query && kind() ? { q: query, kind: kind() } : { q: query });
  const address = new URL(location);
  address.hash = query ? asked : place;
  history.replaceState(history.state, "", address);
  // WebKit keeps the page for whoever comes back to it, but puts its field to what it began with.
  input.defaultValue = query;
};

const fail = async () => {
  clear();
  say(navigator.onLine ? words.failed : words.offline);
  for (const element of [empty, again]) element.hidden = false;
  faults += 1;
  const broken = engine;
  engine = undefined;
  (await broken?.catch(() => undefined))?.close();
};

const search = async () => {
  const query = input.value.trim();
  const ticket = ++asking;
  // Whoever typed and left at once has closed the dialog by now.
  if (dialog.open) keepAddress(query);
  // Signs alone ask for nothing.
  if (!/[\p{L}\p{N}]/u.test(query)) {
    clear();
    say("");
    settle(query);
    return;
  }
  if (!list.childElementCount) say(words.searching);
  try {
    engine ??= Engine.load(base, faults);
    const ready = await engine;
    // While the index came, the reader may have typed on.
    if (ticket !== asking) return;
    const found = await ready.search(query, kind() ? { kind: kind() } : {});
    if (ticket !== asking) return;
    answer = found;
    shown = 0;
    await showMore(ticket);
    if (ticket !== asking) return;
    const count = answer.found.length;
    if (!count) clear();
    empty.hidden = count > 0;
    again.hidden = true;
    mended.hidden = !answer.mended;
    part("instead").textContent = answer.mended ?? "";
    const shortened = query.length > 60 ? `${query.slice(0, 60)}…` : query;
    const without = answer.missing.join(", ");
    const counted = count === 1 ? words.one : words.many.replace("{count}", count);
    say(
      count === 0
        ? words.none.replace("{query}", () => shortened)
        : without
          ? `${counted}. ${words.without.replace("{words}", () => without)}`
          : counted,
    );
    settle(query);
  } catch {
    if (ticket === asking) await fail();
  }
};

const searchSoon = () => {
  clearTimeout(timer);
  pending = new Promise((done) => {
    timer = setTimeout(() => done(search()), PAUSE);
  });
};

// Arrow keys walk through the field and the results, Escape leaves at once; Enter follows
// a link by itself.
const walk = (event) => {
  // A search field would only empty itself at the first Escape.
  if (event.key === "Escape") {
    event.preventDefault();
    dialog.close();
    return;
  }
  const stops = [input, ...list.querySelectorAll("a")];
  const here = stops.indexOf(document.activeElement);
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (here < 0 || !step) return;
  event.preventDefault();
  stops[Math.min(Math.max(here + step, 0), stops.length - 1)].focus();
};

input.addEventListener("input", searchSoon);
for (const choice of form.querySelectorAll("[name=kind]")) {
  choice.addEventListener("change", searchSoon);
}
more.addEventListener("click", () => showMore().catch(fail));
part("instead").addEventListener("click", (event) => {
  input.value = event.currentTarget.textContent;
  input.focus();
  searchSoon();
});
dialog.addEventListener("keydown", walk);
form.addEventListener("submit", async () => {
  await pending;
  list.querySelector("a")?.focus();
});
dialog.addEventListener("close", () => {
  keepAddress("");
  opener?.focus();
});
// A result on this very page only moves the anchor: the dialog must give way. The address
// keeps the query when the reader goes elsewhere, so that Back leads to the results.
list.addEventListener("click", (event) => {
  const link = event.target.closest("a");
  if (!link || link.pathname !== location.pathname) return;
  opener = null;
  keepAddress("");
  dialog.close();
});

export const open = ({ base: root, words: said, query }) => {
  [base, words] = [root, said];
  if (!dialog.open) {
    opener = document.activeElement === document.body ? null : document.activeElement;
    dialog.showModal();
  }
  // Fetched while the reader types; whether it failed is told when a search needs it.
  engine ??= Engine.load(base, faults);
  engine.catch(() => {
    engine = undefined;
    faults += 1;
  });
  if (query !== undefined) {
    input.value = query;
    const asked = new URLSearchParams(location.hash.slice(1)).get("kind");
    for (const choice of form.querySelectorAll("[name=kind]")) {
      choice.checked = choice.value === (asked ?? "");
    }
    search();
  } else if (!again.hidden) {
    // No second press while it tries: that would join the try that is about to fail.
    clear();
    search();
    input.focus();
  }
  input.select();
};
