import assert from "node:assert/strict";
import { describe, test } from "node:test";

import { Engine } from "../../docs/assets/js/search/engine.js";
import { answerIn } from "../../docs/assets/js/search/excerpts.js";
import { fold } from "../../docs/assets/js/search/folding.js";
import { Words } from "../../docs/assets/js/search/query.js";

const TEXTS = {
  moss: "I Moss ble tre parter enige, og treparter er et ord",
  steinkjer: "I Steinkjer ble tre parter enige",
  hyphen: "Et tre-parter er feil skrevet i Moss",
  far: `I Moss er Moss ${"ord ".repeat(60)}slik tre parter er`,
  apart: "I Moss har tre kommuner parter",
};
const list = {
  pages: 5,
  ignored: "i og",
  words: ["Moss Steinkjer tre parter enige kommuner treparter".split(" ")],
  endings: "r ne er ene",
  compounds: true,
};
// As Pagefind: a word in quotation marks is that word, and one of its places is told; any other
// is the beginning of one.
const pagefind = {
  search: async (query) => {
    const wanted = fold(query);
    const isHit = (word) => (query.startsWith('"') ? word === wanted : word.startsWith(wanted));
    const results = Object.entries(TEXTS).map(([id, content]) => ({
      id,
      score: 1,
      words: [...content.split(" ").entries()]
        .filter(([, word]) => [fold(word), ...word.split("-").map(fold)].some(isHit))
        .map(([place]) => place)
        .slice(query.startsWith('"') ? -1 : 0),
      data: async () => ({ content, url: id, anchors: [], meta: { title: "-" } }),
    }));
    return { results: results.filter(({ words }) => words.length), unfilteredResultCount: 1 };
  },
};
const engine = new Engine(pagefind, new Words(list), new Set());
const found = async (query) => {
  const { found: pages, missing } = await engine.search(query);
  const ids = await Promise.all(pages.map(async ({ data }) => (await data()).url));
  return { ids: ids.sort(), missing };
};
const marked = async (query, id) => {
  const { found: pages, terms } = await engine.search(query);
  const all = await Promise.all(pages.map(async (page) => [page, await page.data()]));
  const [page, data] = all.find(([, { url }]) => url === id);
  const { pieces } = answerIn(data, page, terms);
  return pieces.filter((piece) => piece.marked).map(({ text }) => text);
};

describe("a phrase in quotation marks", () => {
  test("is found with a hyphen as with a space, and nowhere else", async () => {
    for (const query of ['"tre parter"', '"tre-parter"', "«tre–parter»"]) {
      assert.deepEqual((await found(query)).ids, ["far", "hyphen", "moss", "steinkjer"], query);
    }
  });

  test("leaves the words beside it as needed as they are without it", async () => {
    assert.deepEqual((await found('"tre parter" Moss')).ids, ["far", "hyphen", "moss"]);
    assert.deepEqual((await found('Steinkjer "tre parter"')).ids, ["steinkjer"]);
    assert.deepEqual((await found("tre parter Moss")).missing, []);
  });

  test("is left out, as a word is, with a minus before it", async () => {
    assert.deepEqual((await found('Moss -"tre parter"')).ids, ["apart"]);
    assert.deepEqual((await found('"tre parter" -Moss')).ids, ["steinkjer"]);
    assert.deepEqual((await found("parter -kommuner -Steinkjer")).ids, ["far", "hyphen", "moss"]);
  });

  test("tells the words beside it that no page has", async () => {
    assert.deepEqual(await found('"tre parter" xylofon'), {
      ids: ["far", "hyphen", "moss", "steinkjer"],
      missing: ["xylofon"],
    });
    assert.deepEqual((await found("parter xylofon")).missing, ["xylofon"]);
  });

  test("is marked as a whole, and its words alone are not", async () => {
    assert.deepEqual(await marked('"tre parter"', "moss"), ["tre", "parter"]);
    assert.deepEqual(await marked('"tre parter" Moss', "moss"), ["Moss", "tre", "parter"]);
    assert.deepEqual(await marked('Moss "tre parter"', "far"), ["tre", "parter"]);
    assert.deepEqual(await marked('"tre parter"', "hyphen"), ["tre-parter"]);
  });
});

describe("the beginning of a page", () => {
  const at = { end: [400], beginning: [20] };
  const same = {
    search: async () => ({
      results: Object.entries(at).map(([id, places]) => ({
        id,
        score: 1,
        words: places,
        data: async () => ({ content: "", url: id, anchors: [], meta: { title: "-" } }),
      })),
      unfilteredResultCount: 1,
    }),
  };

  test("counts more than what stands further down", async () => {
    const { found: pages } = await new Engine(same, new Words(list), new Set()).search("parter");
    assert.equal((await pages[0].data()).url, "beginning");
  });
});

describe("what a page is called", () => {
  const texts = {
    once: "fase zqfas0",
    often: `${"fasene fase ".repeat(9)} arkene`,
    start: "start zqnarstartetdet0",
  };
  const named = {
    search: async (query) => {
      const wanted = query.replaceAll('"', "").toLowerCase();
      const isHit = (word) =>
        query.startsWith('"') ? word === wanted : word.startsWith(wanted.slice(0, 4));
      const results = Object.entries(texts)
        .map(([id, content]) => ({
          id,
          words: [...content.split(" ").entries()]
            .filter(([, word]) => isHit(word))
            .map(([place]) => place),
          data: async () => ({ content, url: id, anchors: [], meta: { title: "-" } }),
        }))
        .filter(({ words }) => words.length)
        .map((result) => ({ ...result, score: 5 * result.words.length }));
      return { results, unfilteredResultCount: 1 };
    },
  };
  const words = {
    ...list,
    ignored: "når det",
    words: [["fase", "fasene", "arkene", "start", "startet"]],
    inflections: "ene ne e et",
  };
  const first = async (query) => {
    const { found: pages } = await new Engine(named, new Words(words), new Set()).search(query);
    return (await pages[0].data()).url;
  };

  test("comes first in any form, however often the word stands elsewhere", async () => {
    assert.equal(await first("fase"), "once");
    assert.equal(await first("fasene"), "once");
  });

  test("may be a name that its small words make one", async () => {
    const asked = new Engine(named, new Words(words), new Set());
    const gains = await asked.named("når startet det", [{ spellings: ["startet"] }]);
    assert.deepEqual([...gains.keys()], ["start"]);
    assert.deepEqual([...(await asked.named("startet", [{ spellings: ["startet"] }])).keys()], []);
  });

  test("may be such a name within a longer query, and counts for its share of it", async () => {
    const asked = new Engine(named, new Words(words), new Set());
    const terms = [{ spellings: ["startet"] }, { spellings: ["arkene"] }];
    const gains = await asked.named("arkene, når startet det egentlig", terms);
    const whole = await asked.named("når startet det", terms.slice(0, 1));
    assert.ok(gains.get("start").gain > 0);
    assert.ok(gains.get("start").gain < whole.get("start").gain);
  });

  test("is worth less for an entry of a list than for a page", async () => {
    const page = new Engine(named, new Words(words), new Set());
    const entries = new Engine(named, new Words(words), new Set(["once"]), new Set(["once"]));
    const gain = async (asked) =>
      (await asked.named("fase", [{ spellings: ["fase"] }])).get("once").gain;
    assert.ok((await gain(entries)) < (await gain(page)));
  });
});
