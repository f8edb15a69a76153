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
    outdated_sections,
    record_original,
    section_stamps,
    translation_status,
)
from scripts.language.locales import ENGLISH, NORWEGIAN
from tests.repository import begin, git
from tests.unit.projects import edit, problems_of

KEY = "metoden/historie.md"
ORIGINAL_PATH, COUNTERPART = f"docs/no/{KEY}", f"docs/en/{KEY}"


def page_of(project, locale=NORWEGIAN):
    return load_site(project.root).of(locale)[KEY]


def state_of(project, locale=ENGLISH):
    site = load_site(project.root)
    return translation_status(site.of(locale)[KEY], site)


def test_fingerprint_is_twelve_hex_digits_that_the_schema_accepts(project):
    digest = fingerprint(page_of(project))
    assert re.fullmatch("[0-9a-f]{12}", digest)
    edit(project, COUNTERPART, "kind: concept", f'kind: concept\noriginal: "{digest}"')
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
    assert mark_translated(load_site(project.root), [COUNTERPART]) == [COUNTERPART]
    assert state_of(project) == CURRENT
    edit(project, ORIGINAL_PATH, "oppgir 1997", "oppgir 1998")
    assert state_of(project) == OUTDATED


def test_corrected_comma_in_the_translation_does_not_hide_that_the_original_moved(project):
    mark_translated(load_site(project.root), [COUNTERPART])
    edit(project, ORIGINAL_PATH, "oppgir 1997", "oppgir 1998")
    edit(project, COUNTERPART, "The adviser gives", "The adviser, IMTEC, gives")
    assert state_of(project) == OUTDATED


def test_page_without_original_is_unmarked(project):
    mark_translated(load_site(project.root), [COUNTERPART])
    (project.root / ORIGINAL_PATH).unlink()
    assert state_of(project) == UNMARKED


def test_marking_writes_a_row_for_each_section_in_one_file(project):
    before = {path: path.read_bytes() for path in project.root.rglob("*") if path.is_file()}
    mark_translated(load_site(project.root), [COUNTERPART])
    changed = [path for path, content in before.items() if path.read_bytes() != content]
    assert changed == [project.root / COUNTERPART]
    old = before[changed[0]].decode().splitlines()
    new = changed[0].read_text(encoding="utf-8").splitlines()
    stamps = section_stamps(page_of(project))
    assert list(stamps) == ["(lead)", "beginning", "before", "evaluation", "unknown", "in-short"]
    assert [line for line in new if line not in old] == [
        "original:",
        *(f'  {anchor}: "{digest}"' for anchor, digest in stamps.items()),
    ]
    assert len(new) == len(old) + 1 + len(stamps)


def test_marking_without_names_marks_every_english_page_once(project):
    english = [page.path for page in load_site(project.root).of(ENGLISH).values()]
    assert mark_translated(load_site(project.root), []) == english
    assert mark_translated(load_site(project.root), []) == []
    assert problems_of(project) == []


@pytest.mark.parametrize("path", [ORIGINAL_PATH, "docs/en/mangler.md"])
def test_path_that_is_no_translated_page_is_named_and_nothing_is_written(project, path):
    with pytest.raises(ProblemsFound, match=f"^{path}: this is no translated page"):
        mark_translated(load_site(project.root), [COUNTERPART, path])
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
    file = project.root / COUNTERPART
    text = file.read_text(encoding="utf-8").replace("---\n", fence, 1)
    file.write_text(text, encoding=encoding)
    assert mark_translated(load_site(project.root), [COUNTERPART]) == [COUNTERPART]
    assert state_of(project) == CURRENT


def mark(project, *sections: str) -> list[str]:
    return mark_translated(load_site(project.root), [COUNTERPART], sections)


def lagging_of(project) -> list[str]:
    site = load_site(project.root)
    return outdated_sections(site.of(ENGLISH)[KEY], site)


def stamp_whole_page(project) -> None:
    """As editors did before sections had stamps of their own."""
    file = project.root / COUNTERPART
    text = record_original(file.read_text(encoding="utf-8"), fingerprint(page_of(project)))
    file.write_text(text, encoding="utf-8")


