"""The workbook reckons time, cost and change, and takes its heads from the pages."""

from datetime import datetime
from pathlib import Path

import pytest
from openpyxl import load_workbook

from tests.office import convert
from tests.print.screen import tree_of

FILES = {"nb": "trykk/mkm-regneark.xlsx", "en": "en/print/mkm-workbook.xlsx"}


@pytest.fixture(scope="module", params=["nb", "en"])
def lang(request) -> str:
    return request.param


@pytest.fixture(scope="module")
def path(site, lang) -> Path:
    return site / FILES[lang]


def heads(sheet, row: int = 3) -> list[str]:
    return [cell.value for cell in sheet[row] if cell.value]


def test_heads_of_the_plan_and_the_tasks_are_those_of_the_form(site, pages, path, lang):
    page = next(p for p in pages if p["id"] == "tool-action-plan" and p["lang"] == lang)
    form = tree_of(site / page["url"] / "index.html").article.find(id="form")
    plan, tasks = form.find_all_next("table", limit=2)
    book = load_workbook(path)
    actions, listed, *_ = book.worksheets
    wanted = [row.find(["th", "td"]).get_text().strip() for row in plan("tr")][1:]
    assert heads(actions)[:-1] == wanted
    wanted = [cell.get_text().strip() for cell in tasks.find("tr")(["th", "td"])]
    assert heads(listed)[:-2] == wanted


def test_minutes_are_those_of_the_pages_of_the_phases(site, pages, path, lang):
    sheet = load_workbook(path).worksheets[3]
    rows = [(row[0].value, row[1].value) for row in sheet.iter_rows(min_row=5, max_row=11)]
    phases = [p for p in pages if p["kind"] == "phase" and p["lang"] == lang]
    assert len(rows) == len(phases) == 7
    titles = {p["title"] for p in phases}
    assert {name.partition(" ")[2] for name, _ in rows} == titles
    for page in phases:
        article = tree_of(site / page["url"] / "index.html").article
        table = article.find(id="workshop").find_next("table")
        total = sum(int(row.td.get_text()) for row in table("tr")[1:])
        assert total == {name.partition(" ")[2]: minutes for name, minutes in rows}[page["title"]]


def test_sums_costs_and_changes_are_reckoned_when_the_file_is_opened(path, lang, tmp_path):
    book = load_workbook(path)
    _, tasks, measures, time = book.worksheets
    time["B2"] = 500
    time["E5"] = 3
    up, down = {"nb": ("opp", "ned"), "en": ("up", "down")}[lang]
    measures["C5"], measures["E5"], measures["F5"], measures["H5"] = up, 10, 12, 15
    measures["C6"], measures["E6"], measures["F6"] = down, 4, 6
    tasks["D4"] = datetime(2001, 1, 1)
    filled = tmp_path / "filled.xlsx"
    book.save(filled)
    (tmp_path / "out").mkdir()
    (made,) = convert([filled], "xlsx", tmp_path / "out")
    _, tasks, measures, time = load_workbook(made, data_only=True).worksheets
    rows = list(time.iter_rows(min_row=5, max_row=11, values_only=True))
    for _, minutes, people, hours, more, total, cost in rows:
        assert hours == pytest.approx(minutes * people / 60)
        assert total == pytest.approx(hours + (more or 0))
        assert cost == pytest.approx(total * 500)
    assert time["G12"].value == pytest.approx(sum(row[6] for row in rows))
    yes, no = {"nb": ("ja", "nei"), "en": ("yes", "no")}[lang]
    assert (measures["M5"].value, measures["N5"].value) == (5, yes)
    assert (measures["M6"].value, measures["N6"].value) == (2, no)
    assert measures["M7"].value in (None, "")
    assert tasks["F4"].value < 0


def test_sheets_have_frozen_heads_choices_and_a_chart(path):
    book = load_workbook(path)
    actions, tasks, measures, time = book.worksheets
    assert all(sheet.freeze_panes for sheet in book.worksheets)
    for sheet in (actions, tasks, measures):
        assert any(rule.type == "list" for rule in sheet.data_validations.dataValidation)
    assert len(measures._charts) == 1
    assert len([rule for rule in time.data_validations.dataValidation if rule.type == "whole"]) == 7
