"""Statements: what in a text says something, and where it stands."""

import pytest

from scripts.content.statements import blocks


def found(text, first_line=1):
    return [(block.kind, block.text, block.line) for block in blocks(text, first_line)]


def test_each_paragraph_item_row_and_quotation_is_one_statement():
    text = (
        "Første avsnitt\nover to linjer.\n\n- en\n- to\n  går videre\n\n> Sitat.\n\n"
        "| Hva | Når |\n| --- | :-: |\n| a | b |\n| c | d |\n\n{{ pages }}\n"
    )
    assert found(text, first_line=10) == [
        ("paragraph", "Første avsnitt\nover to linjer.", 10),
        ("item", "- en", 13),
        ("item", "- to\n  går videre", 14),
        ("quote", "> Sitat.", 17),
        ("row", "| a | b |", 21),
        ("row", "| c | d |", 22),
        ("placeholder", "{{ pages }}", 24),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "\n\n",
        "## Tittel { #a }\n",
        "```\nkode\n```\n",
        "<!-- skjult -->\n",
        "---\n",
        "* * *\n",
        "____\n",
        "   ```\n   kode\n\n   mer\n   ```\n",
        "> ```\n> kode\n> ```\n",
        "```\nkode som ikke er lukket\n",
        ":   forklaring\n",
        "[1]: https://example.org/\n",
    ],
)
def test_what_is_no_text_states_nothing(text):
    assert found(text) == []


@pytest.mark.parametrize("mark", ["-", "*", "+", "1.", "12."])
def test_item_begins_with_any_mark_of_a_list(mark):
    items = [("item", f"{mark} en", 1), ("item", f"{mark} to", 2)]
    assert found(f"{mark} en\n{mark} to\n") == items


def test_code_in_a_statement_is_part_of_it():
    assert found("Skriv `make new` her.\n") == [("paragraph", "Skriv `make new` her.", 1)]


def test_a_rule_parts_what_stands_above_it_from_what_stands_below():
    assert found("En\n***\nTo") == [("paragraph", "En", 1), ("paragraph", "To", 3)]


def test_what_follows_code_in_an_item_is_a_statement_again():
    text = "- en\n\n    ```\n    kode\n    ```\n\nTo"
    assert found(text) == [("item", "- en", 1), ("paragraph", "To", 7)]


@pytest.mark.parametrize("rule", ["| --- | --- |", "| — | — |", "|\u00a0--- | --- |"])
def test_heads_state_nothing_however_their_rule_is_misspelt(rule):
    assert found(f"| A | B |\n{rule}\n| a | b |") == [("row", "| a | b |", 3)]


def test_a_long_row_of_bars_is_read_at_once():
    assert len(found("| a |\n" + "| " * 20000 + "x")) == 2
