// What was typed or pasted, as pieces of wanted text and the words and phrases that it leaves out.

import { fold } from "./folding.js";
import { piecesOf } from "./phrases.js";

export const LONGEST_QUERY = 200;
// A sentence that was copied: so many of its words tell it from all others.
const LONGEST_PHRASE = 20;
const LONGEST_RUNS = 12;
// Letters of two signs are made one, and signs that nobody sees are left out: pasted text has them.
// So are letters joined in print (ﬁ), and a word divided at the end of a line is whole again.
export const seen = (text) =>
  text
    .normalize("NFKC")
    .replace(/[\u00AD\u200B-\u200F\u2060\uFEFF]/g, "")
    .replaceAll("œ", "æ")
    .replace(/(\p{L}{3,})-\s+(?!(?:og|eller|and|or)\s)(\p{Ll}{3,})/gu, "$1$2");
export const JOINT = /[-–‑]/u;
// A word or a phrase with a minus before it is one that no page may have; between two numbers
// (1999 -2002) it is a dash.
const UNWANTED = /(?<=^|\s)[-−](?!(?<=\p{N}\s[-−])\p{N})([\p{L}\p{N}][\p{L}\p{N}-]*)/gu;
const MINUS = /(?:^|\s)[-−]$/u;
// A number with a comma in it (2,5) is one word, as it is in the index; in a phrase, where all must
// be as it is typed, ks.no is one too.
const WORD = /[\p{L}\p{N}]+(?:(?:[-–‑'’]|(?<=\p{N})[.,:](?=\p{N}))[\p{L}\p{N}]+)*/gu;
const PHRASE_WORD = /[\p{L}\p{N}]+(?:(?:[-–‑'’.]|(?<=\p{N})[,:](?=\p{N}))[\p{L}\p{N}]+)*/gu;
export const words = (text) => text.match(WORD) ?? [];
export const phraseWords = (text) => text.match(PHRASE_WORD)?.slice(0, LONGEST_PHRASE) ?? [];

// A query as pieces of wanted text, and the words and phrases that it leaves out.
export const wantedOf = (query) => {
  const unwanted = [];
  const pieces = [];
  for (const { text, phrase } of piecesOf(query)) {
    const before = pieces.at(-1);
    if (phrase && before && !before.phrase && MINUS.test(before.text)) {
      before.text = before.text.replace(MINUS, "");
      unwanted.push(phraseWords(text));
      continue;
    }
    if (phrase) {
      pieces.push({ text: phraseWords(text).join(" "), phrase });
      continue;
    }
    const wanted = text.replace(UNWANTED, (_, word) => {
      unwanted.push([word]);
      return "";
    });
    pieces.push({ text: wanted.slice(0, LONGEST_QUERY), phrase });
  }
  // A query of nothing else leaves nothing to search in: its minus is a slip, or a dash.
  return pieces.some(({ text }) => words(text).length)
    ? { pieces, unwanted }
    : { pieces: piecesOf(query), unwanted: [] };
};

// Runs of words that say one thing and something small (`are we ready` in `are we ready quiz`), as
// [all of it in one, the one that counts], folded. Names of this kind are in the index to the
// letter, for their small words tell them from others.
export const lettered = (text, ignored) => {
  const typed = words(text).slice(0, LONGEST_RUNS).map(fold);
  const runs = [];
  for (let from = 0; from < typed.length; from += 1) {
    for (let to = from + 2; to <= typed.length; to += 1) {
      const useful = typed.slice(from, to).filter((word) => !ignored.has(word));
      if (useful.length > 1) break;
      if (useful.length) runs.push([typed.slice(from, to).join(""), useful[0]]);
    }
  }
  return runs;
};
