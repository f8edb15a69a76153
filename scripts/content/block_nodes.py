"""What a Markdown text is made of: blocks, and the rows of the file that they take."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace

ROOT, PARAGRAPH, HEADING, RULE = "root", "paragraph", "heading", "rule"
CODE, TABLE, QUOTE = "code", "table", "quote"
BULLETS, NUMBERS, ITEM = "bullets", "numbers", "item"
DEFINITIONS, TERM, DEFINITION = "definitions", "term", "definition"

# How far what belongs to an item is indented, and what a tab is worth.
TAB = 4


@dataclass(frozen=True)
class Row:
    """A line of the file, less the signs of what it stands in."""

    text: str
    line: int

    @property
    def indent(self) -> int:
        """How many spaces it begins with."""
        return len(self.text) - len(self.text.lstrip(" "))


@dataclass
class Node:
    """A block: its rows, and the blocks in it. `sign` and `indent` are those of an item."""

    kind: str
    rows: list[Row]
    children: list[Node] = field(default_factory=list)
    sign: str = ""
    indent: int = 0

    def walk(self) -> list[Node]:
        """The block and all that stands in it, in order."""
        return [self, *(inner for child in self.children for inner in child.walk())]

    def last(self, kinds: tuple[str, ...]) -> Node | None:
        """The last block in it, if it is of one of these kinds."""
        return self.children[-1] if self.children and self.children[-1].kind in kinds else None


@dataclass(frozen=True)
class Place:
    """Where rows are read: in which block, in which state of the reader, how deep."""

    parent: Node
    state: str
    depth: int
    read: Callable[[list[Row], Place], None]

    def parse(self, rows: list[Row], parent: Node | None = None, state: str | None = None) -> None:
        """Read rows here, or in another block that stands here."""
        self.read(
            rows,
            replace(
                self,
                parent=parent or self.parent,
                state=self.state if state is None else state,
                depth=self.depth + 1,
            ),
        )


# A reader takes a block and gives what it leaves of it, None when the block is not its kind.
Reader = Callable[[list[Row], Place], list[list[Row]] | None]


def first(rows: list[Row], holds: Callable[[Row], object]) -> int | None:
    """Where the first row stands of which something holds."""
    return next((at for at, row in enumerate(rows) if holds(row)), None)


def less(rows: list[Row], spaces: int) -> list[Row]:
    """The rows without so many spaces, where they have them."""
    return [Row(row.text.removeprefix(" " * spaces), row.line) for row in rows]
