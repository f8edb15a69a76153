"""The pages as the search index gets them: with words that readers use added to each section.

Added are the parts of compounds, synonyms, and the page's names in both languages. They
weigh less than what is written, and stand between two signs, so that the search dialog
leaves them out of excerpts (docs/assets/js/search-excerpts.js knows the signs).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from html import escape

from scripts.knowledge.locales import NORWEGIAN
from scripts.knowledge.search_compounds import Splitter
from scripts.knowledge.search_lexicon import lexicon
from scripts.knowledge.search_synonyms import Synonyms
from scripts.knowledge.search_text import Section, article, fold, sections, words

BEGIN, END = "⟦", "⟧"
# Text counts 1, a heading of the second level 6, the title 7.
NAMED, IN_HEADING, IN_TEXT = 6.0, 2.0, 0.25
# A name as one word that nobody types: found only when a query is that name as a whole.
# docs/assets/js/search-engine.js begins such words alike.
PAGE_NAME, ENTRY_NAME = "zq1", "zq2"


@dataclass
class Searched:
    """A page to be indexed: what it is called, as a whole and in its sections (by id)."""

    url: str
    lang: str
    html: str
    names: list[str] = field(default_factory=list)
    sections: dict[str, list[str]] = field(default_factory=dict)


@dataclass(frozen=True)
class Documents:
    """What is indexed, in the order of the pages, and the list of words that mends queries."""

    html: list[str]
    words: str


def documents(pages: list[Searched], synonyms: Synonyms, ignored: list[str]) -> Documents:
    """The pages of one language with all that is added to them."""
    articles = [sections(article(page.html)) for page in pages]
    texts = (words(section.text) for parts in articles for section in parts)
    vocabulary = {word for text in texts for word in text}
    # English writes its compounds as two words or with a hyphen, which need no splitting.
    norwegian = bool(pages) and pages[0].lang == NORWEGIAN.lang
    additions = _Additions(Splitter(vocabulary, ignored) if norwegian else None, synonyms)
    html = [additions.document(page, parts) for page, parts in zip(pages, articles, strict=True)]
    made = lexicon(additions.uses, ignored, len(pages), compounds=norwegian)
    return Documents(html, made)


class _Additions:
    """Adds to the pages of one language what their readers may type."""

    def __init__(self, splitter: Splitter | None, synonyms: Synonyms) -> None:
        self._splitter = splitter
        self._synonyms = synonyms
        # How often each word can be found, for the list of words.
        self.uses: Counter[str] = Counter()

    def document(self, page: Searched, parts: list[Section]) -> str:
        """The page as an HTML document with only what is searched."""
        body = self._section(parts[0], page.names, PAGE_NAME)
        for section in parts[1:]:
            body += self._section(section, page.sections.get(section.id, []), ENTRY_NAME)
        return f'<!doctype html><html lang="{page.lang}"><body>{body}</body></html>'

    def _section(self, section: Section, names: list[str], sign: str) -> str:
        text, heading = words(section.text), words(section.heading)
        self.uses.update(text)
        known = {fold(word) for word in text}
        said = " ".join(names)
        added = self._added(words(said), NAMED, set()) + _names(names, sign)
        added += self._added(self._others(heading), IN_HEADING, known)
        added += self._added(self._others(text), IN_TEXT, known)
        # The last section closes the article; nothing of it may stand behind that.
        head, end, tail = section.html.partition("</article>")
        return head + added + end + tail

    def _others(self, text: list[str]) -> Iterator[str]:
        """Parts of the words and other names of what they name."""
        if self._splitter is not None:
            for word in dict.fromkeys(text):
                yield from self._splitter.parts(word)
        for name in self._synonyms.found_in(text):
            yield from _words_of(name)

    def _added(self, others: Iterable[str], weight: float, known: set[str]) -> str:
        """The words that are not there already, which they count as from then on."""
        fresh = [word for word in dict.fromkeys(others) if fold(word) not in known]
        if not fresh:
            return ""
        known.update(fold(word) for word in fresh)
        self.uses.update(fresh)
        return _aside(" ".join(fresh), weight)


@lru_cache(maxsize=1 << 14)
def _words_of(name: str) -> tuple[str, ...]:
    """The words of a synonym: the same few thousand come up in every section."""
    return tuple(words(name))


def _names(names: list[str], sign: str) -> str:
    """Each name as one word; not among the words that mend queries."""
    tokens = dict.fromkeys(sign + fold(name) for name in names)
    return _aside(" ".join(tokens), NAMED) if tokens else ""


def _aside(text: str, weight: float) -> str:
    return f'<span data-pagefind-weight="{weight}"> {BEGIN} {escape(text)} {END} </span>'
