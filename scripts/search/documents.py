"""The pages as the search index gets them: with words that readers use added to each section.

Added are the parts of compounds, synonyms, and the page's names in both languages. They
weigh less than what is written, and stand between two signs, so that the search dialog
leaves them out of excerpts (docs/assets/js/search/excerpts.js knows the signs).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from html import escape

from scripts.common.fork_map import fork_map
from scripts.language.folding import fold, tokens
from scripts.language.locales import NORWEGIAN
from scripts.search.article_text import Section, article, sections
from scripts.search.compounds import Splitter
from scripts.search.expansion import Synonyms
from scripts.search.lexicon import lexicon

BEGIN, END = "⟦", "⟧"
# Text counts 1, a heading of the second level 6, the title 7.
NAMED, IN_HEADING, IN_TEXT = 6.0, 2.0, 0.25
# A reserved prefix and token that nobody types: a name is indexed as one word, which matches only
# a query that is the whole name and is never offered as a correction. engine.js has the same
# two. (Filters of Pagefind could tell lists apart too, but only once the whole index is fetched.)
NAME, LIST = "zq", "zq0list"


@dataclass
class Searched:
    """A page to be indexed: what it is called, as a whole and in its sections (by id)."""

    url: str
    lang: str
    html: str
    names: list[str] = field(default_factory=list)
    sections: dict[str, list[str]] = field(default_factory=dict)
    is_list: bool = False


@dataclass(frozen=True)
class Documents:
    """What is indexed, in the order of the pages, and the list of words that mends queries."""

    html: list[str]
    words: str


def documents(
    pages: list[Searched],
    synonyms: Synonyms,
    ignored: list[str],
    read: Callable[[str], str] = article,
) -> Documents:
    """The pages of one language with all that is added to them.

    Args:
        pages: The pages of the language.
        synonyms: Other names of what they name.
        ignored: Words that no compound is parted by, and that mend no query.
        read: Gives the article of a page's HTML.
    """
    articles = [sections(read(page.html)) for page in pages]
    # English writes its compounds as two words or with a hyphen, which need no splitting.
    norwegian = bool(pages) and pages[0].lang == NORWEGIAN.lang
    splitter = None
    if norwegian:
        vocabulary = {word for parts in articles for section in parts for word in section.words}
        splitter = Splitter(vocabulary, ignored)

    def make(at: int) -> tuple[str, Counter[str]]:
        additions = _Additions(splitter, synonyms)
        return additions.document(pages[at], articles[at]), additions.uses

    made = fork_map(make, range(len(pages)))
    uses: Counter[str] = Counter()
    for _, counted in made:
        uses.update(counted)
    listed = lexicon(uses, ignored, len(pages), compounds=norwegian)
    return Documents([html for html, _ in made], listed)


class _Additions:
    """Adds to one page what its readers may type."""

    def __init__(self, splitter: Splitter | None, synonyms: Synonyms) -> None:
        self._splitter = splitter
        self._synonyms = synonyms
        # How often each word can be found, for the list of words.
        self.uses: Counter[str] = Counter()

    def document(self, page: Searched, parts: list[Section]) -> str:
        """The page as an HTML document with only what is searched."""
        body = ""
        # What is added to text is added once a page: often enough to be found.
        added: set[str] = set()
        for number, section in enumerate(parts):
            names = page.sections.get(section.id, []) if number else page.names
            body += self._section(section, names, added)
        if page.is_list:
            # Behind the article's first tag, which says what of the page is indexed.
            tag, end, rest = body.partition(">")
            body = tag + end + _aside([LIST], IN_TEXT) + rest
        return f'<!doctype html><html lang="{page.lang}"><body>{body}</body></html>'

    def _section(self, section: Section, names: list[str], added: set[str]) -> str:
        said = " ".join(names)
        text, named = section.words, tokens(said)
        written = _folded(text)
        headed = _fresh(self._others(tokens(section.heading)), written)
        rest = _fresh(self._others(text), written | added | _folded(headed))
        added |= _folded(rest)
        self.uses.update([*text, *named, *headed, *rest])
        more = _aside([*named, *(NAME + fold(name) for name in names)], NAMED)
        more += _aside(headed, IN_HEADING) + _aside(rest, IN_TEXT)
        # The last section closes the article; nothing of it may stand behind that.
        head, end, tail = section.html.partition("</article>")
        return head + more + end + tail

    def _others(self, text: list[str]) -> Iterator[str]:
        """Parts of the words and other names of what they name."""
        if self._splitter is not None:
            for word in dict.fromkeys(text):
                yield from self._splitter.parts(word)
        for name in self._synonyms.found_in(text):
            yield from _words_of(name)


@lru_cache(maxsize=1 << 14)
def _words_of(name: str) -> tuple[str, ...]:
    """The words of a synonym: the same few thousand come up in every section."""
    return tuple(tokens(name))


def _folded(text: Iterable[str]) -> set[str]:
    return {fold(word) for word in text}


def _fresh(others: Iterable[str], known: set[str]) -> list[str]:
    return [word for word in dict.fromkeys(others) if fold(word) not in known]


def _aside(others: list[str], weight: float) -> str:
    if not others:
        return ""
    text = escape(" ".join(dict.fromkeys(others)))
    return f'<span data-pagefind-weight="{weight}"> {BEGIN} {text} {END} </span>'
