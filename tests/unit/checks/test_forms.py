"""The form of a tool can be filled in, and no cell of it is lost."""

import pytest

from scripts.checks.forms import check_forms
from tests.unit.projects import write_pages

PAGE = "---\ntitle: Kart\nid: map\nkind: {kind}\n---\n\n## Skjema {{ #form }}\n\n{form}\n"
TABLE = "| Hvem | Når |\n| --- | --- |\n"


def said(tmp_path, form, kind="tool"):
    site = write_pages(tmp_path, {"no/kart.md": PAGE.format(kind=kind, form=form)})
    return [(problem.line, problem.what) for problem in check_forms(site)]


@pytest.mark.parametrize(
    "form",
    [
        pytest.param(f"{TABLE}| &nbsp; | |", id="blank-cells"),
        pytest.param(f"{TABLE}| a | \N{NO-BREAK SPACE} |", id="blank-as-a-letter"),
        pytest.param("- [ ] Ferdig", id="box"),
        pytest.param("  * [ ] Ferdig", id="box-with-a-star"),
        pytest.param(f"{TABLE}| a \\| b | |", id="bar-within-a-cell"),
        pytest.param("| a \\| b | Når |\n| --- | --- |\n| | x |", id="bar-within-a-head"),
        pytest.param(f"{TABLE}| a | |\n\n| En |\n| --- |\n| |", id="two-tables"),
        pytest.param("Om skjemaet.\n\n- [ ] Ferdig", id="text-before"),
    ],
)
def test_form_that_can_be_filled_in_is_left_in_peace(tmp_path, form):
    assert said(tmp_path, form) == []


@pytest.mark.parametrize(
    "form",
    [
        pytest.param("Skriv på et ark.", id="text"),
        pytest.param("- Ferdig", id="item-without-a-box"),
        pytest.param("[ ] Ferdig", id="box-outside-a-list"),
        pytest.param(f"{TABLE}| a | b |", id="full-cells"),
        pytest.param("| Hvem | |\n| --- | --- |\n| a | b |", id="only-a-head-is-blank"),
        pytest.param(f"{TABLE}| a | \\| |", id="escaped-bar-is-no-blank"),
    ],
)
def test_form_without_a_blank_is_told_at_its_heading(tmp_path, form):
    assert said(tmp_path, form) == [(7, "the form has no blank to fill in")]


def test_only_tools_have_forms_and_a_tool_without_one_is_told_elsewhere(tmp_path):
    assert said(tmp_path, "Tekst.", kind="concept") == []
    text = "---\ntitle: Kart\nid: map\nkind: tool\n---\n\n## Annet { #other }\n\nTekst.\n"
    assert check_forms(write_pages(tmp_path, {"no/kart.md": text})) == []
