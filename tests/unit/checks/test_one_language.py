"""A page may be in one language when it says why, and where readers of the other one go."""

import pytest

from scripts.checks.run import load_content
from scripts.common.paths import Project
from scripts.content.pages import load_site
from scripts.content.translation import ORIGINAL, translation_status
from scripts.language.locales import ENGLISH, NORWEGIAN
from scripts.open_data.page_index import page_list

KEY = "metoden/terms.md"
PAGE = """---
title: Ten terms
id: ten-terms
kind: about
description: Ten words that readers outside Norway need before they read the rest of it.
url: method/ten-terms/
{keys}---

Text.
"""
ALONE = 'only: "Norwegian readers know these words."\nnearest: method-history\n'


@pytest.fixture
def alone(project):
    """Writes a page in English alone, stands it in the nav, and tells what is wrong."""

    def write(keys: str) -> list[str]:
        (project.root / "docs/en" / KEY).write_text(PAGE.format(keys=keys), encoding="utf-8")
        config = project.config.read_text(encoding="utf-8")
        project.config.write_text(config.replace("nav:\n", f"nav:\n  - {KEY}\n"), encoding="utf-8")
        return [str(problem) for problem in load_content(Project(project.root)).problems]

    return write


def history_id(project) -> str:
    return load_site(project.root).of(NORWEGIAN)["metoden/historie.md"].id


def keys_of(project) -> str:
    return ALONE.replace("method-history", history_id(project))


def test_a_page_that_says_why_and_where_to_is_no_fault(project, alone):
    assert alone(keys_of(project)) == []


def test_a_page_in_one_language_without_a_reason_is_one(alone):
    (problem,) = alone("")
    assert problem.startswith(f"docs/en/{KEY}: the page is missing in the other language")


def test_a_page_that_names_no_nearest_page_is_told_to(alone):
    (problem,) = alone('only: "Norwegian readers know these words."\n')
    assert problem.startswith(f"docs/en/{KEY}:7: nothing says where readers of the other")


def test_a_nearest_page_that_is_not_there_is_told(alone):
    (problem,) = alone(ALONE.replace("method-history", "phase-one"))
    assert 'no page in the other language has the id "phase-one"' in problem


def test_a_page_that_is_in_both_languages_may_not_say_that_it_is_in_one(project):
    page = project.root / "docs/en/metoden/historie.md"
    text = page.read_text(encoding="utf-8")
    page.write_text(text.replace("kind:", f"{keys_of(project)}kind:", 1), encoding="utf-8")
    problems = [str(each) for each in load_content(Project(project.root)).problems]
    assert any("in one language alone, but docs/no/metoden/historie.md is there" in each
               for each in problems)  # fmt: skip


def test_a_nearest_page_of_a_page_in_both_languages_is_told(project):
    page = project.root / "docs/en/metoden/historie.md"
    text = page.read_text(encoding="utf-8")
    page.write_text(text.replace("kind:", "nearest: home\nkind:", 1), encoding="utf-8")
    problems = [str(each) for each in load_content(Project(project.root)).problems]
    assert any(
        "the page is in both languages, and needs no nearest page" in each for each in problems
    )


def test_it_is_an_original_without_alternate_whose_readers_go_to_the_nearest_page(project, alone):
    alone(keys_of(project))
    site = load_site(project.root)
    page = site.of(ENGLISH)[KEY]
    assert translation_status(page, site) == ORIGINAL
    assert site.nearest(page).path == "docs/no/metoden/historie.md"
    (entry,) = [each for each in page_list(site) if each["id"] == "ten-terms"]
    assert entry["alternate"] is None
    other = site.of(ENGLISH)["metoden/historie.md"]
    assert site.nearest(other).path == "docs/no/metoden/historie.md"
