import assert from "node:assert/strict";
import { test } from "node:test";

import { events } from "../../docs/assets/js/planner-out.js";

const PAGE = {
  title: "Anchoring",
  url: "https://a.example/en/phases/anchoring/?start=23:30#ready",
};
const PHRASES = { materials: "Materials", send: "send papers", answers: "answers due" };
const PLAN = {
  day: "2026-12-20",
  begins: "23:30",
  kind: "workshop",
  lang: "nb",
  rows: [
    { minutes: 20, what: "Welcome", material: "Notes" },
    { minutes: 15, what: "Break", material: "" },
    { minutes: 25, what: "Round", material: "Notes" },
  ],
};

test("the meeting and its two deadlines go into the calendar", () => {
  const [meeting, send, answers] = events(PLAN, PAGE, PHRASES);
  assert.deepEqual(
    [meeting, send, answers].map(({ day, title }) => [day, title]),
    [
      ["2026-12-20", "Anchoring: workshop"],
      ["2026-12-13", "Anchoring: send papers"],
      ["2027-01-10", "Anchoring: answers due"],
    ],
  );
  // It ends the next day; the deadlines last all day.
  assert.deepEqual([meeting.from, meeting.to], [23 * 60 + 30, 24 * 60 + 30]);
  assert.deepEqual([send.from, answers.from], [undefined, undefined]);
  assert.deepEqual([send.text, answers.text], [PAGE.url, PAGE.url]);
  for (const each of [meeting, send, answers]) {
    assert.deepEqual([each.url, each.slug], [PAGE.url, "-en-phases-anchoring-"]);
  }
});

test("the meeting says when each item begins and what is needed, each thing once", () => {
  const [{ text }] = events(PLAN, PAGE, PHRASES);
  assert.equal(text, `23.30 Welcome\n23.50 Break\n00.05 Round\n\nMaterials: Notes\n\n${PAGE.url}`);
});

test("a meeting without a start says how long each item takes, and lasts all day", () => {
  const [meeting] = events({ ...PLAN, begins: "" }, PAGE, PHRASES);
  assert.match(meeting.text, /^20 min Welcome\n15 min Break\n25 min Round\n/);
  assert.equal("from" in meeting, false);
});
