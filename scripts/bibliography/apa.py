"""References in full, by citeproc-py: APA, in the language of the page."""

from __future__ import annotations

import re
import warnings
from functools import cache
from pathlib import Path
from typing import cast

from citeproc import (
    Citation,
    CitationItem,
    CitationStylesBibliography,
    CitationStylesStyle,
    formatter,
)
from citeproc.source.json import CiteProcJSON
from markupsafe import Markup

from scripts.bibliography import citeproc_memory, protected_text
from scripts.common.cache import Cache, key_of
from scripts.common.versions import installed_libraries
from scripts.content.records import CslItem
from scripts.content.sources import Source
from scripts.language.locales import Locale

citeproc_memory.install()

# Part of the key: the text of the modules that change what citeproc-py gives.
_OWN = "".join(
    Path(str(path)).read_text(encoding="utf-8")
    for path in (__file__, protected_text.__file__, citeproc_memory.__file__)
)
# "Retrieved from" belongs to a date of reading, which the sources do not have.
_RETRIEVED = re.compile(rf"\b(?:Hentet|Retrieved)(?: fra| from)? (?={protected_text.STAND_IN})")
# The style is American in its order of month and day, also in Norwegian.
_MONTH_DAY = re.compile(r"\((\d{4}), ([a-z]+) (\d{1,2})\)")
# What a person did, after the name: (Ed.), (J. Moe, Trans.). The style asks for capitals,
# which citeproc-py 0.11 gives to no label (citeproc-py/citeproc-py#146; remove when it does),
# and British English leaves the full stop of "eds" out.
_ROLE = re.compile(
    r"(?:(?<=\()|(?<=, ))(?P<role>(?:eds?|trans|illus|interviewers?)\b\.?(?: &amp; trans\.)?)"
    r"(?=[);])"
)
_EDITORS = re.compile(r"(?:In|I) (?P<names>[^()]+) \((?:Eds?\.|red\.)\), ")
_EDITED = re.compile(r" \([^()]+, (?:Eds?\.|red\.)\)")
_DEGREES = {
    "master": {"no": "Masteroppgave", "en": "Master’s thesis"},
    "doctor": {"no": "Doktorgradsavhandling", "en": "Doctoral dissertation"},
}
# What stands where the author would, and the date that follows it.
_HEAD = re.compile(r"(?P<head>.+?)\. \([^()]*\)\. ")


class Bibliography:
    """Formats sources in one style for one language, each only once.

    A reference takes some ten milliseconds, so finished ones are kept in `cache`.
    """

    def __init__(self, style_path: Path, locale: Locale, cache: Cache) -> None:
        self._style_path = style_path
        self._locale = locale
        self._cache = cache
        style = style_path.read_text(encoding="utf-8")
        self._depends = key_of(style, locale.csl, _OWN, installed_libraries())

    def reference(self, source: Source) -> Markup:
        """The full reference of a source as HTML; its address is a link."""
        return self.of(source.csl())

    def is_kept(self, source: Source) -> bool:
        """Whether the reference of a source need not be formatted."""
        return self._cache.get(key_of(self._depends, source.csl())) is not None

    def of(self, item: CslItem) -> Markup:
        """The full reference of any CSL-JSON item.

        Returns:
            HTML in which every text of the item is escaped, in APA's seventh edition as its
            style file (data/csl/apa.csl) has it, in the language of the bibliography.
        """
        key = key_of(self._depends, item)
        return Markup(self._cache.get(key) or self._cache.put(key, self._format(item)))

    def _format(self, item: CslItem) -> str:
        hidden = protected_text.StandIns(_as_printed(_without_echo(item), self._locale))
        with warnings.catch_warnings():
            # citeproc-py warns of each CSL field that it does not know, and carries on.
            warnings.simplefilter("ignore")
            works = CiteProcJSON([hidden.item])
            style = _style(self._style_path, self._locale.csl)
            bibliography = CitationStylesBibliography(style, works, formatter.html)
            bibliography.register(Citation([CitationItem(item["id"])]))
            text = str(bibliography.bibliography()[0])
        if "author" not in item:
            text = _drop_repeated_head(text)
        text = _mend(text, self._locale)
        if "author" not in item and "editor" in item:
            text = _drop_repeated_editors(text)
        return hidden.show(text, self._locale.lang)


