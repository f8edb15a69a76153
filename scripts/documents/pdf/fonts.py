"""Whether the typefaces for print hold every letter of a document.

Where one is missing, the system would lend another typeface's letter, or draw an empty
box: neither is what the editor meant, and each machine would do it in its own way.
"""

from __future__ import annotations

import unicodedata
from functools import cache
from pathlib import Path

from fontTools.ttLib import TTFont
from lxml.html import HtmlElement

from scripts.common.problems import Problem, relative

FONTS = ("sans-regular", "sans-bold", "sans-italic", "serif-semibold")
# The typefaces by where they are used: headings have one of their own.
_TEXT, _HEADING = FONTS[:3], FONTS[3:]
_HEADINGS = {"h1", "h2", "h3", "h4", "h5"}


def missing_fonts(folder: Path, root: Path) -> list[Problem]:
    """The files of the typefaces that are not there."""
    return [
        Problem(
            relative(folder / f"{name}.ttf", root),
            0,
            "the typeface for print is missing",
            "fetch it again: git checkout -- overrides/print/fonts",
        )
        for name in FONTS
        if not (folder / f"{name}.ttf").is_file()
    ]


@cache
def _letters(folder: Path, names: tuple[str, ...]) -> frozenset[str]:
    maps = [TTFont(folder / f"{name}.ttf", lazy=True).getBestCmap() for name in names]
    return frozenset.intersection(*(frozenset(map(chr, each)) for each in maps))


def missing_letters(document: HtmlElement, folder: Path) -> list[str]:
    """The letters of a document that a typeface lacks, in order."""
    missing: set[str] = set()
    for element in document.iter():
        if not isinstance(element.tag, str) or element.tag in ("style", "title"):
            continue
        around = any(each.tag in _HEADINGS for each in element.iterancestors())
        inside = around or element.tag in _HEADINGS
        for text, heading in ((element.text, inside), (element.tail, around)):
            letters = _letters(folder, _HEADING if heading else _TEXT)
            missing |= set(text or "") - letters - set("\n\t")
    return sorted(missing)


def named(letter: str) -> str:
    """A letter with its number and name, for who has to find it."""
    name = unicodedata.name(letter, "no name").lower()
    return f'"{letter}" (U+{ord(letter):04X}, {name})'
