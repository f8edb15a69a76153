"""Pages of a kind have the headings of their kind, and some may leave one out."""

import re

from scripts.checks.page_type_headings import check_type_headings
from scripts.content.pages import load_site
from tests.unit.projects import edit

MUNICIPALITY = "docs/no/kommuner/steinkjer.md"
PAIR = ("docs/no/metoden/historie.md", "docs/en/metoden/historie.md")


def said(project):
    return [str(each) for each in check_type_headings(load_site(project.root), project)]


def test_a_concept_whose_lead_says_it_all_may_leave_its_summary_out(project):
    for name in PAIR:
        path = project.root / name
        text = path.read_text(encoding="utf-8")
        without = re.sub(r"\n## [^\n]*#in-short.*?(?=\n## |\Z)", "", text, flags=re.DOTALL)
        assert without != text
        path.write_text(without, encoding="utf-8")
    assert said(project) == []


def test_a_summary_that_stands_there_has_the_name_of_its_kind(project):
    edit(project, PAIR[0], "## Kort fortalt", "## Kort sagt")
    assert len(said(project)) == 1


def test_a_municipality_may_not(project):
    edit(project, MUNICIPALITY, "{ #in-short }", "{ #in-brief }")
    assert [each.partition(" – ")[0] for each in said(project)] == [
        f'{MUNICIPALITY}: a municipality page needs the heading "Kort fortalt"'
    ]
