// Where on a page the answer stands: the section to link to, and a piece of its text.
import { fold } from "./folding.js";

// How many words an excerpt has, and how many of them stand before the first that was asked for.
const LENGTH = 28;
const BEFORE = 6;
// What a section is worth: that it is called what was asked for, and for each word of the query
// that it can be read there (up to so many times), that it stands in the heading, or that it was
// only added for the search.
const NAMED_WORTH = 5;
const READ_WORTH = 10;
const MOST_TIMES = 5;
const HEADING_WORTH = 8;
const HIDDEN_WORTH = 4;
// Between these stand words that were added for the search and that no page shows; see
// scripts/search/documents.py.
const BEGIN = "⟦",
  END = "⟧";

// The words of a page in order; `null` where one is not shown.
export const shownWords = (content) => {
  let hidden = false;
  return content.split(/\s+/).map((word) => {
    if (word === BEGIN) hidden = true;
    const shown = hidden ? null : word;
    if (word === END) hidden = false;
    return shown;
  });
};

// A page in sections: from one heading or entry of a list to the next.
const sectionsOf = ({ anchors, meta, content }) => {
  const places = anchors
    .filter(({ text }) => text)
    .sort((one, other) => one.location - other.location);
  // The text begins after the title, which may have a line above it.
  const title = meta.title.split(/\s+/);
  const start =
    content.split(/\s+/, 12).findIndex((word) => word.replace(/\.$/, "") === title.at(-1)) + 1;
  const all = [{ id: "", heading: "", from: 0, text: start }];
  for (const { element, id, text, location: from } of places) {
    const heading = /^h\d$/.test(element) ? text.trim() : all.at(-1).heading;
    const length = /^h\d$/.test(element) ? text.trim().split(/\s+/).length : 0;
    all.push({ id, heading, from, text: from + length });
  }
  return all.map((section, number) => ({ ...section, to: all[number + 1]?.from ?? Infinity }));
};

// How well a section answers: words that can be read count most, then those in its heading,
// and that the query is what the page or the entry is called.
const worth = ({ from, text, to }, places, named, tokens) => {
  const inside = (place) => place >= from && place < to;
  let sum = named.some(inside) ? NAMED_WORTH : 0;
  for (const positions of places) {
    const here = positions.filter(inside);
    const read = here.filter((place) => tokens[place] !== null);
    if (read.length) {
      sum += READ_WORTH + Math.min(read.length, MOST_TIMES);
      if (read.some((place) => place < text)) sum += HEADING_WORTH;
    } else if (here.length) sum += HIDDEN_WORTH;
  }
  return sum;
};

// The stretch of text with most of the query's words in it.
const stretchOf = (section, places, tokens) => {
  const readable = [];
  for (let place = section.text; place < Math.min(section.to, tokens.length); place += 1) {
    if (tokens[place] !== null) readable.push(place);
  }
  let best = 0,
    most = 0;
  for (let start = 0; start < readable.length; start += 1) {
    const stretch = new Set(readable.slice(start, start + LENGTH - BEFORE));
    const held = places.filter((positions) => positions.some((place) => stretch.has(place))).length;
    if (held > most && places.some((positions) => positions.includes(readable[start]))) {
      [best, most] = [start, held];
    }
  }
  const start = most ? Math.max(0, Math.min(best - BEFORE, readable.length - LENGTH)) : 0;
  return {
    shown: readable.slice(start, start + LENGTH),
    cutBefore: start > 0,
    cutAfter: start + LENGTH < readable.length,
  };
};

// The address, heading and excerpt of a result; the excerpt as pieces, marked or not.
export const answerIn = (data, { places, named }, terms) => {
  const tokens = shownWords(data.content);
  const sections = sectionsOf(data);
  let best = sections[0],
    most = 0;
  for (const section of sections) {
    const sum = worth(section, places, named, tokens);
    if (sum > most) [best, most] = [section, sum];
  }
  const { shown, cutBefore, cutAfter } = stretchOf(best, places, tokens);
  const hits = new Set(places.flat());
  const parts = terms
    .flat()
    .map(fold)
    .filter((part) => part.length > 3);
  const pieces = [];
  const add = (text, marked) => {
    if (!text) return;
    if (pieces.at(-1)?.marked === marked) pieces.at(-1).text += text;
    else pieces.push({ text, marked });
  };
  if (cutBefore) add("… ", false);
  for (const place of shown) {
    const marked = hits.has(place) || parts.some((part) => fold(tokens[place]).includes(part));
    // Signs around a word are not of the word.
    const [, before, word, after] = tokens[place].match(/^([^\p{L}\p{N}]*)(.*?)([^\p{L}\p{N}]*)$/u);
    add(before, false);
    add(word, marked);
    add(`${after} `, false);
  }
  if (cutAfter) add("…", false);
  return {
    url: data.url + (best.id ? `#${best.id}` : ""),
    heading: best.heading,
    pieces,
  };
};
