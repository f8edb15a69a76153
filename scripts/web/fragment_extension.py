"""Finished HTML of templates as an extension of Python-Markdown.

Markdown reads raw HTML tag by tag to find where it ends; for tables of sources that costs
more than all the rest of a page. So it is given to the stash of Python-Markdown, which puts
it back as it is when the page is HTML.
"""

from __future__ import annotations

from collections.abc import Callable

from markdown import Markdown
from markdown.extensions import Extension
from markdown.preprocessors import Preprocessor

# Stores HTML and gives the Markdown that stands for it.
Store = Callable[[str], str]

# After line breaks are made alike (30), and before raw HTML is looked for (20).
_PRIORITY = 25


class FragmentExtension(Extension):
    """Puts fragments into the Markdown of one page.

    `fill` is given the text and the way to store HTML, and gives the text with the fragments.
    """

    def __init__(self, fill: Callable[[str, Store], str]) -> None:
        super().__init__()
        self._fill = fill

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - the name is Python-Markdown's
        """Register the step."""
        md.preprocessors.register(_Filler(md, self._fill), "fragments", _PRIORITY)


class _Filler(Preprocessor):
    def __init__(self, md: Markdown, fill: Callable[[str, Store], str]) -> None:
        super().__init__(md)
        self._fill = fill

    def run(self, lines: list[str]) -> list[str]:
        return self._fill("\n".join(lines), self._store).split("\n")

    def _store(self, html: str) -> str:
        """A block of its own, wherever it is put."""
        return f"\n\n{self.md.htmlStash.store(html)}\n\n" if html else ""
