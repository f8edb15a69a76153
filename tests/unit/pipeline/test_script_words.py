"""Each message that a script shows is handed to it, and no other: a missing one would be blank."""

import re

import pytest

from scripts.common.paths import Project
from scripts.documents.own_agenda.data import agenda_data
from scripts.language.locales import LOCALES
from scripts.language.messages import load_entries, messages_for
from scripts.pipeline.page_styles import PageStyles
from scripts.pipeline.planner_files import HANDOUT_WORDS, form_words
from scripts.pipeline.script_words import script_words
from scripts.web.script_modules import imported
from tests.unit.projects import ROOT

SCRIPTS = PageStyles(Project(ROOT)).scripts
PLANNER = ("planner.js", *imported("planner.js", SCRIPTS))
AGENDA = ("agenda.js", *imported("agenda.js", SCRIPTS))
# Those that site.js hands its messages to.
OF_SITE = (
    *("site.js", "search/dialog.js", "tooltips.js", "filters.js", "editions.js"),
    *("copy.js", "permalinks.js"),
)
# Keys that scripts put together -> what they come to.
TOGETHER = {
    '`scheme-${root.dataset.scheme||"auto"}`': {"scheme-auto", "scheme-light", "scheme-dark"},
    "`${what}.copy`": {"letter.copy", "shopping.copy"},
    "`${what}.copied`": {"letter.copied", "shopping.copied"},
    "`${what}.not-copied`": {"letter.not-copied", "shopping.not-copied"},
    "`letter.${name}`": {"letter.invitation", "letter.thanks"},
    '`shopping.${kind==="print"&&onScreen?"show":kind}`': {
        *("shopping.print", "shopping.show", "shopping.made"),
        *("shopping.bought", "shopping.found"),
    },
}


def messages(locale):
    entries, problems = load_entries(Project(ROOT))
    assert problems == []
    return messages_for(entries, locale)


def used(name, scripts):
    """The keys that scripts ask an object of this name for."""
    keys = set()
    for script in scripts:
        for plain, key in re.findall(rf"\b{name}(?:\.(\w+)|\[([^\]]*)\])", SCRIPTS[script]):
            if plain or key.startswith('"'):
                keys.add(plain or key.strip('"'))
            else:
                # The one way or the other, and never a variable that could be anything.
                keys |= TOGETHER[key.replace(" ", "")]
    return keys


@pytest.mark.parametrize("locale", LOCALES, ids=lambda each: each.code)
def test_the_form_of_the_planner_has_the_words_that_its_scripts_show(locale):
    asked = used("phrases", PLANNER)
    assert {"plan", "span", "whole", "answers"} <= asked
    assert set(form_words(messages(locale))) == asked


@pytest.mark.parametrize("locale", LOCALES, ids=lambda each: each.code)
def test_the_search_dialog_has_the_words_that_its_script_shows(locale):
    assert set(script_words(messages(locale))["search"]) == used("phrases", ["search-frame.js"])


def test_the_handouts_have_the_words_that_their_scripts_show():
    asked = used("words", ["handouts.js", "shopping-list.js", "letters.js"])
    assert set(HANDOUT_WORDS) == asked
    assert len(HANDOUT_WORDS) == len(asked)


@pytest.mark.parametrize("locale", LOCALES, ids=lambda each: each.code)
def test_the_scripts_of_every_page_have_the_words_that_they_show(locale):
    asked = used("words", OF_SITE)
    assert {"failed", "scheme-dark", "copy-failed"} <= asked
    assert asked <= set(script_words(messages(locale)))


@pytest.mark.parametrize("locale", LOCALES, ids=lambda each: each.code)
def test_an_agenda_of_ones_own_has_the_words_that_its_scripts_show(locale):
    asked = used("words", AGENDA)
    assert {"own-phases", "untitled", "put-break"} <= asked
    assert asked <= set(agenda_data([], [], messages(locale), str)["words"])


def test_the_kinds_of_things_to_get_are_those_that_words_are_handed_out_for():
    (kinds,) = re.findall(r"\bKINDS=\[([^\]]*)\]", SCRIPTS["shopping-list.js"])
    assert {f"shopping.{kind}" for kind in re.findall(r'"(\w+)"', kinds)} <= set(HANDOUT_WORDS)