@cache
def _style(path: Path, csl_locale: str) -> CitationStylesStyle:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        return CitationStylesStyle(str(path), locale=csl_locale, validate=False)


def _without_echo(item: CslItem) -> CslItem:
    """Leave out a publisher that is the author (APA 7, section 9.29)."""
    names = {author.get("literal") for author in item.get("author", [])}
    kept = {
        key: value
        for key, value in item.items()
        if key not in {"publisher", "container-title"} or value not in names
    }
    return cast("CslItem", kept)


def _as_printed(item: CslItem, locale: Locale) -> CslItem:
    """The item under the type by which citeproc-py 0.11 prints it as APA has its own.

    A chapter that nobody signed is an entry, whose title stands first: the style puts the
    editors of the book there, who did not write it (APA 7, 9.12). A thesis has what it is and
    where in brackets, before which citeproc-py prints "(Publication)". The number of an
    edition is written out: citeproc-py counts in English alone, and "edn" is not APA's.
    """
    changed = item.copy()
    if (edition := item.get("edition", "")).isdecimal():
        changed["edition"] = _edition(int(edition), locale)
    if item["type"] == "chapter" and "author" not in item and "container-title" in item:
        changed["type"] = "entry"
    if item["type"] == "thesis" and item.get("genre") in _DEGREES:
        changed["type"] = "document"
        parts = _DEGREES[item["genre"]][locale.code], changed.pop("publisher", "")
        changed["genre"] = ", ".join(part for part in parts if part)
    return changed


def _edition(number: int, locale: Locale) -> str:
    if locale.code == "no":
        return f"{number}. utg."
    # 11th, 12th and 13th, but 21st.
    ends = {1: "st", 2: "nd", 3: "rd"} if number % 100 not in (11, 12, 13) else {}
    return f"{number}{ends.get(number % 10, 'th')} ed."


def _drop_repeated_head(text: str) -> str:
    """Take away the second title or publisher of a work without an author.

    APA puts one of them where the author would stand; citeproc-py 0.11 does so, but
    prints it in its own place as well.
    """
    match = _HEAD.match(text)
    if match is None:
        return text
    again = rf"(?:^|(?<=\. )){re.escape(match['head'])}[.,]? ?"
    return (match.group() + re.sub(again, "", text[match.end() :], count=1)).rstrip()


def _drop_repeated_editors(text: str) -> str:
    """Take away the second naming of editors who stand where the author would.

    The style names them once; citeproc-py 0.11 prints in its own place what it has put there.
    """
    match = re.match(r"[^()]+ \((?:Eds?\.|red\.)\)\. \([^()]*\)\. ", text)
    if match is None:
        return text
    head, rest = match.group(), text[match.end() :]
    rest = _EDITORS.sub(lambda found: found.group().split(" ", 1)[0] + " ", rest, count=1)
    return head + _EDITED.sub("", rest, count=1)


def _mend(text: str, locale: Locale) -> str:
    """What citeproc-py 0.11 leaves wrong between the texts."""
    text = _RETRIEVED.sub("", text)
    if locale.code == "no":
        text = text.replace(", &amp; ", " og ").replace("&amp;", "og")
        text = _MONTH_DAY.sub(r"(\1, \3. \2)", text)
    else:
        text = _ROLE.sub(_as_title, text)
    return text


def _as_title(match: re.Match[str]) -> str:
    """The name of a role as APA writes it in English: Eds., Ed. & Trans., Interviewer."""
    words = (word if "&" in word else word.capitalize() for word in match["role"].split(" "))
    return re.sub(r"\bEds(?!\.)", "Eds.", " ".join(words))
