"""References as files: what stands in the data stands in every form of them."""

import json
import re

import pytest
from jsonschema import Draft202012Validator

from scripts.bibliography.apa import Bibliography
from scripts.bibliography.csl_items import publication_item
from scripts.bibliography.export_formats import FORMATS, bibtex, csl_json, ris, write_all
from scripts.common.cache import Cache
from scripts.common.paths import Project
from scripts.content.datasets import load_datasets
from scripts.language.locales import BY_CODE
from tests.unit.projects import ROOT

AUTHORS = [
    {"family": "Skålnes", "given": "Sigrid"},
    {"family": "Dønnum", "given": "Helge"},
    {"family": "Næss", "given": "Åse-Lill"},
]
REAL = load_datasets(Project(ROOT)).records["publications"]


def item(**fields):
    return {"id": "work", "type": "report", "title": "Tittel", "language": "nb", **fields}


def entry(**fields):
    """The fields of a BibTeX entry as they are written, without the outer braces."""
    lines = bibtex(item(**fields)).splitlines()
    pairs = [re.fullmatch(r"  ([a-z]+) = (.*),", line).groups() for line in lines[1:-1]]
    return {name: re.sub(r"^\{(.*)\}$", r"\1", value) for name, value in pairs}


def lines(**fields):
    """The lines of a RIS record as pairs of tag and text."""
    return read_ris(ris(item(**fields)))


def read_ris(text):
    assert text.endswith("\r\n")
    return [
        re.fullmatch(r"([A-Z][A-Z0-9])  - (.*)", row).groups() for row in text.split("\r\n")[:-1]
    ]


def is_balanced(text):
    """Whether BibTeX finds the end of it: it counts braces and heeds no backslash."""
    depth = 0
    for sign in text:
        depth += {"{": 1, "}": -1}.get(sign, 0)
        if depth < 0:
            return False
    return depth == 0


@pytest.mark.parametrize("title", ["{", "}", "a } b {", "\\{", "\\", "{{{", "100 % {om}", "a\nb"])
def test_no_title_opens_or_ends_a_group_in_bibtex(title):
    assert is_balanced(bibtex(item(title=title, publisher=title)))


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("Moe & Co", r"Moe \& Co"),
        ("100 %", r"100 \%"),
        ("#1 til $5", r"\#1 til \$5"),
        ("a_b", r"a\_b"),
        ("~^", r"\textasciitilde{}\textasciicircum{}"),
        ("{x}", r"\textbraceleft{}x\textbraceright{}"),
        ("C:\\x", r"C:\textbackslash{}x"),
        ("20\N{NO-BREAK SPACE}624", "20~624"),
    ],
)
def test_sign_that_tex_uses_is_escaped_in_bibtex(text, written):
    assert entry(publisher=text)["institution"] == written


@pytest.mark.parametrize("text", ["Æ, ø og å", "Ságat – čuovvovaš", "Étude «à part»"])
@pytest.mark.parametrize("form", FORMATS, ids=lambda form: form.ending)
def test_norwegian_and_other_letters_stay_as_they_are(form, text):
    assert text in form.write(item(title=text))


def test_title_keeps_its_capitals_in_bibtex():
    assert entry(title="NIBR om Norge")["title"] == "{NIBR om Norge}"


def test_several_authors_are_all_there_in_their_order():
    names = ["Skålnes, Sigrid", "Dønnum, Helge", "Næss, Åse-Lill"]
    assert entry(author=AUTHORS)["author"] == " and ".join(names)
    assert [text for tag, text in lines(author=AUTHORS) if tag == "AU"] == names


def test_name_of_an_organisation_is_not_taken_apart():
    author = [{"literal": "Moss and Rygge, kommune & co"}]
    assert entry(author=author)["author"] == r"{Moss and Rygge, kommune \& co}"
    # In RIS a comma parts a family name from a given one, whoever it is.
    assert ("AU", "Moss and Rygge kommune & co") in lines(author=author)


