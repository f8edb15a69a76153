"""`make remove`: a page goes in both languages, and its address leads on or says why."""

import re
import shutil

import pytest

from scripts.content.pages import load_site
from scripts.content.permalinks import load_permalinks
from scripts.editing import record_edits
from scripts.editing.draft import Draft
from scripts.editing.remove_page import Successor, remove
from tests.unit.editing.conftest import carried_out, text_of
from tests.unit.editing.test_move_page import files_of, refused
from tests.unit.projects import ROOT, edit, problems_of

PAGE, TOWNS = "metoden/historie", "data/municipalities.yml"
REASON = {"no": "Teksten var feil: den er tatt bort.", "en": 'It was "wrong".'}


def rules_of(project):
    rules, problems = load_permalinks(project, load_site(project.root))
    assert problems == []
    return {(rule.page, rule.anchor): rule for rule in rules}


def test_links_records_and_the_ledger_lead_to_the_successor(linked):
    changed = carried_out(linked, remove(linked, PAGE, Successor("kommuner/steinkjer#results")))
    assert not (linked.root / f"docs/no/{PAGE}.md").exists()
    for code in ("no", "en"):
        assert "](kommuner/steinkjer.md#results)" in text_of(linked, f"docs/{code}/index.md")
    assert "](../kommuner/steinkjer.md#results)" in text_of(linked, "docs/en/om/kommunen.md")
    assert "nearest: municipality-steinkjer" in text_of(linked, "docs/en/om/kommunen.md")
    rule = rules_of(linked)["history", ""]
    assert (rule.to, rule.to_anchor) == ("municipality-steinkjer", "results")
    assert "historie" not in text_of(linked, "mkdocs.yml")
    assert "Metoden" not in text_of(linked, "mkdocs.yml"), "an empty section is left"
    assert "page: history" not in text_of(linked, "data/timeline.yml")
    assert "mkdocs.yml" in changed


def test_a_reason_is_told_in_both_languages_and_words_of_links_stay(linked):
    edit(linked, "docs/en/om/kommunen.md", "nearest: history", "nearest: home")
    carried_out(linked, remove(linked, PAGE, Successor("", REASON, unlink=True)))
    assert rules_of(linked)["history", ""].gone == REASON
    assert "- Historien begynner i 1997" in text_of(linked, "docs/no/index.md")
    assert "See the history [@editorial]." in text_of(linked, "docs/en/om/kommunen.md")


def test_links_that_would_break_are_named_each_with_its_row(linked):
    before = files_of(linked)
    said = refused(lambda: remove(linked, PAGE, Successor("", REASON)))
    rows = [each.split(" – ")[0] for each in said]
    assert 'docs/no/index.md:14: the link "metoden/historie.md#beginning" leads to' in "\n".join(
        rows
    )
    assert "docs/en/om/kommunen.md:8: the page that goes is the nearest one" in rows
    assert sum("steinkjer.md" in row for row in rows) == 4
    assert not any(row.startswith(f"docs/no/{PAGE}") for row in rows)
    assert files_of(linked) == before


def test_entries_of_the_page_and_those_that_led_to_it_follow(linked):
    old = (
        "- page: history\n  anchor: older\n  to: '#beginning'\n"
        "- {page: first, to: history}\n- page: second\n  to: history#beginning\n"
    )
    (linked.data / "permalinks.yml").write_text(old, encoding="utf-8")
    edit(linked, "docs/en/om/kommunen.md", "nearest: history", "nearest: home")
    carried_out(linked, remove(linked, PAGE, Successor("", REASON, unlink=True)))
    found = rules_of(linked)
    assert set(found) == {("history", ""), ("first", ""), ("second", "")}
    assert all(rule.gone == REASON for rule in found.values())


def test_sources_that_the_page_alone_cited_go_with_it(linked):
    assert "id: campaign" in text_of(linked, "data/sources.yml")
    carried_out(linked, remove(linked, PAGE, Successor("home")))
    assert "id: campaign" not in text_of(linked, "data/sources.yml")
    assert "id: adviser" in text_of(linked, "data/sources.yml"), "others cite it"


def test_a_page_in_one_language_goes_alone(linked):
    changed = carried_out(linked, remove(linked, "local-government", Successor("history")))
    assert changed == ["data/permalinks.yml", "docs/en/om/kommunen.md", "mkdocs.yml"]
    assert "nearest" not in text_of(linked, f"docs/en/{PAGE}.md")


