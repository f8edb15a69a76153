"""`make move`: a page stands elsewhere, and nothing that names it is left behind."""

import re

import pytest

from scripts.checks.published import check_published
from scripts.common.problems import ProblemsFound
from scripts.content.markdown import links
from scripts.content.pages import load_site
from scripts.content.translation import mark_translated, translation_status
from scripts.editing.difference import difference
from scripts.editing.move_page import move
from tests.unit.editing.conftest import carried_out, text_of
from tests.unit.projects import edit, problems_of

OLD, NEW = "metoden/historie", "kommuner/historie"


def refused(call) -> list[str]:
    with pytest.raises(ProblemsFound) as found:
        call()
    return [str(problem) for problem in found.value.problems]


def files_of(project) -> dict[str, bytes]:
    return {
        path.relative_to(project.root).as_posix(): path.read_bytes()
        for path in project.root.rglob("*")
        if path.is_file() and ".cache" not in path.parts
    }


def test_the_new_address_is_written_whatever_stands_in_the_description(linked):
    page = f"docs/en/{OLD}.md"
    edit(linked, page, 'description: "', 'description: "First --- ')
    carried_out(linked, move(linked, OLD, NEW, "municipalities/the-history"))
    assert "\nurl: municipalities/the-history/\n" in text_of(linked, f"docs/en/{NEW}.md")


def test_both_languages_move_and_every_link_follows(linked):
    changed = carried_out(linked, move(linked, OLD, NEW))
    for code in ("no", "en"):
        assert f"docs/{code}/{NEW}.md" in changed
        assert not (linked.root / f"docs/{code}/{OLD}.md").exists()
        town = text_of(linked, f"docs/{code}/kommuner/steinkjer.md")
        assert town.count("](historie.md#beginning)") == 2
        assert "](kommuner/historie.md#beginning)" in text_of(linked, f"docs/{code}/index.md")
        assert not (linked.root / f"docs/{code}/metoden").exists(), "an empty folder is left"
    assert "](../kommuner/historie.md#beginning)" in text_of(linked, "docs/en/om/kommunen.md")


def test_links_of_the_page_itself_lead_where_they_led(linked):
    before = links(text_of(linked, f"docs/no/{OLD}.md"))
    carried_out(linked, move(linked, OLD, "faser/dypt/historie", "phases/deep/history"))
    after = links(text_of(linked, "docs/no/faser/dypt/historie.md"))
    assert [link.target for link in before] == [
        "../kommuner/steinkjer.md#results",
        "../assets/images/wheel.svg",
        "#beginning",
        "historie.md#before",
        "../index.md",
    ]
    assert [link.target for link in after] == [
        "../../kommuner/steinkjer.md#results",
        "../../assets/images/wheel.svg",
        "#beginning",
        "historie.md#before",
        "../../index.md",
    ]


def test_only_links_to_the_page_and_its_row_in_nav_are_touched(linked):
    before = files_of(linked)
    carried_out(linked, move(linked, OLD, "metoden/fortid"))
    after = files_of(linked)
    for path in set(before) & set(after):
        old, new = (files[path].decode() for files in (before, after))
        changed = [row for row in new.splitlines() if row not in old.splitlines()]
        assert all("fortid.md" in row or re.match(r'  \S+: "[0-9a-f]{8}"$', row) for row in changed)


def test_the_row_in_nav_keeps_its_place_within_a_folder(linked):
    carried_out(linked, move(linked, OLD, "metoden/fortid"))
    assert "  - Metoden:\n      - metoden/fortid.md\n" in text_of(linked, "mkdocs.yml")


def test_the_row_in_nav_follows_the_page_to_the_section_of_its_new_folder(linked):
    row = "      - metoden/historie.md  # the first\n"
    edit(linked, "mkdocs.yml", "      - metoden/historie.md\n", f"{row}      - om/kommunen.md\n")
    edit(linked, "mkdocs.yml", "  - om/kommunen.md\n  - K", "  - K")
    carried_out(linked, move(linked, OLD, NEW))
    config = text_of(linked, "mkdocs.yml")
    assert "      - kommuner/steinkjer.md\n      - kommuner/historie.md\n" in config
    assert "  - Metoden:\n      - om/kommunen.md\n" in config


@pytest.mark.parametrize(
    ("new", "asked", "address"),
    [
        ("metoden/fortid", "", "method/history/"),
        ("kommuner/historie", "", "municipalities/history/"),
        ("historie", "", "history/"),
        ("nytt/historie", "new/history", "new/history/"),
        ("metoden/fortid", "/en/method/past/", "method/past/"),
    ],
)
def test_the_english_address_follows_the_folder_or_is_given(linked, new, asked, address):
    carried_out(linked, move(linked, OLD, new, asked))
    page = load_site(linked.root).pages
    assert next(each.text("url") for each in page if each.path == f"docs/en/{new}.md") == address


@pytest.mark.parametrize(
    "typed", ["metoden/historie", "docs/no/metoden/historie.md", "/metoden/historie/", "history"]
)
def test_a_page_is_named_by_its_path_or_its_id(linked, typed):
    assert f"docs/en/{NEW}.md" in carried_out(linked, move(linked, typed, NEW))


def test_a_page_in_one_language_moves_alone(linked):
    changed = carried_out(linked, move(linked, "om/kommunen", "metoden/kommunen"))
    assert changed == ["docs/en/metoden/kommunen.md", "docs/en/om/kommunen.md", "mkdocs.yml"]
    assert "url: method/local-government/" in text_of(linked, changed[0])
    assert "](historie.md#beginning)" in text_of(linked, changed[0])