@pytest.mark.parametrize(
    ("name", "in_ris"),
    [
        (
            "Kommunal- og regionaldepartementet, avdeling for fornyelse",
            "Kommunal- og regionaldepartementet avdeling for fornyelse",
        ),
        ("Arbeids-, velferds- og sosialdepartementet", "Arbeids- velferds- og sosialdepartementet"),
        ("Ministry of Local Government , Norway", "Ministry of Local Government Norway"),
        ("Moe, Dahl & Co", "Moe Dahl & Co"),
        ("Fagforbundet og KS", "Fagforbundet og KS"),
        ("Health and Safety Executive", "Health and Safety Executive"),
        ("NIBR", "NIBR"),
    ],
)
@pytest.mark.parametrize(("role", "tag"), [("author", "AU"), ("editor", "ED")])
def test_an_organisation_is_one_name_in_every_form(name, in_ris, role, tag):
    fields = {role: [{"literal": name}, {"family": "Moe", "given": "Kari"}]}
    assert [text for other, text in lines(**fields) if other == tag] == [in_ris, "Moe, Kari"]
    assert entry(**fields)[role] == f"{{{name}}} and Moe, Kari".replace("&", r"\&")
    assert json.loads(csl_json(item(**fields)))[0][role][0] == {"literal": name}


@pytest.mark.parametrize(
    ("name", "in_ris", "in_bibtex"),
    [
        ({"family": "van der Berg", "given": "J."}, "van der Berg, J.", "van der Berg, J."),
        (
            {"family": "Berg", "given": "J.", "non-dropping-particle": "van der"},
            "van der Berg, J.",
            "van der Berg, J.",
        ),
        ({"family": "King", "given": "M. L., Jr."}, "King, M. L., Jr.", "King, Jr., M. L."),
        (
            {"family": "King", "given": "M. L.", "suffix": "Jr."},
            "King, M. L., Jr.",
            "King, Jr., M. L.",
        ),
        ({"family": "Liv and Letten", "given": "A."}, "Liv and Letten, A.", "{Liv and Letten}, A."),
    ],
)
def test_a_person_keeps_particles_and_suffix_where_each_form_has_them(name, in_ris, in_bibtex):
    assert ("AU", in_ris) in lines(author=[name])
    assert entry(author=[name])["author"] == in_bibtex


def test_work_without_author_or_year_has_neither_field():
    assert not {"author", "year"} & set(entry())
    assert not {"AU", "PY", "DA"} & {tag for tag, _ in lines()}


def test_inferred_year_is_about_and_not_stated():
    issued = {"date-parts": [[2007]], "circa": True}
    assert entry(issued=issued)["year"] == "[ca. 2007]"
    assert ("PY", "2007///ca.") in lines(issued=issued)


def test_day_is_written_as_each_form_has_it():
    issued = {"date-parts": [[2026, 3, 4]]}
    found = entry(issued=issued)
    assert (found["year"], found["month"], found["day"]) == ("2026", "mar", "4")
    assert {("PY", "2026"), ("DA", "2026/03/04")} <= set(lines(issued=issued))


def test_pages_are_a_range_in_both():
    fields = {"type": "article-magazine", "page": "36–37", "container-title": "Fagbladet"}
    assert entry(**fields)["pages"] == "36--37"
    assert {("SP", "36"), ("EP", "37"), ("T2", "Fagbladet")} <= set(lines(**fields))
    assert ("EP", "") not in lines(type="chapter", page="7")


@pytest.mark.parametrize(
    ("pages", "first", "last"),
    [
        ("12-19", "12", "19"),
        ("12–19", "12", "19"),
        ("12 – 19", "12", "19"),
        ("12 - 19", "12", "19"),
        ("12—19", "12", "19"),
        ("12\N{NON-BREAKING HYPHEN}19", "12", "19"),
        ("xi-xiv", "xi", "xiv"),
        ("XI–XIV", "XI", "XIV"),
        ("S12-S19", "S12", "S19"),
        ("12a-12c", "12a", "12c"),
        ("e12–e15", "e12", "e15"),
        ("1-4, 9-12", "1", "4, 9-12"),
    ],
)
def test_first_and_last_page_are_told_apart_whatever_dash_is_typed(pages, first, last):
    found = lines(type="chapter", page=pages)
    assert [text for tag, text in found if tag in ("SP", "EP")] == [first, last]
    assert entry(type="chapter", page=pages)["pages"] == f"{first}--{last}"


