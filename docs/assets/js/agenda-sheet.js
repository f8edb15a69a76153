// What paper, Word, slides and calendar say of an agenda. Nothing here touches a page.
"use strict";

import { byId, shown } from "./agenda-plan.js";
import { fill } from "./markup.js";
import { DAY, clock, timetable, two } from "./times.js";

// How many rows a slide has room for; scripts/documents/slides.py has as many.
const ROWS = 10;
// The room between points, in parts of their size (scripts/documents/slide_points.py).
const BETWEEN = 0.35;
// The slides of the pattern that are there once have lower numbers.
const FIRST = 10;

// How many are in each group: "4", or "3–4" where they are not all alike.
export const perGroup = (people, groups) => {
  const [least, most] = [Math.floor(people / groups), Math.ceil(people / groups)];
  return least === most ? `${least}` : `${least}–${most}`;
};

// What a note begins with: no colon stands behind a question mark.
const lead = (what) => (/[?!]$/u.test(what) ? what : `${what}:`);

// The phase that most minutes are from, "" for none.
export const mainPhase = (lines, data) => {
  const minutes = new Map();
  const known = byId(data);
  for (const line of lines) {
    const phase = known.get(line.id)?.phase;
    if (phase) minutes.set(phase, (minutes.get(phase) ?? 0) + line.minutes);
  }
  return [...minutes].sort((a, b) => b[1] - a[1])[0]?.[0] ?? "";
};

// Who should come, as the phase says of eight, for as many as come: the largest remainders get
// what is left. A phase that gives no numbers says only what part each has.
export const seats = (phase, people) => {
  const there = phase.seats.filter(({ leads }) => !leads);
  const all = there.reduce((sum, { number }) => sum + number, 0);
  if (!all || people < there.length || there.some(({ number }) => !number)) {
    return there.map(({ role, part }) => ({ role, said: part }));
  }
  const shares = there.map(({ number }) => (number * people) / all);
  const counts = shares.map((share) => Math.max(1, Math.floor(share)));
  const order = shares
    .map((share, at) => ({ at, rest: share - counts[at] }))
    .sort((a, b) => b.rest - a.rest);
  let left = people - counts.reduce((sum, count) => sum + count, 0);
  for (const { at } of order) if (left > 0) [counts[at], left] = [counts[at] + 1, left - 1];
  while (left < 0) {
    const largest = counts.indexOf(Math.max(...counts));
    [counts[largest], left] = [counts[largest] - 1, left + 1];
  }
  return there.map(({ role }, at) => ({ role, said: String(counts[at]) }));
};

// Names as a list of words: a, b and c.
const listed = (names, and) =>
  names.length < 2 ? names.join("") : `${names.slice(0, -1).join(", ")} ${and} ${names.at(-1)}`;

// Where the items are from, in a sentence for the phases and one for the tools.
export const origins = (lines, data) => {
  const { words } = data;
  const known = lines.map((line) => byId(data).get(line.id)).filter(Boolean);
  const kept = (tools) => known.filter(({ kind }) => (kind === "tool") === tools);
  const numbers = [...new Set(kept(false).map(({ phase }) => phase))].sort((a, b) => a - b);
  const tools = [...new Set(kept(true).map(({ what }) => what))];
  const phases = fill(numbers.length > 1 ? words.phases : words.phase, {
    phases: listed(numbers.map(String), words.and),
  });
  return [
    numbers.length && fill(words.from, { from: phases }),
    tools.length && `${words.tools}: ${listed(tools, words.and)}.`,
  ]
    .filter(Boolean)
    .join(" ");
};

// What to bring, each thing once: lines name several, with a comma between.
export const needed = (lines) => {
  const found = new Map();
  for (const { materials } of lines) {
    for (const thing of materials.split(", ").filter(Boolean)) {
      const name = thing[0].toUpperCase() + thing.slice(1);
      if (!found.has(name.toLowerCase())) found.set(name.toLowerCase(), name);
    }
  }
  return [...found.values()];
};

const spokenDay = (text, lang) =>
  new Date(`${text}T00:00:00Z`).toLocaleDateString(lang === "nb" ? "nb-NO" : "en-GB", {
    day: "numeric",
    month: "long",
    year: "numeric",
    timeZone: "UTC",
  });

const elapsed = (minute) => `${Math.floor(minute / 60)}:${two(minute % 60)}`;

// All that paper, Word and slides say of an agenda; `link` is the address that opens it again.
export const sheet = (plan, data, lang, link) => {
  const { words } = data;
  const lines = plan.lines.map((line) => shown(line, data));
  const times = timetable(
    plan.start,
    lines.map(({ minutes }) => minutes),
  );
  const at = (minute) => (plan.start ? clock(minute, lang) : elapsed(minute));
  const [first, last] = [times[0], times.at(-1)];
  const end = at(last) + (last >= DAY ? ` ${words.tomorrow}` : "");
  const length = `${last - first} ${words.unit}`;
  const hours = plan.start ? `${at(first)}–${end}` : "";
  const { people, groups } = plan;
  const each = people && groups > 1 && perGroup(people, groups);
  const company = [
    people && fill(words.people, { people }),
    each && fill(words.groups, { groups, each }),
  ];
  const number = mainPhase(plan.lines, data);
  const phase = data.phases[number];
  const leads = phase?.seats.some((seat) => seat.leads) ? `${words.leads}. ` : "";
  const said = phase && seats(phase, people);
  const who = said
    ?.map((seat) => seat.role.toLowerCase() + (seat.said && ` (${seat.said})`))
    .join(", ");
  const rows = lines.map((line, row) => ({
    clock: at(times[row]),
    minutes: String(line.minutes),
    what: line.what,
    how: line.how,
    material: line.materials,
  }));
  const slides = Math.ceil(rows.length / ROWS) || 1;
  const rowsEach = Math.ceil(rows.length / slides);
  const pages = Array.from({ length: slides }, (_, page) => ({
    number: FIRST + page,
    part: slides > 1 ? ` (${page + 1}/${slides})` : "",
    rows: rows.slice(page * rowsEach, (page + 1) * rowsEach),
  }));
  const items = lines.map((line, row) => ({
    number: FIRST + slides + row,
    what: line.what,
    size: line.size,
    gap: Math.round(line.size * BETWEEN * 100),
    points: line.points.length ? line.points.map((point) => ({ point })) : [{ point: "" }],
    foot: [
      `${line.minutes} ${words.unit}`,
      `${at(times[row])}–${at(times[row + 1])}`,
      line.materials,
    ]
      .filter(Boolean)
      .join(" · "),
    notes: [line.how, ...line.notes].filter(Boolean).map((note) => ({ note })),
  }));
  return {
    title: plan.title || words.untitled,
    when: [plan.day && spokenDay(plan.day, lang), hours, length].filter(Boolean).join(", "),
    facts: company.filter(Boolean).join(" · "),
    seats: phase ? leads + fill(words.seats, { phase: number, seats: who }) : "",
    from: origins(plan.lines, data),
    address: link,
    rows,
    pages,
    items,
    needed: needed(lines).map((item) => ({ item })),
    notes: lines.flatMap(({ what, notes }) => notes.map((note) => ({ lead: lead(what), note }))),
    times,
    end,
    minutes: last - first,
  };
};
