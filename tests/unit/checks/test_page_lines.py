"""The lines of a page that one fault may concern: its item, its row, its paragraph."""

import pytest

from scripts.checks.page_lines import PageLines

BODY = """\
## Tittel
En linje
og en til

- en
  videre
- to
    3. tre

| a |
| b |
> # Sitat
> ord

```
kode

mer
```
slutt

#2 er tekst
og mer
Ord

:   forklaring
"""
FIRST = 10


@pytest.mark.parametrize(
    ("line", "block"),
    [
        (10, (10, 10)),
        (11, (11, 12)),
        (12, (11, 12)),
        (14, (14, 15)),
        (15, (14, 15)),
        (16, (16, 16)),
        (17, (17, 17)),
        (19, (19, 19)),
        (20, (20, 20)),
        (21, (21, 21)),
        (22, (22, 22)),
        (32, (31, 35)),
        (35, (31, 35)),
    ],
)
def test_a_block_is_an_item_a_row_a_heading_or_a_paragraph(line, block):
    found = PageLines(BODY, FIRST).block(line)
    assert (found[0], found[-1]) == block


@pytest.mark.parametrize(
    ("line", "run"),
    [(11, (10, 12)), (16, (14, 17)), (25, (24, 29)), (26, (24, 29)), (13, (10, 13))],
)
def test_a_run_goes_from_blank_line_to_blank_line_and_holds_code_whole(line, run):
    found = PageLines(BODY, FIRST).run(line)
    assert (found[0], found[-1]) == run


def test_the_rest_of_a_run_begins_with_the_line_itself():
    assert list(PageLines(BODY, FIRST).rest(15)) == [15, 16, 17]


def test_lines_outside_of_the_text_are_empty():
    lines = PageLines(BODY, FIRST)
    assert [lines.text(9), lines.text(10), lines.text(99)] == ["", "## Tittel", ""]
    assert list(lines.rest(9)) == []


def test_what_is_left_without_some_runs_keeps_its_line_numbers():
    lines = PageLines(BODY, FIRST)
    rest = lines.without({15, 26, 3, 99}).split("\n")
    assert len(rest) == len(BODY.split("\n"))
    assert [number for number, row in enumerate(rest, FIRST) if row] == [
        *(10, 11, 12, 19, 20, 21, 22, 31, 32, 33, 35)
    ]
