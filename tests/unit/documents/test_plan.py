"""The workbook as a file: what stands in it before anybody has opened it."""

import io

import pytest
from openpyxl import load_workbook

from scripts.common.paths import Project
from scripts.documents.xlsx.plan import Plan, Workshop, plan_xlsx
from scripts.language.locales import NORWEGIAN
from scripts.language.messages import load_entries, messages_for
from scripts.web.tokens import read_tokens
from tests.unit.projects import ROOT


@pytest.fixture(scope="module")
def made() -> bytes:
    return workbook()


def workbook() -> bytes:
    project = Project(ROOT)
    words = messages_for(load_entries(project)[0], NORWEGIAN)
    workshops = (Workshop("=1+1", 120, (8, 20)), Workshop("2 Avtale", 90, (6, 12)))
    plan = Plan(NORWEGIAN, "A & B", "https://example.org/", ("Tiltak",), ("Frist",), workshops)
    return plan_xlsx(plan, words, read_tokens(project))


def test_equal_plans_give_equal_files(made):
    assert workbook() == made


def test_the_file_says_its_language_and_who_made_it(made):
    about = load_workbook(io.BytesIO(made)).properties
    assert (about.language, about.creator, about.lastModifiedBy) == ("nb-NO", "A & B", "A & B")


def test_no_formula_has_a_value_that_a_program_could_take_for_the_answer(made):
    formulas = 0
    book, reckoned = (load_workbook(io.BytesIO(made), data_only=only) for only in (False, True))
    for sheet, values in zip(book.worksheets, reckoned.worksheets, strict=True):
        for row in sheet.iter_rows():
            for cell in row:
                if cell.data_type == "f":
                    formulas += 1
                    assert values[cell.coordinate].value is None, cell.coordinate
    assert formulas > 60


def test_the_name_of_a_phase_is_never_a_formula(made):
    cell = load_workbook(io.BytesIO(made)).worksheets[3]["A5"]
    assert (cell.value, cell.data_type) == ("=1+1", "s")
