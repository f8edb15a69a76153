import assert from "node:assert/strict";
import { describe, test } from "node:test";

import { mayFollow, phrasePlaces, piecesOf } from "../../docs/assets/js/search/phrases.js";
import { Words } from "../../docs/assets/js/search/query.js";

const endings = new Set("r ne er ene s en et ens".split(" "));
const phrasesIn = (query) =>
  piecesOf(query)
    .filter(({ phrase }) => phrase)
    .map(({ text }) => text);

describe("words in quotation marks", () => {
  test("are a phrase in the marks of every language", () => {
    for (const query of [
      '"tre parter"',
      "«tre parter»",
      "»tre parter«",
      "“tre parter”",
      "„tre parter“",
      "”tre parter”",
      "‘tre parter’",
      "'tre parter'",
      "“tre parter„",
      "″tre parter″",
      "＂tre parter＂",
      '""tre parter""',
      "''tre parter''",
      "``tre parter''",
      "´tre parter´",
      "’tre parter’",
      "‹tre parter›",
      "›tre parter‹",
      "「tre parter」",
      "<<tre parter>>",
      "('tre parter')",
      '«tre parter"',
      '"tre parter»',
    ]) {
      assert.deepEqual(phrasesIn(query), ["tre parter"], query);
    }
  });

  test("may be several, with other words before, between and after", () => {
    assert.deepEqual(piecesOf('møte "tre parter" og «to linjer» i dag'), [
      { text: "møte ", phrase: false },
      { text: "tre parter", phrase: true },
      { text: " og ", phrase: false },
      { text: "to linjer", phrase: true },
      { text: " i dag", phrase: false },
    ]);
  });

  test("are no phrase when the marks are empty or never closed", () => {
    for (const query of ['""', "« »", '"…"', '"tre parter', "«tre parter", "tre parter»", '"']) {
      assert.deepEqual(phrasesIn(query), [], query);
    }
  });

  test("are told from inches", () => {
    assert.deepEqual(phrasesIn('rør på 5" og 6"'), []);
  });

  test("are told from an apostrophe", () => {
    for (const query of [
      "the union's and the council's part",
      "workers' rights and users' needs",
    ]) {
      assert.deepEqual(phrasesIn(query), [], query);
    }
  });
});

const shows = (...asked) => phrasePlaces(...asked).length > 0;

describe("a page shows a phrase", () => {
  const page = (text) => text.split(" ").map((word) => (word.startsWith("~") ? null : word));

  test("when the words stand side by side in that order", () => {
    assert.ok(shows(page("Alle tre parter var der"), ["tre", "parter"], endings));
    assert.ok(!shows(page("Alle parter tre ganger"), ["tre", "parter"], endings));
    assert.ok(!shows(page("tre av alle parter"), ["tre", "parter"], endings));
    assert.ok(!shows(page("tre"), ["tre", "parter"], endings));
  });

  test("whatever signs stand between them, and with other endings", () => {
    assert.ok(shows(page("De «tre partene», sa hun"), ["tre", "parter"], endings));
    assert.ok(shows(page("nedenfra-og-opp"), ["nedenfra", "og", "opp"], endings));
    assert.ok(shows(page("nedenfra og opp"), ["nedenfra-og-opp"], endings));
    assert.ok(shows(page("Øvre Eiker"), ["ovre", "eiker"], endings));
    assert.ok(shows(page("tre – parter"), ["tre", "parter"], endings));
  });

  test("at the places of its words, of which a hyphen may join some", () => {
    const places = (text) => phrasePlaces(page(text), ["tre", "parter"], endings);
    assert.deepEqual(places("tre ganger sa tre parter ja, og tre – partene nei"), [3, 4, 7, 9]);
    assert.deepEqual(places("De tre-partene sa ja"), [1]);
    assert.deepEqual(places("Et trepartssamarbeid av tre"), []);
  });

  test("and not by words that were only added for the search", () => {
    assert.ok(!shows(page("Avtalen ~tre ~parter gjelder"), ["tre", "parter"], endings));
    assert.ok(!shows(page("tre ~x parter"), ["tre", "parter"], endings));
  });
});

test("a query tells its phrases, and searches for their words as they are typed", async () => {
  const list = { pages: 9, ignored: "og i", words: [["tre", "parter", "treparter"]], endings: "r" };
  const words = new Words({ ...list, compounds: true });
  const { terms, phrases } = await words.read('"tre parter"', () => Promise.resolve(false));
  assert.deepEqual(phrases, [["tre", "parter"]]);
  assert.deepEqual(terms, [
    { spellings: ["tre"], phrase: 0 },
    { spellings: ["parter"], phrase: 0 },
  ]);
  const hyphened = await words.read('"tre-parter"', () => Promise.resolve(false));
  assert.deepEqual(hyphened.phrases, phrases);
  assert.deepEqual(hyphened.terms, terms);
  const plain = await words.read("tre parter", () => Promise.resolve(false));
  assert.equal(plain.phrases, undefined);
});

test("words may be a phrase where their places are next to each other, or the same", () => {
  assert.ok(mayFollow([[4, 9], [10]]));
  assert.ok(mayFollow([[4], [4], [5]]));
  assert.ok(mayFollow([[4], [6]]));
  assert.ok(!mayFollow([[4], [3, 7]]));
  assert.ok(!mayFollow([[4], [5], []]));
});

describe("a number or an address in a phrase", () => {
  test("is one word where it is asked for and where it stands", async () => {
    const list = { pages: 9, ignored: "", words: [["prosent"]], endings: "r", compounds: true };
    const words = new Words(list);
    const { phrases } = await words.read('"2,5 prosent" "ks.no"', () => Promise.resolve(false));
    assert.deepEqual(phrases, [["2,5", "prosent"], ["ks.no"]]);
    assert.ok(shows(["var", "2,5", "prosent."], phrases[0], endings));
    assert.ok(!shows(["var", "12,5", "prosent."], phrases[0], endings));
    assert.ok(!shows(["2", "5", "prosent"], phrases[0], endings));
    assert.ok(shows(["(ks.no)"], phrases[1], endings));
  });
});

test("a long sentence in quotation marks is still a phrase", async () => {
  const list = { pages: 9, ignored: "", words: [[]], endings: "r", compounds: true };
  const sentence = Array.from({ length: 60 }, (_, at) => `ord${at}`).join(" ");
  const { phrases } = await new Words(list).read(`"${sentence}"`, () => Promise.resolve(true));
  assert.deepEqual(phrases, [sentence.split(" ").slice(0, 20)]);
});
