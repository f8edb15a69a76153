import assert from "node:assert/strict";
import { afterEach, beforeEach, describe, test } from "node:test";

import { element, fill } from "../../docs/assets/js/markup.js";

test("a sentence has its gaps filled, each with what is known by its name", () => {
  assert.equal(fill("{count} of {all}, {count}", { count: 2, all: "<3>" }), "2 of <3>, 2");
  assert.equal(fill("{names}.", { names: "{count} $&" }), "{count} $&.");
  assert.equal(fill("none { }", {}), "none { }");
});

describe("an element", () => {
  beforeEach(() => {
    globalThis.document = {
      createElement: (name) => ({
        name,
        children: [],
        append(...children) {
          this.children.push(...children);
        },
      }),
    };
  });
  afterEach(() => delete globalThis.document);

  test("has its properties and what stands in it, in order", () => {
    const link = element("a", { href: "#share", textContent: "Share" });
    assert.deepEqual([link.name, link.href, link.textContent], ["a", "#share", "Share"]);
    assert.deepEqual(element("p", {}, "See ", [link, "."]).children, ["See ", link, "."]);
    assert.deepEqual(element("output").children, []);
  });

  test("does without what is not there", () => {
    assert.deepEqual(element("p", {}, "", false, undefined, "Told").children, ["Told"]);
  });
});