@pytest.mark.parametrize(
    "pages", ["7", "xiv", "e0123456", "A-12", "2002-24", "12, 15", "Art. 5-11", "12–", "12, 14–16"]
)
def test_what_is_no_range_of_pages_stays_whole(pages):
    assert [text for tag, text in lines(page=pages) if tag in ("SP", "EP")] == [pages]
    assert entry(page=pages)["pages"] == pages


def test_address_is_written_letter_by_letter_but_for_what_bibtex_counts():
    address = "https://x.example/a_b?c=100%25&d={e}#f"
    assert entry(URL=address)["url"] == "https://x.example/a_b?c=100%25&d=%7Be%7D#f"
    assert ("UR", address) in lines(URL=address)


def test_line_break_in_a_text_does_not_begin_a_new_field():
    assert lines(title="Først\r\nAU  - Ingen\nsist")[2] == ("TI", "Først AU - Ingen sist")


@pytest.mark.parametrize("record", REAL, ids=lambda record: record["id"])
def test_every_real_publication_is_one_whole_record_in_each_form(record):
    work = publication_item(record)
    text = bibtex(work)
    assert re.match(rf"@[a-z]+\{{{work['id']},\n", text)
    assert text.endswith("\n}\n")
    assert is_balanced(text)
    tags = [tag for tag, _ in read_ris(ris(work))]
    assert tags[0] == "TY"
    assert [at for at, tag in enumerate(tags) if tag == "ER"] == [len(tags) - 1]
    assert json.loads(csl_json(work)) == [work]


def test_csl_json_of_every_real_publication_follows_the_published_schema():
    schema = json.loads(Project(ROOT).schema("csl").read_text(encoding="utf-8"))
    works = [publication_item(record) for record in REAL]
    assert list(Draft202012Validator(schema).iter_errors(works)) == []


@pytest.mark.parametrize("code", ["no", "en"])
def test_csl_json_read_again_gives_the_same_reference(code):
    style = Bibliography(
        ROOT / "data" / "csl" / "apa.csl", BY_CODE[code], Cache(ROOT / "no-such-cache.json")
    )
    # One of each kind that the data hold, and one with all that can be awkward.
    works = {record["kind"]: publication_item(record) for record in REAL}
    works["awkward"] = item(author=AUTHORS, title="Vekst & vern: «æøå»", id="awkward")
    for work in works.values():
        (again,) = json.loads(csl_json(work))
        text = style.of(again)
        assert text == style.of(work)
        for author in work.get("author", []):
            assert author.get("family", author.get("literal")) in text


@pytest.mark.parametrize(
    ("field", "in_bibtex", "in_ris"),
    [
        ("container-title", "journal", "T2"),
        ("collection-title", "series", "T3"),
        ("edition", "edition", "ET"),
        ("publisher", "publisher", "PB"),
        ("publisher-place", "address", "CY"),
        ("volume", "volume", "VL"),
        ("issue", "number", "IS"),
        ("number-of-pages", "pagetotal", None),
        ("ISBN", "isbn", "SN"),
        ("ISSN", "issn", "SN"),
        ("DOI", "doi", "DO"),
        ("language", "language", "LA"),
    ],
)
def test_each_field_goes_over_under_the_name_that_each_form_has_for_it(field, in_bibtex, in_ris):
    fields = {"type": "book", field: "82-7121-7"}
    assert entry(**fields)[in_bibtex] == "82-7121-7"
    assert [tag for tag, text in lines(**fields) if text == "82-7121-7"] == (
        [in_ris] if in_ris else []
    )


