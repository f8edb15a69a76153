// The short meetings of a phase stand folded below its agenda. The planner shows one of them in
// the place of the long workshop, from the same table.
"use strict";

import { element } from "./markup.js";

// The short meetings of the page, each with its name and length.
export const shortMeetings = () =>
  [...document.querySelectorAll("[data-variant]")].map((fold) => ({
    key: fold.dataset.variant,
    name: fold.dataset.name,
    minutes: Number(fold.dataset.minutes),
    box: fold.querySelector(".table"),
    id: fold.id,
  }));

// A meeting in the place of the long agenda, or that one where none is chosen; `back` undoes it.
export const inPlaceOf = (agenda, meeting) => {
  if (!meeting) return { ...agenda, back: () => {} };
  const box = meeting.box.cloneNode(true);
  agenda.box.hidden = true;
  agenda.box.after(box);
  const back = () => {
    box.remove();
    agenda.box.hidden = false;
  };
  return { box, table: box.querySelector("table"), back };
};

// The choice of meeting in a form, and the way to what is lost by a short one.
export const offer = (form, meetings, chosen, phrases) => {
  const field = form.elements.form;
  field.parentElement.hidden = !meetings.length;
  field.append(new Option(phrases.whole, ""));
  for (const { key, name, minutes } of meetings) {
    field.append(new Option(`${name} (${minutes}\u00a0min)`, key));
  }
  field.value = chosen?.key ?? "";
  const about = form.querySelector(".plan-about");
  about.hidden = !chosen;
  if (!chosen) return;
  about.append(" ", element("a", { href: `#${chosen.id}`, textContent: chosen.name }));
};
