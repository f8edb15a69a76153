"""The workbook for those who carry an action through: plan, tasks, measurements, time and cost.

Heads and minutes come from the pages – the form of the action plan, and the workshops of the
phases – so that workbook and pages agree. What is reckoned is reckoned by formulas.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from openpyxl import Workbook
from openpyxl.formatting.rule import FormulaRule
from openpyxl.styles import Font, PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from scripts.content.pages import SourcePage
from scripts.documents.sections import Part, Table, plain
from scripts.documents.xlsx.fields import choice, dates
from scripts.documents.xlsx.look import Look, bytes_of, explain, heads, input_cells, sheet_name
from scripts.documents.xlsx.measures import measures
from scripts.language.locales import Locale
from scripts.language.messages import Messages
from scripts.web.tokens import Tokens

# Rows that are ready to be filled in.
ACTIONS, TASKS = 20, 60
_WHOLE, _MONEY = "0", "# ##0"


@dataclass(frozen=True)
class Workshop:
    """The workshop of a phase: its minutes and the least and greatest number of people."""

    name: str
    minutes: int
    people: tuple[int, int]


@dataclass(frozen=True)
class Plan:
    """What the workbook is made from: the heads of its plan and tasks, and the workshops."""

    locale: Locale
    publisher: str
    address: str
    actions: tuple[str, ...]
    tasks: tuple[str, ...]
    workshops: tuple[Workshop, ...]


def plan_of(
    form: Part, phases: Sequence[SourcePage], locale: Locale, publisher: str, address: str
) -> Plan:
    """Read the plan from the form of the action plan (its two tables) and the phases' pages."""
    action, task = (block for block in form.blocks if isinstance(block, Table))
    workshops = tuple(
        Workshop(
            f"{page.meta['number']} {page.title}", page.meta["minutes"], tuple(page.meta["people"])
        )
        for page in phases
    )
    return Plan(
        locale,
        publisher,
        address,
        tuple(plain(row[0]) for row in action.rows),
        tuple(plain(head) for head in task.heads),
        workshops,
    )


def plan_xlsx(plan: Plan, words: Messages, tokens: Tokens) -> bytes:
    """The workbook as a file; equal plans give equal bytes."""
    book, look = Workbook(), Look.of(tokens)
    first = book.active
    assert isinstance(first, Worksheet)
    first.title = sheet_name(words("sheet.actions"))
    _actions(first, plan, words, look)
    _tasks(book.create_sheet(sheet_name(words("sheet.tasks"))), plan, words, look)
    measures(book.create_sheet(sheet_name(words("sheet.measures"))), words, look)
    _time(book.create_sheet(sheet_name(words("sheet.time"))), plan, words, look)
    about = book.properties
    about.title, about.creator, about.language = (
        words("print.plan"),
        plan.publisher,
        plan.locale.csl,
    )
    about.lastModifiedBy, about.description = plan.publisher, plan.address
    # The formulas have no values yet: whoever opens the file reckons them.
    book.calculation.fullCalcOnLoad = True
    return bytes_of(book)


def _actions(sheet: Worksheet, plan: Plan, words: Messages, look: Look) -> None:
    explain(sheet, words("sheet.actions-about"), look)
    top = heads(sheet, (*plan.actions, words("sheet.status")), look, width=26)
    last = len(plan.actions) + 1
    input_cells(sheet, top, ACTIONS, last, look)
    _status(sheet, top, ACTIONS, last, words)


def _tasks(sheet: Worksheet, plan: Plan, words: Messages, look: Look) -> None:
    explain(sheet, words("sheet.tasks-about"), look)
    names = (*plan.tasks, words("sheet.status"), words("sheet.days-left"))
    top = heads(sheet, names, look, width=30)
    due, status, left = len(plan.tasks), len(plan.tasks) + 1, len(plan.tasks) + 2
    input_cells(sheet, top, TASKS, status, look)
    dates(sheet, top, TASKS, due, words)
    _status(sheet, top, TASKS, status, words)
    done = words("sheet.status-values").split(",")[-1]
    due_at, status_at, left_at = (get_column_letter(each) for each in (due, status, left))
    for row in range(top + 1, top + TASKS + 1):
        formula = f'=IF(OR({due_at}{row}="",{status_at}{row}="{done}"),"",{due_at}{row}-TODAY())'
        sheet.cell(row, left, formula).number_format = _WHOLE
    area = f"{left_at}{top + 1}:{left_at}{top + TASKS}"
    late = f"AND(ISNUMBER({left_at}{top + 1}),{left_at}{top + 1}<0)"
    # Bold beside the colour: the colour alone says nothing in grey.
    fill = PatternFill("solid", start_color=look.warning, end_color=look.warning)
    sheet.conditional_formatting.add(area, FormulaRule([late], font=Font(bold=True), fill=fill))


def _time(sheet: Worksheet, plan: Plan, words: Messages, look: Look) -> None:
    explain(sheet, words("sheet.time-about"), look)
    sheet.cell(2, 1, words("sheet.rate")).font = Font(name=look.font, bold=True)
    input_cells(sheet, 1, 1, 2, look, first=2)
    names = ("phase", "minutes", "people", "hours", "before-after", "sum", "cost")
    top = heads(sheet, [words(f"sheet.{name}") for name in names], look, width=18, row=4)
    sheet.column_dimensions["A"].width = 40
    for row, workshop in enumerate(plan.workshops, top + 1):
        fewest, most = workshop.people
        for column, value in enumerate((workshop.name, workshop.minutes, (fewest + most) // 2), 1):
            sheet.cell(row, column, value).font = Font(name=look.font)
        sheet.cell(row, 4, f"=B{row}*C{row}/60").number_format = "0.0"
        sheet.cell(row, 6, f"=D{row}+E{row}").number_format = "0.0"
        cost = sheet.cell(row, 7, f'=IF($B$2="","",F{row}*$B$2)')
        cost.number_format = _MONEY
        rule = DataValidation("whole", operator="between", formula1=fewest, formula2=most)
        rule.showErrorMessage, rule.errorStyle = True, "warning"
        rule.error = words("sheet.people-range").format(fewest=fewest, most=most)
        sheet.add_data_validation(rule)
        rule.add(f"C{row}")
    last = top + len(plan.workshops)
    for column in (3, 5):
        input_cells(sheet, top, len(plan.workshops), column, look, first=column)
    bold = Font(name=look.font, bold=True)
    sheet.cell(last + 1, 1, words("sheet.total")).font = bold
    sums = {letter: f"SUM({letter}{top + 1}:{letter}{last})" for letter in "BDEFG"}
    formats = {"B": _WHOLE, "G": _MONEY}
    for letter, formula in sums.items():
        cell = sheet[f"{letter}{last + 1}"]
        cell.value = f'=IF($B$2="","",{formula})' if letter == "G" else f"={formula}"
        cell.font, cell.number_format = bold, formats.get(letter, "0.0")


def _status(sheet: Worksheet, top: int, rows: int, column: int, words: Messages) -> None:
    letter = get_column_letter(column)
    choice(sheet, f"{letter}{top + 1}:{letter}{top + rows}", words("sheet.status-values"))
