// Permanent links: of the page, of a heading on it, and of what stands in a list under an id of
// its own (terms, sources, publications). They lead to the newest edition, wherever that has it.
"use strict";

import { copied } from "./copy.js";

const link = document.querySelector("[data-permalink]");
const page = link?.href;
const LIST = "[data-permanent]";

/** The permanent link of an anchor ("" for the page). */
export const permalink = (anchor) => {
  const place = anchor ? document.getElementById(anchor) : null;
  const list = place?.parentElement;
  if (list?.matches(LIST)) return new URL(`../${list.dataset.permanent}${anchor}/`, page).href;
  // Notes are numbered anew in each edition, and nothing else is promised.
  return place?.matches("h2, h3, h4") ? `${page}#${anchor}` : page;
};

// The anchor of an address; none where somebody has spoilt it.
const anchorOf = ({ hash }) => {
  try {
    return decodeURIComponent(hash.slice(1));
  } catch {
    return "";
  }
};

/** Shows the link of the place that the address leads to. */
export const show = () => {
  link.href = permalink(anchorOf(location));
  link.textContent = link.href;
};

// Told to all, and read out: what was copied, or what the reader has to copy.
const status = document.createElement("p");
status.className = "copied";
status.setAttribute("role", "status");
document.body.append(status);
let over;

/** Copies the link of a sign beside a heading or an entry, which leads there as well. */
export const copySign = async (sign, words) => {
  const shown = document.createElement("span");
  shown.textContent = permalink(anchorOf(sign));
  status.replaceChildren(shown);
  const done = await copied(shown);
  status.replaceChildren(`${done ? words["link-copied"] : words["link-failed"]} `, shown);
  clearTimeout(over);
  over = setTimeout(() => status.replaceChildren(), done ? 4000 : 20000);
};

/** Gives each entry of a list its sign when it is pointed at: hundreds would weigh on the page. */
export const giveSigns = (words) => {
  document.addEventListener("pointerover", ({ target }) => {
    const entry = target.closest?.(`${LIST} > [id]`);
    if (!entry || entry.querySelector(".headerlink")) return;
    const sign = document.createElement("a");
    sign.className = "headerlink";
    sign.href = `#${entry.id}`;
    sign.textContent = "#";
    sign.title = words["copy-link"];
    sign.tabIndex = -1;
    sign.setAttribute("aria-hidden", "true");
    (entry.querySelector("dt, .entry, th") ?? entry).append(sign);
  });
};

if (link) {
  show();
  addEventListener("hashchange", show);
}