def test_a_record_that_named_the_page_names_none_and_keeps_the_rest(linked):
    questions = "- id: a\n  pages: [history, home]\n- id: b\n  pages:\n    - home\n    - history\n"
    records = {
        "timeline": "- id: a\n  page: history # here\n  date: 1997\n- {id: b, page: history}\n",
        "people": "- page: history\n  id: a\n- page: home\n  id: b\n",
        "open-questions": questions,
        "synonyms": "pages:\n  history:\n    no: [a]\n    en: [b]\n  home:\n    no: [c]\n",
    }
    for name, text in records.items():
        (linked.data / f"{name}.yml").write_text(text, encoding="utf-8")
    draft = Draft(linked.root)
    record_edits.page_gone(draft, "history", "")
    assert {name: draft.texts[f"data/{name}.yml"] for name in records} == {
        "timeline": "- id: a\n  date: 1997\n- {id: b}\n",
        "people": "- id: a\n- page: home\n  id: b\n",
        "open-questions": "- id: a\n  pages: [home]\n- id: b\n  pages:\n    - home\n",
        "synonyms": "pages:\n  home:\n    no: [c]\n",
    }


def test_a_record_that_names_no_other_page_is_told_of_by_its_row(linked):
    said = refused(lambda: remove(linked, "kommuner/steinkjer", Successor("", REASON, unlink=True)))
    (row,) = [each for each in said if each.startswith("data/open-questions.yml:")]
    assert "the record names the page that goes, and no other – name another page first" in row
    assert not row.startswith("data/open-questions.yml:1:")


@pytest.mark.parametrize(
    ("page", "successor", "said"),
    [
        ("histori", Successor("home"), 'PAGE: unknown page "histori" – did you mean "history"?'),
        (PAGE, Successor("hom"), 'TO: unknown page "hom" – did you mean "home"?'),
        (PAGE, Successor("history#unknown"), "TO: this is the page that goes – name another page"),
        (PAGE, Successor("home", REASON), "TO: both TO and a reason are given – give one"),
        (
            PAGE,
            Successor(),
            'became of the page – add TO=another-page, or REASON_NO="…" and REASON',
        ),
        (PAGE, Successor("", {"no": "Feil."}), 'add TO=another-page, or REASON_EN="…"'),
        ("index", Successor("history"), "docs/no/index.md: this is the front page – edit it"),
        (PAGE, Successor("home#nowhere"), 'TO: docs/no/index.md has no heading "#nowhere" – see'),
        (
            "kommuner/steinkjer",
            Successor("local-government"),
            "TO: docs/en/om/kommunen.md has no counterpart in docs/no – name",
        ),
    ],
)
def test_what_cannot_be_done_is_told_and_nothing_is_written(linked, page, successor, said):
    before = files_of(linked)
    told = refused(lambda: remove(linked, page, successor))
    assert any(said in each for each in told), told
    assert files_of(linked) == before


def test_a_template_that_links_to_the_page_hinders_it(linked):
    template = linked.root / "overrides/partials/foot.html"
    template.parent.mkdir(parents=True)
    template.write_text('<p>\n<a href="{{ link("history") }}">\n', encoding="utf-8")
    (said,) = refused(lambda: remove(linked, PAGE, Successor("home")))
    assert said.startswith(
        'overrides/partials/foot.html:2: the template links to the page "history"'
    )
    assert problems_of(linked) == []


def test_the_record_that_the_page_is_about_names_no_page_and_no_source_of_it(linked):
    known = """  known:
    - matter: afterwards
      sources: [magazine]
"""
    page = re.search("^  page: municipality-steinkjer\n", text_of(linked, TOWNS), re.MULTILINE)
    edit(linked, TOWNS, page[0], page[0] + known)
    assert problems_of(linked) == []
    carried_out(linked, remove(linked, "kommuner/steinkjer", Successor("home")))
    assert "page:" not in text_of(linked, TOWNS)
    assert "known:" not in text_of(linked, TOWNS)


def test_the_page_that_the_address_leads_to_gets_no_link_to_itself(linked):
    carried_out(linked, remove(linked, PAGE, Successor("kommuner/steinkjer")))
    text = text_of(linked, "docs/no/kommuner/steinkjer.md")
    assert "historien" in text
    assert "[historien](" not in text


def test_a_page_that_the_guide_shows_asks_for_another_and_names_no_stranger(linked):
    shutil.copy(ROOT / "data/guide.yml", linked.data)
    edit(linked, "data/guide.yml", "page: method-criticism", "page: history")
    (said,) = refused(lambda: remove(linked, PAGE, Successor("home")))
    assert said.startswith("data/guide.yml:")
    assert "the guide with pictures (make guide) shows the page that goes – name another" in said
