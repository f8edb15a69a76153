"""The documents that are indexed: the pages, with search terms added to each section.

The added terms are parts of compounds, synonyms, the page's names in both languages, and what is
said of it elsewhere. Those for running text have a lower weight than the text. All are enclosed in
two delimiters, so that the search dialog can strip them from excerpts
(docs/assets/js/search/excerpts.js has the same delimiters).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass, field
from functools import lru_cache, partial
from html import escape

from scripts.common.fork_map import fork_map
from scripts.language.folding import fold, tokens
from scripts.language.locales import NORWEGIAN
from scripts.search.article_text import Section, sections
from scripts.search.compounds import Splitter
from scripts.search.expansion import Synonyms
from scripts.search.lexicon import lexicon
from scripts.search.names import inflections, name_words

BEGIN, END = "⟦", "⟧"
# Pagefind's weights; for comparison: text 1, h2 6, h1 7.
NAMED, IN_HEADING, IN_TEXT = 6.0, 2.0, 0.25
# Other words for what a page is called, and what is said of it elsewhere.
LIKE_NAMED, SAID_OF_IT = 4.0, 2.0
# The word of lists, which nobody types; engine.js has the same. (Filters of Pagefind could tell
# lists apart too, but only once the whole index is fetched.)
LIST = "zq0list"
# The same of a page whose sections have names.
ENTRIES = "zq0entries"


@dataclass
class IndexedPage:
    """A page to be indexed: its article (article_text.py), and extra names for it.

    `sections` has further names for sections, by the id of the section; `said_of_it` has its
    description, and the texts of links to it (link_texts.py).
    """

    url: str
    lang: str
    article: str
    names: list[str] = field(default_factory=list)
    sections: dict[str, list[str]] = field(default_factory=dict)
    is_list: bool = False
    said_of_it: list[str] = field(default_factory=list)


@dataclass(frozen=True)
class Documents:
    """The documents in page order, and the word list for spelling correction (lexicon.py)."""

    html: list[str]
    words: str


def documents(pages: list[IndexedPage], synonyms: Synonyms, ignored: list[str]) -> Documents:
    """The documents of one language.

    Args:
        pages: The pages of the language.
        synonyms: The synonyms to add.
        ignored: Stop words: never parts of compounds, never used for spelling correction.
    """
    articles = [sections(page.article) for page in pages]
    # English writes its compounds as two words or with a hyphen, which need no splitting.
    norwegian = bool(pages) and pages[0].lang == NORWEGIAN.lang
    splitter = None
    if norwegian:
        vocabulary = {word for parts in articles for section in parts for word in section.words}
        splitter = Splitter(vocabulary, ignored)

    stop_words = frozenset(fold(word) for word in ignored)
    named = partial(
        name_words,
        ignored=stop_words,
        endings=inflections(norwegian=norwegian),
    )

    def extended(index: int) -> tuple[str, Counter[str]]:
        additions = _Additions(splitter, synonyms, named, stop_words)
        return additions.document(pages[index], articles[index]), additions.uses

    results = fork_map(extended, range(len(pages)))
    uses: Counter[str] = Counter()
    for _, page_uses in results:
        uses.update(page_uses)
    word_list = lexicon(uses, ignored, len(pages), compounds=norwegian)
    return Documents([html for html, _ in results], word_list)


class _Additions:
    """Adds search terms to one page."""

    def __init__(
        self,
        splitter: Splitter | None,
        synonyms: Synonyms,
        named: Callable[[list[str]], list[str]],
        stop_words: frozenset[str],
    ) -> None:
        self._splitter = splitter
        self._synonyms = synonyms
        self._named = named
        self._stop_words = stop_words
        # Word frequencies, for the word list.
        self.uses: Counter[str] = Counter()

    def document(self, page: IndexedPage, parts: list[Section]) -> str:
        """The page as an HTML document with nothing but its searchable content."""
        body = ""
        # Terms for running text are added once per page, which is enough to be found.
        added: set[str] = set()
        for number, section in enumerate(parts):
            names = page.sections.get(section.id, []) if number else page.names
            body += self._section(section, names, added, "" if number else self._summary(page))
        if page.is_list:
            # Inside the article element, which limits what is indexed.
            tag, end, rest = body.partition(">")
            body = tag + end + _hidden([LIST, *[ENTRIES] * bool(page.sections)], IN_TEXT) + rest
        return f'<!doctype html><html lang="{page.lang}"><body>{body}</body></html>'

    def _summary(self, page: IndexedPage) -> str:
        """The terms that say what the whole page is about, beside its names."""
        names = tokens(" ".join(page.names))
        like_named = _new(self._related(names), _folded(names))
        said = tokens(" ".join(page.said_of_it))
        useful = _new(said, self._stop_words | _folded(names) | _folded(like_named))
        self.uses.update([*like_named, *useful])
        return _hidden(like_named, LIKE_NAMED) + _hidden(useful, SAID_OF_IT)

    def _section(self, section: Section, names: list[str], added: set[str], summary: str) -> str:
        text, said = section.words, tokens(" ".join(names))
        present = _folded(text)
        for_heading = _new(self._related(tokens(section.heading)), present)
        for_text = _new(self._related(text), present | added | _folded(for_heading))
        added |= _folded(for_text)
        self.uses.update([*text, *said, *for_heading, *for_text])
        terms = _hidden([*said, *self._named(names)], NAMED)
        terms += summary + _hidden(for_heading, IN_HEADING) + _hidden(for_text, IN_TEXT)
        # The last section contains the end tag of the article, and terms must precede it.
        head, end, tail = section.html.partition("</article>")
        return head + terms + end + tail

    def _related(self, text: list[str]) -> Iterator[str]:
        """The parts of compounds in the text, and synonyms."""
        if self._splitter is not None:
            for word in dict.fromkeys(text):
                yield from self._splitter.parts(word)
        for name in self._synonyms.found_in(text):
            yield from _words_of(name)


@lru_cache(maxsize=1 << 14)
def _words_of(name: str) -> tuple[str, ...]:
    """The words of a synonym; cached, since the same few thousand recur in every section."""
    return tuple(tokens(name))


def _folded(text: Iterable[str]) -> set[str]:
    return {fold(word) for word in text}


def _new(terms: Iterable[str], present: Collection[str]) -> list[str]:
    return [word for word in dict.fromkeys(terms) if fold(word) not in present]


def _hidden(terms: list[str], weight: float) -> str:
    """Terms as an element with a weight, between the delimiters that excerpts are stripped of."""
    if not terms:
        return ""
    text = escape(" ".join(dict.fromkeys(terms)))
    return f'<span data-pagefind-weight="{weight}"> {BEGIN} {text} {END} </span>'
