// Plans a workshop on the page of its phase: clock times in the agenda, tools and a pause
// added to it. The plan lies in the address, so that it can be shared; nothing is stored.
"use strict";

import { day } from "./calendar.js";
import { copyText } from "./clipboard.js";
import { fetchHandouts } from "./handouts.js";
import { element, fill } from "./markup.js";
import { fetchPhrases, formOf } from "./planner-form.js";
import { AFTER, toCalendar, toPaper } from "./planner-out.js";
import { DAY, clock, evenest, time, timetable, within } from "./times.js";
import { inPlaceOf, offer, shortMeetings } from "./variants.js";

const KEYS = ["form", "day", "start", "people", "tools", "pause", "after"];
const LONGEST_PAUSE = 120;
const MOST_PEOPLE = 99;

// Narrow screens show the agenda's rows as cards, and some browsers take a table that is laid
// out otherwise for no table at all unless it says what it is.
const ROLES = {
  table: "table",
  thead: "rowgroup",
  tbody: "rowgroup",
  tr: "row",
  th: "columnheader",
  td: "cell",
};
const sayRoles = (box) => {
  for (const [tag, role] of Object.entries(ROLES)) {
    for (const each of box.querySelectorAll(tag)) each.role = role;
  }
};

const agendaBelow = (heading) => {
  let box = heading?.nextElementSibling;
  while (box && box.tagName !== "H2") {
    const table = box.matches("table") ? box : box.querySelector("table");
    if (table) return { table, box };
    box = box.nextElementSibling;
  }
  return null;
};

// A row of the agenda, with a cell for the time that shows once a start is set.
const timed = (row, minutes) => {
  const cell = row.insertCell(0);
  cell.className = "clock";
  row.role = ROLES.tr;
  for (const each of row.cells) each.role = ROLES.td;
  return { row, minutes, cell };
};

const newRow = (minutes, what, how = "", material = "") => {
  const row = element("tr");
  for (const content of [minutes, what, how, material]) row.insertCell().append(content);
  return timed(row, minutes);
};

// Shows a plan in the list and the letters below the agenda, once they are here.
let handouts;
const showHandouts = async (shown) => {
  handouts ??= fetchHandouts().catch(() => null);
  const render = await handouts;
  render?.(shown);
};

