// Elements, and sentences with gaps, as the scripts of pages make them.
"use strict";

// A sentence in which each `{name}` is what `values` has by that name.
export const fill = (text, values) => text.replace(/\{(\w+)\}/g, (_, name) => values[name]);

// An element with its properties and what stands in it; false and "" are nothing.
export const element = (name, properties, ...children) => {
  const made = Object.assign(document.createElement(name), properties);
  made.append(...children.flat().filter(Boolean));
  return made;
};

// A button that sends no form.
export const plainButton = (properties) => element("button", { type: "button", ...properties });
