"""Glyph coverage of the fonts for print.

For a missing glyph the system would substitute another font or draw an empty box: neither is what
the editor meant, and the result would differ between machines.
"""

from __future__ import annotations

import importlib
import unicodedata
from functools import cache
from hashlib import sha256
from pathlib import Path

from scripts.common.file_cache import FileCache
from scripts.common.paths import Project

FONTS = ("sans-regular", "sans-bold", "sans-italic", "serif-semibold")
# The fonts by use: headings have a font of their own.
TEXT, HEADING = FONTS[:3], FONTS[3:]
REMEDY = "write it in Latin, Greek or Cyrillic letters, or leave it out"
# Characters that need no glyph.
_NO_GLYPH_NEEDED = frozenset("\n\r\t")


@cache
def supported_characters(project: Project, names: tuple[str, ...]) -> frozenset[str]:
    """The characters that all of the fonts have glyphs for, or that need no glyph."""
    by_font = (
        _font_characters(project.print_templates / "fonts" / f"{name}.ttf", project.root)
        for name in names
    )
    return frozenset.intersection(*by_font) | _NO_GLYPH_NEEDED


def _font_characters(font: Path, root: Path) -> frozenset[str]:
    """The characters of one font; cached, since reading them takes longer than checking a page."""
    data = font.read_bytes()
    cache_folder = FileCache(root, "data")
    key = f"letters-{sha256(data).hexdigest()[:24]}"
    if (characters := cache_folder.get(key)) is None:
        tables = importlib.import_module("fontTools.ttLib").TTFont(font, lazy=True)
        characters = cache_folder.put(key, "".join(map(chr, sorted(tables.getBestCmap()))).encode())
    return frozenset(characters.decode())


def described_character(character: str) -> str:
    """A character with its code point and Unicode name, to make it easy to find."""
    name = unicodedata.name(character, "no name").lower()
    return f'"{character}" (U+{ord(character):04X}, {name})'
