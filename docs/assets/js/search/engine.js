// Pagefind's index of the reader's language, asked word by word: a page that lacks one of
// many words is found as well, after those that have them all.
import { anew } from "./anew.js";
import { shownWords } from "./excerpts.js";
import { fold, stem } from "./folding.js";
import { unpacked } from "./packed.js";
import { mayFollow, phrasePlaces } from "./phrases.js";
import { lettered } from "./query-text.js";
import { Words } from "./query.js";

// How Pagefind weighs a word: a long page is about more, and is marked down less than by default
// (0.75), which put the shortest pages first.
const RANKING = { pageLength: 0.5 };
// Words near each other in the order of the query count more than the same far apart.
const NEAR = 3,
  NEAR_BONUS = 1.25;
// A page says first what it is about: title, lead, and what it is called elsewhere are among its
// first words, and a word there counts more than the same further down.
const BEGINNING = 100,
  BEGINNING_BONUS = 1.4;
// What a page gains that is called what the query says, to the letter or but for its order, endings
// and small words. Names begin and end as in scripts/search/names.py.
const BEGIN = "zq",
  END = "0",
  LISTS = "zq0list",
  ENTRIES = "zq0entries";
const TO_THE_LETTER = 1.25;
const PAGE_GAIN = 10,
  LIST_GAIN = 7,
  ENTRY_GAIN = 6;
// A word on fewer pages than this is asked for without its ending as well, if this much is left.
const FEW = 6,
  SHORTEST_BARE = 5,
  BARE_SHARE = 0.5;
// Lists hold a little of everything: a page about the thing comes before them.
const LIST_SHARE = 0.9;
// They have nearly all words of a long query, but not in one place.
const SHARE_OF_MANY = 0.6;
// A page must hold this share of what the best one holds to be a result at all.
const LEAST_SHARE = 0.35;

export class Engine {
  // `again` counts from the first fault: a browser does not fetch a module anew that it could not
  // have, unless its address is another, and Pagefind keeps what became of it.
  static async load(base, again = 0) {
    const folder = new URL("pagefind/", base);
    const { lang } = document.documentElement.dataset;
    const [pagefind, list] = await Promise.all([
      import(anew(new URL("pagefind.js", folder), again)),
      // Pagefind picks its index by the same language, so no result is in the other one.
      fetch(new URL(`words.${lang}.json`, folder)).then((answer) => {
        if (!answer.ok) throw new Error(`the list of words: ${answer.status}`);
        return answer.json();
      }),
    ]);
    // Without a worker there is one file less to fetch; a search takes a few milliseconds.
    await pagefind.options({ baseUrl: base.pathname, noWorker: true, ranking: RANKING });
    await pagefind.init();
    const [lists, entries] = await Promise.all(
      [LISTS, ENTRIES].map(async (sign) => {
        const { results } = await pagefind.search(`"${sign}"`);
        return new Set(results.map(({ id }) => id));
      }),
    );
    return new Engine(
      pagefind,
      new Words({ ...list, words: unpacked(list.words) }),
      lists,
      entries,
    );
  }

  constructor(pagefind, words, lists, entries = new Set()) {
    this.pagefind = pagefind;
    this.words = words;
    this.lists = lists;
    // Pages whose entries have names of their own: an entry comes after a page that is called so.
    this.entries = entries;
  }

  // Pagefind remembers a file that could not be fetched: after a fault all begins anew.
  close() {
    return this.pagefind.destroy();
  }

