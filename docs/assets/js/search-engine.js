// Pagefind's index of the reader's language, asked word by word: a page that lacks one of
// many words is found as well, after those that have them all.
import { Words } from "./search-words.js";

export class SearchFailed extends Error {}

// Words near each other in the order of the query count more than the same far apart.
const NEAR = 3;
const NEAR_BONUS = 1.25;

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
      const answers = await Promise.all(spellings.map(ask));
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
    const found = [...pages.values()];
    for (const page of found) {
      page.score *= (page.covered / whole) ** 2 * (Engine.isNear(page.places) ? NEAR_BONUS : 1);
    }
    found.sort((one, other) => other.score - one.score);
    return { found, mended, terms };
  }

  static isNear(places) {
    return places.length > 1 && places.slice(1).every((later, number) =>
      places[number].some((from) => later.some((to) => to > from && to - from <= NEAR)));
  }
}
Engine.ranking = {};
