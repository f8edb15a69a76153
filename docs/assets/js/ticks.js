// Keeps what is ticked in the checklists of a page, in this browser alone. A point is known by its
// words: in another edition it may have moved, and one that was written anew is not done.
"use strict";

const KEY = "mkm.ticks";
const { content: page } = document.querySelector("meta[name=page-id]");
const OWN = `${page}/${document.documentElement.lang}`;

// All pages with what is ticked there. What somebody else wrote there is no list of ours.
const read = () => {
  try {
    const kept = JSON.parse(localStorage.getItem(KEY));
    return kept && typeof kept === "object" && !Array.isArray(kept) ? kept : {};
  } catch {
    return {};
  }
};

// Whether the browser keeps it: a reader may have said no, and then nothing is promised.
const write = (pages) => {
  try {
    if (Object.keys(pages).length) localStorage.setItem(KEY, JSON.stringify(pages));
    else localStorage.removeItem(KEY);
    return true;
  } catch {
    return false;
  }
};

const wordsOf = (box) => box.closest("label").textContent.trim().replace(/\s+/g, " ");

export const start = () => {
  // Each list with the line below it, which says that ticks are kept and takes them away.
  const lists = [...document.querySelectorAll("[data-ticks]")].map((line) => ({
    line,
    boxes: [...line.previousElementSibling.querySelectorAll("label > input[type=checkbox]")],
  }));
  const boxes = lists.flatMap((list) => list.boxes);

  const tell = (kept) => {
    for (const list of lists) list.line.hidden = !kept || !list.boxes.some((box) => box.checked);
  };
  const keep = () => {
    const pages = read();
    // Points that another edition has, and this one lacks, stay as they were.
    const here = new Set(boxes.map(wordsOf));
    const others = [pages[OWN] ?? []].flat().filter((words) => !here.has(words));
    const ticked = [...others, ...boxes.filter((box) => box.checked).map(wordsOf)];
    delete pages[OWN];
    tell(write(ticked.length ? { ...pages, [OWN]: ticked } : pages));
  };

  const kept = read()[OWN];
  if (Array.isArray(kept)) {
    for (const box of boxes) if (kept.includes(wordsOf(box))) box.checked = true;
    tell(true);
  }
  for (const { boxes: own, line } of lists) {
    for (const box of own) box.addEventListener("change", keep);
    line.querySelector("button").addEventListener("click", () => {
      for (const box of own) box.checked = false;
      // The button goes away with the last tick: the keyboard goes on in the list.
      own[0].focus();
      keep();
    });
  }
};
