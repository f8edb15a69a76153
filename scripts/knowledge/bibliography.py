"""References in full, by citeproc-py: APA, in the language of the page."""

from __future__ import annotations

import re
import warnings
from functools import cache
from html import escape
from pathlib import Path
from typing import Any

from citeproc import (
    Citation,
    CitationItem,
    CitationStylesBibliography,
    CitationStylesStyle,
    formatter,
)
from citeproc.source.json import CiteProcJSON

from scripts.knowledge.cache import Cache, key_of
from scripts.knowledge.locales import Locale
from scripts.knowledge.sources import Source

_ADDRESS = re.compile(r"https?://[^\s<]+[^\s<.,;)]")
# Part of the key: this module's own text, since it mends what citeproc-py gives.
_OWN = Path(__file__).read_text(encoding="utf-8")
# "Retrieved from" belongs to a date of reading, which the sources do not have.
_RETRIEVED = re.compile(r"\b(?:Hentet|Retrieved)(?: fra| from)? (?=https?://)")
_ORDINAL = re.compile(r"(\d)(?:st|nd|rd|th)\b")
# The style is American in its order of month and day, also in Norwegian.
_MONTH_DAY = re.compile(r"\((\d{4}), ([a-z]+) (\d{1,2})\)")


class Bibliography:
    """Formats sources in one style for one language, each only once.

    A reference takes some ten milliseconds, so finished ones are kept in `cache`.
    """

    def __init__(self, style_path: Path, locale: Locale, cache: Cache) -> None:
        self._style_path = style_path
        self._locale = locale
        self._cache = cache
        self._depends = key_of(style_path.read_text(encoding="utf-8"), locale.csl, _OWN)

    def reference(self, source: Source) -> str:
        """The full reference of a source as HTML; its address is a link."""
        return self.of(source.csl())

    def of(self, item: dict[str, Any]) -> str:
        """The full reference of any CSL-JSON item."""
        key = key_of(self._depends, item)
        return self._cache.get(key) or self._cache.put(key, self._format(item))

    def _format(self, item: dict[str, Any]) -> str:
        with warnings.catch_warnings():
            # citeproc-py warns of each CSL field that it does not know, and carries on.
            warnings.simplefilter("ignore")
            works = CiteProcJSON([_without_echo(item)])
            style = _style(self._style_path, self._locale.csl)
            bibliography = CitationStylesBibliography(style, works, formatter.html)
            bibliography.register(Citation([CitationItem(item["id"])]))
            text = str(bibliography.bibliography()[0])
        if "author" not in item:
            text = _drop_repeated_title(text)
        text = _mend(text, self._locale)
        text = _mark_language(text, item, self._locale)
        return _ADDRESS.sub(lambda match: _link(match.group()), text)


@cache
def _style(path: Path, csl_locale: str) -> CitationStylesStyle:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        return CitationStylesStyle(str(path), locale=csl_locale, validate=False)


def _without_echo(item: dict[str, Any]) -> dict[str, Any]:
    """Leave out a publisher that is the author (APA 7, section 9.29)."""
    names = {author.get("literal") for author in item.get("author", [])}
    return {
        key: value
        for key, value in item.items()
        if key not in {"publisher", "container-title"} or value not in names
    }


def _drop_repeated_title(text: str) -> str:
    """Take away the second title of a work without an author.

    APA puts the title where the author would stand; citeproc-py 0.11 does so, but
    prints it in its own place as well.
    """
    match = re.match(r"(?P<head>.+?)\. \((?P<date>[^()]*)\)\. ", text)
    if match is None:
        return text
    title = re.escape(re.sub(r"</?i>", "", match["head"]))
    rest = text[match.end() :]
    return match.group() + re.sub(rf"^(?:<i>)?{title}(?:</i>)?[.,]? ?", "", rest)


def _mend(text: str, locale: Locale) -> str:
    """What citeproc-py 0.11 leaves wrong: English ordinals, stray punctuation."""
    text = _RETRIEVED.sub("", text)
    text = (
        text.replace(", (", " (")
        .replace("..", ".")
        .replace("&amp;amp;", "&amp;")
        .replace("?.", "?")
        .replace("!.", "!")
    )
    if locale.code == "no":
        text = _ORDINAL.sub(r"\1.", text).replace("&amp;", "og")
        text = _MONTH_DAY.sub(r"(\1, \3. \2)", text.replace(", og ", " og "))
    return text


def _mark_language(text: str, item: dict[str, Any], locale: Locale) -> str:
    """Give the title its own `lang`, so that a screen reader pronounces it right."""
    lang = item["language"]
    if lang == locale.lang:
        return text
    title = escape(str(item["title"]), quote=False)
    return text.replace(title, f'<span lang="{lang}">{title}</span>', 1)


def _link(address: str) -> str:
    return f'<a href="{address}" rel="external">{address}</a>'
