"""The sheet of measurements: each measure against its baseline, and a chart that draws itself."""

from __future__ import annotations

from openpyxl.chart import LineChart, Reference
from openpyxl.chart.data_source import StrRef
from openpyxl.chart.series import SeriesLabel
from openpyxl.styles import Font
from openpyxl.utils import get_column_letter, quote_sheetname
from openpyxl.worksheet.worksheet import Worksheet

from scripts.documents.xlsx.fields import choice, dates
from scripts.documents.xlsx.look import Look, explain, heads, input_cells
from scripts.language.messages import Messages

# How many measures have rows, and how many times each can be measured.
MEASURES, TIMES = 10, 8


def measures(sheet: Worksheet, words: Messages, look: Look) -> None:
    """The sheet of measurements: each against its baseline, and a chart of the first five."""
    explain(sheet, words("sheet.measures-about"), look)
    fixed = [words(f"sheet.{name}") for name in ("measure", "unit", "wanted", "source")]
    times = [
        words("sheet.baseline"),
        *(f"{words('sheet.measurement')} {n}" for n in range(1, TIMES)),
    ]
    names = (*fixed, *times, words("sheet.change"), words("sheet.right-way"))
    top = heads(sheet, names, look, width=15)
    sheet.column_dimensions["A"].width = 34
    day = top + 1
    sheet.cell(day, 1, words("sheet.date")).font = Font(name=look.font, bold=True)
    first, last = len(fixed) + 1, len(fixed) + TIMES
    input_cells(sheet, day, MEASURES, last, look)
    input_cells(sheet, top, 1, last, look, first=first)
    for column in range(first, last + 1):
        dates(sheet, top, 1, column, words)
    ways = words("sheet.wanted-values")
    choice(sheet, f"C{day + 1}:C{day + MEASURES}", ways)
    up = ways.split(",")[0]
    base, from_, to = (get_column_letter(each) for each in (first, first + 1, last))
    change = get_column_letter(last + 1)
    for row in range(day + 1, day + MEASURES + 1):
        later = f"{from_}{row}:{to}{row}"
        # The last number of the row less the first. LOOKUP finds it in Excel, but not between
        # empty cells in LibreOffice.
        last_at = f'SUMPRODUCT(MAX(({later}<>"")*(COLUMN({later})-COLUMN({from_}{row})+1)))'
        formula = (
            f'=IF(OR({base}{row}="",COUNT({later})=0),"",INDEX({later},{last_at})-{base}{row})'
        )
        sheet.cell(row, last + 1, formula)
        yes, no = words("sheet.yes"), words("sheet.no")
        sheet.cell(
            row,
            last + 2,
            f'=IF(OR({change}{row}="",C{row}=""),"",IF({change}{row}=0,"–",'
            f'IF(({change}{row}>0)=(C{row}="{up}"),"{yes}","{no}")))',
        )
    sheet.freeze_panes = sheet.cell(day + 1, 2)
    chart = LineChart()
    chart.title, chart.height, chart.width = words("sheet.chart"), 9, 26
    rows = Reference(sheet, min_col=first, max_col=last, min_row=day + 1, max_row=day + 5)
    chart.add_data(rows, from_rows=True, titles_from_data=False)
    for at, series in enumerate(chart.series):
        series.tx = SeriesLabel(strRef=StrRef(f"{quote_sheetname(sheet.title)}!$A${day + 1 + at}"))
        series.marker.symbol = ("circle", "square", "triangle", "diamond", "x")[at]
    chart.set_categories(Reference(sheet, min_col=first, max_col=last, min_row=top))
    chart.x_axis.delete = chart.y_axis.delete = False
    sheet.add_chart(chart, f"A{day + MEASURES + 2}")
