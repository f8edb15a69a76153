// The words of the list that mends queries, by how often they are used. scripts/search/lexicon.py
// packs them (front coding), since the list comes with the first search.
const SIGNS = ["*", "+", ".", ""];

export const unpacked = (packed) => {
  const groups = SIGNS.map(() => []);
  let word = "";
  for (const [, shared, rest, sign] of packed.matchAll(/([A-Z])([^A-Z*+.]*)([*+.]?)/g)) {
    word = word.slice(0, shared.charCodeAt() - 65) + rest;
    groups[SIGNS.indexOf(sign)].push(word);
  }
  return groups;
};
