"""Talk of sources has a budget, and a fact is told on at most three pages of a language."""

import pytest

from scripts.checks.repeated_wordings import PAGES
from scripts.checks.source_talk import BUDGETS, Report, check_source_talk, report_lines
from scripts.content.pages import load_site
from tests.unit.projects import ROOT

FACT = "I den tredje kommunen laget de ansatte en ukeplan sammen med lederen sin"
SAID = {
    "we have read": {"no": "Vi har bare lest sammendraget.", "en": "We have only read a part."},
    "according to": {"no": "Ifølge bladet gikk det bra.", "en": "According to it, all was well."},
    "what we do not know, put first": {
        "no": "Hva avtalen sa, vet vi ikke.",
        "en": "What the agreement said is not known.",
    },
}


def counted(project, texts: dict[str, str]) -> dict[tuple[str, str], int]:
    for code, text in texts.items():
        page = project.root / f"docs/{code}/metoden/historie.md"
        page.write_text(page.read_text(encoding="utf-8") + f"\n{text}\n", encoding="utf-8")
    report = Report(load_site(project.root))
    return {key: len(places) for key, places in report.phrases.items()}


@pytest.mark.parametrize("budget", BUDGETS, ids=lambda budget: budget.name)
@pytest.mark.parametrize("code", ["no", "en"])
def test_each_kind_of_phrase_is_counted_in_its_language(project, budget, code):
    before = counted(project, {})[budget.name, code]
    after = counted(project, {code: SAID[budget.name][code]})[budget.name, code]
    assert after == before + 1


def test_what_is_said_of_the_thing_itself_is_not_counted(project):
    before = counted(project, {})
    texts = {"no": "Hva gjør dere nå? Det vet dere. `vi har lest`", "en": "What now? You know."}
    assert counted(project, texts) == before


def test_a_budget_that_is_spent_is_told_at_the_last_place(project):
    many = "\n\n".join(["Ifølge bladet gikk det bra. [@editorial]"] * 91)
    counted(project, {"no": many})
    (problem,) = check_source_talk(load_site(project.root))
    assert str(problem).startswith("docs/no/metoden/historie.md:")
    assert "times in the language (at most 90)" in str(problem)
    assert "make report" in str(problem)


@pytest.mark.parametrize("number", [PAGES, PAGES + 1])
def test_a_fact_may_stand_on_three_pages_with_one_wording(project, number):
    texts = [f"{FACT} [@magazine]."] * number
    for at, text in enumerate(texts):
        page = project.root / f"docs/no/page-{at}.md"
        page.write_text(f"---\ntitle: Side {at}\n---\n\n{text}\n", encoding="utf-8")
    found = check_source_talk(load_site(project.root))
    assert len(found) == (number > PAGES)
    for problem in found:
        assert "[@magazine] stands on 4 pages" in str(problem)


def test_the_same_words_after_another_source_are_another_fact(project):
    for at in range(PAGES + 1):
        page = project.root / f"docs/no/page-{at}.md"
        page.write_text(f"---\ntitle: x\n---\n\n{FACT} [@source-{at}].\n", encoding="utf-8")
    assert check_source_talk(load_site(project.root)) == []


def test_the_report_names_every_place_with_path_and_line(project):
    counted(project, {"en": "According to it, all was well."})
    lines = list(report_lines(load_site(project.root)))
    assert any(line.startswith("  docs/en/metoden/historie.md:") for line in lines)
    assert lines[-1].startswith("Facts with the same source and wording") or "docs/" in lines[-1]


def test_the_site_keeps_its_budgets():
    assert check_source_talk(load_site(ROOT)) == []
