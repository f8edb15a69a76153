"""Who meets whom: every role that the data seat, drawn and told."""

import re

import pytest
from bs4 import BeautifulSoup

from scripts.common.paths import Project
from scripts.content.datasets import load_datasets
from scripts.figures.meetings import ROLES, UPRIGHT, WIDE, draw
from scripts.figures.registry import picture_records
from scripts.web.fragments import Fragments
from tests.unit.projects import ROOT

PHASES = load_datasets(Project(ROOT)).records["phases"]


@pytest.mark.parametrize("layout", [WIDE, UPRIGHT], ids=["wide", "upright"])
def test_each_seat_stands_in_the_row_of_its_role_and_the_column_of_its_phase(layout):
    drawn = draw(PHASES, layout)
    assert [row.role for row in drawn.rows] == list(ROLES)
    for at, (phase, x) in enumerate(drawn.heads):
        cells = {row.role: row.cells[at] for row in drawn.rows if row.cells[at]}
        seats = {seat["role"]: (seat["part"], seat.get("number")) for seat in phase["seats"]}
        assert {role: (cell.part, cell.number) for role, cell in cells.items()} == seats
        assert all(cell.x == x < drawn.width - 13 for cell in cells.values())


def test_where_all_seats_are_counted_they_make_eight():
    for phase in PHASES:
        counted = [seat.get("number", 0) for seat in phase["seats"] if seat["part"] != "leads"]
        assert sum(counted) in (0, 8), phase["id"]


@pytest.mark.parametrize("code", ["no", "en"])
def test_the_words_tell_every_seat(words, code):
    data = {"phases": PHASES}
    data |= picture_records({"meetings"}, data, ROOT, words[code])
    records = Fragments(Project(ROOT).components, data, words[code], "{}/".format, str)
    soup = BeautifulSoup(records.fill("{{ meetings }}", str), "html.parser")
    for phase, told in zip(PHASES, soup.select(".twin dd"), strict=True):
        for seat in phase["seats"]:
            role = words[code](f"meetings.role.{seat['role']}")
            part = words[code]("meetings.part." + seat["part"])
            number = seat.get("number")
            said = f"{number} ({part})" if number and seat["part"] == "most" else number or part
            assert f"{role}: {said}" in re.split(r"; |\.$", told.get_text())
