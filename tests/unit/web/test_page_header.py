"""The line above a title says what the page is, in its language."""

import pytest

from scripts.common.paths import Project
from scripts.language.locales import BY_CODE
from scripts.language.messages import load_entries, messages_for
from scripts.web.page_header import ICONS, header_of
from tests.unit.projects import ROOT, write_pages

RECORDS = {
    "phases": [{"id": "p1", "number": 1}, {"id": "p2", "number": 2}],
    "municipalities": [{"id": "moss", "status": "model"}],
    "publications": [
        {"id": "heftet", "kind": "booklet", "year": 2007},
        {"id": "x", "kind": "book"},
        {"id": "three", "kind": "article", "year": 2008, "kicker": {"no": "Tre", "en": "Three"}},
    ],
    "tools": [{"id": "kart"}],
}


def seen(tmp_path, code, kind, record="", key="metoden/a.md", page_id="t"):
    entries, problems = load_entries(Project(ROOT))
    assert problems == []
    text = f"---\ntitle: T\nid: {page_id}\nkind: {kind}\nrecord: {record}\n---\n\nTekst.\n"
    (page,) = write_pages(tmp_path, {f"{code}/{key}": text}).pages
    return header_of(page, RECORDS, messages_for(entries, BY_CODE[code]))


@pytest.mark.parametrize(
    ("code", "kind", "record", "kicker", "badge"),
    [
        ("no", "phase", "p1", "Fase 1 av 2", ""),
        ("en", "phase", "p1", "Phase 1 of 2", ""),
        ("no", "phase-knowledge", "p1", "Fase 1 av 2", ""),
        ("no", "municipality", "moss", "Kommune", "Modellkommune"),
        ("no", "publication", "heftet", "Hefte · 2007", ""),
        ("en", "publication", "x", "Book", ""),
        ("no", "publication", "three", "Tre", ""),
        ("en", "publication", "three", "Three", ""),
        ("en", "tool", "kart", "Tool", ""),
        ("no", "concept", "", "Metoden", ""),
    ],
)
def test_kind_and_grade_are_said_in_words(tmp_path, code, kind, record, kicker, badge):
    found = seen(tmp_path, code, kind, record)
    assert found.icon == ICONS[kind]
    assert (found.kicker, found.badge_words) == (kicker, badge)


@pytest.mark.parametrize(
    ("key", "kicker"),
    [
        ("metoden/historie.md", "Metoden"),
        ("for-deg/ledere.md", "For deg"),
        ("fortellinger/bilen.md", "Fortelling"),
        ("eksempel/kartlegging.md", "Oppdiktet eksempel"),
        ("lov-og-avtale.md", "Svar og kilder"),
    ],
)
def test_running_text_says_where_it_stands(tmp_path, key, kicker):
    assert seen(tmp_path, "no", "concept", key=key).kicker == kicker


@pytest.mark.parametrize(
    ("page_id", "key", "kicker"),
    [
        ("print", "om/trykk-og-verksted.md", "Oversikt"),
        ("own-agenda", "verktoy/egen-moteplan.md", "Trykk og verksted"),
        ("about", "om/index.md", "Om nettstedet"),
    ],
)
def test_what_is_for_a_workshop_is_not_filed_under_what_the_site_is(tmp_path, page_id, key, kicker):
    found = seen(tmp_path, "no", "about", key=key, page_id=page_id)
    assert found.kicker == kicker
    assert (found.icon == ICONS["about"]) == (page_id == "about")
