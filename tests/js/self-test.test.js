import assert from "node:assert/strict";
import { describe, test } from "node:test";

import { fromAddress, outcome, toAddress } from "../../docs/assets/js/self-test.js";

const question = (id, points) => ({ id, points });
const STEPS = [
  { id: "stop", atLeast: 2, questions: [question("cuts", { yes: 2, no: 0, unsure: 2 })] },
  {
    id: "first",
    atLeast: 2,
    questions: [
      question("terms", { yes: 0, partly: 1, no: 2, unsure: 2 }),
      question("asked", { yes: 0, partly: 1, no: 2, unsure: 2 }),
    ],
  },
  { id: "round", atLeast: 0, questions: [] },
];
const QUESTIONS = STEPS.flatMap((step) => step.questions);
const at = (answers) => outcome(STEPS, answers).step;

describe("where the answers lead", () => {
  test("is the first step that has its points", () => {
    assert.equal(at({ cuts: "yes", terms: "no", asked: "no" }), "stop");
    assert.equal(at({ cuts: "no", terms: "no", asked: "yes" }), "first");
    assert.equal(at({ cuts: "unsure", terms: "yes", asked: "yes" }), "stop");
  });

  test("is a step that two halves add up to, and not one", () => {
    assert.equal(at({ cuts: "no", terms: "partly", asked: "partly" }), "first");
    assert.equal(at({ cuts: "no", terms: "partly", asked: "yes" }), "round");
  });

  test("is known before all is answered where the first answers decide", () => {
    assert.deepEqual(outcome(STEPS, { cuts: "yes" }), { step: "stop", points: 2, missing: [] });
    assert.equal(at({ cuts: "no", terms: "no" }), "first");
  });

  test("is not known while an answer that may hold up is missing", () => {
    assert.deepEqual(outcome(STEPS, { terms: "no" }).missing, ["cuts"]);
    assert.deepEqual(outcome(STEPS, { cuts: "no" }).missing, ["terms", "asked"]);
    assert.deepEqual(outcome(STEPS, { cuts: "no", terms: "partly" }).missing, ["asked"]);
    assert.equal(at({}), null);
  });
});

describe("an address", () => {
  test("gives back the answers that were put into it", () => {
    const answers = { cuts: "no", terms: "partly", asked: "unsure" };
    assert.deepEqual(fromAddress(`#${toAddress(answers)}`, QUESTIONS), answers);
    assert.equal(toAddress({}), "");
  });

  test("answers nothing that was not asked, or not so", () => {
    for (const hash of [
      "",
      "#",
      "#rule",
      "#cuts=partly",
      "#cuts=toString",
      "#else=yes&cuts",
      "#%",
    ]) {
      assert.deepEqual(fromAddress(hash, QUESTIONS), {}, hash);
    }
    assert.deepEqual(fromAddress("#cuts=no&terms=constructor", QUESTIONS), { cuts: "no" });
  });
});
