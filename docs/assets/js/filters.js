// Filters above the tables and lists that data make. Without this script all is shown.
"use strict";

const plain = (text) => text.toLocaleLowerCase().normalize("NFC");

export const start = (form, words) => {
  const items = [...document.querySelectorAll(form.dataset.filters)];
  const output = form.querySelector("output");
  const apply = () => {
    const wanted = [...new FormData(form)].filter(([, value]) => value);
    let shown = 0;
    for (const item of items) {
      const fits = wanted.every(([name, value]) =>
        name === "text"
          ? plain(item.textContent).includes(plain(value.trim()))
          : item.dataset[name].split(" ").includes(value),
      );
      item.hidden = !fits;
      shown += fits ? 1 : 0;
    }
    // A heading or table whose every entry is filtered away would stand empty.
    for (const group of document.querySelectorAll("[data-filter-group]")) {
      group.hidden = !group.querySelector(`:is(${form.dataset.filters}):not([hidden])`);
    }
    output.textContent = words.shown.replace("{shown}", shown).replace("{all}", items.length);
  };
  form.addEventListener("input", apply);
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("reset", () => setTimeout(apply));
  // A link to an entry that is filtered away shows it again.
  addEventListener("hashchange", () => {
    const target = document.getElementById(location.hash.slice(1));
    if (target?.hidden) {
      form.reset();
      setTimeout(() => target.scrollIntoView());
    }
  });
  form.hidden = false;
  apply();
};
