// The search dialog, for every page alike: pages carry its links alone. It is part of site.js and
// not of the search, since it tells of the fault where that cannot be had, and is closed then too.
"use strict";

import { element, plainButton } from "./markup.js";

const act = (sign, textContent, more) => {
  const made = plainButton({ textContent, ...more });
  made.dataset[sign] = "";
  return made;
};

const field = () => {
  const input = element("input", { type: "search", maxLength: 200, spellcheck: false });
  input.id = "search-input";
  for (const [name, value] of [
    ["autocomplete", "off"],
    ["autocapitalize", "none"],
    ["enterkeyhint", "search"],
    ["aria-describedby", "search-hint"],
    ["autofocus", ""],
  ]) {
    input.setAttribute(name, value);
  }
  return input;
};

const choice = ([value, name], at) => {
  const box = element("input", { type: "radio", name: "kind", value, defaultChecked: at === 0 });
  return element("label", {}, box, element("span", { textContent: name }));
};

// Puts the form and the places of answers before the links that lead to the lists.
export const fillSearch = (dialog, phrases) => {
  const label = element("label", { htmlFor: "search-input", textContent: phrases.label });
  const title = element("h2", {}, label);
  title.id = "search-title";
  const hint = element("p", { className: "hint", textContent: phrases.hint });
  hint.id = "search-hint";
  const legend = element("legend", { textContent: phrases.show });
  const form = element(
    "form",
    {},
    title,
    element("div", { className: "search-row" }, field(), act("searchClose", phrases.close)),
    hint,
    element("fieldset", { className: "search-kinds" }, legend, ...phrases.kinds.map(choice)),
  );
  form.setAttribute("role", "search");
  // Nothing that is typed goes to the host, and the page stays, whether the search has come or not.
  form.addEventListener("submit", (event) => event.preventDefault());
  form.querySelector("[data-search-close]").addEventListener("click", () => dialog.close());
  const status = element("p", { className: "search-status" });
  status.setAttribute("role", "status");
  status.dataset.searchStatus = "";
  const mended = element("p", { hidden: true }, `${phrases.mended} `, act("searchInstead", ""));
  mended.dataset.searchMended = "";
  const empty = element("p", { hidden: true, textContent: phrases.empty });
  empty.dataset.searchEmpty = "";
  const results = element("ol");
  results.dataset.searchResults = "";
  results.setAttribute("aria-label", phrases.results);
  for (const named of [dialog, form]) named.setAttribute("aria-labelledby", "search-title");
  dialog.prepend(
    form,
    status,
    act("searchAgain", phrases.again, { hidden: true }),
    mended,
    empty,
    results,
    act("searchMore", phrases.more, { hidden: true }),
  );
};
