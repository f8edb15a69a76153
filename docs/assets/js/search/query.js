// What a query means in the words of the site: spelling of æ, ø and å, joints, misspellings.

import { fold } from "./folding.js";
import { JOINT, LONGEST_QUERY, phraseWords, seen, wantedOf, words } from "./query-text.js";
import { Spellings } from "./spellings.js";

const MOST_WORDS = 10;

export class Words extends Spellings {
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
