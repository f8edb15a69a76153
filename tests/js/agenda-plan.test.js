import assert from "node:assert/strict";
import { describe, test } from "node:test";

import {
  empty,
  holdsPlan,
  kept,
  leftOut,
  middle,
  read,
  readLines,
  stretches,
  withLine,
  written,
} from "../../docs/assets/js/agenda-plan.js";
import {
  mainPhase,
  needed,
  origins,
  perGroup,
  seats,
  sheet,
} from "../../docs/assets/js/agenda-sheet.js";

const block = (id, kind, phase, minutes, more = {}) => ({
  id,
  kind,
  phase,
  minutes,
  what: id.toUpperCase(),
  points: ["Do it."],
  size: 40,
  materials: "",
  notes: [],
  ...more,
});
const data = {
  words: {
    break: "Break",
    unit: "minutes",
    untitled: "Agenda",
    tomorrow: "the next day",
    people: "{people} people",
    groups: "{groups} groups of {each}",
    leads: "The guide leads the meeting",
    seats: "After phase {phase}: {seats}.",
    from: "From {from}.",
    phase: "phase {phases}",
    phases: "phases {phases}",
    tools: "Tools",
    and: "and",
  },
  longest: 90,
  break: 10,
  phases: {
    1: {
      title: "One",
      seats: [
        { role: "Politicians", leads: false, part: "", number: 2 },
        { role: "Management", leads: false, part: "", number: 2 },
        { role: "Employees", leads: false, part: "", number: 3 },
        { role: "Users", leads: false, part: "", number: 1 },
        { role: "The guide", leads: true, part: "leads", number: 0 },
      ],
    },
    4: { title: "Four", seats: [{ role: "Employees", leads: false, part: "most", number: 0 }] },
  },
  blocks: [
    block("1-welcome", "long", 1, 10, { materials: "Sticky notes, pens" }),
    block("4-write-alone", "long", 4, 30, { notes: ["Hush."], materials: "Pens, a clock" }),
    block("4s-round", "short", 4, 15),
    block("tool-two-lines", "tool", 1, 45),
  ],
};
const lines = (text) => readLines(text, data).lines;

describe("an address", () => {
  test("gives the same agenda again", () => {
    const plan = {
      title: "Why are evenings so hard? 50 % & more, #1 + æøå",
      day: "2026-09-15",
      start: "09:00",
      people: 9,
      groups: 2,
      lines: lines("1-welcome,break.15,own.5.Accounts%2C%20last%20year,4-write-alone.20"),
    };
    assert.equal(plan.lines[2].what, "Accounts, last year");
    const hash = written(plan, data);
    assert.deepEqual(read(hash, data), { plan, gone: [], cut: [] });
    assert.match(
      hash,
      /^#m=1-welcome,break\.15,own\.5\.Accounts%2C%20last%20year,4-write-alone\.20&t=/,
    );
    assert.equal(holdsPlan(hash), true);
    assert.equal(holdsPlan("#start"), false);
    assert.equal(holdsPlan("#q=m=1"), false);
  });

  test("of an agenda without items is none", () => {
    assert.equal(written({ ...empty(), title: "A title" }, data), "");
  });

  test("leads to a heading as long as there is no agenda for it to hold", () => {
    const plan = { ...empty(), lines: lines("1-welcome") };
    assert.equal(kept(empty(), data, "#share"), "#share");
    assert.equal(kept(empty(), data, ""), "");
    assert.equal(kept(empty(), data, "#m=1-welcome&s=09:00"), "");
    assert.equal(kept(plan, data, "#share"), "#m=1-welcome");
    assert.equal(kept(plan, data, "#m=4-write-alone"), "#m=1-welcome");
  });

  test("names blocks that are gone and keeps the rest", () => {
    const { plan, gone } = read("#m=1-welcome,3s-old-round.15,4-write-alone&s=08:30", data);
    assert.deepEqual(gone, ["old round"]);
    assert.deepEqual(
      plan.lines.map(({ id }) => id),
      ["1-welcome", "4-write-alone"],
    );
    assert.equal(plan.start, "08:30");
  });

  test("that anybody may have written is put right or left out", () => {
    const { plan } = read(
      "#m=1-welcome.9999,4-write-alone.-3,break.x,own.5.,,%&t=%E0%A4" +
        "&d=2026-02-31&s=25:00&p=-1&g=1e9&m",
      data,
    );
    assert.deepEqual(
      plan.lines.map(({ minutes }) => minutes),
      [300, 30, 10],
    );
    assert.deepEqual(
      [plan.title, plan.day, plan.start, plan.people, plan.groups],
      ["", "", "", 0, 40],
    );
    const many = read(`#m=${"break,".repeat(10_000)}&t=${"a".repeat(10_000)}`, data).plan;
    assert.equal(many.lines.length, 60);
    assert.equal(many.title.length, 120);
  });
});

