"""Which blanks of a form ask for a date."""

import pytest

from scripts.documents.docx.writer import asks_for_date


@pytest.mark.parametrize("label", ["Dato", "dato", "Dato for svar", "Ny dato"])
def test_a_label_that_asks_for_a_date_alone_does(label):
    assert asks_for_date(label, "dato", "og")


@pytest.mark.parametrize(
    "label",
    ["", "Navn og dato", "Godkjent av, dato", "Datoer", "Kandidato", "Frist", "Sett dato her"],
)
def test_a_label_that_asks_for_more_or_for_something_else_does_not(label):
    assert not asks_for_date(label, "dato", "og")
