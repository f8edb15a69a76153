// Below the agenda of a phase: the shopping list and the letters, which follow the plan. Their
// texts are fetched with the planner; nothing is sent anywhere or stored.
"use strict";

import { copyText } from "./clipboard.js";
import { asText as letterText, pieces, spoken } from "./letters.js";
import { element, fill, plainButton } from "./markup.js";
import { asText as listText, shoppingList } from "./shopping-list.js";

const LONG = "long";
const SCREEN = "screen";

// A box that opens, with its text and a button that copies it; the words of the button are those
// of `what`, a letter or the list.
const section = (name, about, words, what) => {
  const said = element("output");
  const button = plainButton({ textContent: words[`${what}.copy`] });
  const text = element("div", { className: "handout-text" });
  const box = element(
    "details",
    { className: "variant" },
    element("summary", { textContent: name }),
    element("p", { textContent: about }),
    text,
    element("p", {}, button, " ", said),
  );
  let copied = "";
  button.addEventListener("click", async () => {
    const [done, failed] = [words[`${what}.copied`], words[`${what}.not-copied`]];
    const isCopied = await copyText(copied, said, done, failed);
    if (!isCopied) getSelection().selectAllChildren(text);
  });
  const show = (plain, ...children) => {
    copied = plain;
    said.textContent = "";
    text.replaceChildren(...children);
  };
  return { box, show };
};

const marked = (text) =>
  pieces(text).map(({ text: piece, blank }) =>
    blank ? element("mark", { textContent: piece }) : piece,
  );

// The page links to its papers and tools already; an address from there is not told on paper.
const linked = ({ name, paper, tool }) => {
  const place = paper ? `[data-paper="${paper}"] a` : `[data-tool="${tool}"] a`;
  const link = (paper || tool) && document.querySelector(place);
  return link ? element("a", { href: link.getAttribute("href"), textContent: name }) : name;
};

// The box of a page, filled; null where it cannot be fetched: the Word files are there.
export const fetchHandouts = async () => {
  const place = document.querySelector("[data-handouts]");
  if (!place) return null;
  const answer = await fetch(new URL(place.dataset.handouts, location.href));
  if (!answer.ok) return null;
  const { words, blanks, meetings, tools } = await answer.json();
  const list = section(words.shopping, words["shopping.assumed"], words, "shopping");
  const assumed = list.box.querySelector("p");
  list.box.classList.add("plan-list");
  const letters = ["invitation", "thanks"].map((name) => ({
    name,
    ...section(words[`letter.${name}`], words["letter.how"], words, "letter"),
  }));
  // Those of the short meetings lie with these, and stand here while one of them is planned.
  const others = document.querySelectorAll(".variant [data-of]");
  place.querySelector("ul")?.append(...[...others].map((file) => file.cloneNode(true)));
  place.append(list.box, ...letters.map(({ box }) => box));
  place.classList.add("in-plan");

  // `plan` holds the key of the short meeting, if one is chosen, and what is known of the day.
  return (plan) => {
    const chosen = plan.meeting || LONG;
    const meeting = meetings[chosen];
    for (const file of place.querySelectorAll("[data-of]")) {
      file.hidden = file.dataset.of !== chosen;
    }
    const people = plan.people || meeting.people;
    const needs = [meeting.needs, ...plan.tools.map((id) => tools[id] ?? {})];
    const onScreen = chosen === SCREEN;
    const counted = shoppingList(
      needs.flatMap(Object.entries),
      { people, group: meeting.group, onScreen },
      words,
    );
    const title = fill(words["shopping.for"], { people, title: meeting.name });
    assumed.hidden = Boolean(plan.people) || onScreen;
    list.show(
      listText(counted, title),
      element("p", { textContent: title }),
      ...counted.flatMap(({ heading, lines }) => [
        element("p", {}, element("strong", { textContent: heading })),
        element(
          "ul",
          {},
          ...lines.map((each) => element("li", {}, each.before, linked(each), each.behind)),
        ),
      ]),
    );
    const known = {
      day: spoken(plan.day, plan.lang),
      reply: spoken(plan.reply, plan.lang),
      start: plan.start,
      end: plan.end,
      minutes: String(plan.minutes),
      people: plan.people ? String(plan.people) : "",
    };
    for (const { name, show } of letters) {
      const text = letterText(meeting[name], known, blanks, words["letter.subject"]);
      show(text, ...text.split("\n\n").map((each) => element("p", {}, ...marked(each))));
    }
  };
};
