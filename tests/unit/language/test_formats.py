"""Dates as readers of each language write them."""

import pytest

from scripts.language.formats import spoken


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
    assert (spoken(date, "no"), spoken(date, "en")) == (norwegian, english)
