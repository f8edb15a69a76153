"""The workbook for implementing actions: plan, tasks, measurements, time and cost.

Headers and minutes come from the pages – the form of the action plan, and the workshops of the
phases – so that workbook and pages agree. Derived values are formulas.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from io import BytesIO

from xlsxwriter import Workbook
from xlsxwriter.worksheet import Worksheet

from scripts.content.pages import SourcePage
from scripts.documents.sections import Part, Table, plain
from scripts.documents.xlsx.fields import DATE, choice, dates
from scripts.documents.xlsx.look import (
    Look,
    explain,
    heads,
    input_cells,
    letter,
    sheet_name,
    write_formula,
)
from scripts.documents.xlsx.measures import measures
from scripts.documents.zip_file import EPOCH, timeless
from scripts.language.locales import Locale
from scripts.language.messages import Messages
from scripts.web.tokens import Tokens

# The number of rows to fill in.
ACTIONS, TASKS = 20, 60
_WHOLE, _HOURS, _MONEY = "0", "0.0", "# ##0"


@dataclass(frozen=True)
class Workshop:
    """The workshop of a phase: its minutes, and the minimum and maximum number of people."""

    name: str
    minutes: int
    people: tuple[int, int]


@dataclass(frozen=True)
class Plan:
    """The inputs of the workbook: the headers of its plan and tasks, and the workshops."""

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
    """The workbook as an .xlsx file; equal plans give equal bytes."""
    saved = BytesIO()
    book = Workbook(saved, {"in_memory": True})
    look = Look(book, tokens)
    about = {"title": words("print.plan"), "author": plan.publisher, "comments": plan.address}
    book.set_properties({**about, "created": EPOCH})
    _actions(_sheet(book, words("sheet.actions")), plan, words, look)
    _tasks(_sheet(book, words("sheet.tasks")), plan, words, look)
    measures(_sheet(book, words("sheet.measures")), words, look)
    _time(_sheet(book, words("sheet.time")), plan, words, look)
    book.close()
    # XlsxWriter cannot set the language property (none reported); remove when it can.
    language = f"<dc:language>{plan.locale.csl}</dc:language></cp:coreProperties>".encode()

    def with_language(properties: bytes) -> bytes:
        return properties.replace(b"</cp:coreProperties>", language)

    return timeless(saved.getvalue(), {"docProps/core.xml": with_language})


def _sheet(book: Workbook, name: str) -> Worksheet:
    return book.add_worksheet(sheet_name(name))


def _actions(sheet: Worksheet, plan: Plan, words: Messages, look: Look) -> None:
    explain(sheet, words("sheet.actions-about"), look)
    top = heads(sheet, (*plan.actions, words("sheet.status")), look, width=26)
    last = len(plan.actions) + 1
    input_cells(sheet, top, ACTIONS, last, look.field())
    _status(sheet, top, ACTIONS, last, words)


def _tasks(sheet: Worksheet, plan: Plan, words: Messages, look: Look) -> None:
    explain(sheet, words("sheet.tasks-about"), look)
    names = (*plan.tasks, words("sheet.status"), words("sheet.days-left"))
    top = heads(sheet, names, look, width=30)
    due, status, left = len(plan.tasks), len(plan.tasks) + 1, len(plan.tasks) + 2
    due_at, status_at, left_at = (letter(each) for each in (due, status, left))
    input_cells(sheet, top, TASKS, status, look.field())
    input_cells(sheet, top, TASKS, due, look.field(num_format=DATE), first=due)
    dates(sheet, f"{due_at}{top + 1}:{due_at}{top + TASKS}", words)
    _status(sheet, top, TASKS, status, words)
    done = words("sheet.status-values").split(",")[-1]
    for row in range(top + 1, top + TASKS + 1):
        formula = f'=IF(OR({due_at}{row}="",{status_at}{row}="{done}"),"",{due_at}{row}-TODAY())'
        write_formula(sheet, f"{left_at}{row}", formula, look.format(num_format=_WHOLE))
    area = f"{left_at}{top + 1}:{left_at}{top + TASKS}"
    late = f"=AND(ISNUMBER({left_at}{top + 1}),{left_at}{top + 1}<0)"
    rule = {"type": "formula", "criteria": late, "format": look.warning}
    sheet.conditional_format(area, rule)


def _time(sheet: Worksheet, plan: Plan, words: Messages, look: Look) -> None:
    explain(sheet, words("sheet.time-about"), look)
    sheet.write_string("A2", words("sheet.rate"), look.bold)
    sheet.write_blank("B2", None, look.field())
    names = ("phase", "minutes", "people", "hours", "before-after", "sum", "cost")
    top = heads(sheet, [words(f"sheet.{name}") for name in names], look, width=18, row=4)
    sheet.set_column("A:A", 40)
    hours, money = look.format(num_format=_HOURS), look.format(num_format=_MONEY)
    for row, workshop in enumerate(plan.workshops, top + 1):
        fewest, most = workshop.people
        sheet.write_string(f"A{row}", workshop.name, look.format())
        sheet.write_number(f"B{row}", workshop.minutes, look.format())
        sheet.write_number(f"C{row}", (fewest + most) // 2, look.field())
        write_formula(sheet, f"D{row}", f"=B{row}*C{row}/60", hours)
        sheet.write_blank(f"E{row}", None, look.field())
        write_formula(sheet, f"F{row}", f"=D{row}+E{row}", hours)
        write_formula(sheet, f"G{row}", f'=IF($B$2="","",F{row}*$B$2)', money)
        rule = {"validate": "integer", "criteria": "between", "minimum": fewest, "maximum": most}
        wrong = words("sheet.people-range").format(fewest=fewest, most=most)
        sheet.data_validation(f"C{row}", {**rule, "error_type": "warning", "error_message": wrong})
    last = top + len(plan.workshops)
    sheet.write_string(f"A{last + 1}", words("sheet.total"), look.bold)
    for column, form in {"B": _WHOLE, "D": _HOURS, "E": _HOURS, "F": _HOURS, "G": _MONEY}.items():
        total = f"SUM({column}{top + 1}:{column}{last})"
        formula = f'=IF($B$2="","",{total})' if column == "G" else f"={total}"
        style = look.format(bold=True, num_format=form)
        write_formula(sheet, f"{column}{last + 1}", formula, style)


def _status(sheet: Worksheet, top: int, rows: int, column: int, words: Messages) -> None:
    area = f"{letter(column)}{top + 1}:{letter(column)}{top + rows}"
    choice(sheet, area, words("sheet.status-values"))
