// Copies the reference beside a button, and says on the button whether it worked.
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

export const copy = async (button, words) => {
  const reference = button.closest("[data-cited]").querySelector(".reference");
  let done;
  try {
    await navigator.clipboard.writeText(reference.textContent.trim().replace(/\s+/g, " "));
    done = true;
  } catch {
    done = marked(reference);
  }
  button.textContent = done ? words.copied : words["copy-failed"];
  setTimeout(() => {
    button.textContent = words.copy;
  }, 4000);
};
