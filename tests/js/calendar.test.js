import assert from "node:assert/strict";
import { test } from "node:test";
import { calendar, day } from "../../docs/assets/js/calendar.js";

const MADE = { host: "example.org", now: new Date("2026-01-02T03:04:05Z"), name: "MKM" };
const event = (changes) => ({
  day: "2026-09-15",
  title: "Verksted",
  text: "",
  url: "https://example.org/",
  slug: "a",
  ...changes,
});
const unfolded = (text) => text.replaceAll("\r\n ", "");

test("a day that there is none is no day", () => {
  for (const text of ["2026-02-30", "2026-13-01", "15.09.2026", "", null, "2026-9-1"]) {
    assert.equal(day(text), "");
  }
});

test("days are counted over the end of a month and a year, and into summer time", () => {
  assert.equal(day("2026-01-03", -7), "2025-12-27");
  assert.equal(day("2026-03-28", 1), "2026-03-29");
  assert.equal(day("2024-02-28", 1), "2024-02-29");
});

test("a workshop has its local times, and one without a time lasts all day", () => {
  const timed = calendar([event({ from: 9 * 60, to: 11 * 60 + 5 })], MADE);
  assert.match(timed, /DTSTART:20260915T090000\r\nDTEND:20260915T110500\r\n/);
  const whole = calendar([event()], MADE);
  assert.match(whole, /DTSTART;VALUE=DATE:20260915\r\nDTEND;VALUE=DATE:20260916\r\n/);
});

test("a workshop over midnight ends on the next day", () => {
  const text = calendar([event({ from: 23 * 60, to: 25 * 60 })], MADE);
  assert.match(text, /DTSTART:20260915T230000\r\nDTEND:20260916T010000\r\n/);
});

test("commas, semicolons, backslashes and lines are text", () => {
  const text = unfolded(calendar([event({ title: "A, b; c\\d", text: "en\nto" })], MADE));
  assert.match(text, /SUMMARY:A\\, b\\; c\\\\d\r\n/);
  assert.match(text, /DESCRIPTION:en\\nto\r\n/);
});

test("no line is longer than 75 bytes, and no letter is cut", () => {
  const title = "Åpent møte om årets økonomi – ".repeat(12);
  const text = calendar([event({ title })], MADE);
  for (const line of text.split("\r\n")) assert.ok(Buffer.byteLength(line) <= 75, line);
  assert.ok(unfolded(text).includes(title));
});

test("events have names of their own, and the same ones when the file is made again", () => {
  const names = (text) => text.match(/UID:.*/g);
  const events = [event(), event()];
  assert.equal(new Set(names(calendar(events, MADE))).size, 2);
  const again = calendar(events, { ...MADE, now: new Date("2027-01-01T00:00:00Z") });
  assert.deepEqual(names(again), names(calendar(events, MADE)));
});
