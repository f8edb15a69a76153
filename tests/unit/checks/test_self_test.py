"""A self-test that cannot lead somewhere is told of where it is written."""

import copy

import pytest

from scripts.checks.self_test import check_self_test
from scripts.common.paths import Project
from scripts.content.datasets import load_datasets
from scripts.content.pages import load_site
from tests.unit.projects import ROOT, write_page

SITE = load_site(ROOT)
LOADED = load_datasets(Project(ROOT))
IDS = [step["id"] for step in LOADED.records["self-test"]]


def said(change, site=SITE):
    """What is told of the real test once `change` has been made to its steps, by id."""
    loaded = copy.copy(LOADED)
    loaded.records = copy.deepcopy(LOADED.records)
    steps = loaded.records["self-test"]
    change(dict(zip(IDS, steps, strict=True)))
    return [(problem.line, problem.what) for problem in check_self_test(site, loaded)]


def line(*where):
    return LOADED.files["self-test"].line((IDS.index(where[0]), *where[1:]))


def test_the_test_itself_is_in_order():
    assert said(lambda steps: None) == []


def test_a_step_that_no_answers_reach_is_told():
    assert said(lambda steps: steps["guides"].update(at_least=3)) == [
        (line("guides", "at_least"), 'no answers lead to the step "guides"')
    ]


def test_a_step_that_lets_nobody_by_is_told_once():
    assert said(lambda steps: steps["implementation"].update(at_least=0)) == [
        (
            line("implementation", "at_least"),
            'all answers lead to the step "implementation", and none to those below',
        )
    ]


def test_answers_that_lead_to_no_step_are_told():
    def ask(steps):
        steps["new-round"].update(at_least=2, questions=steps["guides"]["questions"][:])
        del steps["guides"]["questions"][0]["tools"]
        steps["guides"].update(questions=[])

    assert "there are answers that lead to no step" in [what for _, what in said(ask)]


def test_a_question_whose_answers_count_the_same_is_told():
    def same(steps):
        steps["mapping"]["questions"][0]["points"] = {"yes": 1, "no": 1, "unsure": 1}

    what = 'nothing depends on the answer to "baseline": all count the same'
    assert said(same) == [(line("mapping", "questions", 0, "points"), what)]


def test_a_phase_that_is_none_and_one_that_nothing_leads_to_are_told():
    wrong = said(lambda steps: steps["consensus"].update(phase="phase-5-consensuses"))
    assert (line("consensus", "phase"), 'unknown phase "phase-5-consensuses"') in wrong
    other = said(lambda steps: steps["consensus"].update(phase="phase-1-anchoring"))
    assert (line("layoffs", "id"), 'no step leads to "phase-5-consensus"') in other


@pytest.mark.parametrize(
    ("key", "id_", "what"),
    [
        ("tools", "tool-evaluation-meeting", 'the step has no tool "tool-evaluation-meeting"'),
        ("papers", "half-pages", 'the step has no paper "half-pages"'),
    ],
)
def test_what_a_phase_does_not_have_is_told(key, id_, what):
    def change(steps):
        steps["anchoring"]["questions"][0][key] = [id_]

    assert what in [found for _, found in said(change)]


def test_a_page_or_heading_that_is_none_is_told():
    found = said(lambda steps: steps["layoffs"].update(read={"page": "law"}))
    assert [what for _, what in found] == ['unknown page "law"']
    found = said(lambda steps: steps["layoffs"]["read"].update(anchor="consultations"))
    assert {what for _, what in found} == {
        f'docs/{code}/lov-og-avtale.md has no heading "consultations"' for code in ("no", "en")
    }


def test_a_test_without_its_rule_is_told(tmp_path):
    site = write_page(tmp_path, "Tekst.\n\n{{ self-test }}\n")
    # The pages that steps name are none of that site.
    told = [what for _, what in said(lambda steps: None, site) if "unknown page" not in what]
    assert told == ["{{ self-test }} stands without the rule it follows"]
