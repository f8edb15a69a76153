// The words of the site: how each is spelt, and what a word that it lacks is likely to mean.
// The list of words comes from scripts/search/lexicon.py.

import { stem as bareOf, distance, fold, leeway } from "./folding.js";

const MOST_FORMS = 4;
// The group of words that are used least; those of scripts/search/lexicon.py are four.
const LAST_GROUP = 3;
const SHORTEST_RARE = 6;
const SHORTEST_PART = 4;
// Of two parts, the length of the shorter one.
const shorter = ([one, other]) => Math.min(one.length, other.length);
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

export class Spellings {
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

  // A folded word as the site spells it or another form of it (utgifter, utgift).
  inSomeForm(key) {
    const found = this.spellings.get(key);
    if (found || key.length <= SHORTEST_PART) return found?.[0];
    this.stems ??= new Map(
      [...this.spellings]
        .reverse()
        .map(([word, [spelt]]) => [bareOf(word, this.inflections), spelt]),
    );
    return this.stems.get(bareOf(key, this.inflections));
  }

  // The parts of a compound that the site does not hold as a whole: two where two will do, and of
  // several pairs the one whose shorter part is longest.
  parts(typed) {
    const key = fold(typed);
    const first = (text) => {
      const bare = [text, text.replace(/[se]$/, "")].find((each) => this.spellings.has(each));
      return bare === undefined || this.ignored.has(bare) ? undefined : this.spellings.get(bare)[0];
    };
    const pairs = (whole) =>
      Array.from({ length: Math.max(0, whole.length - 5) }, (_, at) => at + 3)
        .map((at) => [first(whole.slice(0, at)), whole.slice(at)])
        .filter(([one]) => one)
        .sort((one, other) => shorter(other) - shorter(one));
    const split = (whole, deep) => {
      const found = pairs(whole);
      for (const [one, rest] of found) {
        const other = this.inSomeForm(rest);
        if (other) return [one, other];
      }
      if (!deep) return undefined;
      for (const [one, rest] of found) {
        const others = split(rest, false);
        if (others) return [one, ...others];
      }
      return undefined;
    };
    return key.length > 6 ? split(key, true) : undefined;
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
}
