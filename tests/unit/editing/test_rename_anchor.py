"""`make rename-anchor`: a heading has another anchor, and links and old addresses find it."""

import pytest

from scripts.content.pages import load_site
from scripts.content.permalinks import Rule, load_permalinks
from scripts.content.translation import outdated_sections, record_original, section_stamps
from scripts.editing.rename_anchor import rename_anchor
from scripts.editing.write import write
from scripts.language.locales import ENGLISH, NORWEGIAN
from tests.unit.editing.conftest import carried_out, text_of
from tests.unit.editing.test_move_page import files_of, refused
from tests.unit.projects import edit

PAGE = "metoden/historie"


def rules_of(project) -> list[Rule]:
    rules, problems = load_permalinks(project, load_site(project.root))
    assert problems == []
    return rules


def test_both_languages_links_and_the_ledger_follow(linked):
    carried_out(linked, rename_anchor(linked, PAGE, "beginning", "start"))
    for code in ("no", "en"):
        page = text_of(linked, f"docs/{code}/{PAGE}.md")
        assert "{ #start }" in page
        assert "](#start)" in page
        assert "](historie.md#before)" in page
        assert (
            text_of(linked, f"docs/{code}/kommuner/steinkjer.md").count("historie.md#start)") == 2
        )
        assert "](metoden/historie.md#start)" in text_of(linked, f"docs/{code}/index.md")
    assert "](../metoden/historie.md#start)" in text_of(linked, "docs/en/om/kommunen.md")
    assert rules_of(linked) == [Rule("history", "beginning", to="history", to_anchor="start")]
    assert text_of(linked, "data/permalinks.yml") == (
        '# What moved.\n\n- page: history\n  anchor: beginning\n  to: "#start"\n'
    )


def test_the_classes_of_a_heading_stay(linked):
    carried_out(linked, rename_anchor(linked, PAGE, "#unknown", "#not-known"))
    assert "{ #not-known .editorial }" in text_of(linked, f"docs/no/{PAGE}.md")


def test_a_name_that_another_begins_with_is_left_alone(linked):
    for code in ("no", "en"):
        edit(linked, f"docs/{code}/{PAGE}.md", "{ #before }", "{ #beginning-before }")
        edit(linked, f"docs/{code}/{PAGE}.md", "historie.md#before", "historie.md#beginning-before")
    write(rename_anchor(linked, PAGE, "beginning", "start"))
    assert text_of(linked, f"docs/en/{PAGE}.md").count("#beginning-before") == 2


def test_renaming_back_leaves_no_circle_and_entries_follow_each_rename(linked):
    carried_out(linked, rename_anchor(linked, PAGE, "beginning", "start"))
    carried_out(linked, rename_anchor(linked, PAGE, "start", "first"))
    assert {(rule.anchor, rule.to_anchor) for rule in rules_of(linked)} == {
        ("beginning", "first"),
        ("start", "first"),
    }
    carried_out(linked, rename_anchor(linked, PAGE, "first", "beginning"))
    assert {(rule.anchor, rule.to_anchor) for rule in rules_of(linked)} == {
        ("start", "beginning"),
        ("first", "beginning"),
    }


def test_entries_of_other_pages_that_lead_to_the_heading_follow(linked):
    old = "- {page: old, to: history#beginning}\n- page: older\n  to: history\n"
    (linked.data / "permalinks.yml").write_text(old, encoding="utf-8")
    carried_out(linked, rename_anchor(linked, PAGE, "beginning", "start"))
    assert [(rule.page, rule.to, rule.to_anchor) for rule in rules_of(linked)] == [
        ("old", "history", "start"),
        ("older", "history", ""),
        ("history", "history", "start"),
    ]


def test_only_the_sections_that_lagged_lag_still(linked):
    edit(linked, f"docs/no/{PAGE}.md", "oppgir 1997", "oppgir 1998")
    site = load_site(linked.root)
    key = f"{PAGE}.md"
    assert outdated_sections(site.of(ENGLISH)[key], site) == ["beginning"]
    write(rename_anchor(linked, PAGE, "beginning", "start"))
    site = load_site(linked.root)
    assert outdated_sections(site.of(ENGLISH)[key], site) == ["start"]
    assert record_original("", section_stamps(site.of(NORWEGIAN)[key])) == ""


def test_records_of_a_list_on_the_page_follow(linked):
    record = '- id: b\n  anchor: beginning\n  title: {"no": B, en: B}\n'
    (linked.data / "building-blocks.yml").write_text(record, encoding="utf-8")
    for code in ("no", "en"):
        edit(linked, f"docs/{code}/{PAGE}.md", "{ #unknown", "{ #what-is-unknown")
    draft_without = rename_anchor(linked, PAGE, "before", "earlier")
    assert "data/building-blocks.yml" not in draft_without.texts
    for code in ("no", "en"):
        text = text_of(linked, f"docs/{code}/{PAGE}.md")
        (linked.root / f"docs/{code}/{PAGE}.md").write_text(
            f"{text}\n{{{{ building-blocks }}}}\n", encoding="utf-8"
        )
    draft = rename_anchor(linked, PAGE, "beginning", "start")
    assert "  anchor: start\n" in draft.texts["data/building-blocks.yml"]


@pytest.mark.parametrize(
    ("page", "old", "new", "said"),
    [
        (
            "history2",
            "beginning",
            "start",
            'PAGE: unknown page "history2" – did you mean "history"?',
        ),
        (PAGE, "begining", "start", 'historie.md: no heading has the anchor "begining" – did you'),
        (
            PAGE,
            "beginning",
            "before",
            'docs/no/metoden/historie.md:14: the anchor "before" is taken',
        ),
        (PAGE, "beginning", "main", 'the anchor "main" is taken by the page around the text'),
        (
            PAGE,
            "beginning",
            "The start",
            'NEW: "The start" cannot be an anchor – use small letters',
        ),
        (
            "faser/forankring",
            "workshop",
            "meeting",
            'type "phase" has the heading "#workshop" – keep',
        ),
    ],
)
def test_what_cannot_be_done_is_told_and_nothing_is_written(linked, page, old, new, said):
    before = files_of(linked)
    assert any(said in each for each in refused(lambda: rename_anchor(linked, page, old, new)))
    assert files_of(linked) == before
