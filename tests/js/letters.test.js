import assert from "node:assert/strict";
import { test } from "node:test";
import { asText, filled, pieces, spoken } from "../../docs/assets/js/letters.js";

const BLANKS = { day: "dag og dato", start: "klokkeslett", people: "antall" };

test("what is not known of the plan is a blank with what belongs there", () => {
  const text = "{day} kl. {start}, {people} personer i [rommet]";
  assert.equal(
    filled(text, { day: "tirsdag", start: "", people: "12" }, BLANKS),
    "tirsdag kl. [klokkeslett], 12 personer i [rommet]",
  );
});

test("braces that name nothing of the plan stay text", () => {
  for (const text of ["{navn}", "{{ day }}", "{toString}", "{constructor}", "{", "}{"]) {
    assert.equal(filled(text, {}, BLANKS), text);
  }
});

test("what was filled in is not filled again", () => {
  assert.equal(filled("{day}", { day: "{people}" }, BLANKS), "{people}");
});

test("blanks are told from the text around them, and nothing gets lost", () => {
  assert.deepEqual(pieces("Hei, [navn]! [a][b]"), [
    { text: "Hei, ", blank: false },
    { text: "[navn]", blank: true },
    { text: "! ", blank: false },
    { text: "[a]", blank: true },
    { text: "[b]", blank: true },
  ]);
  for (const open of ["[navn", "navn]", "[]", "][", "[[a]"]) {
    assert.equal(
      pieces(open)
        .map(({ text }) => text)
        .join(""),
      open,
    );
  }
  assert.deepEqual(pieces("[navn"), [{ text: "[navn", blank: false }]);
});

test("a letter is copied with its subject first and a line between paragraphs", () => {
  const letter = { subject: "Verksted {day}", paragraphs: ["Hei!", "Når: {day}\nHvor: [rom]"] };
  assert.equal(
    asText(letter, { day: "i morgen" }, BLANKS, "Emne:"),
    "Emne: Verksted i morgen\n\nHei!\n\nNår: i morgen\nHvor: [rom]",
  );
});

test("a day is told as letters tell it in each language", () => {
  assert.equal(spoken("2026-09-15", "nb"), "tirsdag 15. september 2026");
  assert.equal(spoken("2026-09-15", "en"), "Tuesday 15 September 2026");
  assert.equal(spoken("2026-03-01", "nb"), "søndag 1. mars 2026");
  assert.equal(spoken("", "nb"), "");
});
