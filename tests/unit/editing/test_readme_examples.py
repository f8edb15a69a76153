"""What README.md says to type is understood, and refused at most for what is there already."""

import re
import shlex

import pytest

from scripts.common.paths import Project
from scripts.content.pages import load_site
from scripts.content.scaffold import new_page
from scripts.editing.draft import Draft
from scripts.editing.names import find_page
from scripts.editing.remove_page import Successor, remove
from scripts.editing.rename_anchor import rename_anchor
from tests.unit.projects import ROOT

README = (ROOT / "README.md").read_text(encoding="utf-8")


def examples(command):
    """The arguments of each example of a command, by name."""
    found = re.findall(rf"`make {command} ([A-Z_]+=[^`]*)`", README)
    return [dict(word.split("=", 1) for word in shlex.split(each)) for each in found]


@pytest.mark.parametrize("given", examples("remove"))
def test_the_page_in_the_example_can_be_removed(given):
    draft = remove(Project(ROOT), given["PAGE"], Successor(given["TO"]))
    assert isinstance(draft, Draft)


@pytest.mark.parametrize("given", examples("rename-anchor"))
def test_the_anchor_in_the_example_can_be_renamed(given):
    assert rename_anchor(Project(ROOT), given["PAGE"], given["OLD"], given["NEW"]).texts


@pytest.mark.parametrize("given", examples("new"))
def test_the_page_in_the_example_can_be_begun(given, tmp_path):
    (tmp_path / "data").symlink_to(ROOT / "data")
    begun = new_page(Project(tmp_path), given["PAGE"], given.get("KIND", "concept"), given["URL"])
    assert len(begun.paths) == 2
    assert not any((ROOT / path).exists() for path in begun.paths)


@pytest.mark.parametrize("given", [each for each in examples("translated") if "SECTION" in each])
def test_the_section_in_the_example_is_there(given):
    (*_, english) = find_page(load_site(ROOT), given["PAGES"], "PAGES")
    assert f"{{ #{given['SECTION']} " in english.body
