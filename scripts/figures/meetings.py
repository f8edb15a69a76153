"""A matrix of roles and phases: who takes part in the workshop of each phase."""

from __future__ import annotations

from dataclasses import dataclass

from scripts.content.records import Phase

ROLES = ("elected", "management", "employees", "users", "guide")
# Kinds of participation, the most active first.
PARTS = ("leads", "most", "there", "may")


@dataclass(frozen=True)
class MeetingsLayout:
    """The dimensions of one variant of the figure, in SVG units (about px at its smallest size)."""

    upright: bool
    side: int
    head: int
    width: int
    height: int


WIDE = MeetingsLayout(upright=False, side=190, head=8, width=64, height=38)
UPRIGHT = MeetingsLayout(upright=True, side=104, head=8, width=34, height=38)


@dataclass(frozen=True)
class Cell:
    """One role in one phase; `number` is how many of eight, if known."""

    part: str
    number: int | None
    x: int
    y: int


@dataclass(frozen=True)
class RoleRow:
    """A role with its cells; None where it does not take part."""

    role: str
    y: int
    cells: list[Cell | None]


@dataclass(frozen=True)
class MeetingMatrix:
    """The data of the template; `heads` are phases with the x of their column."""

    layout: MeetingsLayout
    width: int
    height: int
    heads: list[tuple[Phase, int]]
    rows: list[RoleRow]


def draw(phases: list[Phase], layout: MeetingsLayout) -> MeetingMatrix:
    """The matrix, with roles as rows and phases as columns."""
    column_x = [
        layout.side + number * layout.width + layout.width // 2 for number in range(len(phases))
    ]
    top = layout.head + 30
    rows = []
    for index, role in enumerate(ROLES):
        y = top + index * layout.height + layout.height // 2
        cells: list[Cell | None] = []
        for phase, x in zip(phases, column_x, strict=True):
            seat = next((each for each in phase.get("seats", []) if each["role"] == role), None)
            cells.append(Cell(seat["part"], seat.get("number"), x, y) if seat else None)
        rows.append(RoleRow(role, y, cells))
    return MeetingMatrix(
        layout,
        layout.side + len(phases) * layout.width,
        top + len(ROLES) * layout.height,
        list(zip(phases, column_x, strict=True)),
        rows,
    )