def test_a_stamp_of_the_whole_page_holds_until_the_page_moves_on(project):
    stamp_whole_page(project)
    assert state_of(project) == CURRENT
    edit(project, ORIGINAL_PATH, "oppgir 1997", "oppgir 1998")
    assert state_of(project) == OUTDATED
    assert lagging_of(project) == [], "it says only that something moved"


def test_the_sections_that_moved_on_are_known(project):
    mark(project)
    assert problems_of(project) == []
    edit(project, ORIGINAL_PATH, "oppgir 1997", "oppgir 1998")
    edit(project, ORIGINAL_PATH, "title: Historien", "title: Historia")
    assert lagging_of(project) == ["(lead)", "beginning"]
    mark(project, "lead")
    assert lagging_of(project) == ["beginning"]


def test_a_section_is_marked_alone_and_the_others_wait(project):
    mark(project)
    edit(project, ORIGINAL_PATH, "oppgir 1997", "oppgir 1998")
    edit(project, ORIGINAL_PATH, "Ingen kilde", "Ingen av kildene")
    assert mark(project, "before") == [COUNTERPART]
    assert lagging_of(project) == ["beginning"]
    assert mark(project, "beginning") == [COUNTERPART]
    assert state_of(project) == CURRENT


def test_a_typo_in_the_original_that_is_marked_raises_no_notice(project):
    mark(project)
    english = (project.root / COUNTERPART).read_text(encoding="utf-8")
    edit(project, ORIGINAL_PATH, "Rådgiveren oppgir", "Rådgjevaren oppgir")
    mark(project, "beginning")
    assert state_of(project) == CURRENT
    now = (project.root / COUNTERPART).read_text(encoding="utf-8")
    assert sum(row not in english.splitlines() for row in now.splitlines()) == 1


def test_a_section_that_is_new_or_gone_lags_until_it_is_marked(project):
    mark(project)
    edit(project, ORIGINAL_PATH, "{ #before }", "{ #earlier }")
    edit(project, COUNTERPART, "{ #before }", "{ #earlier }")
    assert lagging_of(project) == ["earlier", "before"]
    mark(project, "earlier", "before")
    assert state_of(project) == CURRENT


def test_two_editors_who_translate_sections_apart_have_no_conflict(project):
    for old, new in (("oppgir 1997", "oppgir 1998"), ("Hva sto i", "Hva står i")):
        mark(project)
        edit(project, ORIGINAL_PATH, old, new)
    mark(project, "unknown")  # a stamp for each section, one of them old
    edit(project, ORIGINAL_PATH, "oppgir 1998", "oppgir 1997 eller 1998")
    edit(project, ORIGINAL_PATH, "Hva står i", "Hva stod i")
    begin(project.root)
    git(project.root, "switch", "--quiet", "--create", "other")
    mark(project, "beginning")
    git(project.root, "commit", "--quiet", "--all", "-m", "One")
    git(project.root, "switch", "--quiet", "main")
    mark(project, "unknown")
    git(project.root, "commit", "--quiet", "--all", "-m", "Another")
    git(project.root, "merge", "--quiet", "-m", "Both", "other")
    assert state_of(project) == CURRENT


def test_a_section_of_a_page_with_one_stamp_is_marked_by_the_history(project):
    stamp_whole_page(project)
    begin(project.root)
    edit(project, ORIGINAL_PATH, "oppgir 1997", "oppgir 1998")
    edit(project, ORIGINAL_PATH, "Ingen kilde", "Ingen av kildene")
    mark(project, "before")
    assert lagging_of(project) == ["beginning"]


def test_without_a_history_the_whole_page_must_be_marked(project):
    stamp_whole_page(project)
    edit(project, ORIGINAL_PATH, "oppgir 1997", "oppgir 1998")
    with pytest.raises(ProblemsFound, match="what its other sections were translated from – go"):
        mark(project, "beginning")
    mark(project)
    assert state_of(project) == CURRENT


def test_a_section_that_is_not_there_is_answered_with_those_that_are(project):
    mark(project)
    with pytest.raises(ProblemsFound, match='no section "begining" – did you mean "beginning"'):
        mark(project, "begining")
    with pytest.raises(ProblemsFound, match="name one of: lead, beginning, before"):
        mark(project, "x")
