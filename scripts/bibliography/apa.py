"""Formats full references with citeproc-py: APA, in the language of the page."""

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

# Part of the cache key: the source of the modules that alter citeproc-py's output.
_OWN_CODE = "".join(
    Path(str(path)).read_text(encoding="utf-8")
    for path in (__file__, protected_text.__file__, citeproc_memory.__file__)
)
# "Retrieved from" goes with an access date, which the sources do not have.
_RETRIEVED = re.compile(rf"\b(?:Hentet|Retrieved)(?: fra| from)? (?={protected_text.PLACEHOLDER})")
# The style puts the month before the day (American order), in Norwegian too.
_MONTH_DAY = re.compile(r"\((\d{4}), ([a-z]+) (\d{1,2})\)")
# The role label after a name: (Ed.), (J. Moe, Trans.). The style asks for capitals, but
# citeproc-py 0.11 does not capitalise labels (citeproc-py/citeproc-py#146; remove when it does),
# and its British English locale omits the full stop of "eds".
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
# The title or publisher in the author position, and the date that follows it.
_AUTHOR_POSITION = re.compile(r"(?P<head>.+?)\. \([^()]*\)\. ")
# What kind of work it is, behind the date where a title stands in that position.
_FORM = re.compile(
    rf"(?P<title>(?:<i>)?{protected_text.PLACEHOLDER}(?:</i>)?)\. (?P<date>\([^()]*\))"
    r"\. (?P<form>\[[^\[\]]+\])\. ?"
)


class Bibliography:
    """Formats sources in one style for one language.

    A reference takes some ten milliseconds, so they are cached in `cache`.
    """

    def __init__(self, style_path: Path, locale: Locale, cache: Cache) -> None:
        self._style_path = style_path
        self._locale = locale
        self._cache = cache
        style = style_path.read_text(encoding="utf-8")
        self._key_base = key_of(style, locale.csl, _OWN_CODE, installed_libraries())

    def reference(self, source: Source) -> Markup:
        """The full reference of a source as HTML, with its address as a link."""
        return self.of(source.csl())

    def is_kept(self, source: Source) -> bool:
        """Whether the reference of a source is in the cache."""
        return self._cache.get(key_of(self._key_base, source.csl())) is not None

    def of(self, item: CslItem) -> Markup:
        """The full reference of any CSL-JSON item.

        Returns:
            HTML with every text of the item escaped, in APA 7 as defined by its style file
            (data/csl/apa.csl), in the language of the bibliography.
        """
        key = key_of(self._key_base, item)
        return Markup(self._cache.get(key) or self._cache.put(key, self._format(item)))

    def _format(self, item: CslItem) -> str:
        protected = protected_text.ProtectedItem(
            _as_printed(_without_repeated_publisher(item), self._locale)
        )
        with warnings.catch_warnings():
            # citeproc-py warns of each unknown CSL field, and ignores it.
            warnings.simplefilter("ignore")
            works = CiteProcJSON([protected.item])
            style = _style(self._style_path, self._locale.csl)
            bibliography = CitationStylesBibliography(style, works, formatter.html)
            bibliography.register(Citation([CitationItem(item["id"])]))
            text = str(bibliography.bibliography()[0])
        if "author" not in item:
            text = _FORM.sub(r"\g<title> \g<form>. \g<date>. ", _drop_repeated_head(text)).rstrip()
        text = _corrected(text, self._locale)
        if "author" not in item and "editor" in item:
            text = _drop_repeated_editors(text)
        return protected.restore(text, self._locale.lang)


@cache
def _style(path: Path, csl_locale: str) -> CitationStylesStyle:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        return CitationStylesStyle(str(path), locale=csl_locale, validate=False)


def _without_repeated_publisher(item: CslItem) -> CslItem:
    """Omit a publisher that is also the author (APA 7, section 9.29)."""
    names = {author.get("literal") for author in item.get("author", [])}
    fields = {
        key: value
        for key, value in item.items()
        if key not in {"publisher", "container-title"} or value not in names
    }
    return cast("CslItem", fields)


