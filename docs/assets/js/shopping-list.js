// What a workshop needs, counted for those who come: what to print, buy, find and prepare.
"use strict";

const KINDS = ["print", "made", "bought", "found"];

// How many of a thing there must be; a sheet that people share is printed for each pair, or more.
export const copies = ({ per, copies: each, shared }, people, group) => {
  const number = { person: people, group: Math.ceil(people / group) }[per] ?? 1;
  return Math.ceil((number * each) / shared);
};

const capital = (text) => text.charAt(0).toUpperCase() + text.slice(1);

// A line of the list in three parts, so that a page can make a link of the name.
const line = (need, people, group, onScreen) => {
  const { kind, label, about, per } = need;
  const number = copies(need, people, group);
  const behind = about && !onScreen ? ` (${about})` : "";
  if (onScreen || (per === "workshop" && kind !== "print")) {
    return { before: "", name: capital(label), behind };
  }
  return { before: kind === "bought" ? `${number} ` : `${number} × `, name: label, behind };
};

// The list by heading. `needs` may name a thing twice: it is needed once. On screen nothing is
// printed or bought; what would be printed is shown there.
export const shoppingList = (needs, { people, group, onScreen }, words) => {
  const once = [...new Map(needs).values()];
  return KINDS.map((kind) => ({
    heading: words[`shopping.${kind === "print" && onScreen ? "show" : kind}`],
    lines: once
      .filter((need) => need.kind === kind)
      .map((need) => ({
        ...line(need, people, group, onScreen),
        paper: need.paper,
        tool: need.tool,
      })),
  })).filter(({ lines }) => lines.length);
};

// The list as it is copied.
export const asText = (list, title) =>
  [
    title,
    ...list.map(({ heading, lines }) =>
      [heading, ...lines.map(({ before, name, behind }) => `- ${before}${name}${behind}`)].join(
        "\n",
      ),
    ),
  ].join("\n\n");
