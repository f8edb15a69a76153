"""Dates as readers of each language write them."""

import pytest

from scripts.language.formats import index_letter, written_date


@pytest.mark.parametrize(
    ("date", "norwegian", "english"),
    [
        ("2007", "2007", "2007"),
        ("2007-01", "januar 2007", "January 2007"),
        ("2007-12", "desember 2007", "December 2007"),
        ("2007-09-20", "20. september 2007", "20 September 2007"),
        ("2003-06-01", "1. juni 2003", "1 June 2003"),
    ],
)
def test_date_is_written_as_exactly_as_it_is_known(date, norwegian, english):
    assert (written_date(date, "no"), written_date(date, "en")) == (norwegian, english)


@pytest.mark.parametrize(
    ("text", "letter"),
    [
        ("avtale", "A"),
        ("«Å være»", "Å"),
        ("Østfold", "Ø"),
        ("Éva", "E"),
        ("49 nye", "0–9"),
        ("…", "0–9"),
    ],
)
def test_a_list_files_a_text_under_its_first_letter(text, letter):
    assert index_letter(text)["letter"] == letter


def test_the_letters_of_a_list_are_in_the_order_of_the_alphabet_with_figures_first():
    texts = ["å", "z", "ø", "a", "æ", "7"]
    assert sorted(texts, key=lambda text: index_letter(text)["sort_letter"]) == list("7azæøå")
