import assert from "node:assert/strict";
import test from "node:test";

import { copyText } from "../../docs/assets/js/clipboard.js";

const withClipboard = (clipboard) =>
  Object.defineProperty(globalThis, "navigator", { value: { clipboard }, configurable: true });

test("a reader is told that the text was copied, and it is what was copied", async () => {
  const written = [];
  withClipboard({ writeText: async (text) => written.push(text) });
  const output = { textContent: "before" };
  assert.equal(await copyText("#m=1", output, "copied", "failed"), true);
  assert.deepEqual([written, output.textContent], [["#m=1"], "copied"]);
});

test("a reader is told where the browser lets no page copy", async () => {
  const refuse = async () => {
    throw new Error("NotAllowedError");
  };
  for (const clipboard of [undefined, { writeText: refuse }]) {
    withClipboard(clipboard);
    const output = { textContent: "copied" };
    assert.equal(await copyText("#m=1", output, "copied", "failed"), false);
    assert.equal(output.textContent, "failed");
  }
});

test("what was told before is gone while it copies, so that the same is told again", () => {
  withClipboard({ writeText: () => new Promise(() => {}) });
  const output = { textContent: "copied" };
  copyText("#m=1", output, "copied", "failed");
  assert.equal(output.textContent, "");
});
