"""Translations: a page is current as long as the text it renders is the same."""

import re

import pytest

from scripts.common.problems import ProblemsFound
from scripts.content.pages import load_site
from scripts.content.translation import (
    CURRENT,
    ORIGINAL,
    OUTDATED,
    UNMARKED,
    fingerprint,
    mark_translated,
    record_original,
    state,
)
from scripts.language.locales import ENGLISH, NORWEGIAN
from tests.unit.projects import edit, problems_of

KEY = "metoden/historie.md"
ORIGINAL_PATH, TWIN = f"docs/no/{KEY}", f"docs/en/{KEY}"


def page_of(project, locale=NORWEGIAN):
    return load_site(project.root).of(locale)[KEY]


def state_of(project, locale=ENGLISH):
    site = load_site(project.root)
    return state(site.of(locale)[KEY], site)


def test_fingerprint_is_twelve_hex_digits_that_the_schema_accepts(project):
    digest = fingerprint(page_of(project))
    assert re.fullmatch("[0-9a-f]{12}", digest)
    edit(project, TWIN, "kind: concept", f'kind: concept\noriginal: "{digest}"')
    assert problems_of(project) == []


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("oppgir 1997", "oppgir 1998"),
        ("title: Historien", "title: Historia"),
        ("description: \"Fra", "description: \"Frå"),
        ("## Begynnelsen", "## Starten"),
        ("[@adviser, s. 2]", "[@adviser, s. 3]"),
        ("Ingen kilde", "Ingen  kilde,"),
    ],
)  # fmt: skip
def test_fingerprint_follows_what_readers_see(project, old, new):
    before = fingerprint(page_of(project))
    edit(project, ORIGINAL_PATH, old, new)
    assert fingerprint(page_of(project)) != before


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("oppgir 1997", "oppgir\n1997"),
        ("Ingen kilde", "Ingen   kilde"),
        ("Hva sto i avtalene?\n", "Hva sto i avtalene?\n\n\n"),
        ("id: history", "id: histories"),
        ("kind: concept\n", "kind: concept\n# en merknad\n"),
    ],
)
def test_fingerprint_does_not_follow_white_space_or_what_readers_do_not_see(project, old, new):
    before = fingerprint(page_of(project))
    edit(project, ORIGINAL_PATH, old, new)
    assert fingerprint(page_of(project)) == before


def test_norwegian_page_is_the_original(project):
    assert state_of(project, NORWEGIAN) == ORIGINAL


def test_page_that_nobody_has_marked_is_unmarked(project):
    assert state_of(project) == UNMARKED


def test_marked_page_is_current_until_the_original_moves_on(project):
    assert mark_translated(load_site(project.root), [TWIN]) == [TWIN]
    assert state_of(project) == CURRENT
    edit(project, ORIGINAL_PATH, "oppgir 1997", "oppgir 1998")
    assert state_of(project) == OUTDATED


def test_corrected_comma_in_the_translation_does_not_hide_that_the_original_moved(project):
    mark_translated(load_site(project.root), [TWIN])
    edit(project, ORIGINAL_PATH, "oppgir 1997", "oppgir 1998")
    edit(project, TWIN, "The adviser gives", "The adviser, IMTEC, gives")
    assert state_of(project) == OUTDATED


def test_page_without_original_is_unmarked(project):
    mark_translated(load_site(project.root), [TWIN])
    (project.root / ORIGINAL_PATH).unlink()
    assert state_of(project) == UNMARKED


def test_marking_changes_one_line_of_one_file(project):
    before = {path: path.read_bytes() for path in project.root.rglob("*") if path.is_file()}
    mark_translated(load_site(project.root), [TWIN])
    changed = [path for path, content in before.items() if path.read_bytes() != content]
    assert changed == [project.root / TWIN]
    old = before[changed[0]].decode().splitlines()
    new = changed[0].read_text(encoding="utf-8").splitlines()
    assert [line for line in new if line not in old] == [
        f'original: "{fingerprint(page_of(project))}"'
    ]
    assert len(new) == len(old) + 1


def test_marking_without_names_marks_every_english_page_once(project):
    english = [page.path for page in load_site(project.root).of(ENGLISH).values()]
    assert mark_translated(load_site(project.root), []) == english
    assert mark_translated(load_site(project.root), []) == []
    assert problems_of(project) == []


@pytest.mark.parametrize("path", [ORIGINAL_PATH, "docs/en/mangler.md"])
def test_path_that_is_no_translated_page_is_named_and_nothing_is_written(project, path):
    with pytest.raises(ProblemsFound, match=f"^{path}: this is no translated page"):
        mark_translated(load_site(project.root), [TWIN, path])
    assert state_of(project) == UNMARKED


def test_nothing_is_marked_while_a_page_cannot_be_read(project):
    (project.root / ORIGINAL_PATH).write_bytes(b"\xff")
    with pytest.raises(ProblemsFound, match="not in UTF-8"):
        mark_translated(load_site(project.root), [])
    assert state_of(project) == UNMARKED


def test_old_mark_is_replaced_where_it_stands():
    text = '---\ntitle: A\noriginal: "000000000000"\nid: a\n---\n\nText.\n'
    assert record_original(text, "f51b6c0d3d10") == text.replace("0" * 12, "f51b6c0d3d10")


def test_line_of_the_text_that_begins_with_original_is_not_touched():
    text = "---\ntitle: A\n---\n\noriginal: this word begins a line.\n"
    assert record_original(text, "f51b6c0d3d10") == text.replace(
        "title: A\n", 'title: A\noriginal: "f51b6c0d3d10"\n'
    )


@pytest.mark.parametrize(
    ("encoding", "fence"), [("utf-8-sig", "---\n"), ("utf-8", "--- \n")], ids=["bom", "space"]
)
def test_page_that_can_be_read_can_be_marked(project, encoding, fence):
    file = project.root / TWIN
    text = file.read_text(encoding="utf-8").replace("---\n", fence, 1)
    file.write_text(text, encoding=encoding)
    assert mark_translated(load_site(project.root), [TWIN]) == [TWIN]
    assert state_of(project) == CURRENT
