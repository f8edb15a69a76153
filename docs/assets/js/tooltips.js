// Shows a note's reference or a term's definition beside it: on hover, focus and touch.
// WCAG 1.4.13: the pointer may move onto it, Escape takes it away, and it stays until then.
// What a finger asks for stands at the foot of the screen, with a button that closes it.
"use strict";

const SELECTOR = "a.term, .cite a";
let tip = null;
let owner = null;
let wanted = null;
let leaving = 0;
let base;
let words;

// The definitions of this language by the anchor of their entry, fetched once. A reader who
// is cut off from them still has the link to the glossary.
let fetching = null;
const definitions = () => {
  const { lang } = document.documentElement.dataset;
  const code = { nb: "no" }[lang] ?? lang;
  fetching ??= fetch(new URL("data/glossary.json", base))
    .then((answer) => answer.json())
    .then((terms) => new Map(terms.map(({ id, definition }) => [`#term-${id}`, definition[code]])))
    .catch(() => {
      fetching = null;
      return new Map();
    });
  return fetching;
};

// Notes that stand together show all their references at once.
const unitOf = (link) => link?.closest(".cite") ?? link;

// The numbers that a pair of brackets stands for: of a range, those between its ends too.
const numbers = (group) => {
  const found = [];
  let open = false;
  for (const link of group.querySelectorAll("a")) {
    const number = Number(link.hash.slice("#ref-".length));
    for (let next = open ? found[found.length - 1] + 1 : number; next <= number; next++) {
      if (!found.includes(next)) found.push(next);
    }
    open = link.nextSibling?.textContent.startsWith("–");
  }
  return found;
};

// Brackets are pointed at as a whole too: the first of their numbers stands for them.
const linkAt = (element) =>
  element.closest(SELECTOR) ?? element.closest(".cite")?.querySelector("a");

// A reference without the links back, and with its number where there are several. Under a finger
// the number leads to the list.
const reference = (number, several, touched) => {
  const item = document.getElementById(`ref-${number}`)?.cloneNode(true);
  if (!item) return null;
  item.querySelector(".backs")?.remove();
  const box = document.createElement("div");
  box.dataset.of = `#ref-${number}`;
  if (several && !touched) box.append(`[${number}] `);
  box.append(...item.childNodes);
  // Of one among several: how much was read, and the rest in the list.
  const read = several && box.querySelector(".read");
  if (read) read.textContent = read.textContent.replace(/\. .*/s, ".");
  for (const each of box.querySelectorAll("[id]")) each.removeAttribute("id");
  // Links within would be reached by no key: their text is enough here, and of one among
  // several not even that.
  for (const each of box.querySelectorAll("a")) each.replaceWith(several ? "" : each.textContent);
  if (touched) {
    const lead = document.createElement("a");
    lead.href = `#ref-${number}`;
    lead.textContent = `[${number}]`;
    box.prepend(lead, " ");
  }
  return box;
};

