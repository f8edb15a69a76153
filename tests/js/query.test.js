import assert from "node:assert/strict";
import { describe, test } from "node:test";

import { lettered } from "../../docs/assets/js/search/query-text.js";
import { Words } from "../../docs/assets/js/search/query.js";

const LIST = {
  pages: 140,
  ignored: "og i på the",
  // The most used first in each group.
  words: [
    "kommune kommuner kommunens skjærgård trepart trepartssamarbeid samarbeid".split(" "),
    "konsensus Fagforbundet politiker politikere politikerne verksted arbeid".split(" "),
    "utviklingsveileder Øvre Eiker nedenfra-og-opp".split(" "),
  ],
  endings: "r ne s en et ens",
  compounds: true,
};
const words = new Words(LIST);
const nowhere = () => Promise.resolve(false);
const read = (query, isFound = nowhere) => words.read(query, isFound);
const spellings = async (query, isFound) =>
  (await read(query, isFound)).terms.map((term) => term.spellings);

describe("a query in the words of the site", () => {
  test("is asked for as it is typed", async () => {
    assert.deepEqual(await read("kommune"), {
      terms: [{ spellings: ["kommune"] }],
      mended: undefined,
    });
  });

  test("finds Norwegian letters that were typed without them", async () => {
    assert.deepEqual(await spellings("skjaergaard"), [["skjærgård"]]);
    assert.deepEqual(await spellings("ovre eiker"), [["Øvre"], ["Eiker"]]);
    assert.deepEqual(await spellings("OEVRE"), [["Øvre"]]);
  });

  test("leaves small words out, but not when they are all that was typed", async () => {
    assert.deepEqual(await spellings("samarbeid og konsensus"), [["samarbeid"], ["konsensus"]]);
    assert.equal((await read("og i", () => Promise.resolve(true))).terms.length, 2);
  });

  test("counts a word that is typed twice once", async () => {
    assert.deepEqual(await spellings("kommune kommune"), [["kommune"]]);
  });

  test("joins what is one word on the site", async () => {
    assert.deepEqual(await spellings("treparts samarbeid"), [["trepartssamarbeid"]]);
    assert.deepEqual(await spellings("trepart samarbeid"), [["trepartssamarbeid"]]);
    assert.deepEqual(await spellings("utviklings veileder"), [["utviklingsveileder"]]);
    assert.deepEqual(await spellings("utviklings vei leder"), [["utviklingsveileder"]]);
  });

  test("joins no words of the site into one that hardly occurs", async () => {
    const used = ["leder", "møtet", "part", "kart"];
    const list = { ...LIST, words: [used, ["partkart"], [], ["ledermøtet"]] };
    const found = async (query) =>
      (await new Words(list).read(query, nowhere)).terms.map((term) => term.spellings);
    assert.deepEqual(await found("leder møtet"), [["leder"], ["møtet"]]);
    assert.deepEqual(await found("part kart"), [["partkart"]]);
  });

  test("divides what the site writes apart", async () => {
    assert.deepEqual(await spellings("kommuneverksted"), [["kommune"], ["verksted"]]);
    assert.deepEqual(await spellings("kommune-verksted"), [["kommune"], ["verksted"]]);
  });

  test("understands the beginning of a word while it is typed", async () => {
    const { terms, mended } = await read("skjaerg");
    assert.deepEqual(terms, [{ spellings: ["skjærg"] }]);
    assert.equal(mended, undefined);
  });

  test("mends a misspelling and tells that it did", async () => {
    assert.deepEqual(await read("konsenus i komunen"), {
      terms: [{ spellings: ["konsensus"] }, { spellings: ["kommune"] }],
      mended: "konsensus kommune",
    });
  });

  test("takes one wrong letter to be likelier than a compound", async () => {
    const list = { ...LIST, words: [["verkstedet", "verk", "stedat"]] };
    const { terms } = await new Words(list).read("verkstedat", nowhere);
    assert.deepEqual(terms, [{ spellings: ["verkstedet"] }]);
  });

  test("takes a word that hardly occurs for a slip itself", async () => {
    const list = { ...LIST, words: [["modellkommune"], [], [], ["modellkomune", "stole"]] };
    const { terms } = await new Words(list).read("modelkomune", nowhere);
    assert.deepEqual(terms, [{ spellings: ["modellkommune"] }]);
    // Nearly every short word is one letter from another.
    assert.deepEqual((await new Words(list).read("style", nowhere)).terms[0].spellings, []);
  });

  test("asks the index for a word that the list lacks, and believes it", async () => {
    const asked = [];
    const isFound = (word) => {
      asked.push(word);
      return Promise.resolve(word === "IMTEC");
    };
    assert.deepEqual(await read("IMTEC kommune", isFound), {
      terms: [{ spellings: ["IMTEC"] }, { spellings: ["kommune"] }],
      mended: undefined,
    });
    assert.deepEqual(asked, ["IMTEC"], "a word of the list costs no question");
  });

  test("keeps a strange word as a term that nothing answers", async () => {
    assert.deepEqual((await read("zzzqqq")).terms, [{ spellings: [], typed: "zzzqqq" }]);
  });

  test("divides a strange compound in two where two will do, in any form of the last", async () => {
    const used = "forskning spørsmål spor mål utgift vikar forsknings".split(" ");
    const list = { ...LIST, words: [used, [], [], []], inflections: "er et en" };
    const found = async (query) =>
      (await new Words(list).read(query, nowhere)).terms.map((term) => term.spellings);
    assert.deepEqual(await found("vikarutgifter"), [["vikar"], ["utgift"]]);
    const parts = await found("forskningsspørsmål");
    assert.equal(parts.length, 2);
    assert.deepEqual(parts[1], ["spørsmål"]);
  });

  test("has the runs of words in which one says something", () => {
    const ignored = new Set(["are", "we"]);
    assert.deepEqual(lettered("Are we ready, quiz?", ignored), [
      ["areweready", "ready"],
      ["weready", "ready"],
    ]);
    assert.deepEqual(lettered("ready quiz", ignored), []);
  });
});

