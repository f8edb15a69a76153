// What a query means in the words of the site: spelling of æ, ø and å, joints, misspellings.
// The list of words comes from scripts/search/lexicon.py.

import { distance, fold, leeway } from "./folding.js";
import { piecesOf } from "./phrases.js";

const LONGEST_QUERY = 200;
// A sentence that was copied: so many of its words tell it from all others.
const LONGEST_PHRASE = 20;
const MOST_WORDS = 10;
const MOST_FORMS = 4;
// The group of words that are used least; those of scripts/search/lexicon.py are four.
const LAST_GROUP = 3;
const SHORTEST_RARE = 6;
// Letters of two signs are made one, and signs that nobody sees are left out: pasted text has them.
// So are letters joined in print (ﬁ), and a word divided at the end of a line is whole again.
const seen = (text) =>
  text
    .normalize("NFKC")
    .replace(/[\u00AD\u200B-\u200F\u2060\uFEFF]/g, "")
    .replaceAll("œ", "æ")
    .replace(/(\p{L}{3,})-\s+(?!(?:og|eller|and|or)\s)(\p{Ll}{3,})/gu, "$1$2");
// What a machine that reads printed pages takes for something else.
const MISREAD = [
  ["rn", "m"],
  ["vv", "w"],
  ["1", "l"],
  ["1", "i"],
  ["0", "o"],
  ["5", "s"],
  ["l", "i"],
  ["I", "l"],
  ["ii", "ü"],
  ["c", "e"],
];
// Folded endings of nynorsk, and those of bokmål that the site has.
const NYNORSK = [
  [/heit/, "het"],
  [/leg(?=het|$|e$)/, "lig"],
  [/ane$/, "ene"],
  [/ar$/, "er"],
];
const JOINT = /[-–‑]/u;
// A word or a phrase with a minus before it is one that no page may have; between two numbers
// (1999 -2002) it is a dash.
const UNWANTED = /(?<=^|\s)[-−](?!(?<=\p{N}\s[-−])\p{N})([\p{L}\p{N}][\p{L}\p{N}-]*)/gu;
const MINUS = /(?:^|\s)[-−]$/u;
// A number with a comma in it (2,5) is one word, as it is in the index; in a phrase, where all must
// be as it is typed, ks.no is one too.
const WORD = /[\p{L}\p{N}]+(?:(?:[-–‑'’]|(?<=\p{N})[.,:](?=\p{N}))[\p{L}\p{N}]+)*/gu;
const PHRASE_WORD = /[\p{L}\p{N}]+(?:(?:[-–‑'’.]|(?<=\p{N})[,:](?=\p{N}))[\p{L}\p{N}]+)*/gu;
const words = (text) => text.match(WORD) ?? [];
const phraseWords = (text) => text.match(PHRASE_WORD)?.slice(0, LONGEST_PHRASE) ?? [];

// A query as pieces of wanted text, and the words and phrases that it leaves out.
const wantedOf = (query) => {
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

export class Words {
  constructor(list) {
    this.pages = list.pages;
    this.ignored = new Set(list.ignored.split(" ").map(fold));
    // Folded -> the spellings of it, the most used first.
    this.spellings = new Map();
    // Folded, the words of the last group: hardly used, so often a slip or a chance themselves.
    this.rare = new Set();
    for (const [number, group] of list.words.entries()) {
      for (const word of group) {
        const key = fold(word);
        if (this.spellings.has(key)) this.spellings.get(key).push(word);
        else {
          this.spellings.set(key, [word]);
          if (number === LAST_GROUP) this.rare.add(key);
        }
      }
    }
    this.endings = new Set(list.endings.split(" "));
    // Those of one word's forms alone, by which names are compared.
    this.inflections = new Set((list.inflections ?? "").split(" "));
    this.compounds = list.compounds;
    this.sorted = [...this.spellings.keys()].sort();
  }

  // Where a folded word stands in the alphabet of the list, or would stand.
  place(key) {
    let [low, high] = [0, this.sorted.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.sorted[middle] < key) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  // The spellings of a word of the site: as typed where that is one of them.
  known(typed) {
    const found = this.spellings.get(fold(typed));
    const word = typed.toLowerCase();
    if (!found?.includes(word)) return found?.slice(0, 3);
    // Who reads English leaves the signs out of names (Sorum): those that have them count as well.
    return this.compounds ? [word] : [...new Set([word, ...found])].slice(0, 3);
  }

  // A word of the site that a machine misread when it was copied from a picture of a page.
  misread(typed) {
    for (const [wrong, right] of MISREAD) {
      if (typed.includes(wrong)) {
        const found = this.known(typed.replaceAll(wrong, right));
        if (found) return found;
      }
    }
    // Two of them in one word.
    const plain = MISREAD.slice(0, 3).reduce(
      (text, [from, to]) => text.replaceAll(from, to),
      typed,
    );
    return plain === typed ? undefined : this.known(plain.replaceAll("0", "o"));
  }

  // A word of nynorsk as the site spells it (erfaringar, tilgjengelegheit).
  bokmal(key) {
    const found = new Set();
    let other = key;
    for (const [nynorsk, bokmal] of NYNORSK) {
      other = other.replace(nynorsk, bokmal);
      if (other !== key && this.spellings.has(other)) found.add(this.spellings.get(other)[0]);
    }
    return [...found];
  }

  // Other forms of a word: the stemmer of the index knows most, not all (politiker, politikerne).
  forms(word) {
    const key = fold(word);
    const found = this.compounds ? this.bokmal(key) : [];
    for (let cut = 0; cut <= 4 && key.length - cut > 4; cut += 1) {
      const stem = key.slice(0, key.length - cut);
      if (cut && !this.endings.has(key.slice(-cut))) continue;
      // Endings drop a vowel of some words: eksempel, eksemplet.
      const whole = cut && stem.replace(/[lnr]$/, "e$&");
      if (whole && this.spellings.has(whole)) found.push(this.spellings.get(whole)[0]);
      for (let at = this.place(stem); this.sorted[at]?.startsWith(stem); at += 1) {
        const other = this.sorted[at];
        if (other !== key && (other === stem || this.endings.has(other.slice(stem.length)))) {
          found.push(this.spellings.get(other)[0]);
        }
      }
    }
    return [...new Set(found)].slice(0, MOST_FORMS);
  }

  // The beginning of a word of the site, spelt as the site does (skjaerg -> skjærg).
  beginning(typed) {
    const key = fold(typed);
    const next = this.sorted[this.place(key)];
    if (key.length < 2 || !next?.startsWith(key)) return undefined;
    const [whole] = this.spellings.get(next);
    let end = 1;
    while (end < whole.length && fold(whole.slice(0, end)).length < key.length) end += 1;
    return whole.slice(0, end);
  }

  // Neighbours written apart or together, with or without the s between them.
  joined(...parts) {
    const plain = parts.join("");
    if (fold(plain).length < 6) return undefined;
    const isWord = parts.every((part) => this.spellings.has(fold(part)));
    // A compound that hardly occurs is no likelier than its words (hvem leder møtet).
    const known = (text) => (isWord && this.rare.has(fold(text)) ? undefined : this.known(text));
    const found =
      known(plain) ??
      known(parts.join("s")) ??
      known(parts.map((part) => part.replace(/s$/, "")).join(""));
    // With a hyphen in it, the parts are in the index as they are.
    return found?.every((word) => /^\p{L}+$/u.test(word)) ? found : undefined;
  }

  // The parts of a compound that the site does not hold as a whole.
  parts(typed) {
    const key = fold(typed);
    const split = (rest) => {
      if (this.spellings.has(rest) && rest.length > 2) return [this.spellings.get(rest)[0]];
      for (let at = rest.length - 3; at > 2; at -= 1) {
        const first = rest.slice(0, at);
        const stem = this.spellings.has(first) ? first : first.replace(/[se]$/, "");
        if (!this.spellings.has(stem) || this.ignored.has(stem)) continue;
        const others = split(rest.slice(at));
        if (others) return [this.spellings.get(stem)[0], ...others];
      }
      return undefined;
    };
    return key.length > 6 ? split(key) : undefined;
  }

  // A word of the site that a compound begins or ends with, when the rest of it is strange.
  piece(typed) {
    const key = fold(typed);
    for (let length = key.length - 3; length > 3; length -= 1) {
      for (const part of [key.slice(0, length), key.slice(-length)]) {
        if (this.spellings.has(part) && !this.ignored.has(part)) return this.spellings.get(part)[0];
      }
    }
    return undefined;
  }

  // The nearest word of the site and how far it is; of equally near ones the most used.
  nearest(typed) {
    const key = fold(typed);
    const most = leeway(key.length);
    let word,
      far = most + 1;
    for (const [candidate, [spelling]] of this.spellings) {
      const isRare = this.rare.has(candidate);
      // Nearly every short word is one letter from one that hardly occurs.
      if (candidate.length < 4 || (isRare && key.length < SHORTEST_RARE)) continue;
      // A wrong first letter is rarer than any other.
      const away =
        distance(key, candidate, Math.min(most, far)) +
        (candidate[0] === key[0] ? 0 : 0.5) +
        (isRare ? 0.5 : 0);
      if (away < far) [word, far] = [spelling, away];
    }
    return far <= most ? { word, far } : {};
  }

  // A query as terms to search for, each with its spellings, the phrases that a page must show
  // (lists of words), and those that it must not (`unwanted`); a term of a phrase bears its number.
  // `isFound` asks the index for a word that is not in the list, which holds the most used ones.
  async read(query, isFound) {
    const { pieces, unwanted } = wantedOf(seen(query.slice(0, 4 * LONGEST_QUERY)));
    const read = { terms: [], mended: [], changed: false };
    const typed = pieces.flatMap(({ text }) => words(text));
    const isUseful = typed.some((word) => !this.ignored.has(fold(word)));
    const skips = (word) => isUseful && this.ignored.has(fold(word));
    const phrases = [];
    const before = new Set();
    for (const { text, phrase } of pieces) {
      // A word typed twice says no more than once.
      const parts = phrase ? phraseWords(text).flatMap((word) => word.split(JOINT)) : words(text);
      const fresh = parts.filter((word) => !before.has(word) && before.add(word));
      if (!phrase) {
        await this.readWords(fresh, skips, isFound, read);
        continue;
      }
      const number = phrases.push(parts.map((word) => this.known(word)?.[0] ?? word)) - 1;
      for (const word of fresh.filter((each) => !skips(each))) {
        if (read.terms.length >= MOST_WORDS) break;
        const spellings = this.known(word) ?? ((await isFound(word)) ? [word] : undefined);
        const term = spellings ? { spellings } : { spellings: [], typed: word };
        read.terms.push({ ...term, phrase: number });
      }
      read.mended.push(`"${phraseWords(text).join(" ")}"`);
    }
    // A small word stands on every page: its minus is the hyphen of another (by -og land).
    const refused = unwanted.filter((each) => !each.every((word) => this.ignored.has(fold(word))));
    read.mended.push(
      ...refused.map((each) => (each.length > 1 ? `-"${each.join(" ")}"` : `-${each[0]}`)),
    );
    const mended = read.changed ? read.mended.join(" ") : undefined;
    const found = { terms: read.terms, mended };
    if (phrases.length) found.phrases = phrases;
    if (refused.length) found.unwanted = refused;
    return found;
  }

  // Words that stand in no quotation marks, as terms: joined, spelt, divided or mended.
  async readWords(typed, skips, isFound, read) {
    const { terms, mended } = read;
    const add = (spellings, instead) => {
      terms.push({ spellings });
      mended.push(instead ?? spellings[0]);
    };
    for (let at = 0; at < typed.length && terms.length < MOST_WORDS; at += 1) {
      const word = typed[at];
      const three = at + 2 < typed.length && this.joined(word, typed[at + 1], typed[at + 2]);
      const two = at + 1 < typed.length && this.joined(word, typed[at + 1]);
      if (three || two) {
        add(three || two);
        at += three ? 2 : 1;
        continue;
      }
      if (skips(word)) continue;
      const spelt = this.known(word);
      if (spelt) {
        add(spelt);
        continue;
      }
      const begun = this.beginning(word);
      if (begun) {
        add([begun], word);
        continue;
      }
      const misread = this.misread(word);
      if (misread) {
        add(misread);
        read.changed = true;
        continue;
      }
      if (await isFound(word)) {
        add([word]);
        continue;
      }
      const forms = this.forms(word);
      if (forms.length) {
        add(forms, word);
        continue;
      }
      const pieces = word.split(JOINT).filter((piece) => piece.length > 1);
      if (pieces.length > 1) {
        typed.splice(at + 1, 0, ...pieces);
        continue;
      }
      // One letter wrong is likelier than a compound that the site does not hold.
      const { word: near, far } = this.nearest(word);
      const parts = far <= 1 ? undefined : this.parts(word);
      const piece = near || !this.compounds ? undefined : this.piece(word);
      if (parts) {
        for (const part of parts) add([part]);
      } else if (near) {
        add([near]);
        read.changed = true;
      } else if (piece) {
        add([piece], word);
      } else {
        terms.push({ spellings: [], typed: word });
        mended.push(word);
      }
    }
  }
}
