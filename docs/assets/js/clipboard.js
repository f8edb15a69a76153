// Texts and addresses for the clipboard, copied by a button with a line beside it.
"use strict";

// Copies a text, and says in `output` whether it worked; the answer is the same.
export const copyText = async (text, output, copied, failed) => {
  output.textContent = "";
  try {
    await navigator.clipboard.writeText(text);
    output.textContent = copied;
    return true;
  } catch {
    // Not every browser lets a page write there, and none without https.
    output.textContent = failed;
    return false;
  }
};
