"""Who meets whom: the roles in the workshop of each phase."""

from __future__ import annotations

from dataclasses import dataclass

from scripts.content.records import Phase

ROLES = ("elected", "management", "employees", "users", "guide")
# What somebody does in the room, the most first.
PARTS = ("leads", "most", "there", "may")


@dataclass(frozen=True)
class Layout:
    """The measures of one drawing, in units that are nearly pixels at its smallest."""

    upright: bool
    side: int
    head: int
    width: int
    height: int


WIDE = Layout(upright=False, side=190, head=8, width=64, height=38)
UPRIGHT = Layout(upright=True, side=104, head=8, width=34, height=38)


@dataclass(frozen=True)
class Cell:
    """One role in one phase; `number` is how many of eight, where a page gives it."""

    part: str
    number: int | None
    x: int
    y: int


@dataclass(frozen=True)
class Row:
    """A role with its cells, and a None where it is not in the room."""

    role: str
    y: int
    cells: list[Cell | None]


@dataclass(frozen=True)
class Picture:
    """What the template draws."""

    layout: Layout
    width: int
    height: int
    heads: list[tuple[Phase, int]]
    rows: list[Row]


def draw(phases: list[Phase], layout: Layout) -> Picture:
    """Roles downwards, phases across."""
    across = [
        layout.side + number * layout.width + layout.width // 2 for number in range(len(phases))
    ]
    top = layout.head + 30
    rows = []
    for at, role in enumerate(ROLES):
        y = top + at * layout.height + layout.height // 2
        cells: list[Cell | None] = []
        for phase, x in zip(phases, across, strict=True):
            seat = next((each for each in phase.get("seats", []) if each["role"] == role), None)
            cells.append(Cell(seat["part"], seat.get("number"), x, y) if seat else None)
        rows.append(Row(role, y, cells))
    return Picture(
        layout,
        layout.side + len(phases) * layout.width,
        top + len(ROLES) * layout.height,
        list(zip(phases, across, strict=True)),
        rows,
    )
