"""Protects the texts of a work from the style by placeholders while it is formatted.

citeproc-py puts punctuation between the parts of a reference, and some of it has to be
corrected afterwards. So that neither changes a title, a name or an address, each text is
replaced by one placeholder character until the end.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from html import escape

from scripts.content.records import CslItem

# The first code point of the Private Use Area of Unicode.
_FIRST = 0xE000
PLACEHOLDER = r"[\uE000-\uF8FF]"
_PLACEHOLDER_CONTEXT = re.compile(
    rf"(?P<label>\bp\. )?(?P<resolver>https://doi\.org/)?(?P<sign>{PLACEHOLDER})(?P<tag></i>)?"
    r"(?P<stop>\.)?"
)
# After these, the style's full stop is omitted; a quotation may end with them too.
_CLOSED = re.compile(r"[.?!…][»”’\"]?$")

_SEVERAL = re.compile(r"[-\N{EN DASH},]")

# Fields that the style compares but does not print, and numeric fields, which it evaluates.
_NOT_PRINTED = frozenset({"id", "type", "language"})
_NUMBERS = frozenset({"volume", "issue", "page", "number", "edition", "number-of-pages"})
_NUMERIC = re.compile(r"[A-Za-z]?\d[\d\s,–-]*[A-Za-z]?")
# Given names are not protected, as they become initials; other characters could inject HTML.
_NOT_IN_NAMES = re.compile(r"[^\w\s.'’-]")
# What a person is called beside the given names, which APA leaves out.
_CALLED = re.compile(r"[\"«“(][^\"«»“”()]*[\"»”)]")
# Two initials without full stops, as databases write them; "Bo" and "BO" apart by the small letter.
_INITIALS = re.compile(r"(?<![\w.])([^\W\d_a-zæøå])([^\W\d_a-zæøå])(?![\w.])")
_PROTECTED_NAME_PARTS = frozenset({"family", "literal"})
_ADDRESSES = frozenset({"URL", "DOI"})


class ProtectedItem:
    """A CSL-JSON item with placeholders for its texts (`item`); `restore` reverses them."""

    def __init__(self, item: CslItem) -> None:
        self._texts: list[tuple[str, str]] = []
        self._lang = str(item["language"])
        self.item = {field: self._protect(field, value) for field, value in item.items()}

    def restore(self, formatted: str, lang: str) -> str:
        """The formatted reference as HTML, with placeholders replaced by escaped texts.

        `lang` is the language of the page: a title in another one gets `lang`, for screen readers.
        """
        return _PLACEHOLDER_CONTEXT.sub(lambda match: self._restored(match, lang), formatted)

    def _protect(self, field: str, value: object) -> object:
        if isinstance(value, list):
            return [self._protect_name(name) for name in value]
        if not isinstance(value, str) or field in _NOT_PRINTED:
            return value
        if field in _NUMBERS and _NUMERIC.fullmatch(value):
            return value
        self._texts.append((field, value))
        return chr(_FIRST + len(self._texts) - 1)

    def _protect_name(self, name: Mapping[str, str]) -> dict[str, object]:
        parts = dict(name)
        # "Martin Luther, Jr.", split as in the files for reference managers.
        given, comma, suffix = parts.get("given", "").partition(", ")
        if comma:
            parts |= {"given": given, "suffix": suffix}
        return {
            part: self._protect(part, value)
            if part in _PROTECTED_NAME_PARTS
            else _NOT_IN_NAMES.sub("", _spelt_out(value) if part == "given" else value)
            for part, value in parts.items()
        }

    def _restored(self, match: re.Match[str], lang: str) -> str:
        field, text = self._texts[ord(match["sign"]) - _FIRST]
        if field == "number":
            # The style capitalises bracketed text, but cannot see through the placeholder.
            text = text[:1].upper() + text[1:]
        html = escape(text, quote=False)
        if field == "page" and match["label"] and _SEVERAL.search(text):
            # The style counts pages in figures alone, and takes xii–xv for one.
            return f"pp. {html}" + (match["tag"] or "") + (match["stop"] or "")
        if field in _ADDRESSES:
            html = _link((match["resolver"] or "") + text)
        elif field == "title" and self._lang != lang:
            html = f'<span lang="{self._lang}">{html}</span>'
        stop = "" if _CLOSED.search(text) else match["stop"] or ""
        return (match["label"] or "") + html + (match["tag"] or "") + stop


def _spelt_out(given: str) -> str:
    """Given names without what a person is called, and `KB` as `K. B.`."""
    return _INITIALS.sub(r"\1. \2.", _CALLED.sub("", given)).strip()


def _link(address: str) -> str:
    return f'<a href="{escape(address)}" rel="external">{escape(address, quote=False)}</a>'
