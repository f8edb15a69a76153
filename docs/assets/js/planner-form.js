// The form of the planner, and its words, which are fetched: a page carries neither.
"use strict";

import { element } from "./markup.js";

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
const act = (name, textContent, more) =>
  element("button", { type: "button", name, textContent, ...more });

// The form, and the line below it that tells how long the plan takes.
export const formOf = (phrases) => {
  const about = element("p", { hidden: true, textContent: phrases.about });
  about.className = "plan-about";
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
  const main = act("print", phrases.print);
  main.className = "main-act";
  const undo = element("button", { type: "reset", textContent: phrases.reset });
  undo.className = "undo";
  const acts = [
    main,
    act("calendar", phrases.calendar, { hidden: true }),
    act("copy", phrases.copy),
    undo,
    element("output"),
  ];
  const form = element(
    "form",
    {},
    labelled(phrases.start, field("start", "time")),
    element("details", {}, element("summary", { textContent: phrases.adapt }), fields),
    element("p", {}, ...acts.flatMap((each) => [each, " "])),
  );
  form.className = "planner";
  form.setAttribute("aria-label", phrases.plan);
  const total = element("output");
  total.className = "plan-total";
  return { form, total };
};
