"""Pages and publications as references: true to what is known, and no more."""

import pytest

from scripts.bibliography.apa import Bibliography
from scripts.bibliography.csl_items import Imprint, for_apa, page_item, publication_item
from scripts.bibliography.page_metadata import json_ld, tags, work
from scripts.common.cache import Cache
from scripts.content.pages import load_site
from scripts.language.locales import BY_CODE
from tests.unit.projects import ROOT

EDITION = {
    "no": Imprint("Modellkommunemetodikken", "https://x.example/mkm/1.0/", "Utgave 1.0"),
    "en": Imprint("Model Municipality Methodology", "https://x.example/mkm/1.0/", "Edition 1.0"),
}
RECORD = {
    "id": "wahl",
    "kind": "article",
    "title": "The Method",
    "language": "en",
    "authors": [{"family": "Wahl", "given": "Asbjørn"}],
    "year": 2007,
    "series": "Focus on Trade",
    "urls": ["https://x.example/first", "https://x.example/second"],
    "read": "part",
}


@pytest.fixture
def pages(project):
    """The history of the small project in both languages."""
    site = load_site(project.root)
    return {code: site.of(locale)["metoden/historie.md"] for code, locale in BY_CODE.items()}


@pytest.fixture(scope="module")
def refer():
    def reference(item, code):
        style = ROOT / "data" / "csl" / "apa.csl"
        return Bibliography(style, BY_CODE[code], Cache(ROOT / "no-such-cache.json")).of(
            for_apa(item)
        )

    return reference


def test_page_is_cited_with_edition_day_and_the_address_of_the_edition(pages, refer):
    norwegian = page_item(pages["no"], EDITION["no"], "2026-11-03")
    assert refer(norwegian, "no") == (
        "Modellkommunemetodikken. (2026, 3. november). <i>Historien</i> (Utgave 1.0). "
        '<a href="https://x.example/mkm/1.0/metoden/historie/" rel="external">'
        "https://x.example/mkm/1.0/metoden/historie/</a>"
    )
    english = refer(page_item(pages["en"], EDITION["en"], "2026-11-03"), "en")
    assert english.startswith(
        "Model Municipality Methodology. (2026, November 3). <i>The history</i> (Edition 1.0). <a"
    )


def test_page_that_is_not_committed_has_no_date(pages, refer):
    item = page_item(pages["en"], Imprint("Site", "http://127.0.0.1:8000/", None), None)
    assert "issued" not in item
    assert "edition" not in item
    assert refer(item, "en").startswith("Site. (n.d.). <i>The history</i>. <a")


def test_paper_gets_the_permanent_address_where_there_is_one_and_references_never_do(pages):
    edition = "https://x.example/mkm/1.0/"
    imprint = Imprint("Site", edition, "Edition 1.0", permanent="https://x.example/mkm/id/")
    page = pages["en"]
    assert imprint.lasting(page) == "https://x.example/mkm/id/history/"
    assert imprint.lasting(page, "half-page") == "https://x.example/mkm/id/paper-half-page/"
    assert page_item(page, imprint, None)["URL"] == edition + page.url
    local = Imprint("Site", "http://127.0.0.1:8000/", None)
    assert local.lasting(page, "half-page") == f"http://127.0.0.1:8000/{page.url}#half-page"


def test_inferred_year_of_a_publication_is_printed_as_about(refer):
    item = publication_item({**RECORD, "year_inferred": True})
    assert "Wahl, A. (ca. 2007). " in refer(item, "en")
    assert "Wahl, A. (2007). " in refer(publication_item(RECORD), "en")


def test_first_address_of_a_publication_is_the_one_cited():
    assert publication_item(RECORD)["URL"] == "https://x.example/first"
    assert "URL" not in publication_item({**RECORD, "urls": []})


def test_a_publication_that_nobody_has_found_has_no_address():
    assert "URL" not in publication_item({**RECORD, "read": "mention"})


@pytest.mark.parametrize(
    ("kind", "series", "year", "fields"),
    [
        ("article", "Fagbladet 1/2013", 2013, {"container-title": "Fagbladet", "issue": "1"}),
        ("article", "Publik 06/2007", 2007, {"container-title": "Publik", "issue": "6"}),
        ("article", "Fagbladet 1/2013", 2012, {"container-title": "Fagbladet 1/2013"}),
        ("article", "Rødt! 2009-03", 2009, {"container-title": "Rødt! 2009-03"}),
        ("report", "NIBR-rapport 2002:24", 2002, {"collection-title": "NIBR-rapport 2002:24"}),
    ],
)
def test_series_is_what_an_article_stands_in_and_anything_else_belongs_to(
    kind, series, year, fields
):
    item = publication_item({**RECORD, "kind": kind, "series": series, "year": year})
    names = ("container-title", "collection-title", "issue")
    assert {name: item[name] for name in names if name in item} == fields


def test_pages_are_a_range_in_an_article_and_a_total_in_a_report():
    assert publication_item({**RECORD, "pages": "36–37"})["page"] == "36–37"
    report = publication_item({**RECORD, "kind": "report", "pages": 108})
    assert report["number-of-pages"] == "108"
    assert "page" not in report


def test_reference_managers_are_told_that_a_page_is_a_web_page_of_the_site(pages):
    found = tags(page_item(pages["no"], EDITION["no"], "2026-11-03"))
    told = {name: content for _, name, content in found}
    assert told["citation_title"] == "Historien"
    assert told["citation_author"] == told["og:site_name"] == "Modellkommunemetodikken"
    assert told["citation_publication_date"] == "2026/11/03"
    assert told["citation_public_url"] == "https://x.example/mkm/1.0/metoden/historie/"
    assert told["citation_language"] == "nb"
    assert told["og:type"] == "website"


def test_name_of_several_words_is_not_taken_for_a_person(pages):
    found = tags(page_item(pages["en"], EDITION["en"], None))
    told = {name: content for _, name, content in found}
    assert told["citation_author"] == "Model Municipality Methodology,"
    assert "citation_publication_date" not in told


def test_page_and_its_counterpart_name_each_other_as_translations(pages):
    norwegian = json_ld(pages["no"], pages["en"], EDITION["no"], None, None)
    english = json_ld(pages["en"], pages["no"], EDITION["en"], None, None)
    assert norwegian["workTranslation"]["@id"] == english["@id"]
    assert english["translationOfWork"]["@id"] == norwegian["@id"]
    assert "dateModified" not in norwegian


def test_inferred_year_is_not_told_to_programs_as_fact():
    assert work(publication_item(RECORD))["datePublished"] == "2007"
    assert "datePublished" not in work(publication_item({**RECORD, "year_inferred": True}))
