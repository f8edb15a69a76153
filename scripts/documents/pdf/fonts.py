"""Checks that the print fonts exist and have a glyph for every character of a document."""

from __future__ import annotations

from pathlib import Path

from lxml.html import HtmlElement

from scripts.common.paths import Project
from scripts.common.problems import Problem, relative
from scripts.language.glyphs import FONTS, HEADING, TEXT, supported_characters

_HEADINGS = {"h1", "h2", "h3", "h4", "h5"}


def missing_fonts(folder: Path, root: Path) -> list[Problem]:
    """A problem for each font file that is missing."""
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


def missing_glyphs(document: HtmlElement, project: Project) -> list[str]:
    """The characters of a document without a glyph, in order."""
    missing: set[str] = set()
    for element in document.iter():
        if not isinstance(element.tag, str) or element.tag in ("style", "title"):
            continue
        around = any(each.tag in _HEADINGS for each in element.iterancestors())
        inside = around or element.tag in _HEADINGS
        for text, heading in ((element.text, inside), (element.tail, around)):
            missing |= set(text or "") - supported_characters(project, HEADING if heading else TEXT)
    return sorted(missing)
