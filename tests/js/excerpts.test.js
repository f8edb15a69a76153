import assert from "node:assert/strict";
import { describe, test } from "node:test";

import { answerIn } from "../../docs/assets/js/search/excerpts.js";

// A page as Pagefind gives it: words in order, and where headings and entries begin.
const page = (parts, title = "Forankring") => {
  const content = [`${title}.`];
  const anchors = [];
  for (const { id, element = "h2", heading = "", text } of parts) {
    if (id) anchors.push({ id, element, text: heading || "x", location: content.length });
    content.push(...`${heading} ${text}`.split(/\s+/).filter(Boolean));
  }
  return { url: "/faser/forankring/", meta: { title }, anchors, content: content.join(" ") };
};
// Where the words of a query stand on it, a list for each.
const placesOf = (data, ...queried) => {
  const plain = data.content.split(/\s+/).map((word) => word.replace(/[.,:]/g, "").toLowerCase());
  return queried.map((word) => plain.flatMap((each, at) => (each === word ? [at] : [])));
};
const answer = (data, queried, named = []) =>
  answerIn(
    data,
    { places: placesOf(data, ...queried), named },
    queried.map((word) => [word]),
  );
const textOf = ({ pieces }) => pieces.map(({ text }) => text).join("");
const markedIn = ({ pieces }) => pieces.filter(({ marked }) => marked).map(({ text }) => text);
const filler = (count) => Array.from({ length: count }, (_, at) => `fyll${at}`).join(" ");

describe("the section that answers", () => {
  const data = page([
    { text: "Her står det om ledelse." },
    { id: "law", heading: "Loven", text: "Avtale og loven om medbestemmelse." },
    { id: "practice", heading: "Praksis", text: "En avtale: avtale, avtale og mer avtale." },
  ]);

  test("is the one whose heading holds the word, though another says it oftener", () => {
    const both = page([
      { id: "much", heading: "Annet", text: "loven ".repeat(40) },
      { id: "law", heading: "Loven", text: "sier mer" },
    ]);
    assert.equal(answer(both, ["loven"]).url, "/faser/forankring/#law");
  });

  test("is the one that says it oftenest when no heading does", () => {
    const found = answer(data, ["avtale"]);
    assert.equal(found.url, "/faser/forankring/#practice");
    assert.equal(found.heading, "Praksis");
  });

  test("holds more of the words rather than one of them many times", () => {
    assert.equal(answer(data, ["avtale", "medbestemmelse"]).heading, "Loven");
  });

  test("is the top of the page when its first lines answer", () => {
    const found = answer(data, ["ledelse"]);
    assert.equal(found.url, "/faser/forankring/");
    assert.equal(found.heading, "");
  });

  test("is the top of the page when nothing answers", () => {
    assert.equal(answer(data, ["finnesikke"]).url, "/faser/forankring/");
  });

  test("is an entry of a list under the heading above it", () => {
    const list = page([
      { id: "a", heading: "Ord på A", text: "" },
      { id: "term-avtale", element: "div", text: "Avtale er et løfte." },
    ]);
    const found = answer(list, ["løfte"]);
    assert.deepEqual([found.url, found.heading], ["/faser/forankring/#term-avtale", "Ord på A"]);
  });

  test("is rather the one that is called so than one that says it once more", () => {
    const two = page([
      { id: "one", heading: "En", text: "avtale avtale" },
      { id: "two", heading: "To", text: "avtale" },
    ]);
    const [positions] = placesOf(two, "avtale");
    assert.equal(answer(two, ["avtale"]).heading, "En");
    assert.equal(answer(two, ["avtale"], [positions.at(-1)]).heading, "To");
  });

  test("is one that can be read, not one where a word was only added for the search", () => {
    const hidden = page([
      { id: "hidden", heading: "Skjult", text: "⟦ avtale avtale avtale ⟧ ingenting" },
      { id: "read", heading: "Lest", text: "en avtale" },
    ]);
    assert.equal(answer(hidden, ["avtale"]).heading, "Lest");
  });
});

describe("the excerpt", () => {
  test("shows the words around the one that was asked for, and that there is more", () => {
    const text = textOf(
      answer(page([{ text: `${filler(60)} konsensus ${filler(60)}` }]), ["konsensus"]),
    );
    assert.match(text, /^… (fyll\d+ ){6}konsensus (fyll\d+ ){21}…$/);
    assert.equal(text.split(/\s+/).filter((word) => /\p{L}/u.test(word)).length, 28);
  });

  test("begins where the section begins when that is near", () => {
    const text = textOf(answer(page([{ text: `Om konsensus ${filler(3)}.` }]), ["konsensus"]));
    assert.equal(text, "Om konsensus fyll0 fyll1 fyll2. ");
  });

  test("marks the word without the signs around it", () => {
    const data = page([{ text: "Si «konsensus», og mer." }]);
    const found = answerIn(data, { places: [[2]], named: [] }, [["konsensus"]]);
    assert.deepEqual(markedIn(found), ["konsensus"]);
    assert.equal(textOf(found), "Si «konsensus», og mer. ");
  });

  test("marks compounds of the word, with Norwegian letters spelt in any way", () => {
    const data = page([{ text: "Kommunestyret i Skjærgårdskommunen vedtok." }]);
    const found = answerIn(data, { places: [[1]], named: [] }, [["skjaergaard"]]);
    assert.deepEqual(markedIn(found), ["Kommunestyret", "Skjærgårdskommunen"]);
  });

  test("does not mark every word that holds a short one", () => {
    const data = page([{ text: "Den enkelte og alle andre." }]);
    assert.deepEqual(markedIn(answerIn(data, { places: [[]], named: [] }, [["en"]])), []);
  });

  test("shows no word that was only added for the search", () => {
    const data = page([{ text: "Først ⟦ hemmelig ord ⟧ sist." }]);
    assert.equal(textOf(answer(data, ["først"])), "Først sist. ");
  });

  test("is text and no HTML, whatever stands on the page", () => {
    const found = answer(page([{ text: "<b>konsensus</b> <script>alert(1)</script>" }]), []);
    assert.equal(textOf(found), "<b>konsensus</b> <script>alert(1)</script> ");
  });

  test("is made of a page without text, and of one without end", () => {
    assert.deepEqual(answer(page([]), ["konsensus"]).pieces, []);
    const found = answer(page([{ text: `${filler(20_000)} konsensus` }]), ["konsensus"]);
    assert.deepEqual(markedIn(found), ["konsensus"]);
  });
});
