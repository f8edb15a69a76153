"""What programs read in the head of a page: whole, true, and nothing that is only inferred."""

import pytest

from scripts.bibliography.csl_items import Imprint, page_item, publication_item
from scripts.bibliography.page_metadata import json_ld, tags, work
from scripts.content import licence
from tests.unit.projects import write_pages

ADDRESS = "https://mkm.example/1.0/"
NAME = {"no": "Modellkommunemetodikken", "en": "Model Municipality Methodology"}
PAGE = "---\ntitle: {title}\nid: a\nkind: {kind}\ndescription: Om saken.\n{url}---\n"


def imprint(code="no", edition="Utgave 1.0"):
    return Imprint(NAME[code], ADDRESS, edition)


def counterparts(tmp_path, kind="concept"):
    pages = {
        "no/a.md": PAGE.format(title="Historien", kind=kind, url=""),
        "en/a.md": PAGE.format(title="The history", kind=kind, url="url: history/\n"),
    }
    return write_pages(tmp_path, pages).pages


def by_language(pages):
    return {page.locale.code: page for page in pages}


def test_tags_of_a_page_are_those_that_reference_managers_read(tmp_path):
    page = by_language(counterparts(tmp_path))["en"]
    assert tags(page_item(page, imprint("en"), "2026-03-04")) == [
        ("name", "citation_title", "The history"),
        ("name", "citation_author", "Model Municipality Methodology,"),
        ("name", "citation_publication_date", "2026/03/04"),
        ("name", "citation_language", "en"),
        ("name", "citation_public_url", f"{ADDRESS}en/history/"),
        ("name", "DC.rights", "https://creativecommons.org/licenses/by/4.0/"),
        ("property", "og:type", "website"),
        ("property", "og:site_name", "Model Municipality Methodology"),
    ]


def test_page_without_a_day_has_no_date_and_a_name_of_one_word_no_comma(tmp_path):
    page = by_language(counterparts(tmp_path))["no"]
    found = {name: content for _, name, content in tags(page_item(page, imprint(), None))}
    assert "citation_publication_date" not in found
    assert found["citation_author"] == "Modellkommunemetodikken"


def test_json_ld_names_the_picture_of_a_page_where_there_is_one(tmp_path):
    page = by_language(counterparts(tmp_path))["no"]
    picture = f"{ADDRESS}a/share.png"
    assert json_ld(page, None, imprint(), None, None, picture)["image"] == picture
    assert "image" not in json_ld(page, None, imprint(), None, None)


def test_json_ld_of_a_page_says_all_that_is_known_of_it(tmp_path):
    pages = by_language(counterparts(tmp_path))
    publisher = {"@type": "Organization", "name": NAME["en"]}
    assert json_ld(pages["en"], pages["no"], imprint("en"), "2026-03-04", None) == {
        "@context": "https://schema.org",
        "@type": "Article",
        "@id": f"{ADDRESS}en/history/",
        "url": f"{ADDRESS}en/history/",
        "name": "The history",
        "headline": "The history",
        "description": "Om saken.",
        "inLanguage": "en",
        "author": publisher,
        "publisher": publisher,
        "license": licence.URL,
        "isPartOf": {"@type": "WebSite", "name": NAME["en"], "url": f"{ADDRESS}en/"},
        "version": "Utgave 1.0",
        "dateModified": "2026-03-04",
        "translationOfWork": {"@type": "Article", "@id": f"{ADDRESS}a/", "inLanguage": "nb"},
    }


def test_original_names_its_translation_and_what_is_unknown_is_left_out(tmp_path):
    pages = by_language(counterparts(tmp_path))
    found = json_ld(pages["no"], pages["en"], imprint(edition=None), None, None)
    english = {"@type": "Article", "@id": f"{ADDRESS}en/history/", "inLanguage": "en"}
    assert found["workTranslation"] == english
    assert found["isPartOf"]["url"] == ADDRESS
    assert not {"version", "dateModified", "about", "translationOfWork"} & set(found)
    alone = json_ld(pages["no"], None, imprint(), None, None)
    assert not {"workTranslation", "translationOfWork"} & set(alone)


@pytest.mark.parametrize(
    ("kind", "type_"),
    [
        ("home", "WebPage"),
        ("about", "AboutPage"),
        ("list", "CollectionPage"),
        ("phase", "Article"),
        ("phase-knowledge", "Article"),
    ],
)
def test_each_kind_of_page_has_its_type(tmp_path, kind, type_):
    page, counterpart = counterparts(tmp_path, kind)
    found = json_ld(page, counterpart, imprint(), None, None)
    assert found["@type"] == type_
    assert "workTranslation" not in found or found["workTranslation"]["@type"] == type_


def record(**fields):
    return {
        "id": "p",
        "kind": "book",
        "title": "Tittel",
        "language": "nb",
        "read": "part",
        **fields,
    }


@pytest.mark.parametrize(
    ("kind", "type_"),
    [
        ("book", "Book"),
        ("booklet", "Book"),
        ("report", "Report"),
        ("chapter", "Chapter"),
        ("article", "Article"),
        ("web-page", "WebPage"),
        ("speech", "CreativeWork"),
    ],
)
def test_each_kind_of_publication_has_its_type(kind, type_):
    assert work(publication_item(record(kind=kind)))["@type"] == type_


def test_publication_says_all_that_its_record_does():
    authors = [{"family": "Dalin", "given": "Per"}, {"literal": "NIBR"}]
    item = publication_item(
        record(
            authors=authors, year=2007, publisher="Kommuneforlaget", series="Notat", isbn="82-1",
            urls=["https://x.example/a", "https://x.example/b"],
        )
    )  # fmt: skip
    assert work(item) == {
        "@type": "Book",
        "name": "Tittel",
        "inLanguage": "nb",
        "author": [
            {
                "@type": "Person",
                "name": "Per Dalin",
                "givenName": "Per",
                "familyName": "Dalin",
            },
            {"@type": "Organization", "name": "NIBR"},
        ],
        "datePublished": "2007",
        "publisher": {"@type": "Organization", "name": "Kommuneforlaget"},
        "isPartOf": {"@type": "CreativeWorkSeries", "name": "Notat"},
        "isbn": "82-1",
        "url": "https://x.example/a",
    }


def test_article_stands_in_its_periodical_with_its_number_and_pages():
    found = work(
        publication_item(
            record(kind="article", series="Fagbladet 1/2013", year=2013, issn="1-2", pages="3–4")
        )
    )
    assert found["isPartOf"] == {"@type": "Periodical", "name": "Fagbladet", "issn": "1-2"}
    assert found["pagination"] == "3–4"


def test_only_a_book_has_an_isbn_and_anything_else_an_identifier():
    found = work(publication_item(record(kind="report", isbn="82-1")))
    assert found["identifier"] == "ISBN 82-1"
    assert "isbn" not in found


def test_inferred_year_is_not_stated_and_nothing_is_made_up():
    assert "datePublished" not in work(publication_item(record(year=2007, year_inferred=True)))
    assert set(work(publication_item(record()))) == {"@type", "name", "inLanguage"}
