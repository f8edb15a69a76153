"""Who wrote what, and when: the sources by class and year, those tied to the union first."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from scripts.content.sources import Source
from scripts.content.standing import INDEPENDENT

# Those tied to the union first, then those that stand outside.
ORDER = ("party", "campaign", "research", "official", "press")
# What the words below count together.
SPAN = 5


@dataclass(frozen=True)
class Layout:
    """The measures of one drawing, in units that are nearly pixels at its smallest.

    `side` is the room for the names before a row; on a phone they stand above it, and a row is
    no higher than its own bars, `row` being that of the tallest.
    """

    upright: bool
    width: float
    side: float
    row: float
    tall: float


# Above the tallest bar of a row there is room for its number, the scale of the picture.
WIDE = Layout(upright=False, width=640, side=184, row=64, tall=44)
UPRIGHT = Layout(upright=True, width=340, side=4, row=86, tall=40)
# The room for the number of those without a year.
_UNDATED = 64.0


@dataclass(frozen=True)
class Bar:
    """The sources of one class and year."""

    year: int
    count: int
    x: float
    y: float
    height: float


@dataclass(frozen=True)
class Row:
    """One class: its bars, how many have no year, and the sums of the words below.

    `tallest` is the first of the highest bars, which tells its number; None where all lack a year.
    """

    evidence: str
    state: str
    name: float
    base: float
    bars: list[Bar]
    tallest: Bar | None
    undated: int
    total: int
    spans: list[tuple[int, int, int]]


@dataclass(frozen=True)
class Picture:
    """What the template draws."""

    layout: Layout
    height: float
    bar: float
    years: list[tuple[int, float]]
    rows: list[Row]
    total: int


def draw(sources: Iterable[Source], layout: Layout) -> Picture:
    """A row for each class; the tallest bar is that of the year with most sources of a class."""
    dated: dict[str, Counter[int]] = {name: Counter() for name in ORDER}
    undated: Counter[str] = Counter()
    for source in sources:
        if "issued" in source.record:
            dated[source.evidence][int(source.record["issued"][:4])] += 1
        else:
            undated[source.evidence] += 1
    years = [year for counted in dated.values() for year in counted]
    first, final = min(years, default=2000), max(years, default=2000)
    most = max((number for counted in dated.values() for number in counted.values()), default=1)
    wide = (layout.width - layout.side - _UNDATED) / (final - first + 1)
    rows = []
    base = 0.0
    for name in ORDER:
        top = base
        highest = max(dated[name].values(), default=0) * layout.tall / most
        base = round(top + layout.row - (layout.tall - highest if layout.upright else 0), 1)
        bars = []
        for year, count in sorted(dated[name].items()):
            height = round(count * layout.tall / most, 1)
            x = round(layout.side + (year - first) * wide, 1)
            bars.append(Bar(year, count, x, round(base - height, 1), height))
        total = dated[name].total() + undated[name]
        state = "independent" if name in INDEPENDENT else "party"
        tallest = max(bars, key=lambda bar: bar.count, default=None)
        spans = _spans(dated[name])
        named = top + 18 if layout.upright else base - 12
        rows.append(Row(name, state, named, base, bars, tallest, undated[name], total, spans))
    marked = [
        (year, round(layout.side + (year - first + 0.5) * wide, 1))
        for year in range(first, final + 1)
        if year % SPAN == 0
    ]
    total = sum(row.total for row in rows)
    return Picture(layout, base + 28, round(wide - 1, 1), marked, rows, total)


def _spans(counted: Counter[int]) -> list[tuple[int, int, int]]:
    """How many in each five years that have any: the first year, the last, the number."""
    spans: Counter[int] = Counter()
    for year, number in counted.items():
        spans[year - year % SPAN] += number
    return [(start, start + SPAN - 1, number) for start, number in sorted(spans.items())]
