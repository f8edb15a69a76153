// Words in quotation marks: they must stand on the page as they are typed, one after the other.
import { fold } from "./folding.js";

// Norwegian, English, German and typewriter's marks; single ones only around whole words, since
// they are apostrophes too. A mark that is never closed is left out.
const QUOTED =
  /«([^«»]*)»|»([^«»]*)«|["“”„‟]([^"“”„‟]*)["“”‟]|(?<=^|\s)['‘‚]([^'‘’‚]*)['’‘](?=$|[\s.,;:?!])/gu;
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

// Whether two words are one but for their endings (parter, partene).
const isSame = (one, other, endings) => {
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

// Whether a page shows the words of a phrase side by side; `tokens` are its words in their
// order, null where one is not shown, and `endings` those of the language.
export const shows = (tokens, phrase, endings) => {
  const split = (text) => text.split(DIVIDED).map(fold).filter(Boolean);
  const asked = phrase.flatMap(split);
  const text = tokens.flatMap((token) => (token === null ? [null] : split(token)));
  return text.some((_, at) =>
    asked.every((word, step) => text[at + step] && isSame(word, text[at + step], endings)),
  );
};