  // The pages that answer a query, the best first, and the query as it was understood.
  async search(query, filters = {}) {
    const { terms, mended, phrases, unwanted } = await this.words.read(query, (word) =>
      this.holds(word),
    );
    const pages = new Map();
    let whole = 0;
    // All at once: what they fetch comes in one go.
    const [all, names, held, refused] = await Promise.all([
      Promise.all(terms.map((term) => this.hits(term, filters))),
      this.named(query, terms),
      phrases && this.holding(phrases, filters),
      // A page that shows one of them is no answer.
      Promise.all((unwanted ?? []).map((each) => this.holding([each], filters))),
    ]);
    for (const [number, hits] of all.entries()) {
      const rarity = Math.log(
        1 + Math.max(0, this.words.pages - hits.size + 0.5) / (hits.size + 0.5),
      );
      // A word that nothing holds is lacking on all pages alike.
      if (hits.size) whole += rarity;
      for (const [id, hit] of hits) {
        const page = pages.get(id) ?? {
          data: hit.data,
          score: 0,
          covered: 0,
          // Of that, what stands in no quotation marks.
          beside: 0,
          gain: 0,
          places: terms.map(() => []),
          named: [],
        };
        const isEarly = hit.places.some((place) => place < BEGINNING);
        page.score += hit.score * (isEarly ? BEGINNING_BONUS : 1);
        page.covered += rarity;
        if (terms[number].phrase === undefined) page.beside += rarity;
        page.places[number] = hit.places;
        pages.set(id, page);
      }
    }
    for (const [id, { gain, words }] of names) {
      const page = pages.get(id);
      if (page) [page.gain, page.named] = [gain, words];
    }
    const answers = [...pages]
      .filter(([id]) => (!held || held.has(id)) && !refused.some((shown) => shown.has(id)))
      .map(([, page]) => page);
    const least = LEAST_SHARE * Math.max(0, ...answers.map((page) => page.beside));
    const listShare = terms.length > 1 ? SHARE_OF_MANY : LIST_SHARE;
    for (const [id, page] of pages) {
      page.score *=
        (this.lists.has(id) ? listShare : 1) *
        (page.covered / whole) *
        (isNear(page.places) ? NEAR_BONUS : 1);
      // Words of a phrase are looked for, and marked, where they stand as one; twice, since an
      // excerpt with the phrase says more than one with a word beside it.
      const free = page.places.filter((_, number) => terms[number].phrase === undefined);
      const runs = held?.get(id) ?? [];
      page.places = [...free, ...runs, ...runs];
    }
    // What is called just what was asked for comes first, however often a word stands elsewhere.
    const scale = Math.max(1, Math.max(0, ...answers.map(({ score }) => score)) / PAGE_GAIN);
    for (const page of answers) page.score += page.gain * scale;
    const free = terms.filter(({ phrase }) => phrase === undefined);
    const found = answers
      // What is called as the phrase may lack the words beside it.
      .filter((page) => page.beside >= least || (page.gain && (page.beside || !held)))
      .sort((one, other) => other.score - one.score);
    return {
      mended,
      terms: free.map(({ spellings }) => spellings),
      // What was asked for beside the rest and stands on none of the pages.
      missing: free
        .filter((_, number) => found.every(({ places }) => !places[number].length))
        .map(({ spellings, typed }) => typed ?? spellings[0]),
      found,
    };
  }

  // Whether the index holds a word just as it is typed, or another form of it.
  async holds(word) {
    return (await this.pagefind.search(`"${word}"`)).results.length > 0;
  }

  // The pages that show every phrase, by id, with the places where each stands. The index holds
  // words that no page shows, and knows no signs, so the text of a page has the last word.
  async holding(phrases, filters) {
    const asked = phrases.map(async (phrase) => {
      const hits = await Promise.all(phrase.map((word) => this.standing(word, filters)));
      const shown = await Promise.all(
        [...hits[0]].map(async ([id, { data }]) => {
          if (!mayFollow(hits.map((pages) => pages.get(id)?.words ?? []))) return undefined;
          const { content } = await data();
          return [id, phrasePlaces(shownWords(content), phrase, this.words.endings)];
        }),
      );
      return new Map(shown.filter((each) => each?.[1].length));
    });
    const [first, ...others] = await Promise.all(asked);
    return new Map(
      [...first.keys()]
        .filter((id) => others.every((held) => held.has(id)))
        .map((id) => [id, [first, ...others].map((held) => held.get(id))]),
    );
  }

