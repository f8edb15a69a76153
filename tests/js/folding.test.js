import assert from "node:assert/strict";
import { test } from "node:test";

import { distance, fold, leeway, stem } from "../../docs/assets/js/search/folding.js";

test("Norwegian letters are found however they are typed", () => {
  for (const [typed, meant] of [
    ["skjærgård", "skjaergaard"],
    ["Øvre Eiker", "ovreeiker"],
    ["øvre", "oevre"],
    ["Ålesund", "AALESUND"],
    ["naïve", "naive"],
    ["Kárášjohka", "karasjohka"],
    ["e-post", "epost"],
  ]) {
    assert.equal(fold(typed), fold(meant), `${typed} and ${meant}`);
  }
});

test("a letter and its mark are one, in whichever way they are written", () => {
  assert.equal(fold("a\u030Apen"), fold("åpen"));
});

test("signs alone fold to nothing", () => {
  for (const text of ["", "  ", "– …", "?!", "🙂"]) assert.equal(fold(text), "");
});

test("a short word must be right, a long one may have three letters wrong", () => {
  assert.deepEqual([3, 4, 5, 6, 13, 14, 40].map(leeway), [0, 1, 1, 2, 2, 3, 3]);
});

test("one fault is nearer than two, and a doubled consonant the nearest", () => {
  assert.equal(distance("konsensus", "konsensus", 3), 0);
  assert.equal(distance("tilitsvalgt", "tillitsvalgt", 3), 0.5);
  assert.equal(distance("konsenus", "konsensus", 3), 1);
  assert.equal(distance("kosnensus", "konsensus", 3), 1, "two letters swapped are one fault");
  assert.equal(distance("tilitsvalkt", "tillitsvalgt", 3), 1.5);
});

test("the way back is as far", () => {
  for (const [one, other] of [
    ["kommune", "komune"],
    ["fase", "faser"],
    ["bil", "bli"],
  ]) {
    assert.equal(distance(one, other, 3), distance(other, one, 3));
  }
});

test("words far apart are not measured to the end", () => {
  assert.equal(distance("bil", "kommunestyre", 3), 4);
  const long = "å".repeat(100_000);
  assert.equal(distance(long, "", 3), 4);
});

test("a word without its ending is the same in all its forms", () => {
  const endings = new Set("ene en er et e s es".split(" "));
  for (const [forms, expected] of [
    [["avtale", "avtaler", "avtalen", "avtalene"], "avtal"],
    [["eksempel", "eksempler", "eksemplet"], "eksempl"],
    [["bil", "biler"], "bil"],
    [["municipality"], "municipaliti"],
  ]) {
    for (const form of forms) assert.equal(stem(form, endings), expected, form);
  }
});
