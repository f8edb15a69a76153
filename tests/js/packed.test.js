import assert from "node:assert/strict";
import { test } from "node:test";

import { unpacked } from "../../docs/assets/js/search/packed.js";

// As tests/unit/search/test_lexicon.py writes it.
const PACKED = "Aarm.Bvtale*Abil+Bovid-19Aforankring*Aåpen";

test("the words of the list stand in groups by how often they are used", () => {
  assert.deepEqual(unpacked(PACKED), [
    ["avtale", "forankring"],
    ["bil"],
    ["arm"],
    ["bovid-19", "åpen"],
  ]);
});

test("a list without a word holds none", () => {
  assert.deepEqual(unpacked(""), [[], [], [], []]);
});
