"""A citation stands where it becomes a note, and an @ that is none can be written."""

import pytest

from tests.unit.projects import edit, problems_of

HISTORY = "docs/no/metoden/historie.md"


def told(project, text):
    edit(project, HISTORY, "Hva sto i avtalene?", text)
    return [problem for problem in problems_of(project) if "cannot stand" in problem]


@pytest.mark.parametrize(
    "text",
    [
        "Se [lenken [@campaign] i teksten](../index.md).",
        "Se [@campaign sier det](../index.md).",
        "Se [det som @campaign sier](../index.md).",
        "![Hjulet [@campaign]](../../assets/images/wheel.svg)",
        'Se <a href="https://example.no/">lenken <b>her</b> [@campaign]</a>.',
        'Se <span title="[@campaign]">her</span>.',
        "### Avtalene [@campaign] { #agreements }",
    ],
)
def test_a_citation_that_would_break_what_it_stands_in_is_told_once(project, text):
    assert len(told(project, text)) == 1


@pytest.mark.parametrize(
    "text",
    [
        "Se [lenken](../index.md) [@campaign].",
        "Se [@navn](https://www.example.no/navn).",
        "Se [navn@example.no](mailto:navn@example.no).",
        'Se <span title="a@b">her</span> [@campaign].',
        "| Hva [@campaign] | Når |\n| --- | --- |\n| a | b [@campaign] |",
        "> **Sitat** [@campaign]",
        "Skriv `[lenke [@campaign]](x.md)` slik.",
    ],
)
def test_a_citation_where_a_note_can_stand_is_left_in_peace(project, text):
    assert told(project, text) == []


@pytest.mark.parametrize(
    ("path", "old", "new"),
    [
        (HISTORY, "title: Historien", "title: 'Historien [@campaign]'"),
        (HISTORY, "slik kildene", "slik [@adviser] og kildene"),
        (
            "data/timeline.yml",
            "event: {",
            "date_text: {'no': 'ifølge @campaign', en: x}\n  event: {",
        ),
        ("data/municipalities.yml", "a refuse lorry.", "a refuse lorry [@nobody]."),
    ],
)
def test_a_citation_in_front_matter_or_data_is_told_at_its_line(project, path, old, new):
    edit(project, path, old, new)
    (problem,) = [each for each in problems_of(project) if "is not read" in each]
    lines = (project.root / path).read_text(encoding="utf-8").splitlines()
    line = int(problem.removeprefix(f"{path}:").split(":")[0])
    assert "@" in lines[line - 1]


def test_an_unknown_name_is_told_how_to_be_written_as_text(project):
    edit(project, HISTORY, "Hva sto i avtalene?", "Følg @fagforbundet.")
    (problem,) = [each for each in problems_of(project) if "fagforbundet" in each]
    assert problem.endswith("or write \\@fagforbundet where it is no citation")
