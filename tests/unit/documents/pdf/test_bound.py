"""What is read as one is not parted by the end of a line."""

import pytest

from scripts.documents.pdf.bound import bound
from scripts.web.no_break import no_break_html


@pytest.mark.parametrize(
    "together",
    [
        *("1 352", "10 000", "2 500 000", "§ 5-11", "§§ 3 og", "fase 4", "Fase 1", "phase 7"),
        *("section 2-3", "side 12", "29. november", "29 November", "fordi …"),
    ],
)
def test_numbers_and_words_with_their_number_are_kept_together(together):
    # As the documents are made (scripts/documents/pdf/render.py).
    found = no_break_html(bound(f"<p>etter {together} da</p>"))
    first, _, rest = together.partition(" ")
    assert f"etter {first}\N{NO-BREAK SPACE}" in found
    assert rest.split(" ")[0] in found


@pytest.mark.parametrize(
    "apart",
    [
        "i 2008 120 ansatte",
        "fasene og 7",
        "kapitlet 3",
        "12 500000",
        "K2 300",
    ],
)
def test_what_is_no_number_in_thousands_may_be_parted(apart):
    assert bound(f"<p>{apart}</p>") == f"<p>{apart}</p>"


def test_tags_styles_drawings_and_the_title_are_left_as_they_are():
    page = (
        "<title>Fase 1</title><style>@page { margin: 10 000 }</style>"
        '<p class="fase 1"><svg viewBox="0 0 322 100"><text>fase 1</text></svg></p>'
    )
    assert bound(page) == page
