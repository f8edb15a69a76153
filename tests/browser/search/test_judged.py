"""The judged set in a real browser: most readers get what they asked for at the top."""

import pytest

from tests.browser.search.conftest import judged

AT_ONE, AT_FIVE = 0.92, 0.97


@pytest.mark.parametrize("lang", ["nb", "en"])
def test_readers_find_the_page_they_ask_for(page, open_search, pages, lang):
    ids = {"/" + entry["url"]: entry["id"] for entry in pages}
    languages = {"/" + entry["url"]: entry["lang"] for entry in pages}
    field = open_search(lang)
    ranks, missed = [], []
    for query in judged(lang):
        field.fill(query.text)
        found = answers(page, query.text)
        assert {languages[path] for path in found} <= {lang}, query
        rank = next((at for at, path in enumerate(found, 1) if ids[path] in query.expected), None)
        ranks.append(rank)
        if rank is None or rank > 5:
            missed.append(f"{query.kind}: {query.text}")
    assert len(ranks) >= 420
    at_one = sum(rank == 1 for rank in ranks) / len(ranks)
    at_five = sum(rank is not None and rank <= 5 for rank in ranks) / len(ranks)
    print(f"{lang}: {len(ranks)} queries, first {at_one:.1%}, among five {at_five:.1%}")
    assert at_five >= AT_FIVE, missed
    assert at_one >= AT_ONE, at_one


# Looks again every few milliseconds, and gives up after ten seconds.
ANSWERED = """query => new Promise((resolve, reject) => {
  const list = document.querySelector("[data-search-results]");
  const end = Date.now() + 10000;
  const look = () => {
    if (list.dataset.answered === query) {
      resolve([...list.querySelectorAll("a")].map((link) => link.pathname));
    } else if (Date.now() > end) reject(new Error(`no answer to ${query}`));
    else setTimeout(look, 5);
  };
  look();
})"""


def answers(page, query):
    """The addresses of the first results, once the dialog has answered this very query."""
    return page.evaluate(ANSWERED, query)