describe("a query that was copied from paper", () => {
  test("is read as it was printed, and the reader is told", async () => {
    for (const [query, word] of [
      ["kornrnune", "kommune"],
      ["samarbe1d", "samarbeid"],
      ["k0nsensus", "konsensus"],
      ["po1itiker", "politiker"],
    ]) {
      assert.deepEqual(await read(query), { terms: [{ spellings: [word] }], mended: word }, query);
    }
    assert.deepEqual(await spellings("skjœrgård"), [["skjærgård"]]);
  });

  test("has its words whole again that were divided at the end of a line", async () => {
    assert.deepEqual(await spellings("konsen- sus"), [["konsensus"]]);
    assert.deepEqual(await spellings("konsen-\nsus"), [["konsensus"]]);
    // A hyphen that stands for the end of a word is not one that divides it.
    assert.equal((await spellings("skjærgårds- og trepart")).length, 2);
  });
});

test("a name without its letters is found on the site of the other language", () => {
  const list = { pages: 9, ignored: "the", words: [["sørum", "sorum"]], endings: "s" };
  assert.deepEqual(new Words({ ...list, compounds: false }).known("Sorum"), ["sorum", "sørum"]);
});

describe("a query that is hard to read", () => {
  test("may be quoted: the words count, the signs do not", async () => {
    const plain = await spellings("samarbeid konsensus");
    for (const query of [
      '"samarbeid konsensus"',
      "«samarbeid konsensus»",
      "“samarbeid” konsensus?",
    ]) {
      assert.deepEqual(await spellings(query), plain, query);
    }
  });

  test("may be empty, or hold signs alone", async () => {
    for (const query of ["", "   ", '""', "…", "-–-", "🙂", "\u0000"]) {
      assert.deepEqual(await read(query), { terms: [], mended: undefined }, query);
    }
  });

  test("may have no end: so many words are read, and so many letters", async () => {
    const many = Array.from({ length: 500 }, (_, number) => `ord${number}`).join(" ");
    assert.equal((await read(many, () => Promise.resolve(true))).terms.length, 10);
    const { terms } = await read("x".repeat(1_000_000));
    assert.equal(terms.length, 1);
    assert.equal(terms[0].typed.length, 200);
  });

  test("may be a chain of hyphens without end", async () => {
    const { terms } = await read("ab-".repeat(100_000));
    assert.ok(terms.length <= 10);
  });

  test("may hold what other search engines take for a command", async () => {
    for (const query of ["kommune AND", "kommune*", "-kommune", "title:kommune", "kommune\\"]) {
      const { terms } = await read(query);
      assert.ok(
        terms.some((term) => term.spellings[0] === "kommune"),
        query,
      );
    }
  });
});

describe("other forms of a word", () => {
  test("are those that the endings of the language make", () => {
    assert.deepEqual(words.forms("politiker"), ["politikerne"]);
    assert.ok(words.forms("politikerne").includes("politiker"));
    const list = { ...LIST, words: [["eksempel", "eksempler", "eksemplet"]], endings: "er et" };
    assert.deepEqual(new Words(list).forms("eksemplet"), ["eksempel", "eksempler"]);
  });

  test("include those of bokmål for nynorsk, where the site has them", () => {
    const used = ["erfaringer", "tilgjengelighet", "kommunene", "hammer"];
    const list = { ...LIST, words: [used], endings: "e", compounds: true };
    const nynorsk = new Words(list);
    assert.deepEqual(nynorsk.forms("erfaringar"), ["erfaringer"]);
    assert.deepEqual(nynorsk.forms("tilgjengelegheit"), ["tilgjengelighet"]);
    assert.deepEqual(nynorsk.forms("kommunane"), ["kommunene"]);
    assert.deepEqual(nynorsk.forms("samar"), []);
    assert.deepEqual(new Words({ ...list, compounds: false }).forms("hammar"), []);
  });

  test("are none for a word that the site does not know", () => {
    assert.deepEqual(words.forms("zzzqqq"), []);
    assert.deepEqual(words.forms(""), []);
  });
});

test("an empty list of words fails no query", async () => {
  const none = new Words({ pages: 0, ignored: "", words: [], endings: "", compounds: false });
  assert.deepEqual((await none.read("kommune og samarbeid", nowhere)).terms.length, 3);
});

describe("a minus before a word or a phrase", () => {
  test("leaves it out, where something is left to search for", async () => {
    const { terms, unwanted } = await read('kommune -verksted -"to linjer" −arbeid');
    assert.deepEqual(terms, [{ spellings: ["kommune"] }]);
    assert.deepEqual(unwanted, [["verksted"], ["to", "linjer"], ["arbeid"]]);
  });

  test("is none within a word, before a space or alone", async () => {
    const dashes = ["kommune –verksted", "kommune -og verksted", "1999 -2002", "- verksted"];
    for (const query of ["nedenfra-og-opp", "kommune - verksted", "-verksted", ...dashes]) {
      assert.equal((await read(query)).unwanted, undefined, query);
    }
  });
});

test("a number with a comma is one word", async () => {
  const asked = [];
  await read("2,5 prosent, 3", (word) => {
    asked.push(word);
    return Promise.resolve(true);
  });
  assert.deepEqual(asked, ["2,5", "prosent", "3"]);
});
