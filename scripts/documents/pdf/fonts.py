"""Checks that the print fonts exist and have a glyph for every character of a document."""

from __future__ import annotations

from pathlib import Path

from lxml.html import HtmlElement

from scripts.common.paths import Project
from scripts.common.problems import Problem, relative
from scripts.language.glyphs import FONTS, TEXT, supported_characters


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
    """The characters of a document without a glyph, in order.

    What the typeface of headings lacks is set in that of text (overrides/print/*.css).
    """
    supported = supported_characters(project, TEXT)
    missing: set[str] = set()
    for element in document.iter():
        # The tail of a style or title belongs to the element around it.
        if isinstance(element.tag, str) and element.tag not in ("style", "title"):
            missing |= set(element.text or "") - supported
        missing |= set(element.tail or "") - supported
    return sorted(missing)
