"""Which pages cite a source: by their text, their fact box, and the lists on them."""

import pytest

from scripts.bibliography.cited_by import pages_by_source
from scripts.content.datasets import load_datasets
from scripts.content.pages import load_site
from scripts.language.locales import ENGLISH, NORWEGIAN
from tests.unit.projects import write_pages


@pytest.mark.parametrize(
    ("source", "pages"),
    [
        ("campaign", ["history"]),
        ("evaluation", ["history", "home"]),
        ("ministry", ["home", "municipality-steinkjer"]),
        ("magazine", ["phase-1-anchoring", "home", "municipality-steinkjer"]),
    ],
)
def test_pages_that_cite_a_source_are_listed_by_title(project, source, pages):
    site, records = load_site(project.root), load_datasets(project)
    used = pages_by_source(site, records, NORWEGIAN)
    assert [page.id for page in used[source]] == pages
    assert {page.locale.code for page in pages_by_source(site, records, ENGLISH)[source]} == {"en"}


def test_a_page_that_only_counts_the_sources_of_its_records_does_not_cite_them(project):
    text = "---\ntitle: Liste\nid: a-list\n---\n\n{{ %s }}\n"
    for name, cites in (("municipalities", True), ("phases", False), ("publications", True)):
        site = write_pages(project.root, {"no/liste.md": text % name})
        used = pages_by_source(site, load_datasets(project), NORWEGIAN)
        assert any(page.id == "a-list" for pages in used.values() for page in pages) is cites


def test_pages_are_listed_in_the_norwegian_alphabet(project):
    titles = ["Ås", "Øvre Eiker", "Ærlighet", "avtale", "Bodø"]
    text = "---\ntitle: {}\n---\n\nTekst [@new].\n"
    site = write_pages(
        project.root, {f"no/p{at}.md": text.format(title) for at, title in enumerate(titles)}
    )
    used = pages_by_source(site, load_datasets(project), NORWEGIAN)["new"]
    assert [page.title for page in used] == ["avtale", "Bodø", "Ærlighet", "Øvre Eiker", "Ås"]


@pytest.mark.parametrize(("relation", "cites"), [("core", True), ("successor", False)])
def test_a_page_cites_what_those_of_its_publications_cite_that_it_shows(project, relation, cites):
    head = f"---\ntitle: Liste\nid: a-list\nrelations: [{relation}]\n---\n\n"
    site = write_pages(project.root, {"no/liste.md": head + "{{ publications }}\n"})
    used = pages_by_source(site, load_datasets(project), NORWEGIAN)
    assert ("a-list" in [page.id for page in used.get("evaluation", [])]) is cites


def test_what_is_marked_as_this_sites_own_is_no_source_that_pages_share(project):
    used = pages_by_source(load_site(project.root), load_datasets(project), NORWEGIAN)
    assert not {"editorial", "own-translation"} & set(used)