describe("an agenda of sixty lines", () => {
  const full = Array(60).fill("1-welcome.5").join(",");
  const words = { gone: "Gone: {names}.", cut: "Room for {most}: {names}." };

  test("takes no other, and its address gives all of it again", () => {
    const line = { id: "break", minutes: 10 };
    const almost = lines(full).slice(1);
    const all = withLine(almost, line, 2);
    assert.equal(all[2], line);
    assert.equal(almost.length, 59);
    assert.equal(withLine(all, line, 0), false);
    const hash = written({ ...empty(), lines: all }, data);
    assert.deepEqual(read(hash, data).plan.lines, all);
  });

  test("names the lines beyond that an address holds", () => {
    const more = "4-write-alone,break.5,own.5.Coffee%20%26%20cake,own.5.,,3-old-round";
    const { lines: kept60, ...others } = readLines(`2-gone,${full},${more}`, data);
    assert.equal(kept60.length, 60);
    assert.deepEqual(others, {
      gone: ["gone", "old round"],
      cut: ["4-WRITE-ALONE", "Break", "Coffee & cake"],
    });
    assert.equal(
      leftOut(others, words),
      "Gone: «gone», «old round». Room for 60: «4-WRITE-ALONE», «Break», «Coffee & cake».",
    );
    assert.equal(leftOut({ gone: [], cut: [] }, words), "");
  });

  test("names no more than sixty that are left out", () => {
    const names = leftOut(readLines("x,".repeat(10_000), data), words).match(/«x»|…/g);
    assert.equal(names.length, 61);
    assert.equal(names.at(-1), "…");
  });
});

describe("a break", () => {
  test("is missed after more than ninety minutes, and not after ninety", () => {
    assert.deepEqual(stretches(lines("1-welcome.45,4-write-alone.45,break,1-welcome.90"), 90), []);
    assert.deepEqual(
      stretches(lines("1-welcome.45,4-write-alone.46,break,1-welcome.90,1-welcome.1"), 90),
      [
        { minutes: 91, first: 0, last: 1 },
        { minutes: 91, first: 3, last: 4 },
      ],
    );
  });

  test("is put where both halves are most alike", () => {
    const long = lines("break,1-welcome.20,1-welcome.30,1-welcome.45,1-welcome.5");
    const [stretch] = stretches(long, 90);
    assert.equal(middle(long, stretch), 2);
  });
});

describe("people", () => {
  test("are shared among groups", () => {
    assert.equal(perGroup(8, 2), "4");
    assert.equal(perGroup(9, 2), "4–5");
  });

  test("come as the phase says of eight, however many they are", () => {
    const counted = (people) => seats(data.phases[1], people).map(({ said }) => said);
    assert.deepEqual(counted(8), ["2", "2", "3", "1"]);
    assert.deepEqual(counted(16), ["4", "4", "6", "2"]);
    for (let people = 4; people <= 200; people += 1) {
      const each = counted(people).map(Number);
      assert.equal(
        each.reduce((sum, count) => sum + count, 0),
        people,
      );
      assert.ok(each.every((count) => count > 0));
    }
    assert.deepEqual(counted(0), ["", "", "", ""]);
    assert.deepEqual(seats(data.phases[4], 8), [{ role: "Employees", said: "most" }]);
  });

  test("are those of the phase with most minutes", () => {
    assert.equal(mainPhase(lines("1-welcome,4-write-alone,tool-two-lines"), data), 1);
    assert.equal(mainPhase(lines("break,own.5.x"), data), "");
  });
});

describe("a sheet", () => {
  const plan = {
    ...empty(),
    title: "Evenings",
    day: "2026-09-15",
    start: "23:30",
    people: 9,
    groups: 2,
    lines: lines("1-welcome,4-write-alone,break,own.5.Coffee"),
  };

  test("has each line's clock time and the sum", () => {
    const made = sheet(plan, data, "en", "https://a.example/#m=1");
    assert.deepEqual(
      made.rows.map((row) => [row.clock, row.minutes, row.what]),
      [
        ["23:30", "10", "1-WELCOME"],
        ["23:40", "30", "4-WRITE-ALONE"],
        ["00:10", "10", "Break"],
        ["00:20", "5", "Coffee"],
      ],
    );
    assert.equal(made.when, "15 September 2026, 23:30–00:25 the next day, 55 minutes");
    assert.equal(made.facts, "9 people · 2 groups of 4–5");
    assert.equal(sheet(plan, data, "nb", "").rows[0].clock, "23.30");
  });

  test("counts from nought where no start is set", () => {
    const made = sheet({ ...plan, day: "", start: "" }, data, "nb", "");
    assert.deepEqual(
      made.rows.map((row) => row.clock),
      ["0:00", "0:10", "0:40", "0:50"],
    );
    assert.equal(made.when, "55 minutes");
  });

  test("has the notes with their lines, and each thing to bring once", () => {
    const made = sheet(plan, data, "en", "");
    assert.deepEqual(made.notes, [{ lead: "4-WRITE-ALONE:", note: "Hush." }]);
    assert.deepEqual(needed([{ materials: "Notes, pens" }, { materials: "Pens" }]), [
      "Notes",
      "Pens",
    ]);
    assert.deepEqual(
      made.needed.map(({ item }) => item),
      ["Sticky notes", "Pens", "A clock"],
    );
  });

  test("says which phases and tools its items are from", () => {
    assert.equal(origins(lines("1-welcome"), data), "From phase 1.");
    assert.equal(
      origins(lines("4s-round,tool-two-lines,1-welcome,4-write-alone"), data),
      "From phases 1 and 4. Tools: TOOL-TWO-LINES.",
    );
    assert.equal(origins(lines("break"), data), "");
  });

  test("has as many slides of the agenda as its rows need, each with its number", () => {
    const long = { ...plan, lines: lines(Array(25).fill("1-welcome").join(",")) };
    const made = sheet(long, data, "en", "");
    assert.deepEqual(
      made.pages.map(({ rows }) => rows.length),
      [9, 9, 7],
    );
    const numbers = [...made.pages, ...made.items].map(({ number }) => number);
    assert.equal(new Set(numbers).size, 28);
  });
});
