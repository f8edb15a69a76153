"""The sheet of measurements: each measure against its baseline, and a live chart."""

from __future__ import annotations

from xlsxwriter.worksheet import Worksheet

from scripts.documents.xlsx.fields import DATE, choice, dates
from scripts.documents.xlsx.look import Look, explain, heads, input_cells, letter, write_formula
from scripts.language.messages import Messages

# The number of rows for measures, and of columns for measurements.
MEASURES, TIMES = 10, 8
# The markers that distinguish the lines of the chart without colour, one per line.
_MARKERS = ("circle", "square", "triangle", "diamond", "x")


def measures(sheet: Worksheet, words: Messages, look: Look) -> None:
    """Fill in the sheet: a row per measure, and a chart of the first five."""
    explain(sheet, words("sheet.measures-about"), look)
    fixed = [words(f"sheet.{name}") for name in ("measure", "unit", "wanted", "source")]
    times = [
        words("sheet.baseline"),
        *(f"{words('sheet.measurement')} {n}" for n in range(1, TIMES)),
    ]
    names = (*fixed, *times, words("sheet.change"), words("sheet.right-way"))
    top = heads(sheet, names, look, width=15)
    sheet.set_column("A:A", 34)
    day = top + 1
    sheet.write_string(f"A{day}", words("sheet.date"), look.bold)
    first, last = len(fixed) + 1, len(fixed) + TIMES
    base, from_, to = (letter(each) for each in (first, first + 1, last))
    input_cells(sheet, day, MEASURES, last, look.field())
    input_cells(sheet, top, 1, last, look.field(num_format=DATE), first=first)
    dates(sheet, f"{base}{day}:{to}{day}", words)
    ways = words("sheet.wanted-values")
    choice(sheet, f"C{day + 1}:C{day + MEASURES}", ways)
    up = ways.split(",")[0]
    change, right_way = letter(last + 1), letter(last + 2)
    yes, no = words("sheet.yes"), words("sheet.no")
    for row in range(day + 1, day + MEASURES + 1):
        later = f"{from_}{row}:{to}{row}"
        # The last number of the row minus the first. LOOKUP would do in Excel, but fails on
        # empty cells in LibreOffice.
        last_at = f'SUMPRODUCT(MAX(({later}<>"")*(COLUMN({later})-COLUMN({from_}{row})+1)))'
        formula = (
            f'=IF(OR({base}{row}="",COUNT({later})=0),"",INDEX({later},{last_at})-{base}{row})'
        )
        write_formula(sheet, f"{change}{row}", formula, look.format())
        formula = (
            f'=IF(OR({change}{row}="",C{row}=""),"",IF({change}{row}=0,"–",'
            f'IF(({change}{row}>0)=(C{row}="{up}"),"{yes}","{no}")))'
        )
        write_formula(sheet, f"{right_way}{row}", formula, look.format())
    sheet.freeze_panes(day, 1)
    chart = look.book.add_chart({"type": "line"})
    chart.set_title({"name": words("sheet.chart")})
    chart.set_size({"width": 983, "height": 340})
    for row, marker in enumerate(_MARKERS, day):
        chart.add_series(
            {
                "name": [sheet.name, row, 0],
                "categories": [sheet.name, top - 1, first - 1, top - 1, last - 1],
                "values": [sheet.name, row, first - 1, row, last - 1],
                "marker": {"type": marker},
            }
        )
    sheet.insert_chart(f"A{day + MEASURES + 2}", chart)
