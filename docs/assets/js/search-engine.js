// Pagefind's index of the reader's language, asked word by word: a page that lacks one of
// many words is found as well, after those that have them all.
import { fold, Words } from "./search-words.js";

export class SearchFailed extends Error {}

// Words near each other in the order of the query count more than the same far apart.
const NEAR = 3;
const NEAR_BONUS = 1.25;
// What a page gains that is called what the query says. scripts/knowledge/search_documents.py
// begins such words alike.
const PAGE_NAME = "zq1", ENTRY_NAME = "zq2";
const PAGE_BONUS = 8, ENTRY_BONUS = 6;

export class Engine {
  static async load(base) {
    const folder = new URL("pagefind/", base);
    const lang = document.documentElement.lang;
    const [pagefind, list] = await Promise.all([
      import(new URL("pagefind.js", folder)),
      fetch(new URL(`words.${lang}.json`, folder)).then((answer) => {
        if (!answer.ok) throw new SearchFailed(answer.status);
        return answer.json();
      }),
    ]);
    await pagefind.options({
      baseUrl: base.pathname,
      noWorker: true,
      ranking: Engine.ranking,
    });
    await pagefind.init();
    return new Engine(pagefind, new Words(list));
  }

  constructor(pagefind, words) {
    this.pagefind = pagefind;
    this.words = words;
  }

  // The next search begins anew: Pagefind remembers a file that could not be fetched.
  destroy() {
    return this.pagefind.destroy();
  }

  async search(query, filters = {}) {
    const ask = async (text) => (await this.pagefind.search(text, { filters })).results;
    const { terms, mended } = await this.words.read(query, async (word) => (await this.pagefind.search(`"${word}"`)).results.length > 0);
    const pages = new Map();
    let whole = 0;
    for (const [number, { spellings }] of terms.entries()) {
      const forms = spellings.slice(0, 1).flatMap((word) => this.words.forms(word));
      const answers = await Promise.all([...new Set([...spellings, ...forms])].map(ask));
      const best = new Map();
      for (const result of answers.flat()) {
        if (!(best.get(result.id)?.score >= result.score)) best.set(result.id, result);
      }
      const { pages: all } = this.words;
      const rarity = Math.log(1 + Math.max(0, all - best.size + 0.5) / (best.size + 0.5));
      whole += rarity;
      for (const [id, result] of best) {
        const page = pages.get(id) ?? { data: result.data, score: 0, covered: 0, places: terms.map(() => []) };
        page.score += result.score;
        page.covered += rarity;
        page.places[number] = result.words;
        pages.set(id, page);
      }
    }
    const said = terms.map(({ spellings, typed }) => spellings[0] ?? typed);
    for (const [id, bonus] of await this.named(said, query)) {
      if (pages.has(id)) pages.get(id).bonus = bonus;
    }
    const found = [...pages.values()];
    for (const page of found) {
      page.score *= (page.covered / whole) ** 2 * (Engine.isNear(page.places) ? NEAR_BONUS : 1);
      page.score += page.bonus ?? 0;
    }
    found.sort((one, other) => other.score - one.score);
    return { found, mended, terms };
  }

  // What pages gain, by id, that the query or a run of its words is a name of.
  async named(said, query) {
    const names = new Map([[fold(query), 1]]);
    for (let from = 0; from < said.length; from += 1) {
      for (let to = from + 1; to <= said.length; to += 1) {
        const name = fold(said.slice(from, to).join(""));
        if (!names.has(name)) names.set(name, (to - from) / said.length);
      }
    }
    const gains = new Map();
    for (const [name, share] of names) {
      for (const [sign, bonus] of [[PAGE_NAME, PAGE_BONUS], [ENTRY_NAME, ENTRY_BONUS]]) {
        const { results } = name ? await this.pagefind.search(`"${sign}${name}"`) : { results: [] };
        for (const { id } of results) gains.set(id, Math.max(bonus * share ** 2, gains.get(id) ?? 0));
      }
    }
    return gains;
  }

  static isNear(places) {
    return places.length > 1 && places.slice(1).every((later, number) =>
      places[number].some((from) => later.some((to) => to > from && to - from <= NEAR)));
  }
}
Engine.ranking = {};
