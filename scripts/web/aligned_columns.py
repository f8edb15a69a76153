"""Right-aligned and centred table columns, as in `| ---: |` and `| :---: |`.

Python-Markdown writes `style="text-align: right;"` into each cell, which the Content-Security-
Policy of our pages blocks: browsers would align such columns left. A class replaces it, for the
style sheets of screen, paper and e-book, and for Word.
"""

from __future__ import annotations

from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.extensions import Extension
from markdown.treeprocessors import Treeprocessor

# Alignment -> class; left is the default and has none.
CLASSES = {"right": "align-right", "center": "align-center"}
# Lower runs later: after attr_list (8).
_PRIORITY = 6


def side(classes: object) -> str:
    """The alignment in the classes of a cell: `right`, `center`, or "" for left."""
    words = str(classes or "").split()
    return next((name for name, each in CLASSES.items() if each in words), "")


class AlignedColumns(Extension):
    """Replaces the inline style of aligned cells with a class."""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - the name is Python-Markdown's
        """Register the tree processor."""
        md.treeprocessors.register(_Aligner(md), "aligned_columns", _PRIORITY)


class _Aligner(Treeprocessor):
    def run(self, root: Element) -> None:
        for row in root.iter("tr"):
            for cell in row:
                style = cell.attrib.pop("style", "")
                name = CLASSES.get(style.removeprefix("text-align: ").rstrip(";"))
                if name:
                    cell.set("class", " ".join(filter(None, [cell.get("class"), name])))
