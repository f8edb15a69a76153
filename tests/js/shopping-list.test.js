import assert from "node:assert/strict";
import { test } from "node:test";
import { asText, copies, shoppingList } from "../../docs/assets/js/shopping-list.js";

const WORDS = Object.fromEntries(
  ["print", "show", "bought", "found", "made"].map((kind) => [`shopping.${kind}`, kind]),
);
const need = (changes) => ({
  kind: "print",
  label: "Ark",
  about: "",
  per: "person",
  copies: 1,
  shared: 1,
  paper: "",
  tool: "",
  ...changes,
});
const NEEDS = [
  ["half-page", need({ label: "Den halve siden", about: "A4", paper: "half-page" })],
  ["reply-cards", need({ label: "Svarkort", about: "kort", shared: 2 })],
  ["map", need({ label: "Partskart", per: "workshop", tool: "tool-map" })],
  ["notes", need({ kind: "bought", label: "lapper", copies: 10 })],
  ["sheets", need({ kind: "bought", label: "storark", per: "group", copies: 2 })],
  ["drink", need({ kind: "bought", label: "noe å drikke", per: "workshop" })],
  ["calendar", need({ kind: "found", label: "kalender", per: "workshop" })],
  ["numbers", need({ kind: "made", label: "tre tall på ett ark" })],
];
const told = (list) =>
  list.map(({ heading, lines }) => [
    heading,
    ...lines.map(({ before, name, behind }) => before + name + behind),
  ]);

test("there is enough for 6, 12 and 24 people, in groups of five", () => {
  const counted = [6, 12, 24].map((people) => NEEDS.map(([, each]) => copies(each, people, 5)));
  assert.deepEqual(counted, [
    // half page, cards on shared sheets, map, notes, sheets for 2 groups, drink, calendar, numbers
    [6, 3, 1, 60, 4, 1, 1, 6],
    [12, 6, 1, 120, 6, 1, 1, 12],
    [24, 12, 1, 240, 10, 1, 1, 24],
  ]);
});

test("whoever is one too many for a group or a sheet has one all the same", () => {
  assert.equal(copies(need({ per: "group" }), 11, 5), 3);
  assert.equal(copies(need({ shared: 2 }), 7, 5), 4);
});

test("the list says what to print, prepare, buy and find, with how many", () => {
  const list = shoppingList(NEEDS, { people: 12, group: 5, onScreen: false }, WORDS);
  assert.deepEqual(told(list), [
    ["print", "12 × Den halve siden (A4)", "6 × Svarkort (kort)", "1 × Partskart"],
    ["made", "12 × tre tall på ett ark"],
    ["bought", "120 lapper", "6 storark", "Noe å drikke"],
    ["found", "Kalender"],
  ]);
  assert.deepEqual(
    list[0].lines.map(({ paper, tool }) => paper || tool),
    ["half-page", "", "tool-map"],
  );
});

test("what the agenda and an added tool both need is needed once", () => {
  const twice = [...NEEDS, NEEDS[0], NEEDS[3]];
  const plan = { people: 6, group: 6, onScreen: false };
  assert.deepEqual(shoppingList(twice, plan, WORDS), shoppingList(NEEDS, plan, WORDS));
});

test("on screen nothing is counted or printed, and papers are shown", () => {
  const needs = NEEDS.filter(([, { kind }]) => kind !== "bought");
  const list = shoppingList(needs, { people: 6, group: 6, onScreen: true }, WORDS);
  assert.deepEqual(told(list), [
    ["show", "Den halve siden", "Svarkort", "Partskart"],
    ["made", "Tre tall på ett ark"],
    ["found", "Kalender"],
  ]);
});

test("a workshop that needs nothing has an empty list", () => {
  assert.deepEqual(shoppingList([], { people: 6, group: 6, onScreen: false }, WORDS), []);
});

test("the list is copied with its title, headings and points", () => {
  const list = shoppingList(NEEDS.slice(5, 7), { people: 6, group: 6, onScreen: false }, WORDS);
  assert.equal(
    asText(list, "Handleliste for 6 personer"),
    "Handleliste for 6 personer\n\nbought\n- Noe å drikke\n\nfound\n- Kalender",
  );
});
