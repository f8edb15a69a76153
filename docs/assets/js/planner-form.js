// The form of the planner, and its words, which are fetched: a page carries neither.
"use strict";

import { element, plainButton } from "./markup.js";

// The words of the form, from the file that the page names. `whole` tells the length of the
// workshop of this page. An error where they cannot be had: then there is no planner.
export const fetchPhrases = async ({ dataset }) => {
  const answer = await fetch(new URL(dataset.planner, location.href));
  if (!answer.ok) throw new Error(`${answer.status}: ${dataset.planner}`);
  const phrases = await answer.json();
  return { ...phrases, whole: `${phrases.whole} (${dataset.minutes}\u00a0min)` };
};

const field = (name, type, limits) => element("input", { name, type, ...limits });
const labelled = (text, input, hidden = false) => element("label", { hidden }, `${text} `, input);
const act = (name, textContent, more) => plainButton({ name, textContent, ...more });

// The form, and the line below it that tells how long the plan takes.
export const formOf = (phrases) => {
  const about = element("p", {
    className: "plan-about",
    hidden: true,
    textContent: phrases.about,
  });
  const fields = element(
    "div",
    {},
    labelled(phrases.form, element("select", { name: "form" }), true),
    labelled(phrases.day, field("day", "date")),
    labelled(phrases.people, field("people", "number", { min: 2, max: 99 })),
    labelled(phrases.pause, field("pause", "number", { min: 0, max: 120, step: 5 })),
    labelled(phrases.after, element("select", { name: "after" }), true),
    about,
    element("fieldset", {}, element("legend", { textContent: phrases.tools })),
  );
  const undo = { type: "reset", className: "undo", textContent: phrases.reset };
  const acts = [
    act("print", phrases.print, { className: "main-act" }),
    act("calendar", phrases.calendar, { hidden: true }),
    act("copy", phrases.copy),
    element("button", undo),
    element("output"),
  ];
  const form = element(
    "form",
    { className: "planner" },
    labelled(phrases.start, field("start", "time")),
    element("details", {}, element("summary", { textContent: phrases.adapt }), fields),
    element("p", {}, ...acts.flatMap((each) => [each, " "])),
  );
  form.setAttribute("aria-label", phrases.plan);
  return { form, total: element("output", { className: "plan-total" }) };
};
