"""What in an article is no text, and for whom: the one list for all who read articles."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from lxml import etree
from lxml.html import HtmlElement

GLOSSARY, PAPER, BOOK, WORD, SEARCH = "glossary", "paper", "book", "word", "search"

# What is no text, and for whom: in these the glossary links nothing, and the others leave them
# out. A selector is `tag`, `.class` or `[attribute]`, or a class but for another.
_NO_TEXT: dict[str, tuple[str, ...]] = {
    # Marks of evidence: each audience but paper names its sources elsewhere.
    ".cite": (WORD, SEARCH),
    ".ours": (WORD, SEARCH),
    ".mark": (WORD, SEARCH),
    ".editorial-note": (GLOSSARY, WORD, SEARCH),
    ".note-key": (GLOSSARY, WORD, SEARCH),
    ".note-switch": (WORD, SEARCH),
    # The list of references would answer every query; the page of sources consists of one.
    ".references": (GLOSSARY,),
    ".references:not(.sources)": (SEARCH,),
    ".backs": (PAPER,),
    # For a pointer and a keyboard.
    ".headerlink": (PAPER, BOOK, WORD, SEARCH),
    ".filters": (GLOSSARY, PAPER, BOOK),
    ".downloads-box": (
        PAPER,
        BOOK,
    ),
    # How much is known, which opens at a touch: paper says it in a section of its own.
    ".grade": (GLOSSARY, PAPER, BOOK, WORD, SEARCH),
    ".phase-files": (GLOSSARY, PAPER, BOOK, WORD, SEARCH),
    ".paper-files": (GLOSSARY, PAPER, BOOK, WORD, SEARCH),
    # The reason stands open below its question.
    ".why-asked": (PAPER, WORD),
    # The form itself says the same.
    ".form-preview": (GLOSSARY, SEARCH),
    ".planner": (
        PAPER,
        BOOK,
    ),
    # The short meetings of a phase have files of their own, and so have the notes to who leads.
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
    # The words below a drawing say the same; the styles of a document do not reach into it.
    ".drawn": (PAPER, WORD),
    # Speaks of links in a drawing.
    ".of-links": (PAPER, BOOK),
    # Leads to each letter of a list.
    ".letter-bar": (GLOSSARY, PAPER, BOOK, WORD, SEARCH),
    "[hidden]": (
        PAPER,
        BOOK,
    ),
    # Pagefind reads none of it; words added to a section must not end up within.
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
    # For programs.
    "script": (GLOSSARY, PAPER, BOOK, SEARCH),
    "style": (GLOSSARY, PAPER, BOOK, SEARCH),
    "svg": (GLOSSARY, SEARCH),
    # A link would break another, or change what somebody else said.
    "a": (GLOSSARY,),
    "blockquote": (GLOSSARY,),
    "q": (GLOSSARY,),
    "cite": (GLOSSARY,),
    "code": (GLOSSARY,),
    "pre": (GLOSSARY,),
    "[lang]": (GLOSSARY,),
    # Names, and what is made from data.
    **dict.fromkeys(("h1", "h2", "h3", "h4", "h5", "h6", "th", "dt", "caption"), (GLOSSARY,)),
    "sup": (GLOSSARY,),
    "aside": (GLOSSARY,),
    "[data-list]": (GLOSSARY,),
    ".entry-meta": (GLOSSARY,),
}
_SELECTOR = re.compile(r"(\w*)(?:\.([\w-]+))?(?:\[([\w-]+)\])?(?::not\(\.([\w-]+)\))?")


@dataclass
class NoText:
    """Finds in a tree what is no text for an audience."""

    tags: set[Any] = field(default_factory=lambda: {etree.Comment, etree.PI})
    attributes: list[str] = field(default_factory=list)
    # A class, and the class of those that are text all the same.
    classes: dict[str, str] = field(default_factory=dict)
    # What was found of a value of `class`: a page has many elements and few values.
    _known: dict[str, bool] = field(default_factory=dict)

    def __call__(self, root: HtmlElement) -> list[HtmlElement]:
        """The elements and comments, in order; a drawing is one of them, or whole."""
        found = []
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
                found.append(element)
        return found

    def _has_class(self, value: str) -> bool:
        if value not in self._known:
            names = value.split()
            self._known[value] = any(
                name in self.classes and self.classes[name] not in names for name in names
            )
        return self._known[value]


@cache
def no_text(audience: str) -> NoText:
    """What is no text for an audience.

    Raises:
        ValueError: when the table holds a selector of another kind.
    """
    found = NoText()
    for selector, audiences in _NO_TEXT.items():
        match = _SELECTOR.fullmatch(selector)
        if match is None:
            raise ValueError(f"{selector} is no selector of this table")
        if audience not in audiences:
            continue
        tag, name, attribute, other = match.groups()
        if tag:
            found.tags.add(tag)
        elif attribute:
            found.attributes.append(attribute)
        else:
            found.classes[name] = other or ""
    return found
