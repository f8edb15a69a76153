import assert from "node:assert/strict";
import { test } from "node:test";

import { language, target } from "../../overrides/branch-root/permalink.js";

const BOTH = ["nb", "en"];

test("the language chosen here comes before those of the browser", () => {
  assert.equal(language(BOTH, "en", ["nb-NO"]), "en");
  assert.equal(language(BOTH, "nb", ["en-GB"]), "nb");
  assert.equal(language(BOTH, null, ["en-GB", "nb"]), "en");
});

test("neighbours who read Norwegian get it, and all others English", () => {
  for (const tag of ["nn-NO", "no", "da-DK", "sv"]) assert.equal(language(BOTH, null, [tag]), "nb");
  for (const tag of ["fr", "se-NO", "fi"]) assert.equal(language(BOTH, null, [tag]), "en");
  assert.equal(language(BOTH, null, ["fi", "sv-FI"]), "nb");
});

test("what stands in one language alone is shown in that one", () => {
  assert.equal(language(["nb"], "en", ["en"]), "nb");
  assert.equal(language(["en"], "nb", ["nb"]), "en");
});

test("heading and query are kept, but not instead of where a word stands", () => {
  const asked = { hash: "#workshop", search: "?plan=1" };
  assert.equal(
    target("https://a.no/x/latest/f/", asked),
    "https://a.no/x/latest/f/?plan=1#workshop",
  );
  assert.equal(target("https://a.no/o/#term-a", asked), "https://a.no/o/?plan=1#term-a");
  assert.equal(target("https://a.no/f/", { hash: "", search: "" }), "https://a.no/f/");
});
