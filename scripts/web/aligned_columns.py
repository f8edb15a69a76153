"""Columns that stand to the right or in the middle, as `| ---: |` and `| :---: |` ask for.

Python-Markdown writes `style="text-align: right;"` into each cell, which the policy of our pages
refuses: browsers would show such columns to the left. A class says it in its place, to the style
sheets of screen, paper and e-book, and to Word.
"""

from __future__ import annotations

from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.extensions import Extension
from markdown.treeprocessors import Treeprocessor

# The side -> its class. Left is where text stands without one.
CLASSES = {"right": "align-right", "center": "align-center"}
# After attributes in braces are read (8).
_PRIORITY = 6


def side(classes: object) -> str:
    """The side that the classes of a cell name: `right`, `center`, or "" for the left."""
    words = str(classes or "").split()
    return next((name for name, each in CLASSES.items() if each in words), "")


class AlignedColumns(Extension):
    """Gives the cells of such columns a class, and no style of their own."""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - the name is Python-Markdown's
        """Register the step."""
        md.treeprocessors.register(_Aligner(md), "aligned_columns", _PRIORITY)


class _Aligner(Treeprocessor):
    def run(self, root: Element) -> None:
        for row in root.iter("tr"):
            for cell in row:
                style = cell.attrib.pop("style", "")
                name = CLASSES.get(style.removeprefix("text-align: ").rstrip(";"))
                if name:
                    cell.set("class", " ".join(filter(None, [cell.get("class"), name])))
