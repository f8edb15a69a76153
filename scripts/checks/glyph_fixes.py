"""Suggests supported replacements for characters that the print typefaces lack.

Word processors insert hyphens and spaces of their own, and Unicode has compatibility characters
that are variants of others: raised and lowered figures, ℃, №, 𝐛.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Collection, Sequence

from scripts.language.glyphs import REMEDY

# Hyphens, dashes and spaces of word processors, with their keyboard equivalents.
_KEYBOARD = {
    "\u2010\u2011\u2043": "a hyphen of the keyboard, -",
    "\u2012\u2015": "a dash, –",
    "".join(map(chr, (*range(0x2000, 0x200B), 0x202F, 0x205F, 0x3000))): "a space of the keyboard",
}
# Unicode's compatibility decomposition tags, and the HTML element for each.
_TAGS = {"<super>": "sup", "<sub>": "sub"}


def glyph_fix(missing: Sequence[str], supported: Collection[str], *, is_markdown: bool) -> str:
    """Say how to write characters that a typeface lacks.

    Args:
        missing: The characters, at most as many as a report names.
        supported: The characters that the typeface has.
        is_markdown: Whether the text is that of a page, where <sup> and <sub> are allowed.
    """
    ways = {each: _replacement(each, supported, is_markdown=is_markdown) for each in missing}
    distinct = list(dict.fromkeys(way for way in ways.values() if way))
    if not distinct:
        return REMEDY
    fix = f"write {distinct[0]}"
    if len(distinct) > 1 or len(distinct) < len(set(ways.values())):
        listed = ", ".join(f'{way} for "{each}"' for each, way in ways.items() if way)
        fix = f"write {listed}"
    if not all(ways.values()):
        fix += "; the others in Latin, Greek or Cyrillic letters, or leave them out"
    return fix


def _replacement(letter: str, supported: Collection[str], *, is_markdown: bool) -> str:
    if plain := next((new for old, new in _KEYBOARD.items() if letter in old), ""):
        return plain
    normalised = unicodedata.normalize("NFKC", letter).replace("\u2044", "/")
    if normalised == letter or not all(char in supported for char in normalised):
        return ""
    tag = _TAGS.get(unicodedata.decomposition(letter).split(" ")[0])
    if tag is None:
        return f'"{normalised}"'
    return f"<{tag}>{normalised}</{tag}>" if is_markdown else "in words what is raised or lowered"
