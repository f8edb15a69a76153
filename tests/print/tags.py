"""A PDF as a screen reader meets it: its tags in order, with the text of each."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any

import pdfplumber
import pikepdf

from tests.print import drawn


@dataclass
class Tag:
    """A tag with its text; `parents` are the names of those around it."""

    name: str
    object: Any
    parents: tuple[str, ...]
    text: str = ""
    kids: list["Tag"] = field(default_factory=list)

    def walk(self) -> Iterator["Tag"]:
        yield self
        for kid in self.kids:
            yield from kid.walk()


class Pdf:
    """A file as several programs read it, each when it is first asked."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def __repr__(self) -> str:
        return self.path.name

    @cached_property
    def file(self) -> pikepdf.Pdf:
        return pikepdf.open(self.path)

    @cached_property
    def plumbed(self) -> pdfplumber.PDF:
        return pdfplumber.open(self.path)

    @cached_property
    def words(self) -> list[list[drawn.Box]]:
        """The words of each page with their places."""
        return drawn.words(self.path)

    @cached_property
    def page_texts(self) -> list[str]:
        """The text of each page without white space: quicker than pdfplumber."""
        return [squeezed("".join(word.text for word in words)) for words in self.words]

    @cached_property
    def shapes(self) -> list[list[drawn.Box]]:
        """The lines and grounds of each page."""
        return drawn.shapes(self.path)

    @cached_property
    def contents(self) -> dict[tuple[int, int], str]:
        """The text of each marked content by page and number."""
        return drawn.marked_texts(self.path)

    @cached_property
    def root(self) -> Tag:
        pages = {page.objgen: number for number, page in enumerate(self.file.pages)}
        return self._tag(self.file.Root.StructTreeRoot.K[0], (), pages, 0)

    def _tag(self, item: Any, parents: tuple[str, ...], pages: dict, page: int) -> Tag:
        tag = Tag(str(item.S).lstrip("/"), item, parents)
        own = item.get("/Pg")
        page = pages[own.objgen] if own is not None else page
        kids = item.get("/K", [])
        for kid in kids if isinstance(kids, pikepdf.Array) else [kids]:
            if isinstance(kid, pikepdf.Dictionary):
                if "/S" in kid and kid.get("/Type") != "/OBJR":
                    child = self._tag(kid, (*parents, tag.name), pages, page)
                    tag.kids.append(child)
                    tag.text += child.text
            else:
                tag.text += self.contents[page, int(kid)]
        return tag

    @cached_property
    def tags(self) -> list[Tag]:
        return list(self.root.walk())

    def named(self, *names: str) -> list[Tag]:
        return [tag for tag in self.tags if tag.name in names]

    @cached_property
    def headings(self) -> list[tuple[int, str]]:
        return [
            (int(tag.name[1]), squeezed(tag.text))
            for tag in self.tags
            if tag.name in {"H1", "H2", "H3", "H4", "H5"}
        ]

    @cached_property
    def text(self) -> str:
        return squeezed(self.root.text)


def squeezed(text: str) -> str:
    """Text without white space: lines are broken in other places on paper."""
    return "".join(text.split())
