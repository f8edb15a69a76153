"""The syntax tree of a Markdown text: blocks, and the source lines that they span."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace

ROOT, PARAGRAPH, HEADING, RULE = "root", "paragraph", "heading", "rule"
CODE, TABLE, QUOTE = "code", "table", "quote"
BULLETS, NUMBERS, ITEM = "bullets", "numbers", "item"
DEFINITIONS, TERM, DEFINITION = "definitions", "term", "definition"

# The indentation of an item's content, and the width of a tab.
TAB = 4


@dataclass(frozen=True)
class SourceLine:
    """A line of the file, without the markers of its containers; `line` is its number."""

    text: str
    line: int

    @property
    def indent(self) -> int:
        """The number of leading spaces."""
        return len(self.text) - len(self.text.lstrip(" "))


@dataclass
class Node:
    """A block with its lines and child blocks. `sign` and `indent` are of an item's marker."""

    kind: str
    rows: list[SourceLine]
    children: list[Node] = field(default_factory=list)
    sign: str = ""
    indent: int = 0

    def walk(self) -> list[Node]:
        """The block and its descendants, in document order."""
        return [self, *(inner for child in self.children for inner in child.walk())]

    def last(self, kinds: tuple[str, ...]) -> Node | None:
        """The last child, if it is of one of these kinds."""
        return self.children[-1] if self.children and self.children[-1].kind in kinds else None


@dataclass(frozen=True)
class ParserState:
    """The state of the parser: the containing block, the parser's mode and the nesting depth.

    `mode` is "list", "detabbed", "quote" or "", as in Python-Markdown's parser.
    """

    parent: Node
    mode: str
    depth: int
    read: Callable[[list[SourceLine], ParserState], None]

    def parse(
        self, rows: list[SourceLine], parent: Node | None = None, mode: str | None = None
    ) -> None:
        """Parse lines into `parent` (the same block by default), one level deeper."""
        self.read(
            rows,
            replace(
                self,
                parent=parent or self.parent,
                mode=self.mode if mode is None else mode,
                depth=self.depth + 1,
            ),
        )


# A reader parses a block and returns the rest of it, or None if the block is not of its kind.
Reader = Callable[[list[SourceLine], ParserState], list[list[SourceLine]] | None]


def first_index(rows: list[SourceLine], predicate: Callable[[SourceLine], object]) -> int | None:
    """The index of the first line for which a predicate holds, None if there is none."""
    return next((index for index, row in enumerate(rows) if predicate(row)), None)


def dedent(rows: list[SourceLine], spaces: int) -> list[SourceLine]:
    """The lines with so many leading spaces removed, where they have them."""
    return [SourceLine(row.text.removeprefix(" " * spaces), row.line) for row in rows]
