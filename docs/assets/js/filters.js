// Filters above the tables and lists that data make. Without this script all is shown.
// What is chosen stands in the address, so that it outlives a reload and can be shared: choices
// as a query; words that are typed after #, which no browser sends to a host.
"use strict";

const TEXT = "contains";
// As readers type it: without the places where a long word may be broken.
const plain = (text) =>
  text
    .toLocaleLowerCase()
    .normalize("NFC")
    .replace(/\u00AD/g, "")
    .replace(/\s/g, " ");

// What a form says: the text, and the values chosen of each other name.
const wishes = (form) => {
  const chosen = new Map();
  for (const [name, value] of new FormData(form)) {
    if (value) chosen.set(name, [...(chosen.get(name) ?? []), value]);
  }
  const [text = ""] = chosen.get("text") ?? [];
  chosen.delete("text");
  return { text: text.trim(), chosen };
};

const toAddress = ({ text, chosen }) => {
  const query = new URLSearchParams();
  for (const [name, values] of chosen) for (const value of values) query.append(name, value);
  const hash = new URLSearchParams(location.hash.slice(1));
  const named = hash.has(TEXT) ? "" : location.hash;
  const address = new URL(location.href);
  address.search = query;
  address.hash = text ? new URLSearchParams({ [TEXT]: text }) : named;
  if (address.href !== location.href) history.replaceState(history.state, "", address);
};

// What a reader has chosen or typed before this file came stays.
const fromAddress = (form) => {
  const query = new URLSearchParams(location.search);
  for (const box of form.elements) {
    if (query.getAll(box.name).includes(box.value)) box.checked = true;
  }
  const text = new URLSearchParams(location.hash.slice(1)).get(TEXT);
  if (text !== null) form.elements.text.value = text;
};

export const start = (form, words) => {
  const items = [...document.querySelectorAll(form.dataset.filters)];
  const texts = new Map(items.map((item) => [item, plain(item.textContent)]));
  const output = form.querySelector("output");
  const initials = [...document.querySelectorAll("[data-initials] a")];
  // The entries of a letter go from the one it leads to up to that of the next letter, those of the
  // last to the end of its list.
  const firsts = initials.map((letter) => items.findIndex((item) => `#${item.id}` === letter.hash));
  const lists = firsts.map((first) => items[first]?.parentElement);

  const apply = () => {
    const { text, chosen } = wishes(form);
    let shown = 0;
    for (const item of items) {
      const fits =
        texts.get(item).includes(plain(text)) &&
        [...chosen].every(([name, values]) => values.includes(item.dataset[name]));
      item.hidden = !fits;
      shown += fits ? 1 : 0;
    }
    // What is looked for may stand behind a line that is folded.
    for (const fold of document.querySelectorAll("[data-filter-fold]")) {
      if (text || chosen.size) fold.open = true;
    }
    // A heading or table whose every entry is filtered away would stand empty.
    for (const group of document.querySelectorAll("[data-filter-group]")) {
      group.hidden = !group.querySelector(`:is(${form.dataset.filters}):not([hidden])`);
    }
    initials.forEach((letter, at) => {
      const first = items
        .slice(firsts[at], firsts[at + 1])
        .find((item) => !item.hidden && item.parentElement === lists[at]);
      letter.parentElement.hidden = !first;
      if (first) letter.setAttribute("href", `#${first.id}`);
    });
    output.textContent = words.shown.replace("{shown}", shown).replace("{all}", items.length);
  };
  // A link to an entry that is filtered away shows it again.
  const showTarget = () => {
    const target = document.querySelector(":target");
    if (!target?.closest("[hidden]")) return;
    form.reset();
    setTimeout(() => target.scrollIntoView());
  };
  const change = () => {
    apply();
    toAddress(wishes(form));
  };
  // Choices may stand apart from their form.
  document.addEventListener("input", (event) => {
    if (event.target.form === form) change();
  });
  form.addEventListener("reset", () => setTimeout(change));
  addEventListener("hashchange", showTarget);
  fromAddress(form);
  apply();
  showTarget();
};