// Puts the planner above the agenda, and returns its choice of meeting.
const plan = (phrases) => {
  const heading = document.getElementById("workshop");
  const long = agendaBelow(heading);
  if (!long) return null;
  const asked = new URLSearchParams(location.search);
  const meetings = shortMeetings();
  const meeting = meetings.find(({ key }) => key === asked.get("form"));
  const agenda = inPlaceOf(long, meeting);
  const { lang } = document.documentElement;
  sayRoles(agenda.table.parentElement);
  const body = agenda.table.tBodies[0];
  const items = [...body.rows].map((row) => timed(row, Number(row.cells[0].textContent)));
  const head = element("th", { scope: "col", role: ROLES.th, textContent: phrases.clock });
  agenda.table.tHead.rows[0].prepend(head);

  const { form, total } = formOf(phrases);
  const said = form.querySelector("output");
  const { day: dayField, start: startField, pause: pauseField, after: afterField } = form.elements;
  const { form: formField, people: peopleField } = form.elements;
  const choices = form.querySelector("details");
  choices.open = KEYS.some((key) => key !== "start" && asked.has(key));
  offer(form, meetings, meeting, phrases);

  const tools = new Map();
  for (const item of document.querySelectorAll("[data-list=tools] [data-tool]")) {
    const id = item.dataset.tool.replace(/^tool-/, "");
    const name = item.querySelector(".entry");
    const minutes = Number(item.dataset.minutes);
    const link = name.querySelector("a")?.cloneNode(true) ?? name.textContent;
    const how = name.nextElementSibling?.firstChild?.textContent.trim();
    const box = element("input", { type: "checkbox", name: "tools", value: id });
    const text = ` ${name.textContent.trim()} (${minutes}\u00a0min)`;
    form.querySelector("fieldset").append(element("label", {}, box, text));
    tools.set(id, { box, item: newRow(minutes, link, how, item.dataset.materials) });
  }
  // A further pause may come after each point that stands beside no break of the agenda's own.
  const rests = items.map(({ row }) => row.cells[2].textContent.trim() === phrases.break);
  const places = [];
  for (const [at, { row }] of items.entries()) {
    if (rests[at] || rests[at + 1]) continue;
    places.push(at + 1);
    afterField.append(new Option(row.cells[2].textContent, at + 1));
  }
  // It begins where the times between breaks are most alike, until it is moved.
  const lengths = items.map(({ minutes }) => minutes);
  const middle = evenest(places, lengths, rests);

  const planned = () => {
    const pause = within(pauseField.value, 1, LONGEST_PAUSE);
    const after = Number(afterField.value);
    const added = [...tools.values()].filter(({ box }) => box.checked).map(({ item }) => item);
    const inserted = pause ? [newRow(pause, phrases.break)] : [];
    return {
      pause,
      after,
      rows: [...items.slice(0, after), ...inserted, ...items.slice(after), ...added],
    };
  };

  const show = () => {
    const { pause, after, rows } = planned();
    const begins = time(startField.value);
    const times = timetable(
      begins,
      rows.map(({ minutes }) => minutes),
    );
    for (const [at, { cell }] of rows.entries()) {
      cell.textContent = clock(times[at], lang);
      cell.hidden = !begins;
    }
    head.hidden = !begins;
    body.replaceChildren(...rows.map(({ row }) => row));
    afterField.parentElement.hidden = !pause;
    form.elements.calendar.hidden = !day(dayField.value);
    const [first, last] = [times[0], times.at(-1)];
    const end = clock(last, lang) + (last >= DAY ? ` ${phrases.tomorrow}` : "");
    const text = begins ? phrases.span : phrases.all;
    total.textContent = fill(text, { start: clock(first, lang), end, minutes: last - first });
    said.textContent = "";
    const people = within(peopleField.value, 2, MOST_PEOPLE);
    const chosen = [...tools.keys()].filter((id) => tools.get(id).box.checked);
    showHandouts({
      meeting: formField.value,
      day: day(dayField.value),
      reply: day(dayField.value, AFTER),
      start: begins && clock(first, lang),
      end: begins && clock(last, lang),
      minutes: last - first,
      people,
      tools: chosen.map((id) => `tool-${id}`),
      lang,
    });
    return {
      form: formField.value,
      day: day(dayField.value),
      start: begins,
      people: people || "",
      tools: chosen.join(","),
      pause: pause || "",
      after: pause ? after : "",
    };
  };

  const keep = (made) => {
    const query = new URLSearchParams(location.search);
    for (const key of KEYS) query.delete(key);
    const own = KEYS.filter((key) => made[key] !== "")
      .map((key) => `${key}=${made[key]}`)
      .join("&");
    const search = [query.toString(), own].filter(Boolean).join("&");
    history.replaceState(
      history.state,
      "",
      `${location.pathname}${search && "?"}${search}${location.hash}`,
    );
    const language = document.querySelector("[data-language]");
    if (language) language.search = own;
  };

  // What an address says is put right or left out: anyone may have written it.
  dayField.value = day(asked.get("day"));
  startField.value = time(asked.get("start"));
  peopleField.value = within(asked.get("people"), 2, MOST_PEOPLE) || "";
  pauseField.value = within(asked.get("pause"), 1, LONGEST_PAUSE) || "";
  const place = Number(asked.get("after"));
  afterField.value = places.includes(place) ? place : middle;
  for (const id of (asked.get("tools") ?? "").split(",")) {
    if (tools.has(id)) tools.get(id).box.checked = true;
  }

  // Another meeting has other points: all is put back as it was, and begun anew.
  const begin = () => {
    for (const { cell } of items) cell.remove();
    head.remove();
    body.replaceChildren(...items.map(({ row }) => row));
    agenda.box.classList.remove("in-plan");
    agenda.back();
    for (const part of [form, total]) part.remove();
    const field = plan(phrases);
    field.closest("details").open = choices.open;
    return field;
  };

  form.addEventListener("input", (event) => {
    const other = event.target === formField;
    keep({ ...show(), ...(other && { after: "" }) });
    if (other) begin().focus();
  });
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("reset", () =>
    setTimeout(() => {
      afterField.value = middle;
      keep(show());
      if (meeting) begin();
    }),
  );
  form.elements.copy.addEventListener("click", () =>
    copyText(location.href, said, phrases.copied, phrases.notCopied),
  );
  form.elements.calendar.addEventListener("click", () => {
    const events = {
      day: day(dayField.value),
      begins: time(startField.value),
      kind: meeting ? meeting.name.toLowerCase() : phrases.workshop,
      rows: planned().rows,
      lang,
    };
    toCalendar(events, phrases);
  });
  form.elements.print.addEventListener("click", toPaper);

  for (const part of [heading, total, agenda.box]) part.classList.add("in-plan");
  const shown = show();
  if (KEYS.some((key) => asked.has(key))) keep(shown);
  agenda.box.before(form, total);
  return formField;
};

export const start = async (place) => {
  plan(await fetchPhrases(place));
};
