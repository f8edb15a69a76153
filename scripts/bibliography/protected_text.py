"""Keeps the texts of a work out of the style's hands while it arranges them.

citeproc-py sets commas and full stops between the parts of a reference, and some of
them have to be mended after it. So that neither it nor the mends touch what stands in
a title, a name or an address, one character stands in for each text until the end.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from html import escape

from scripts.content.records import CslItem

# The first code point of the Private Use Area of Unicode.
_FIRST = 0xE000
STAND_IN = r"[\uE000-\uF8FF]"
_SHOWN = re.compile(
    rf"(?P<label>\bp\. )?(?P<resolver>https://doi\.org/)?(?P<sign>{STAND_IN})(?P<tag></i>)?(?P<stop>\.)?"
)
# After these the full stop of the style is one too many.
_CLOSED = (".", "?", "!")

_SEVERAL = re.compile(r"[-\N{EN DASH},]")

# What the style compares and does not print, and numbers, which it counts with.
_SILENT = frozenset({"id", "type", "language"})
_NUMBERS = frozenset({"volume", "issue", "page", "number", "edition", "number-of-pages"})
_COUNTED = re.compile(r"[A-Za-z]?\d[\d\s,–-]*[A-Za-z]?")
# Given names become initials; what no name holds would go through as HTML.
_NO_NAME = re.compile(r"[^\w\s.'’-]")
_WHOLE_NAMES = frozenset({"family", "literal"})
_ADDRESSES = frozenset({"URL", "DOI"})


class StandIns:
    """A CSL-JSON item with its texts hidden (`item`), and the way back (`show`)."""

    def __init__(self, item: CslItem) -> None:
        self._texts: list[tuple[str, str]] = []
        self._lang = str(item["language"])
        self.item = {field: self._hide(field, value) for field, value in item.items()}

    def show(self, arranged: str, lang: str) -> str:
        """The arranged reference as HTML, with every text in its place.

        `lang` is that of the page: a title in another one says so, for screen readers.
        """
        return _SHOWN.sub(lambda match: self._shown(match, lang), arranged)

    def _hide(self, field: str, value: object) -> object:
        if isinstance(value, list):
            return [self._hide_name(name) for name in value]
        if not isinstance(value, str) or field in _SILENT:
            return value
        if field in _NUMBERS and _COUNTED.fullmatch(value):
            return value
        self._texts.append((field, value))
        return chr(_FIRST + len(self._texts) - 1)

    def _hide_name(self, name: Mapping[str, str]) -> dict[str, object]:
        parts = dict(name)
        # "Martin Luther, Jr.", as the files for reference managers part it too.
        given, comma, suffix = parts.get("given", "").partition(", ")
        if comma:
            parts |= {"given": given, "suffix": suffix}
        return {
            part: self._hide(part, value) if part in _WHOLE_NAMES else _NO_NAME.sub("", value)
            for part, value in parts.items()
        }

    def _shown(self, match: re.Match[str], lang: str) -> str:
        field, text = self._texts[ord(match["sign"]) - _FIRST]
        if field == "number":
            # The style begins what it prints in brackets with a capital, and cannot here.
            text = text[:1].upper() + text[1:]
        html = escape(text, quote=False)
        if field == "page" and match["label"] and _SEVERAL.search(text):
            # The style counts pages in figures alone, and takes xii–xv for one.
            return f"pp. {html}" + (match["tag"] or "") + (match["stop"] or "")
        if field in _ADDRESSES:
            html = _link((match["resolver"] or "") + text)
        elif field == "title" and self._lang != lang:
            html = f'<span lang="{self._lang}">{html}</span>'
        stop = "" if text.endswith(_CLOSED) else match["stop"] or ""
        return (match["label"] or "") + html + (match["tag"] or "") + stop


def _link(address: str) -> str:
    return f'<a href="{escape(address)}" rel="external">{escape(address, quote=False)}</a>'