const content = async (link, touched) => {
  const group = link.closest(".cite");
  if (!group) {
    const definition = (await definitions()).get(link.hash);
    return definition && [document.createTextNode(definition)];
  }
  const listed = numbers(group);
  const found = listed
    .map((number) => reference(number, listed.length > 1, touched))
    .filter(Boolean);
  return found.length && found;
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

// What the bar at the foot of a narrow screen may take.
const BAR = 72;

const place = (link) => {
  const at = link.getBoundingClientRect();
  const below = innerHeight - at.bottom - BAR;
  const above = at.top - 12;
  tip.style.maxHeight = `${Math.max(below, above, 160)}px`;
  // Where 0,0 of the tip is depends on which of its ancestors is positioned: measured.
  tip.style.left = tip.style.top = "0";
  const box = tip.getBoundingClientRect();
  const room = document.documentElement.clientWidth - box.width - 8;
  const down = box.height <= below || below >= above;
  const left = Math.max(8, Math.min(at.left, room));
  const top = down ? at.bottom + 4 : at.top - box.height - 4;
  tip.style.left = `${left - box.left}px`;
  tip.style.top = `${top - box.top}px`;
};

// A sheet is where it is by its styles: the page moves, if the words it is about are behind it.
const lieBelow = (link) => {
  tip.classList.add("sheet");
  tip.setAttribute("role", "dialog");
  tip.setAttribute("aria-label", unitOf(link).textContent.trim());
  const button = document.createElement("button");
  button.type = "button";
  button.className = "tip-close";
  button.textContent = "×";
  button.setAttribute("aria-label", words.close);
  button.addEventListener("click", hide);
  tip.prepend(button);
  const hidden = unitOf(link).getBoundingClientRect().bottom + 32 - tip.getBoundingClientRect().top;
  if (hidden > 0) scrollBy(0, hidden);
};

// The tip tells of the link that has the focus, and stays where it is for those beside it.
const describe = (link) => {
  owner?.removeAttribute("aria-describedby");
  owner = link;
  link.setAttribute("aria-describedby", "tip");
  const told = tip.querySelector(`[data-of="${link.hash}"]`);
  const first = tip.querySelector("[data-of]");
  if (told) tip.scrollTop = told.offsetTop - first.offsetTop;
};

const show = async (link, touched = false) => {
  clearTimeout(leaving);
  if (owner === link || wanted === link) return;
  if (tip && unitOf(owner) === unitOf(link)) {
    describe(link);
    return;
  }
  hide();
  wanted = link;
  const inside = await content(link, touched);
  // The reader may have moved on while it was fetched.
  if (!inside || wanted !== link) return;
  tip = document.createElement("div");
  tip.className = "tip";
  tip.id = "tip";
  tip.setAttribute("role", "tooltip");
  tip.append(...inside);
  tip.addEventListener("pointerenter", () => clearTimeout(leaving));
  tip.addEventListener("pointerleave", (event) => {
    // A finger that is lifted leaves too.
    if (event.pointerType === "mouse") leave();
  });
  // Within the landmark of its link, where readers of landmarks meet it too.
  (link.closest("main") ?? document.body).append(tip);
  describe(link);
  if (touched) lieBelow(link);
  else place(link);
};

const linkOf = (event) => event.target instanceof Element && linkAt(event.target);

// The link that is pointed at: it has the focus of the keyboard, or the pointer lies on it.
const pointedAt = () => {
  const links = [...document.querySelectorAll(SELECTOR)];
  return (
    links.find((link) => link.matches(":focus-visible")) ??
    links.find((link) => link.matches(":hover"))
  );
};

export const start = (root, phrases, touchedFirst) => {
  base = root;
  words = phrases;
  document.addEventListener("pointerover", (event) => {
    const link = linkOf(event);
    if (link && event.pointerType === "mouse") show(link);
  });
  document.addEventListener("pointerout", (event) => {
    const link = linkOf(event);
    if (
      link &&
      [owner, wanted].map(unitOf).includes(unitOf(link)) &&
      event.pointerType === "mouse"
    ) {
      leave();
    }
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
      if (link && touched && ![owner, wanted].map(unitOf).includes(unitOf(link))) {
        event.preventDefault();
        show(link, true);
      } else if (link && event.defaultPrevented) {
        // The first touch of all, which site.js has kept from leaving the page.
      } else if (link && touched && !link.contains(event.target)) {
        // Beside the numbers, but within their brackets.
        hide();
        link.click();
      } else if (!tip?.contains(event.target) || event.target.closest("a")) {
        hide();
      }
    },
    true,
  );
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape") hide();
  });
  // The bars of a phone's browser come and go as one scrolls: a sheet stays.
  addEventListener("resize", () => {
    if (!tip?.classList.contains("sheet")) hide();
  });
  const first = touchedFirst ? linkAt(touchedFirst) : pointedAt();
  if (first) show(first, Boolean(touchedFirst));
};
