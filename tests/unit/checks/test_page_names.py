"""Ids and English addresses in Norwegian, or named unlike their neighbours, are told."""

import copy
from dataclasses import replace

import pytest

from scripts.checks.page_names import check_page_names
from scripts.content.pages import Site, load_site
from tests.unit.projects import ROOT

SITE = load_site(ROOT)


def said(key, **meta):
    """What is told of the real pages when keys of one page, in both languages, are others."""
    pages = [page if page.key != key else changed(page, meta) for page in SITE.pages]
    site = Site(SITE.root, pages)
    return [f"{each.path}: {each.what} – {each.fix}" for each in check_page_names(site)]


def changed(page, meta):
    keys = {key: value for key, value in meta.items() if key != "url" or "url" in page.meta}
    front = copy.copy(page.front_matter)
    front.data = {**page.meta, **keys}
    return replace(page, front_matter=front)


def test_nothing_is_told_of_pages_as_they_are():
    assert check_page_names(SITE) == []


@pytest.mark.parametrize(
    ("key", "url", "fix"),
    [
        ("metoden/kritikk.md", "metoden/kritikk/", "url: method/kritikk/"),
        ("metoden/kritikk.md", "method/kritikk/", "criticism-and-limits/"),
        ("verktoy/idedugnad.md", "verktoy/idea-workshop/", "url: tools/idea-workshop/"),
        ("kommuner/moss.md", "kommuner/moss/", "url: municipalities/moss/"),
        ("kommuner/moss.md", "metoden/moss/", "url: method/moss/"),
        ("ordliste.md", "ordliste/", "such as glossary/"),
    ],
)
def test_a_norwegian_address_of_an_english_page_is_told_with_the_english_one(key, url, fix):
    (told,) = said(key, url=url)
    assert f'the English address "{url}" is Norwegian' in told
    assert fix in told


@pytest.mark.parametrize(
    ("key", "id_", "fix"),
    [
        ("kommuner/moss.md", "moss", "id: municipality-moss"),
        ("kommuner/moss.md", "kommune-moss", "id: municipality-moss"),
        ("verktoy/idedugnad.md", "idea-workshop", "id: tool-idea-workshop"),
        ("metoden/kritikk.md", "metoden-criticism", "id: method-criticism"),
        ("metoden/kritikk.md", "kritikk", "such as method-criticism-and-limits"),
        ("metoden/kritikk.md", "method-kritikk", "such as method-criticism-and-limits"),
    ],
)
def test_an_id_in_norwegian_or_without_its_kind_is_told_once(key, id_, fix):
    (told,) = said(key, id=id_)
    assert f'the id "{id_}"' in told
    assert fix in told


@pytest.mark.parametrize(
    ("key", "meta"),
    [
        ("kommuner/moss.md", {"url": "municipalities/moss/"}),
        ("publikasjoner/wahl.md", {"id": "publication-wahl-2007"}),
        ("metoden/kritikk.md", {"title": "The kritikk workshop", "url": "method/kritikk/"}),
        ("metoden/kritikk.md", {"id": "criticism", "url": "criticism/"}),
        # A word that the English page uses itself.
        ("metoden/en-side.md", {"title": "One page", "url": "method/one-page/"}),
        ("metoden/kritikk.md", {"url": "Metoden/Kritikk"}),
    ],
)
def test_names_of_places_and_words_of_the_title_are_no_fault(key, meta):
    assert said(key, **meta) == []


def test_a_word_that_is_the_same_in_both_languages_is_no_fault():
    page = next(each for each in SITE.pages if each.path == "docs/en/metoden/kritikk.md")
    assert "kritikk" not in page.body
    site = Site(
        SITE.root,
        [
            replace(changed(each, {"url": "method/kritikk/"}), body=f"{each.body}\nA kritikk.\n")
            if each.path == page.path
            else each
            for each in SITE.pages
        ],
    )
    assert check_page_names(site) == []
