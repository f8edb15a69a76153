"""A short meeting that brings what its phase does not have is told of where that is written."""

import copy

from scripts.checks.short_forms import check_short_forms
from scripts.common.paths import Project
from scripts.content.datasets import load_datasets
from scripts.content.pages import load_site
from tests.unit.projects import ROOT

SITE = load_site(ROOT)
LOADED = load_datasets(Project(ROOT))


def said(**changes):
    """What is told once the short meeting of the first phase is changed."""
    loaded = copy.copy(LOADED)
    loaded.records = copy.deepcopy(LOADED.records)
    loaded.records["short-forms"][0].update(changes)
    return [f"{each.what} – {each.fix}" for each in check_short_forms(SITE, loaded)]


def test_papers_of_the_phase_may_be_added():
    assert said(papers=["shared-sheet"]) == []


def test_a_paper_that_the_phase_does_not_have_is_told_with_the_likeliest():
    assert said(papers=["shared-sheets"]) == [
        'the phase has no paper "shared-sheets" – did you mean "shared-sheet"?'
    ]


def test_a_paper_of_another_phase_is_told_with_those_of_this_one():
    (told,) = said(papers=["finger-scale"])
    assert told.startswith('the phase has no paper "finger-scale" – write one of: half-page')
