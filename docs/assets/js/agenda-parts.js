// The parts of the page on which an agenda is put together: its sheet for paper, and the blocks
// to choose from.
"use strict";

import { element, fill } from "./markup.js";

export const items = (list, texts) => {
  list.replaceChildren(...texts.map((text) => element("li", {}, text)));
  return texts.length > 0;
};

// The agenda on paper, which the screen does not show: it says the same.
export const layOut = (printed, said, words) => {
  const part = (selector) => printed.querySelector(selector);
  part("h2").textContent = said.title;
  part("strong").textContent = [said.when, said.facts].filter(Boolean).join(" · ");
  part(".agenda-seats").textContent = said.seats;
  const cells = ({ clock: at, minutes, what, how, material }) =>
    [at, minutes, what, how, material].map((cell) => element("td", {}, cell));
  part("tbody").replaceChildren(...said.rows.map((row) => element("tr", {}, cells(row))));
  const materials = said.needed.map(({ item }) => item).join("; ");
  part(".agenda-needed").textContent = materials && `${words.materials}: ${materials}`;
  const notes = part(".agenda-notes");
  notes.hidden = !items(
    notes.querySelector("ul"),
    said.notes.map(({ lead, note }) => [element("strong", {}, lead), ` ${note}`]),
  );
  part(".agenda-from").textContent = `${said.from} ${words["own-phases"]}`;
  // Nobody types what stands after the #; in a PDF the link has it.
  const [textContent] = said.address.split("#");
  Object.assign(part(".agenda-address"), { href: said.address, textContent });
};

// The blocks to choose from, below the phase or the tools that they are from.
export const offer = (select, data) => {
  const groups = new Map();
  for (const { id, kind, phase, what, minutes } of data.blocks) {
    const { words } = data;
    const title = data.phases[phase]?.title ?? "";
    const from = kind === "long" ? words.long : words.short;
    const name = kind === "tool" ? words.tools : fill(from, { number: phase, title });
    if (!groups.has(name)) groups.set(name, element("optgroup", { label: name }));
    groups.get(name).append(new Option(`${what} (${minutes}\u00a0min)`, id));
  }
  select.append(...groups.values());
};
