"""data/pages.json is a contract; the list of pages is in the reader's alphabet."""

import json

import pytest

from scripts.content.page_lists import pages_by_title
from scripts.content.pages import load_site
from scripts.language.formats import alphabetical
from scripts.language.locales import ENGLISH, NORWEGIAN
from scripts.open_data.page_index import CONTRACT, FORMS, PageFacts, page_list, pages_json
from tests.unit.projects import write_pages

FIELDS = {
    "id",
    "kind",
    "lang",
    "url",
    "title",
    "description",
    "source",
    "alternate",
    "translation",
    "permalink",
    "updated",
    "reviewed",
    *FORMS,
}
PDF = {"url": "en/print/leaflet.pdf", "kind": "leaflet", "title": "Steinkjer – leaflet"}


@pytest.fixture
def site(project):
    return load_site(project.root)


def test_file_has_its_contract_edition_and_pages(site):
    content = json.loads(pages_json(site, "1.0"))
    assert set(content) == {"contract", "edition", "pages"}
    assert (content["contract"], content["edition"]) == (CONTRACT, "1.0")
    assert json.loads(pages_json(site, None))["edition"] is None


def test_every_page_has_all_fields_and_a_number_of_contract_that_says_so(site):
    """Whoever takes a field away, or changes what it means, changes CONTRACT, and then this."""
    assert CONTRACT == 1
    assert [set(entry) for entry in page_list(site)] == [FIELDS] * 8


def test_page_is_described_in_its_own_language_with_its_counterpart(site):
    def facts(page):
        return PageFacts(f"../id/{page.id}/", "2026-11-28", files={"pdf": [PDF]})

    entries = {(entry["id"], entry["lang"]): entry for entry in page_list(site, facts)}
    assert entries["municipality-steinkjer", "en"] == {
        "id": "municipality-steinkjer",
        "kind": "municipality",
        "lang": "en",
        "url": "en/municipalities/steinkjer/",
        "title": "Steinkjer",
        "description": "The trial in Steinkjer, 1999–2002: what employees proposed, "
        "and what we do not know.",
        "source": "docs/en/kommuner/steinkjer.md",
        "alternate": "kommuner/steinkjer/",
        "translation": "unmarked",
        "permalink": "../id/municipality-steinkjer/",
        "updated": "2026-11-28",
        "reviewed": None,
        "pdf": [PDF],
        **{form: [] for form in FORMS if form != "pdf"},
    }
    assert entries["home", "nb"]["alternate"] == "en/"
    assert entries["home", "en"]["alternate"] == ""


def test_addresses_are_below_the_root_of_any_edition(site):
    addresses = [entry["url"] for entry in page_list(site)]
    assert [url for url in addresses if url.startswith(("/", "http"))] == []
    assert len(set(addresses)) == len(addresses)


def test_page_without_counterpart_has_no_alternate(project):
    (project.root / "docs/en/faser/forankring.md").unlink()
    entries = page_list(load_site(project.root))
    assert [entry["source"] for entry in entries if entry["alternate"] is None] == [
        "docs/no/faser/forankring.md"
    ]


def test_equal_content_gives_equal_bytes_that_people_can_read(project, site):
    assert pages_json(site, "1.0") == pages_json(load_site(project.root), "1.0")
    text = pages_json(site, "1.0")
    assert text == json.dumps(json.loads(text), ensure_ascii=False, indent=1, sort_keys=True) + "\n"
    assert "årene" not in text
    assert "støtte fra dem" in text


def titles(site, locale):
    return [entry["title"] for entry in pages_by_title(site, locale)]


def test_norwegian_alphabet_ends_with_ae_oe_aa(tmp_path):
    names = ["Ås", "Zoo", "Øvre Eiker", "Ærlighet", "avtale", "Arbeid", "øving", "Vefsn", "Bodø"]
    pages = {f"no/p{i}.md": f"---\ntitle: {name}\n---\n" for i, name in enumerate(names)}
    assert titles(write_pages(tmp_path, pages), NORWEGIAN) == [
        "Arbeid",
        "avtale",
        "Bodø",
        "Vefsn",
        "Zoo",
        "Ærlighet",
        "øving",
        "Øvre Eiker",
        "Ås",
    ]


def test_list_holds_the_pages_of_one_language(site):
    assert titles(site, NORWEGIAN) == [
        "Forankring",
        "Historien",
        "Modellkommunemetodikken",
        "Steinkjer",
    ]
    assert titles(site, ENGLISH) == [
        "Anchoring",
        "Model Municipality Methodology",
        "Steinkjer",
        "The history",
    ]


def test_aa_is_last_within_a_word_too():
    words = ["håp", "hør", "hyre", "hæl"]
    assert sorted(words, key=alphabetical) == ["hyre", "hæl", "hør", "håp"]