  // Pages by id that hold a word of a phrase, with all places where one may stand: in quotation
  // marks, the index tells the pages and one place on each.
  async standing(word, filters) {
    const [held, begun] = await Promise.all(
      [`"${word}"`, word].map((query) => this.pagefind.search(query, { filters })),
    );
    const ids = new Set(held.results.map(({ id }) => id));
    return new Map(begun.results.filter(({ id }) => ids.has(id)).map((hit) => [hit.id, hit]));
  }

  // Pages by id that hold a term in one of its spellings or forms.
  async hits({ spellings }, filters) {
    const forms = spellings.slice(0, 1).flatMap((word) => this.words.forms(word));
    const hits = new Map();
    // The index finds every word that begins as the one asked for: a longer form of it finds
    // nothing more, and every search takes its time.
    const longer = (form) =>
      [...spellings, ...forms].some((word) => word !== form && form.startsWith(word));
    const asked = [...new Set([...spellings, ...forms.filter((form) => !longer(form))])];
    const ask = (spelling) => this.pagefind.search(spelling, { filters });
    const answers = await Promise.all(asked.map(ask));
    // It came from the list of words or from the index: without it, a file was not fetched.
    const lacking = asked.find((_, number) => answers[number].unfilteredResultCount === 0);
    if (lacking) throw new Error(`the index lacks "${lacking}"`);
    const add = ({ id, score, words, data }, share = 1) => {
      const before = hits.get(id);
      hits.set(id, {
        data,
        score: Math.max(score * share, before?.score ?? 0),
        places: [...words, ...(before?.places ?? [])],
      });
    };
    for (const { results } of answers) for (const result of results) add(result);
    // Pagefind's stemmer keeps some endings (kritikerne): a rare form finds the others as well.
    const bare = asked.length ? stem(asked[0].toLowerCase(), this.words.inflections) : "";
    if (hits.size < FEW && bare.length >= SHORTEST_BARE) {
      for (const result of (await ask(bare)).results) add(result, BARE_SHARE);
    }
    return hits;
  }

  gainOf(id) {
    if (this.entries.has(id)) return ENTRY_GAIN;
    return this.lists.has(id) ? LIST_GAIN : PAGE_GAIN;
  }

  // What pages gain, by id: the query, or a run of its words, may be what one is called.
  async named(query, terms) {
    const said = terms.map(({ spellings, typed }) => fold(spellings[0] ?? typed));
    const stems = said.map((word) => stem(word, this.words.inflections));
    const names = new Map();
    for (const [key, word] of lettered(query, this.words.ignored)) {
      if (said.includes(word)) names.set(key, 1 / stems.length);
    }
    // Only names with small words in them are in the index to the letter.
    if (fold(query) !== said.join("")) names.set(fold(query), TO_THE_LETTER);
    for (let from = 0; from < stems.length; from += 1) {
      for (let to = from + 1; to <= stems.length; to += 1) {
        // Names are keys of scripts/search/names.py: the order of words makes no difference.
        const keys = [[...new Set(stems.slice(from, to))].sort().join("")];
        // Two words may be one on the site (konsensus runde).
        if (to - from === 2) keys.push(said[from] + stems[from + 1]);
        const share = (to - from) / stems.length;
        for (const key of keys) names.set(key, Math.max(share, names.get(key) ?? 0));
      }
    }
    names.delete("");
    const gains = new Map();
    await Promise.all(
      [...names].map(async ([name, share]) => {
        for (const { id, words } of (await this.pagefind.search(`"${BEGIN}${name}${END}"`))
          .results) {
          const gain = this.gainOf(id) * share;
          if (gain > (gains.get(id)?.gain ?? 0)) {
            gains.set(id, { gain, words: share < 1 ? [] : words });
          }
        }
      }),
    );
    return gains;
  }
}

const isNear = (places) =>
  places.length > 1 &&
  places.slice(1).every((later, number) => {
    const reached = new Set(
      places[number].flatMap((from) => Array.from({ length: NEAR }, (_, step) => from + step + 1)),
    );
    return later.some((place) => reached.has(place));
  });
