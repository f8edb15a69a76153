// Shows a note's reference or a term's definition beside it: on hover, focus and touch.
// WCAG 1.4.13: the pointer may move onto it, Escape takes it away, and it stays until then.
"use strict";

const SELECTOR = "a.term, .cite a";
let tip = null;
let owner = null;
let wanted = null;
let leaving = 0;
let base;

// The definitions of this language by the anchor of their entry, fetched once. A reader who
// is cut off from them still has the link to the glossary.
let fetching = null;
const definitions = () => {
  const code = { nb: "no" }[document.documentElement.lang] ?? document.documentElement.lang;
  fetching ??= fetch(new URL("data/glossary.json", base))
    .then((answer) => answer.json())
    .then((terms) => new Map(terms.map(({ id, definition }) => [`#term-${id}`, definition[code]])))
    .catch(() => {
      fetching = null;
      return new Map();
    });
  return fetching;
};

// A note's text is its reference without the links back, a term's its definition.
const content = async (link) => {
  if (link.matches(".term")) {
    const definition = (await definitions()).get(link.hash);
    return definition && document.createTextNode(definition);
  }
  const reference = document.getElementById(link.hash.slice(1))?.cloneNode(true);
  if (!reference) return null;
  reference.querySelector(".backs")?.remove();
  const box = document.createElement("div");
  box.append(...reference.childNodes);
  for (const each of box.querySelectorAll("[id]")) each.removeAttribute("id");
  // Links within would be reached by no key: their text is enough here.
  for (const each of box.querySelectorAll("a")) each.replaceWith(each.textContent);
  return box;
};

const hide = () => {
  clearTimeout(leaving);
  wanted = null;
  tip?.remove();
  owner?.removeAttribute("aria-describedby");
  tip = owner = null;
};

// A moment's grace, so that the pointer can cross from the link to the text.
const leave = () => {
  clearTimeout(leaving);
  leaving = setTimeout(hide, 250);
};

const place = (link) => {
  const at = link.getBoundingClientRect();
  // Where 0,0 of the tip is depends on which of its ancestors is positioned: measured.
  tip.style.left = tip.style.top = "0";
  const box = tip.getBoundingClientRect();
  const room = document.documentElement.clientWidth - box.width - 8;
  const below = at.bottom + box.height + 8 < innerHeight || at.top < box.height;
  const left = Math.max(8, Math.min(at.left, room));
  const top = below ? at.bottom + 4 : at.top - box.height - 4;
  tip.style.left = `${left - box.left}px`;
  tip.style.top = `${top - box.top}px`;
};

const show = async (link) => {
  clearTimeout(leaving);
  if (owner === link || wanted === link) return;
  hide();
  wanted = link;
  const inside = await content(link);
  // The reader may have moved on while it was fetched.
  if (!inside || wanted !== link) return;
  tip = document.createElement("div");
  tip.className = "tip";
  tip.id = "tip";
  tip.setAttribute("role", "tooltip");
  tip.append(inside);
  tip.addEventListener("pointerenter", () => clearTimeout(leaving));
  tip.addEventListener("pointerleave", leave);
  // Within the landmark of its link, where readers of landmarks meet it too.
  (link.closest("main") ?? document.body).append(tip);
  owner = link;
  link.setAttribute("aria-describedby", "tip");
  place(link);
};

const linkOf = (event) => event.target instanceof Element && event.target.closest(SELECTOR);

// The link that is pointed at: it has the focus of the keyboard, or the pointer lies on it.
const pointedAt = () => {
  const links = [...document.querySelectorAll(SELECTOR)];
  return (
    links.find((link) => link.matches(":focus-visible")) ??
    links.find((link) => link.matches(":hover"))
  );
};

export const start = (root, touchedFirst) => {
  base = root;
  document.addEventListener("pointerover", (event) => {
    const link = linkOf(event);
    if (link && event.pointerType === "mouse") show(link);
  });
  document.addEventListener("pointerout", (event) => {
    const link = linkOf(event);
    if (link && [owner, wanted].includes(link) && event.pointerType === "mouse") leave();
  });
  document.addEventListener("focusin", (event) => {
    const link = linkOf(event);
    if (link?.matches(":focus-visible")) show(link);
    else if (!tip?.contains(event.target)) hide();
  });
  // The first touch shows, the second follows the link.
  let touched = false;
  document.addEventListener("pointerdown", (event) => {
    touched = event.pointerType === "touch";
  });
  document.addEventListener(
    "click",
    (event) => {
      const link = linkOf(event);
      if (link && touched && owner !== link && wanted !== link) {
        event.preventDefault();
        show(link);
      } else if (link && event.defaultPrevented) {
        // The first touch of all, which site.js has kept from leaving the page.
      } else if (!tip?.contains(event.target)) {
        hide();
      }
    },
    true,
  );
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape") hide();
  });
  addEventListener("resize", hide);
  const first = touchedFirst || pointedAt();
  if (first) show(first);
};
