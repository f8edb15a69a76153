"""A page deleted or renamed by hand is told once, with the command that does it whole."""

import pytest

from scripts.checks.gone_pages import merge_gone_pages
from scripts.checks.run import load_content
from tests.repository import git
from tests.unit.projects import edit, good_project, problems_of

TOWN = "kommuner/steinkjer"


@pytest.fixture
def kept(tmp_path):
    """The good project with all in one commit."""
    project = good_project(tmp_path / "project")
    git(project.root, "init", "--quiet")
    git(project.root, "add", "docs", "data", "mkdocs.yml")
    git(project.root, "commit", "--quiet", "-m", "Begin")
    return project


def told(project):
    content = load_content(project)
    return [str(each) for each in merge_gone_pages(content.site, content.problems)]


def delete(project, *codes):
    for code in codes:
        (project.root / f"docs/{code}/{TOWN}.md").unlink()


def test_a_page_deleted_by_hand_is_told_once_and_how_it_comes_back(kept):
    assert problems_of(kept) == []
    delete(kept, "no", "en")
    assert len(problems_of(kept)) > 1
    (said,) = told(kept)
    assert said.startswith(f"docs/no/{TOWN}.md: the page was deleted by hand, and ")
    assert f"git checkout HEAD -- docs/no/{TOWN}.md docs/en/{TOWN}.md" in said
    assert f"make remove PAGE={TOWN} TO=" in said
    assert "did you mean" not in said


@pytest.mark.parametrize("code", ["no", "en"])
def test_a_page_deleted_in_one_language_is_told_once(kept, code):
    delete(kept, code)
    (said,) = told(kept)
    assert said.startswith(f"docs/{code}/{TOWN}.md: the page was deleted by hand")
    assert f"git checkout HEAD -- docs/{code}/{TOWN}.md;" in said


def test_the_mend_is_right_where_the_deletion_was_committed_too(kept):
    delete(kept, "no", "en")
    git(kept.root, "commit", "--quiet", "--all", "-m", "Delete")
    (said,) = told(kept)
    command = said.partition("git ")[2].partition(";")[0].split()
    git(kept.root, *command)
    assert problems_of(kept) == []


def test_a_page_renamed_by_hand_is_told_once_with_the_command_that_moves_it(kept):
    for code in ("no", "en"):
        file = kept.root / f"docs/{code}/{TOWN}.md"
        file.rename(file.with_name("steinkjer-by.md"))
    (said,) = told(kept)
    assert "the page was renamed by hand (kommuner/steinkjer-by.md)" in said
    assert f"make move OLD={TOWN} NEW=kommuner/steinkjer-by" in said


def test_a_front_page_renamed_by_hand_is_told_as_missing_and_never_to_be_moved(kept):
    for code in ("no", "en"):
        file = kept.root / f"docs/{code}/index.md"
        file.rename(file.with_name("forside.md"))
    edit(kept, "mkdocs.yml", "- index.md", "- forside.md")
    assert [each for each in problems_of(kept) if "the front page is missing" in each] == [
        f"docs/{code}/index.md: the front page is missing – put it back, or write one"
        for code in ("en", "no")
    ]
    (said,) = told(kept)
    assert said.startswith("docs/no/index.md: the page was renamed by hand (forside.md)")
    assert said.endswith("give it this name back")
    git(kept.root, "add", "docs", "mkdocs.yml")
    git(kept.root, "commit", "--quiet", "-m", "Rename")
    assert told(kept) == [said]


def test_other_faults_are_told_beside_it(kept):
    delete(kept, "no", "en")
    page = kept.root / "docs/no/metoden/historie.md"
    page.write_text(page.read_text(encoding="utf-8") + "\nUten kilde.\n", encoding="utf-8")
    assert len(told(kept)) == 2


def test_a_link_that_never_led_anywhere_is_told_where_it_stands(kept):
    page = kept.root / "docs/no/metoden/historie.md"
    row = "\n[Se her](../kommuner/lier.md) [@editorial].\n"
    page.write_text(page.read_text(encoding="utf-8") + row, encoding="utf-8")
    (said,) = told(kept)
    assert 'the link "../kommuner/lier.md" leads to no page' in said
    assert "did you mean" not in said