def test_a_page_with_a_record_keeps_it(linked):
    carried_out(linked, move(linked, "kommuner/steinkjer", "metoden/steinkjer"))
    assert "](steinkjer.md#results)" in text_of(linked, "docs/no/metoden/historie.md")
    assert "record: steinkjer" in text_of(linked, "docs/no/metoden/steinkjer.md")


def test_a_published_address_leads_on_by_the_id_without_an_entry(linked):
    before = text_of(linked, "data/permalinks.yml")
    carried_out(linked, move(linked, OLD, NEW))
    assert text_of(linked, "data/permalinks.yml") == before
    assert check_published(load_site(linked.root), []) == []


def test_a_translation_that_lagged_lags_still_and_no_other_does(linked):
    edit(linked, "docs/no/kommuner/steinkjer.md", "løftearm", "kran")
    draft = move(linked, OLD, NEW)
    text = draft.text("docs/en/kommuner/steinkjer.md")
    before = text_of(linked, "docs/en/kommuner/steinkjer.md")
    assert [row for row in text.splitlines() if row not in before.splitlines() and ":" in row]
    from scripts.editing.write import write

    write(draft)
    site = load_site(linked.root)
    states = {page.path: translation_status(page, site) for page in site.pages}
    assert states["docs/en/kommuner/steinkjer.md"] == "outdated"
    assert list(states.values()).count("outdated") == 1


def test_stamps_of_whole_pages_are_renewed_as_such(linked):
    from scripts.content.translation import fingerprint, record_original

    path = "docs/en/kommuner/steinkjer.md"
    original = next(
        p for p in load_site(linked.root).pages if p.path == path.replace("/en/", "/no/")
    )
    stamped = record_original(text_of(linked, path), fingerprint(original))
    (linked.root / path).write_text(stamped, encoding="utf-8")
    carried_out(linked, move(linked, OLD, NEW))
    assert re.search(r'^original: "[0-9a-f]{12}"$', text_of(linked, path), re.MULTILINE)


@pytest.mark.parametrize(
    ("old", "new", "url", "said"),
    [
        ("metoden/histori", NEW, "", 'OLD: unknown page "metoden/histori" – did you mean'),
        (OLD, "kommuner/steinkjer", "", "docs/no/kommuner/steinkjer.md: there is a page – choose"),
        (OLD, "om/kommunen", "", "docs/en/om/kommunen.md: there is a page – choose another path"),
        (OLD, "Metoden/Historie", "", 'NEW: "Metoden/Historie" cannot be an address – use small'),
        (OLD, OLD, "", "docs/no/metoden/historie.md: the page stands there – name another path"),
        (OLD, "nytt/historie", "", "NEW: nobody knows what nytt/ is called in English – add URL="),
        (OLD, NEW, "phases/anchoring", "docs/en/faser/forankring.md:6: the page has the English"),
        (OLD, NEW, "Å", 'URL: "Å" cannot be an address – use small letters'),
        ("index", "om/forside", "about/front", "docs/no/index.md: this is the front page – edit"),
        (OLD, f"om/{'a' * 300}", "about/x", 'NEW: the name "aaaaaaaaaaaaaaaaaaaa…" is too long'),
        (OLD, f"{'a' * 300}/om", "about/x", 'NEW: the name "aaaaaaaaaaaaaaaaaaaa…" is too long'),
    ],
)
def test_what_cannot_be_done_is_told_with_its_mend_and_nothing_is_written(
    linked, old, new, url, said
):
    before = files_of(linked)
    assert any(each.startswith(said) for each in refused(lambda: move(linked, old, new, url)))
    assert files_of(linked) == before


def test_a_fault_that_was_there_hinders_no_move_and_a_new_one_does(linked):
    edit(linked, "docs/no/faser/forankring.md", "Lederne måtte", "[Lederne](nei.md) måtte")
    assert len(problems_of(linked)) == 1
    draft = move(linked, OLD, NEW)
    assert "docs/no/kommuner/historie.md" in draft.texts


def test_the_difference_shows_each_file_and_the_part_of_a_row_that_changes(linked):
    shown = difference(move(linked, OLD, NEW))
    assert "docs/no/metoden/historie.md -> docs/no/kommuner/historie.md" in shown.splitlines()
    assert "url: municipalities/history/" in shown
    assert max(map(len, shown.splitlines())) < 200


def test_files_keep_the_ends_of_their_rows_and_their_mark_of_encoding(linked):
    town = linked.root / "docs/no/kommuner/steinkjer.md"
    town.write_bytes(b"\xef\xbb\xbf" + town.read_bytes().replace(b"\n", b"\r\n"))
    mark_translated(load_site(linked.root), [])
    carried_out(linked, move(linked, OLD, NEW))
    raw = town.read_bytes()
    assert raw.startswith(b"\xef\xbb\xbf---\r\n")
    assert raw.count(b"\n") == raw.count(b"\r\n")
    assert b"](historie.md#beginning)" in raw


def test_the_front_page_of_a_folder_leaves_no_page_behind(linked):
    carried_out(linked, move(linked, OLD, "kommuner/index", "municipalities"))
    assert refused(lambda: move(linked, "kommuner", "faser/kommuner", "phases/places")) == [
        "docs/no/kommuner/index.md: this is the front page of kommuner/, where others would stay "
        "(1) – move those first, each alone: kommuner/steinkjer"
    ]
    carried_out(linked, move(linked, "kommuner/steinkjer", "faser/steinkjer", "phases/steinkjer"))
    carried_out(linked, move(linked, "kommuner", "faser/kommuner", "phases/places"))
