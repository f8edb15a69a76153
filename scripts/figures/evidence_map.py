"""What is known of each model municipality, and whether anyone but a party says so."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from scripts.content.list_parts import MODEL_MUNICIPALITIES
from scripts.content.records import Municipality
from scripts.content.sources import Source
from scripts.content.standing import Standing, State, standing

# What the data tell of later work is left out: it seldom built on the model municipality.
MATTERS = ("organisation", "measures", "results", "criticism")
STATES: tuple[State, ...] = ("independent", "party", "unknown")
# Where the page of a municipality tells of a matter.
ANCHORS = {"measures": "what-was-done"}


def model(municipalities: list[Municipality]) -> list[Municipality]:
    """The trial and model municipalities among them."""
    return [each for each in municipalities if each["status"] in MODEL_MUNICIPALITIES]


@dataclass(frozen=True)
class Layout:
    """The measures of one drawing, in units that are nearly pixels at its smallest.

    `side` is the room for the names, `head` for the matters.
    """

    upright: bool
    side: float
    head: float
    width: float
    height: float


# The matters stand level where there is room, and lean on a phone.
WIDE = Layout(upright=False, side=116, head=30, width=100, height=34)
UPRIGHT = Layout(upright=True, side=94, head=74, width=44, height=34)


@dataclass(frozen=True)
class Cell:
    """One matter of one municipality: where it is drawn, and who tells of it."""

    matter: str
    anchor: str
    x: float
    y: float
    told: Standing


@dataclass(frozen=True)
class Row:
    """A municipality and all that there is to know of it."""

    record: Municipality
    y: float
    cells: list[Cell]


@dataclass(frozen=True)
class Head:
    """The title of a column."""

    matter: str
    x: float


@dataclass(frozen=True)
class Picture:
    """What the template draws; `sums` counts the cells."""

    layout: Layout
    width: float
    height: float
    heads: list[Head]
    rows: list[Row]
    sums: Mapping[State, int]
    asked: int


def draw(
    municipalities: list[Municipality],
    sources: Mapping[str, Source],
    layout: Layout,
) -> Picture:
    """The map of evidence for the trial and model municipalities, in the order of the data.

    Args:
        municipalities: All of them; the picture chooses.
        sources: All sources by id.
        layout: The measures of the drawing.
    """
    across = {matter: layout.side + number * layout.width for number, matter in enumerate(MATTERS)}
    rows = []
    for number, record in enumerate(model(municipalities)):
        known: dict[str, list[str]] = {
            each["matter"]: each["sources"] for each in record.get("known", [])
        }
        y = layout.head + number * layout.height
        cells = [
            Cell(
                matter,
                ANCHORS.get(matter, matter),
                across[matter],
                y,
                standing(known.get(matter, []), sources, record["name"]),
            )
            for matter in MATTERS
        ]
        rows.append(Row(record, y, cells))
    counted = Counter(cell.told.state for row in rows for cell in row.cells)
    heads = [Head(matter, x + layout.width / 2) for matter, x in across.items()]
    # A title that leans reaches beyond the last column.
    room = 30 if layout.upright else 2
    return Picture(
        layout,
        max(across.values()) + layout.width + room,
        layout.head + len(rows) * layout.height + 2,
        heads,
        rows,
        {state: counted[state] for state in STATES},
        counted.total(),
    )