def _as_printed(item: CslItem, locale: Locale) -> CslItem:
    """The item with the type and texts that make citeproc-py 0.11 print it as APA requires.

    The number of an edition is written out: citeproc-py has English ordinals alone, and "edn" is
    not APA's.
    """
    changed = item.copy()
    if (edition := item.get("edition", "")).isdecimal():
        changed["edition"] = _edition(int(edition), locale)
    match item["type"]:
        case "chapter" | "entry-encyclopedia" if "author" not in item and "container-title" in item:
            # Unsigned: as an entry its title comes first. Otherwise the style puts the editors or
            # the publisher there, who did not write it (APA 7, 9.12).
            changed["type"] = "entry"
        case "thesis" if item.get("genre") in _DEGREES:
            # Before degree and institution in brackets, citeproc-py would print "(Publication)",
            # and a number would join them in round ones.
            changed["type"] = "document"
            parts = _DEGREES[item["genre"]][locale.code], changed.pop("publisher", "")
            changed["genre"] = ", ".join(part for part in parts if part)
            changed.pop("number", None)
        case "report" if "number" in item and "collection-title" in item:
            changed["number"] = _in_series(item["collection-title"], item["number"], locale)
            del changed["collection-title"]
        case "legislation" if "number" in item:
            # The style knows laws of the USA by their number ("Pub. L. No.").
            changed["title"] = f"{item['title']} ({changed.pop('number')})"
    return changed


def _in_series(series: str, number: str, locale: Locale) -> str:
    """The number of a report in its series: NIBR-rapport 2008:12, Notat nr. 3 (APA 7, 10.4)."""
    if not number.isdecimal():
        return f"{series} {number}"
    return f"{series} {'nr.' if locale.code == 'no' else 'No.'} {number}"


def _edition(number: int, locale: Locale) -> str:
    if locale.code == "no":
        return f"{number}. utg."
    # 11th, 12th and 13th, but 21st.
    ends = {1: "st", 2: "nd", 3: "rd"} if number % 100 not in (11, 12, 13) else {}
    return f"{number}{ends.get(number % 10, 'th')} ed."


def _drop_repeated_head(text: str) -> str:
    """Remove the repeated title or publisher of a work without an author.

    APA moves one of them to the author position; citeproc-py 0.11 does so, but
    prints it in its usual position too.
    """
    match = _AUTHOR_POSITION.match(text)
    if match is None:
        return text
    repeated = rf"(?:^|(?<=\. )){re.escape(match['head'])}[.,]? ?"
    return (match.group() + re.sub(repeated, "", text[match.end() :], count=1)).rstrip()


def _drop_repeated_editors(text: str) -> str:
    """Remove the repeated editors of a work that has them in the author position.

    The style substitutes them for the author; citeproc-py 0.11 prints them in their usual
    position too.
    """
    match = re.match(r"[^()]+ \((?:Eds?\.|red\.)\)\. \([^()]*\)\. ", text)
    if match is None:
        return text
    head, rest = match.group(), text[match.end() :]
    rest = _EDITORS.sub(lambda match: match.group().split(" ", 1)[0] + " ", rest, count=1)
    return head + _EDITED.sub("", rest, count=1)


def _corrected(text: str, locale: Locale) -> str:
    """Correct the text between the protected texts, which citeproc-py 0.11 gets wrong."""
    text = _RETRIEVED.sub("", text)
    if locale.code == "no":
        text = text.replace(", &amp; ", " og ").replace("&amp;", "og")
        text = _MONTH_DAY.sub(r"(\1, \3. \2)", text)
    else:
        text = _ROLE.sub(_capitalised_role, text)
    return text


def _capitalised_role(match: re.Match[str]) -> str:
    """A role label capitalised as in APA: Eds., Ed. & Trans., Interviewer."""
    words = (word if "&" in word else word.capitalize() for word in match["role"].split(" "))
    return re.sub(r"\bEds(?!\.)", "Eds.", " ".join(words))
