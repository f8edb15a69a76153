"""Bar charts of the sources by class and year."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from scripts.content.evidence_classes import BY_STANDING, EVIDENCE_CLASSES
from scripts.content.sources import Source

# The text below the figure gives totals per this many years.
SPAN = 5


@dataclass(frozen=True)
class SourceYearsLayout:
    """The dimensions of one variant of the figure, in SVG units (about px at its smallest size).

    `side` is the width of the row headers; on a phone they are above the row instead, and a row
    is only as high as its bars need. `row` is the maximum height of a row, `tall` that of a bar.
    """

    upright: bool
    width: float
    side: float
    row: float
    tall: float


# The rows have room above the tallest bar for its number, which serves as the scale.
WIDE = SourceYearsLayout(upright=False, width=640, side=184, row=64, tall=44)
UPRIGHT = SourceYearsLayout(upright=True, width=340, side=4, row=86, tall=40)
# The width of the column with the number of undated sources.
_UNDATED = 64.0


@dataclass(frozen=True)
class Bar:
    """The bar of one class and year."""

    year: int
    count: int
    x: float
    y: float
    height: float


@dataclass(frozen=True)
class ClassRow:
    """One class: its bars, the number of undated sources, and totals per `SPAN` years.

    `tallest` is the first of the highest bars, which shows its number; None without any bar.
    `spans` holds first year, last year and number.
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
class SourceYears:
    """The data of the template."""

    layout: SourceYearsLayout
    height: float
    bar: float
    years: list[tuple[int, float]]
    rows: list[ClassRow]
    total: int


def draw(sources: Iterable[Source], layout: SourceYearsLayout) -> SourceYears:
    """A row per class; all rows have the same scale."""
    dated: dict[str, Counter[int]] = {name: Counter() for name in EVIDENCE_CLASSES}
    undated: Counter[str] = Counter()
    for source in sources:
        if "issued" in source.record:
            dated[source.evidence][int(source.record["issued"][:4])] += 1
        else:
            undated[source.evidence] += 1
    years = [year for counted in dated.values() for year in counted]
    first, final = min(years, default=2000), max(years, default=2000)
    most = max((number for counted in dated.values() for number in counted.values()), default=1)
    bar_width = (layout.width - layout.side - _UNDATED) / (final - first + 1)
    rows = []
    base = 0.0
    for kind in BY_STANDING:
        name = kind.code
        top = base
        row_height = max(dated[name].values(), default=0) * layout.tall / most
        base = round(top + layout.row - (layout.tall - row_height if layout.upright else 0), 1)
        bars = []
        for year, count in sorted(dated[name].items()):
            height = round(count * layout.tall / most, 1)
            x = round(layout.side + (year - first) * bar_width, 1)
            bars.append(Bar(year, count, x, round(base - height, 1), height))
        total = dated[name].total() + undated[name]
        tallest = max(bars, key=lambda bar: bar.count, default=None)
        spans = _spans(dated[name])
        name_y = top + 18 if layout.upright else base - 12
        rows.append(
            ClassRow(name, kind.state, name_y, base, bars, tallest, undated[name], total, spans)
        )
    labelled_years = [
        (year, round(layout.side + (year - first + 0.5) * bar_width, 1))
        for year in range(first, final + 1)
        if year % SPAN == 0
    ]
    total = sum(row.total for row in rows)
    return SourceYears(layout, base + 28, round(bar_width - 1, 1), labelled_years, rows, total)


def _spans(counted: Counter[int]) -> list[tuple[int, int, int]]:
    """Totals per `SPAN` years, without empty ones: first year, last year, number."""
    spans: Counter[int] = Counter()
    for year, number in counted.items():
        spans[year - year % SPAN] += number
    return [(start, start + SPAN - 1, number) for start, number in sorted(spans.items())]
