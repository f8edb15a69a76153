// Leads on from a permanent address (id/…) in the reader's language, with the heading and the
// query that were asked for. The page holds the links; without this it leads to the first.
"use strict";

// Who reads Norwegian: those who wrote or chose it, and their neighbours.
const READ = { nb: "nb", no: "nb", nn: "nb", da: "nb", sv: "nb", en: "en" };

/** The language to lead to: the one chosen here before, else the first of the browser's. */
export const language = (known, chosen, wanted) => {
  const tags = chosen ? [chosen, ...wanted] : wanted;
  const read = tags.map((tag) => READ[tag.toLowerCase().split("-")[0]]);
  return [...read, "en", ...known].find((lang) => known.includes(lang));
};

/** A link with what the reader asked for in the address; an anchor of its own comes first. */
export const target = (link, asked) => {
  const to = new URL(link);
  if (asked.hash && !to.hash) to.hash = asked.hash;
  if (asked.search) to.search = asked.search;
  return to.href;
};

const lead = () => {
  const links = [...document.querySelectorAll("a[data-lead]")];
  let chosen = null;
  try {
    chosen = localStorage.getItem("mkm.language");
  } catch {
    /* the reader has said no */
  }
  const known = links.map((link) => link.hreflang);
  const to = language(known, chosen, navigator.languages ?? [navigator.language ?? "nb"]);
  location.replace(target(links[known.indexOf(to)].href, location));
};

if (globalThis.document) lead();
