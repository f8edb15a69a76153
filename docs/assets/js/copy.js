// Copies the reference, the letter or the permanent link beside a button, and says on the button
// whether it worked.
"use strict";

// Where a page may not write to the clipboard (no TLS, an old browser), the text is marked: the
// browser's own command copies it, or the reader does.
const marked = (element) => {
  const range = document.createRange();
  range.selectNodeContents(element);
  const selection = getSelection();
  selection.removeAllRanges();
  selection.addRange(range);
  return document.execCommand("copy");
};

// Paragraphs stay apart, and what is hidden is left out.
const written = (element) =>
  element.innerText
    .replace(/[^\S\n]+/g, " ")
    .replace(/ ?\n ?/g, "\n")
    .replace(/\n{3,}/g, "\n\n")
    .trim();

export const copied = async (element) => {
  try {
    await navigator.clipboard.writeText(written(element));
    return true;
  } catch {
    return marked(element);
  }
};

export const copy = async (button, words) => {
  const what = button.dataset.copy;
  const label = button.textContent;
  const done = await copied(button.closest("[data-cited]").querySelector(`[data-${what}]`));
  button.textContent = done ? words.copied : words["copy-failed"];
  setTimeout(() => {
    button.textContent = label;
  }, 4000);
};
