// Letters: one spelling for all that readers use, and how far one word is from another.

// One spelling for all that readers use; scripts/search/article_text.py folds alike.
export const fold = (text) =>
  text
    .toLowerCase()
    .replaceAll("æ", "ae")
    .replaceAll("ø", "o")
    .normalize("NFD")
    .replace(/[^a-z0-9]/g, "")
    .replaceAll("aa", "a")
    .replaceAll("oe", "o");

// A folded word without its ending, by which names are compared; scripts/search/names.py has the
// same. Endings drop a vowel of some words (eksempel, eksemplet).
const SHORTEST = 3,
  LONGEST = 4;
export const stem = (word, endings) => {
  let cut = Math.min(LONGEST, word.length - SHORTEST);
  while (cut > 0 && !endings.has(word.slice(-cut))) cut -= 1;
  let bare = cut > 0 ? word.slice(0, -cut) : word;
  if (bare.length > SHORTEST + 1) {
    bare = bare.replace(/(?<=[^aeiouy])e(?=[lnr]$)/, "").replace(/e$/, "");
  }
  return bare.replace(/y$/, "i");
};

// How many letters may be wrong: one or two, in a long word three, in a short one none.
export const leeway = (length) => (length < 4 ? 0 : length < 6 ? 1 : length < 14 ? 2 : 3);

// Letters to change, add, leave out or swap to get from one word to the other; more than
// `most` is told as `most` + 1. Double or single consonants are the smallest fault.
export const distance = (from, to, most) => {
  if (Math.abs(from.length - to.length) > most) return most + 1;
  let before = [],
    last = Array.from({ length: to.length + 1 }, (_, at) => at);
  for (let row = 1; row <= from.length; row += 1) {
    const now = [row];
    let least = row;
    for (let column = 1; column <= to.length; column += 1) {
      const same = from[row - 1] === to[column - 1];
      const doubled = (word, at) => (word[at - 1] === word[at - 2] ? 0.5 : 1);
      let cost = Math.min(
        last[column - 1] + (same ? 0 : 1),
        last[column] + doubled(from, row),
        now[column - 1] + doubled(to, column),
      );
      if (
        row > 1 &&
        column > 1 &&
        from[row - 1] === to[column - 2] &&
        from[row - 2] === to[column - 1]
      ) {
        cost = Math.min(cost, before[column - 2] + 1);
      }
      now[column] = cost;
      least = Math.min(least, cost);
    }
    if (least > most) return most + 1;
    [before, last] = [last, now];
  }
  return last[to.length];
};
