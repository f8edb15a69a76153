// What a plan of the planner is taken away as: events for a calendar, and paper.
"use strict";

import { BEFORE, calendar, day, save } from "./calendar.js";
import { clock, timetable } from "./times.js";

// Those who were not there are given three weeks to answer.
export const AFTER = 21;

// The meeting and its deadlines. A plan has the `day`, when it `begins` ("" for not known), what
// `kind` of meeting it is, and its `rows`, each with `minutes`, `what` and `material`; the page has
// a `title` and an address, `url`.
export const events = (plan, page, phrases) => {
  const { begins, rows } = plan;
  const times = timetable(
    begins,
    rows.map(({ minutes }) => minutes),
  );
  const lines = rows.map(({ minutes, what }, at) =>
    begins ? `${clock(times[at], plan.lang)} ${what}` : `${minutes} min ${what}`,
  );
  const materials = new Set(rows.map(({ material }) => material).filter(Boolean));
  const needed = `${phrases.materials}: ${[...materials].join("; ")}`;
  const made = (shift, phrase, text, hours) => ({
    url: page.url,
    slug: new URL(page.url).pathname.replace(/\W+/g, "-"),
    ...hours,
    day: day(plan.day, shift),
    title: `${page.title}: ${phrase}`,
    text,
  });
  const hours = begins ? { from: times[0], to: times.at(-1) } : {};
  return [
    made(0, plan.kind, [...lines, "", needed, "", page.url].join("\n"), hours),
    made(BEFORE, phrases.send, page.url),
    made(AFTER, phrases.answers, page.url),
  ];
};

// The same, where the rows are those of the table on the page, as a file.
export const toCalendar = (plan, phrases) => {
  const rows = plan.rows.map(({ row, minutes }) => {
    const [what, material] = [2, 4].map((at) => row.cells[at].textContent.trim());
    return { minutes, what, material };
  });
  const page = { title: document.querySelector("h1").textContent.trim(), url: location.href };
  const known = { host: location.host, now: new Date(), name: document.title };
  const text = calendar(events({ ...plan, rows }, page, phrases), known);
  save(text, "text/calendar;charset=utf-8", `${plan.day}.ics`);
};

// The plan alone, with the shopping list open.
export const toPaper = () => {
  const html = document.documentElement;
  html.dataset.print = "plan";
  const list = document.querySelector(".plan-list");
  const open = list?.open;
  if (list) list.open = true;
  addEventListener(
    "afterprint",
    () => {
      delete html.dataset.print;
      if (list) list.open = open;
    },
    { once: true },
  );
  print();
};
