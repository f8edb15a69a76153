"""The evidence map: what is known of each model municipality, and from what kind of source."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from scripts.content.evidence_classes import State
from scripts.content.list_parts import MODEL_MUNICIPALITIES
from scripts.content.records import Municipality
from scripts.content.sources import Source
from scripts.content.standing import Standing, standing

# Without "afterwards": later work seldom built on the model municipality.
MATTERS = ("organisation", "measures", "results", "criticism")
STATES: tuple[State, ...] = ("independent", "party", "unknown")
# Matter -> its anchor on the page of a municipality, where that is not the matter itself.
ANCHORS = {"measures": "what-was-done"}


def model(municipalities: list[Municipality]) -> list[Municipality]:
    """The trial and model municipalities among them."""
    return [each for each in municipalities if each["status"] in MODEL_MUNICIPALITIES]


@dataclass(frozen=True)
class EvidenceMapLayout:
    """The dimensions of one variant of the figure, in SVG units (about px at its smallest size).

    `side` is the width of the row headers, `head` the height of the column headers; `width` and
    `height` are those of a cell.
    """

    upright: bool
    side: float
    head: float
    width: float
    height: float


# Column headers are horizontal on wide screens, and slanted on phones.
WIDE = EvidenceMapLayout(upright=False, side=116, head=30, width=100, height=34)
UPRIGHT = EvidenceMapLayout(upright=True, side=94, head=74, width=44, height=34)


@dataclass(frozen=True)
class Cell:
    """One matter of one municipality: the position of its cell, and its sources."""

    matter: str
    anchor: str
    x: float
    y: float
    told: Standing


@dataclass(frozen=True)
class MunicipalityRow:
    """A municipality with its cells."""

    record: Municipality
    y: float
    cells: list[Cell]


@dataclass(frozen=True)
class ColumnHeader:
    """A column header, with the centre of its column."""

    matter: str
    x: float


@dataclass(frozen=True)
class EvidenceMap:
    """The data of the template; `sums` counts cells by state, `asked` all cells."""

    layout: EvidenceMapLayout
    width: float
    height: float
    heads: list[ColumnHeader]
    rows: list[MunicipalityRow]
    sums: Mapping[State, int]
    asked: int


def draw(
    municipalities: list[Municipality],
    sources: Mapping[str, Source],
    layout: EvidenceMapLayout,
) -> EvidenceMap:
    """The evidence map of the trial and model municipalities, in the order of the data.

    Args:
        municipalities: All municipalities, which are filtered here.
        sources: All sources by id.
        layout: The variant to draw.
    """
    column_x = {
        matter: layout.side + number * layout.width for number, matter in enumerate(MATTERS)
    }
    rows = []
    for number, record in enumerate(model(municipalities)):
        known: dict[str, list[str]] = {
            entry["matter"]: entry["sources"] for entry in record.get("known", [])
        }
        y = layout.head + number * layout.height
        cells = [
            Cell(
                matter,
                ANCHORS.get(matter, matter),
                column_x[matter],
                y,
                standing(known.get(matter, []), sources, record["name"]),
            )
            for matter in MATTERS
        ]
        rows.append(MunicipalityRow(record, y, cells))
    counted = Counter(cell.told.state for row in rows for cell in row.cells)
    heads = [ColumnHeader(matter, x + layout.width / 2) for matter, x in column_x.items()]
    # Slanted headers extend beyond the last column.
    overhang = 30 if layout.upright else 2
    return EvidenceMap(
        layout,
        max(column_x.values()) + layout.width + overhang,
        layout.head + len(rows) * layout.height + 2,
        heads,
        rows,
        {state: counted[state] for state in STATES},
        counted.total(),
    )
