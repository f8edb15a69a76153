"""Which letters the typefaces for print hold.

Where one is missing, the system would lend another typeface's letter, or draw an empty
box: neither is what the editor meant, and each machine would do it in its own way.
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
# The typefaces by where they are used: headings have one of their own.
TEXT, HEADING = FONTS[:3], FONTS[3:]
OTHERWISE = "write it in Latin, Greek or Cyrillic letters, or leave it out"
# What is no letter, and needs none.
_BREAKS = frozenset("\n\r\t")


@cache
def letters(project: Project, names: tuple[str, ...]) -> frozenset[str]:
    """The letters that all of some typefaces hold, with the signs that need none."""
    held = (
        _held(project.print_templates / "fonts" / f"{name}.ttf", project.root) for name in names
    )
    return frozenset.intersection(*held) | _BREAKS


def _held(font: Path, root: Path) -> frozenset[str]:
    """The letters of one typeface; kept, since reading them takes longer than checking a page."""
    data = font.read_bytes()
    kept = FileCache(root, "data")
    key = f"letters-{sha256(data).hexdigest()[:24]}"
    if (found := kept.get(key)) is None:
        tables = importlib.import_module("fontTools.ttLib").TTFont(font, lazy=True)
        found = kept.put(key, "".join(map(chr, sorted(tables.getBestCmap()))).encode())
    return frozenset(found.decode())


def named(letter: str) -> str:
    """A letter with its code point and its Unicode name, for whoever has to find it."""
    name = unicodedata.name(letter, "no name").lower()
    return f'"{letter}" (U+{ord(letter):04X}, {name})'
