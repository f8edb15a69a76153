"""Which elements of an article are not text, and for which audience: the one list for all."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from lxml import etree
from lxml.html import HtmlElement

GLOSSARY, PAPER, BOOK, WORD, SEARCH = "glossary", "paper", "book", "word", "search"

# Selector -> audiences: the glossary links nothing in these elements, the others drop them.
# A selector is `tag`, `.class`, `[attribute]` or `.class:not(.other)`.
_NO_TEXT: dict[str, tuple[str, ...]] = {
    # Source marks: Word files list their sources elsewhere, and the search ignores them.
    ".cite": (WORD, SEARCH),
    ".ours": (WORD, SEARCH),
    ".mark": (WORD, SEARCH),
    ".editorial-note": (GLOSSARY, WORD, SEARCH),
    ".note-key": (GLOSSARY, WORD, SEARCH),
    ".note-switch": (WORD, SEARCH),
    # References would match every query; the page of sources consists of one such list.
    ".references": (GLOSSARY,),
    ".references:not(.sources)": (SEARCH,),
    ".backs": (PAPER,),
    # Interactive elements.
    ".headerlink": (PAPER, BOOK, WORD, SEARCH),
    ".filters": (GLOSSARY, PAPER, BOOK),
    ".downloads-box": (
        PAPER,
        BOOK,
    ),
    # The grade of evidence, which expands on click: paper has a section of its own for it.
    ".grade": (GLOSSARY, PAPER, BOOK, WORD, SEARCH),
    ".phase-files": (GLOSSARY, PAPER, BOOK, WORD, SEARCH),
    ".paper-files": (GLOSSARY, PAPER, BOOK, WORD, SEARCH),
    # On paper the reason is printed open, below its question.
    ".why-asked": (PAPER, WORD),
    # Repeats the form.
    ".form-preview": (GLOSSARY, SEARCH),
    ".planner": (
        PAPER,
        BOOK,
    ),
    # The short meetings of a phase and the facilitator's notes have files of their own.
    ".variants": (GLOSSARY, PAPER, WORD),
    ".leader-notes": (GLOSSARY, WORD),
    ".cite-page": (
        PAPER,
        BOOK,
    ),
    ".read-aloud": (
        PAPER,
        BOOK,
    ),
    # The text below a drawing says the same; the styles of a document do not reach into it.
    ".drawn": (PAPER, WORD),
    # Instructions on the links in a drawing.
    ".of-links": (PAPER, BOOK),
    # An A–Z index.
    ".letter-bar": (GLOSSARY, PAPER, BOOK, WORD, SEARCH),
    "[hidden]": (
        PAPER,
        BOOK,
    ),
    # Pagefind skips it; words added to a section must not end up inside.
    "[data-pagefind-ignore]": (SEARCH,),
    "button": (GLOSSARY, PAPER, BOOK),
    "select": (
        PAPER,
        BOOK,
    ),
    "dialog": (
        PAPER,
        BOOK,
    ),
    "form": (SEARCH,),
    "label": (GLOSSARY,),
    "summary": (GLOSSARY,),
    # Not rendered as text.
    "script": (GLOSSARY, PAPER, BOOK, SEARCH),
    "style": (GLOSSARY, PAPER, BOOK, SEARCH),
    "svg": (GLOSSARY, SEARCH),
    # Links cannot nest, and quotations and titles are not ours to change.
    "a": (GLOSSARY,),
    "blockquote": (GLOSSARY,),
    "q": (GLOSSARY,),
    "cite": (GLOSSARY,),
    "code": (GLOSSARY,),
    "pre": (GLOSSARY,),
    "[lang]": (GLOSSARY,),
    # Headings and labels, and lists made from data.
    **dict.fromkeys(("h1", "h2", "h3", "h4", "h5", "h6", "th", "dt", "caption"), (GLOSSARY,)),
    "sup": (GLOSSARY,),
    "aside": (GLOSSARY,),
    "[data-list]": (GLOSSARY,),
    ".entry-meta": (GLOSSARY,),
}
_SELECTOR = re.compile(r"(\w*)(?:\.([\w-]+))?(?:\[([\w-]+)\])?(?::not\(\.([\w-]+)\))?")


@dataclass
class NoText:
    """Finds the elements of a tree that are not text for an audience."""

    tags: set[Any] = field(default_factory=lambda: {etree.Comment, etree.PI})
    attributes: list[str] = field(default_factory=list)
    # Class -> the class that exempts an element, or "".
    classes: dict[str, str] = field(default_factory=dict)
    # Cache by the value of `class`: a page has many elements and few distinct values.
    _cache: dict[str, bool] = field(default_factory=dict)

    def __call__(self, root: HtmlElement) -> list[HtmlElement]:
        """The elements and comments, in document order; none from inside an SVG."""
        matches = []
        for element in root.iter():
            name = element.get("class") if isinstance(element.tag, str) else None
            if (
                element.tag in self.tags
                or (name is not None and self._has_class(name))
                or (
                    self.attributes
                    and any(element.get(each) is not None for each in self.attributes)
                )
            ) and next(element.iterancestors("svg"), None) is None:
                matches.append(element)
        return matches

    def _has_class(self, value: str) -> bool:
        if value not in self._cache:
            names = value.split()
            self._cache[value] = any(
                name in self.classes and self.classes[name] not in names for name in names
            )
        return self._cache[value]


@cache
def no_text(audience: str) -> NoText:
    """The matcher of an audience.

    Raises:
        ValueError: a selector of the table has an unsupported form.
    """
    matcher = NoText()
    for selector, audiences in _NO_TEXT.items():
        match = _SELECTOR.fullmatch(selector)
        if match is None:
            raise ValueError(f"{selector} is no selector of this table")
        if audience not in audiences:
            continue
        tag, name, attribute, other = match.groups()
        if tag:
            matcher.tags.add(tag)
        elif attribute:
            matcher.attributes.append(attribute)
        else:
            matcher.classes[name] = other or ""
    return matcher
