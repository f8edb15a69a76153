"""What an editor is told of translations that wait; the reports lie in tests/unit/data/waiting."""

import pytest

from scripts.checks.translations import waiting
from scripts.content.pages import load_site
from scripts.content.translation import fingerprint, mark_translated, record_original
from scripts.content.word_changes import changed_words
from scripts.language.locales import NORWEGIAN
from tests.repository import begin, git
from tests.unit.projects import DATA, edit

KEY = "metoden/historie.md"
ORIGINAL, COUNTERPART = f"docs/no/{KEY}", f"docs/en/{KEY}"
NEW_SECTION = "## Etterpå { #afterwards }\n\nMer [@editorial].\n\n## Kort fortalt { #in-short }"


def change(project) -> None:
    """The original moves on: words come, go and change, a section is new and one is gone."""
    edit(project, ORIGINAL, "title: Historien", "title: Historia")
    edit(project, ORIGINAL, "Rådgiveren oppgir 1997 [", "Rådgiveren oppgir både 1997 og 1998 [")
    edit(project, ORIGINAL, "Kampanjen nevner ikke noe år", "Kampanjen nevner ikke år")
    edit(project, ORIGINAL, "{ #before }", "{ #earlier }")
    edit(project, ORIGINAL, "## Kort fortalt { #in-short }", NEW_SECTION)


def stamp_whole_page(project) -> None:
    original = load_site(project.root).of(NORWEGIAN)[KEY]
    text = record_original(
        (project.root / COUNTERPART).read_text(encoding="utf-8"), fingerprint(original)
    )
    (project.root / COUNTERPART).write_text(text, encoding="utf-8")


def whole_page_with_history(project):
    stamp_whole_page(project)
    begin(project.root)
    change(project)


def whole_page(project):
    stamp_whole_page(project)
    change(project)


def sections_with_history(project):
    begin(project.root)
    change(project)


def never_marked(project):
    text = (project.root / COUNTERPART).read_text(encoding="utf-8")
    kept = [row for row in text.splitlines(keepends=True) if not row.startswith(("original", "  "))]
    (project.root / COUNTERPART).write_text("".join(kept), encoding="utf-8")


CASES = (sections_with_history, change, whole_page_with_history, whole_page, never_marked)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.__name__)
def test_the_report_names_page_section_row_and_words(project, case):
    mark_translated(load_site(project.root), [])
    case(project)
    expected = (DATA / "waiting" / f"{case.__name__}.txt").read_text(encoding="utf-8")
    assert "\n".join(waiting(load_site(project.root))) + "\n" == expected


def test_nothing_waits_where_all_is_marked(project):
    mark_translated(load_site(project.root), [])
    assert waiting(load_site(project.root)) == []


def test_a_page_that_was_moved_is_found_in_the_history(project):
    mark_translated(load_site(project.root), [])
    stamp_whole_page(project)
    begin(project.root)
    for code in ("no", "en"):
        file = project.root / f"docs/{code}/{KEY}"
        file.rename(file.with_name("fortid.md"))
    git(project.root, "add", ".")
    git(project.root, "commit", "--quiet", "-m", "Move")
    edit(project, "docs/no/metoden/fortid.md", "oppgir 1997", "oppgir 1998")
    assert any("oppgir [1997 -> 1998]" in row for row in waiting(load_site(project.root)))


@pytest.mark.parametrize(
    ("before", "now", "said"),
    [
        ("a b c", "a  b\nc", ""),
        ("en to tre fire fem", "en to TRE fire fem", "en to [tre -> TRE] fire fem"),
        ("en to", "en og to", "en [+ og] to"),
        ("en og to", "en to", "en [- og] to"),
        ("a b c d e", "A b c d E", "[a -> A] b c d … b c d [e -> E]"),
        ("a - b - c - d", "1 - 2 - 3 - 4", "[a -> 1] - 2 - … 1 - [b -> 2] - 3 - … - 2 - [c -> 3] - 4 … and 1 more"),  # noqa: E501
        ("x", " ".join("abcdefghijklmnop"), "[x -> a b c d e f … k l m n o p]"),
    ],
)  # fmt: skip
def test_changed_words_are_shown_with_those_beside_them(before, now, said):
    assert changed_words(before, now) == said
