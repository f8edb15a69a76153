"""Inserts rendered templates into Markdown, as an extension of Python-Markdown.

Python-Markdown parses raw HTML tag by tag to find where it ends; for tables of sources that costs
more than the rest of the page. So rendered HTML goes into its HTML stash, which is put back
verbatim at the end.
"""

from __future__ import annotations

from collections.abc import Callable

from markdown import Markdown
from markdown.extensions import Extension
from markdown.preprocessors import Preprocessor

# Stashes HTML and returns its placeholder.
Store = Callable[[str], str]

# After normalize_whitespace (30), before html_block (20).
_PRIORITY = 25


class FragmentExtension(Extension):
    """Inserts fragments into the Markdown of one page.

    `fill` takes the text and a function that stashes HTML, and returns the text with fragments.
    """

    def __init__(self, fill: Callable[[str, Store], str]) -> None:
        super().__init__()
        self._fill = fill

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - the name is Python-Markdown's
        """Register the preprocessor."""
        md.preprocessors.register(_Filler(md, self._fill), "fragments", _PRIORITY)


class _Filler(Preprocessor):
    def __init__(self, md: Markdown, fill: Callable[[str, Store], str]) -> None:
        super().__init__(md)
        self._fill = fill

    def run(self, lines: list[str]) -> list[str]:
        return self._fill("\n".join(lines), self._store).split("\n")

    def _store(self, html: str) -> str:
        """Stash HTML; its placeholder is a block of its own, wherever it is put."""
        return f"\n\n{self.md.htmlStash.store(html)}\n\n" if html else ""
