// Words in quotation marks: they must stand on the page as they are typed, one after the other.
import { fold } from "./folding.js";

// Marks of all languages and keyboards, typed once or twice; marks that are no pair end a phrase as
// well. Single ones count only around whole words, since they are apostrophes too, and none behind
// a figure, where it means inches. A mark that is never closed is left out.
const PAIRS = [
  /«([^«»]*)»/,
  /«([^«»"”]*)["”]/,
  /»([^«»]*)«/,
  /‹([^‹›]*)›/,
  /›([^‹›]*)‹/,
  /[「『]([^「」『』]*)[」』]/,
  /<<([^<>]*)>>/,
  /(?<!\d)["“”„‟″＂]{1,2}([^"“”„‟″＂«»]*)(?:["“”„‟″＂]{1,2}|»)/,
  /(?<=^|[\s(-])['‘’‚`´′]{1,2}([^'‘’‚`´′]*)['‘’`´′]{1,2}(?=$|[\s.,;:?!)])/,
];
const QUOTED = new RegExp(PAIRS.map(({ source }) => source).join("|"), "gu");
const DIVIDED = /[-–—‑/\s]+/u;

// A query as pieces in its order: `text`, and whether it is a phrase.
export const piecesOf = (query) => {
  const pieces = [];
  let end = 0;
  for (const match of query.matchAll(QUOTED)) {
    const text = match.slice(1).find((part) => part !== undefined);
    if (!/[\p{L}\p{N}]/u.test(text)) continue;
    pieces.push({ text: query.slice(end, match.index), phrase: false }, { text, phrase: true });
    end = match.index + match[0].length;
  }
  pieces.push({ text: query.slice(end), phrase: false });
  return pieces.filter(({ text }) => text.trim());
};

// A text as its folded words: tre-parter is two, as tre parter is.
export const split = (text) => text.split(DIVIDED).map(fold).filter(Boolean);

// Whether two words are one but for their endings (parter, partene).
export const isSame = (one, other, endings) => {
  if (one === other) return true;
  const [short, long] = one.length < other.length ? [one, other] : [other, one];
  for (let cut = 0; cut <= 4 && short.length - cut > 3; cut += 1) {
    if (cut && !endings.has(short.slice(-cut))) continue;
    const stem = short.slice(0, short.length - cut);
    if (long.startsWith(stem) && (long === stem || endings.has(long.slice(stem.length)))) {
      return true;
    }
  }
  return false;
};

// Where a page shows the words of a phrase side by side: the places of all words of such runs.
// `tokens` are its words in their order, null where one is not shown, and `endings` those of
// the language.
export const phrasePlaces = (tokens, phrase, endings) => {
  const asked = phrase.flatMap(split);
  const text = tokens.flatMap((token, place) =>
    token === null ? [{ place }] : split(token).map((word) => ({ word, place })),
  );
  const found = new Set();
  for (const at of text.keys()) {
    const run = text.slice(at, at + asked.length);
    const isRun = asked.every(
      (word, step) => run[step]?.word && isSame(word, run[step].word, endings),
    );
    if (isRun) for (const { place } of run) found.add(place);
  }
  return [...found];
};

// Whether words may stand side by side, by the places of each: two that a hyphen joins have one
// place, and a sign between them may have one of its own.
export const mayFollow = (lists) =>
  lists
    .slice(1)
    .reduce(
      (reached, list) =>
        list
          .filter((place) => [0, 1, 2].some((step) => reached.has(place - step)))
          .reduce((places, place) => places.add(place), new Set()),
      new Set(lists[0]),
    ).size > 0;