@pytest.mark.parametrize(
    ("kind", "in_bibtex", "in_ris"),
    [
        ("book", "book", "BOOK"),
        ("pamphlet", "booklet", "PAMP"),
        ("report", "techreport", "RPRT"),
        ("chapter", "incollection", "CHAP"),
        ("webpage", "online", "ELEC"),
        ("speech", "misc", "SLIDE"),
        ("motion_picture", "misc", "VIDEO"),
        ("article-magazine", "article", "MGZN"),
        ("document", "misc", "GEN"),
        ("article-journal", "article", "JOUR"),
        ("article-newspaper", "article", "NEWS"),
        ("entry-encyclopedia", "incollection", "ENCYC"),
        ("thesis", "mastersthesis", "THES"),
        ("dataset", "misc", "DATA"),
        ("legislation", "misc", "STAT"),
    ],
)
def test_each_kind_of_work_has_its_kind_in_each_form(kind, in_bibtex, in_ris):
    assert bibtex(item(type=kind)).startswith(f"@{in_bibtex}{{work,")
    assert lines(type=kind)[0] == ("TY", in_ris)


@pytest.mark.parametrize(
    ("kind", "field", "name"),
    [
        ("chapter", "container-title", "booktitle"),
        ("webpage", "container-title", "organization"),
        ("webpage", "edition", "note"),
        ("report", "publisher", "institution"),
        ("entry-encyclopedia", "container-title", "booktitle"),
        ("thesis", "publisher", "school"),
    ],
)
def test_bibtex_calls_a_field_as_the_kind_of_work_does(kind, field, name):
    assert entry(type=kind, **{field: "X"})[name] == "X"


@pytest.mark.parametrize("month", range(1, 13))
def test_month_of_bibtex_is_its_own_short_word(month):
    words = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]
    found = entry(issued={"date-parts": [[2026, month, 4]]})
    assert found["month"] == words[month - 1]


def test_author_of_whom_only_the_family_name_is_known_has_no_comma():
    assert ("AU", "Moe") in lines(author=[{"family": "Moe"}])
    assert entry(author=[{"family": "Moe"}])["author"] == "Moe"


def test_csl_json_is_a_list_that_people_can_read_too():
    assert csl_json({"id": "å"}) == '[\n {\n  "id": "å"\n }\n]\n'


def test_each_form_of_file_says_what_it_is():
    assert [(form.ending, form.name, form.media_type) for form in FORMATS] == [
        ("bib", "BibTeX", "application/x-bibtex"),
        ("ris", "RIS", "application/x-research-info-systems"),
        ("json", "CSL-JSON", "application/vnd.citationstyles.csl+json"),
    ]


def test_one_file_holds_the_references_of_all_works_in_each_form():
    items = [item(), item(id="other", title="En annen")]
    texts = {form.ending: write_all(form, items) for form in FORMATS}
    assert [each["id"] for each in json.loads(texts["json"])] == ["work", "other"]
    assert texts["bib"].count("@techreport{") == 2
    entries = texts["ris"].split("\r\n\r\n")
    assert [entry.splitlines()[1] for entry in entries] == ["ID  - work", "ID  - other"]


def test_translators_editions_and_the_number_of_a_report_go_along():
    made = {"translator": [AUTHORS[0]], "edition": "2", "number": "2002:24"}
    assert entry(**made)["translator"] == "Skålnes, Sigrid"
    assert (entry(**made)["edition"], entry(**made)["number"]) == ("2", "2002:24")
    told = lines(**made)
    assert [each for each in told if each[0] in ("A4", "ET", "SN", "IS")] == [
        ("A4", "Skålnes, Sigrid"),
        ("ET", "2"),
        ("SN", "2002:24"),
    ]
    assert ("IS", "2002:24") in lines(ISBN="978-82-7071-600-5", **made)


def test_the_issue_of_a_journal_is_no_number_of_its_own():
    assert entry(type="article-magazine", issue="3", number="7")["number"] == "3"


def test_a_month_goes_along_where_the_day_is_not_known():
    issued = {"date-parts": [[2008, 5]]}
    found = entry(issued=issued)
    assert (found["year"], found["month"], "day" in found) == ("2008", "may", False)
    assert {("PY", "2008"), ("DA", "2008/05//")} <= set(lines(issued=issued))


def test_a_doctoral_thesis_is_one_in_bibtex():
    assert bibtex(item(type="thesis", genre="doctor")).startswith("@phdthesis{work,")
