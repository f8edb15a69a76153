// Answers as Pagefind does (options, init, search, destroy) from the texts of its own index, which
// offline-data.js holds. Pagefind itself is WebAssembly, which is not loaded from a folder.
import { fold } from "./search/folding.js";
import { isSame, split } from "./search/phrases.js";

// Words of a title or heading are found by the text too; a page that says a word often and is
// short comes first (as in BM25, with its usual constants).
const K = 1.2,
  B = 0.75;
let pages = [];
let average = 1;
let endings;
let base;

const bare = (word) => fold(word.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, ""));

export const options = async () => {};
export const destroy = async () => {};

export const init = async () => {
  if (pages.length) return;
  base = new URL(document.documentElement.dataset.base.replace(/\/?$/, "/"), location.href);
  const files = await offline.data();
  const list = files[`pagefind/words.${document.documentElement.dataset.lang}.json`];
  endings = new Set(list.endings.split(" "));
  pages = files.texts.map((text, id) => {
    const places = new Map();
    const words = text.content.split(/\s+/);
    for (const [place, word] of words.entries()) {
      // Words that a hyphen joins are found alone too.
      for (const key of new Set([bare(word), ...split(word)].filter(Boolean))) {
        if (places.has(key)) places.get(key).push(place);
        else places.set(key, [place]);
      }
    }
    return { id: String(id), text, places, length: words.length };
  });
  average = pages.reduce((sum, { length }) => sum + length, 0) / pages.length;
};

export const search = async (query, { filters = {} } = {}) => {
  const exact = /^".*"$/.test(query);
  const wanted = bare(query);
  // A word or another form of it, as a stemmer finds them; without quotation marks also what
  // begins so. No form of a word begins otherwise than it.
  const begin = wanted.slice(0, 4);
  const results = [];
  for (const { id, text, places, length } of pages) {
    const kinds = text.filters?.kind ?? [];
    if (filters.kind && !kinds.includes(filters.kind)) continue;
    const words = [];
    for (const [key, found] of places) {
      if (!key.startsWith(begin)) continue;
      if (isSame(key, wanted, endings) || (!exact && key.startsWith(wanted))) words.push(...found);
    }
    if (!words.length) continue;
    const many = words.length;
    const score = (many * (K + 1)) / (many + K * (1 - B + (B * length) / average));
    const data = async () => ({
      ...text,
      url: new URL(`${text.url.replace(/^\//, "")}index.html`, base).href,
    });
    results.push({ id, score, words: words.sort((one, other) => one - other), data });
  }
  results.sort((one, other) => other.score - one.score);
  return { results, unfilteredResultCount: Math.max(1, results.length) };
};
