"""`make new-source` with CSL-JSON: what Zotero, Crossref and this site give."""

import json

import pytest

from scripts.bibliography.export_formats import csl_json
from scripts.editing.left_out import left_out
from scripts.editing.new_source import new_source
from scripts.editing.pasted_source import fields_of
from tests.unit.editing.test_move_page import refused

ZOTERO = {
    "id": "berg2003",
    "type": "article-journal",
    "container-title": "Tidsskrift for samfunnsforskning",
    "page": "12-19",
    "title": "Tre parter: en studie",
    "volume": 44,
    "issue": "1",
    "DOI": "10.1000/182",
    "URL": "https://doi.org/10.1000/182",
    "language": "nb-NO",
    "author": [
        {"family": "Berg", "given": "Anne"},
        {"family": "Dyk", "given": "Jan", "non-dropping-particle": "van"},
        {"literal": "Norsk Kommuneforbund"},
    ],
    "issued": {"date-parts": [["2003", 3]]},
}
RECORD = {
    "type": "article-journal",
    "author": [
        {"family": "Berg", "given": "Anne"},
        {"family": "van Dyk", "given": "Jan"},
        {"literal": "Norsk Kommuneforbund"},
    ],
    "title": "Tre parter: en studie",
    "container-title": "Tidsskrift for samfunnsforskning",
    "issued": "2003-03",
    "volume": "44",
    "issue": "1",
    "page": "12–19",
    "DOI": "10.1000/182",
    "language": "nb",
}


@pytest.mark.parametrize("pasted", [[ZOTERO], ZOTERO, {"items": [ZOTERO]}], ids=["list", "1", "{}"])
def test_an_item_is_read_alone_or_in_a_list(pasted):
    assert fields_of("\ufeff" + json.dumps(pasted)) == [RECORD]


def test_an_answer_of_crossref_is_read():
    answer = {
        "status": "ok",
        "message": {
            "type": "journal-article",
            "title": ["Tre parter"],
            "subtitle": ["en studie"],
            "container-title": ["Samfunn"],
            "published-print": {"date-parts": [[2003]]},
            "author": [{"name": "Fafo", "sequence": "first", "affiliation": []}],
            "ISSN": ["15027864"],
            "reference-count": 12,
        },
    }
    assert fields_of(json.dumps(answer)) == [
        {
            "type": "article-journal",
            "author": [{"literal": "Fafo"}],
            "title": "Tre parter: en studie",
            "container-title": "Samfunn",
            "issued": "2003",
            "ISSN": "1502-7864",
        }
    ]
    assert left_out(json.dumps(answer)) == []


def test_what_this_site_exports_can_be_pasted(linked):
    draft, ids = new_source(linked, csl_json(ZOTERO))
    assert ids == ["berg-2003"]
    assert "family: van Dyk" in draft.text("data/sources.yml")


@pytest.mark.parametrize(
    ("issued", "read"),
    [
        ({"raw": "2003-05-01"}, "2003-05-01"),
        ({"literal": "5. mai 2003"}, "2003-05-05"),
        ({"date-parts": [[2003, 5, 1]]}, "2003-05-01"),
        ({"date-parts": [[None]]}, None),
        ("2003", "2003"),
    ],
)
def test_a_day_is_read_in_each_form(issued, read):
    [fields] = fields_of(json.dumps({"type": "book", "title": "Boka", "issued": issued}))
    assert fields.get("issued") == read


@pytest.mark.parametrize(
    ("genre", "degree"), [("Master's thesis", "master"), ("PhD", "doctor"), ("", None)]
)
def test_a_thesis_is_known_by_what_it_is_called(genre, degree):
    [fields] = fields_of(json.dumps({"type": "thesis", "title": "Boka", "genre": genre}))
    assert fields.get("genre") == degree


def test_what_a_record_has_no_place_for_is_named():
    item = ZOTERO | {"event-title": "Møtet", "abstract": "Kort", "medium": ""}
    assert left_out(json.dumps([item])) == ["event-title"]


@pytest.mark.parametrize(
    "pasted",
    ['[{"type": "book", "title": "Bo', '[{"title": "Boka",}]', "[" * 99_999 + '"'],
    ids=["cut off", "a comma too many", "very deep"],
)
def test_what_is_cut_off_is_told(linked, pasted):
    [told] = refused(lambda: new_source(linked, pasted))
    assert told.startswith("SOURCE: it looks like CSL-JSON and is cut off, or has a slip: ")


@pytest.mark.parametrize("pasted", ['["10.1000/182"]', "[[[", '{"a": {"b": 1}}', '[{"author": 3}]'])
def test_json_that_is_no_reference_is_not_understood(linked, pasted):
    [told] = refused(lambda: new_source(linked, pasted))
    assert told.startswith("SOURCE: nothing in it is understood – paste")
