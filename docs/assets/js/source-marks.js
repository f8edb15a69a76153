// Shows, for those who audit a page, what kind each source in the text is and how much of it
// was read, and which words the editors have marked as the site's own.
"use strict";

const READ = { full: "●", part: "◐" };
const NOT_READ = "○";
// The brackets as they stand without source marks, to be put back.
const quiet = new Map();

const numberOf = (link) => Number(link.hash.slice("#ref-".length));

// The links of one pair of brackets; a range such as 9–12 is written out.
const links = (group) => {
  const found = [];
  let before = null;
  for (const link of group.querySelectorAll("a")) {
    for (let number = before ? numberOf(before) + 1 : Infinity; number < numberOf(link); number++) {
      const between = link.cloneNode(true);
      between.setAttribute("href", `#ref-${number}`);
      between.textContent = number;
      found.push(between);
    }
    found.push(link.cloneNode(true));
    before = link.nextSibling?.textContent.startsWith("–") ? link : null;
  }
  return found;
};

const mark = (link) => {
  const reference = document.getElementById(`ref-${numberOf(link)}`);
  const kind = reference.querySelector(".class");
  const read = reference.querySelector(".read");
  const level = [...read.classList].find((name) => name.startsWith("read-")).slice("read-".length);
  const [number, ...page] = link.textContent.split(", ");
  const letter = document.createElement("span");
  letter.className = "letter";
  letter.textContent = kind.firstChild.textContent;
  const sign = document.createElement("span");
  sign.className = "read-sign";
  sign.textContent = READ[level] ?? NOT_READ;
  sign.setAttribute("aria-hidden", "true");
  link.replaceChildren(number, letter, sign, page.length ? `, ${page.join(", ")}` : "");
  // The word for a source in the language of the page.
  const [note] = link.getAttribute("aria-label").split(" ");
  const said = [`${note} ${number}${letter.textContent}`, ...page];
  said.push(kind.lastChild.textContent.trim(), read.textContent.trim().split(".")[0]);
  link.setAttribute("aria-label", said.join(", "));
};

const speak = (group) => {
  const before = [...group.childNodes];
  quiet.set(group, before);
  const word = before[0].textContent;
  const written = links(group);
  const between = before.some(({ textContent }) => textContent === "; ") ? "; " : ", ";
  for (const link of written) mark(link);
  group.replaceChildren(
    word,
    ...written.flatMap((link, at) => (at ? [between, link] : [link])),
    "]",
  );
};

// Shows or hides the marks on this page.
export const show = (on) => {
  document.documentElement.toggleAttribute("data-marked", on);
  for (const each of document.querySelectorAll(
    "main .mark[data-quiet], main .editorial-note, [data-source-marks-key]",
  )) {
    each.hidden = !on;
  }
  for (const group of document.querySelectorAll("main .cite")) {
    if (on && !quiet.has(group)) speak(group);
    else if (!on && quiet.has(group)) group.replaceChildren(...quiet.get(group));
    if (!on) quiet.delete(group);
    const [, ...others] = group.querySelectorAll("a");
    for (const link of others) link.tabIndex = -1;
  }
};
