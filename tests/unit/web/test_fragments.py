"""Fact boxes, tables and lists: written once in data/, shown in both languages."""

import json
import re

import markdown
import pytest
from bs4 import BeautifulSoup

from scripts.bibliography.note_places import apply_notes
from scripts.bibliography.notes import Notes
from scripts.common.paths import Project
from scripts.content.datasets import BY_PAGE_TYPE, load_datasets
from scripts.content.list_parts import group_of
from scripts.content.page_lists import pages_by_title
from scripts.content.pages import load_site
from scripts.content.placeholders import LISTS as ALL_LISTS
from scripts.content.placeholders import OWN_LISTS, placeholders
from scripts.content.sources import load_sources
from scripts.language.formats import grouped
from scripts.language.locales import BY_CODE
from scripts.web.fragment_extension import FragmentExtension
from scripts.web.fragments import Fragments, after_lead, cite
from tests.unit.projects import ROOT

TEMPLATES = Project(ROOT).components
BOXES = [
    ("municipality", "steinkjer"),
    ("publication", "evaluation-2002"),
    ("phase", "phase-1-anchoring"),
    ("phase-knowledge", "phase-1-anchoring"),
    ("tool", "tool-stakeholder-map"),
]
LISTS = ("municipalities", "publications", "phases", "tools", "pages")


@pytest.fixture
def records(project, words):
    """The records of the small project in one language, each page linked by its id."""

    def of(code, link="../{}/".format, title=str.upper):
        data = dict(load_datasets(project).records)
        pages = pages_by_title(load_site(project.root), BY_CODE[code])
        data["pages"] = [row | {"said": "Metoden"} for row in pages]
        data["publications"] = grouped_by_relation(data["publications"])
        return Fragments(TEMPLATES, data, words[code], link, title)

    return of


def test_a_phase_is_told_in_lines_and_its_sureness_in_as_many_boxes_as_it_has_points(words):
    row = {"title": {"no": "Avtale"}, "question": {"no": "Hva?"}, "outcome": {"no": "En avtale."}}
    graded = row | {"sure": "lite (2 av 5 poeng)", "points": 2, "most": 5}
    html = Fragments(TEMPLATES, {"phases": [graded, row]}, words["no"], str, str).fill(
        "{{ phases }}", str
    )
    first, second = soup(html).select(".phases > li")
    assert [line.get_text().strip() for line in first("p")] == [
        *("Avtale", "Hva?", "Dere sitter igjen med: En avtale."),
        "Hvor mye vi vet:  lite (2 av 5 poeng)",
    ]
    assert [box.get("class") for box in first.select(".points i")] == [["point"]] * 2 + [None] * 3
    assert len(second("p")) == 3


def grouped_by_relation(publications):
    """The publications as scripts/pipeline/list_rows.py hands them to the template."""
    return [{**each, "group": group_of(each)} for each in publications]


def soup(html):
    return BeautifulSoup(html, "html.parser")


def facts(html):
    """The fact box as what each term says."""
    return {
        row.dt.get_text(): [each.get_text() for each in row.select("dd")]
        for row in soup(html).select("dl > div")
    }


def test_fact_box_is_written_in_the_language_of_the_page(records):
    norwegian = facts(records("no").fact_box("municipality", "steinkjer"))
    english = facts(records("en").fact_box("municipality", "steinkjer"))
    assert norwegian["Periode"] == english["Period"] == ["1999–2002"]
    assert norwegian["Status"] == ["Forsøkskommune"]
    assert english["Status"] == ["Pilot municipality"]


def test_numbers_in_the_fact_box_are_grouped_as_the_language_does(records):
    norwegian = facts(records("no").fact_box("municipality", "steinkjer"))
    english = facts(records("en").fact_box("municipality", "steinkjer"))
    assert norwegian["Innbyggere"] == ["20\N{NO-BREAK SPACE}624 (2007) [@magazine]"]
    assert english["Population"] == ["20,624 (2007) [@magazine]"]


@pytest.mark.parametrize(
    ("value", "norwegian", "english"),
    [
        (7, "7", "7"),
        (999, "999", "999"),
        (1000, "1\u00a0000", "1,000"),
        (1234567, "1\u00a0234\u00a0567", "1,234,567"),
    ],
)
def test_whole_numbers_are_grouped_by_thousands(value, norwegian, english):
    assert (grouped(value, "no"), grouped(value, "en")) == (norwegian, english)


@pytest.mark.parametrize(("kind", "record"), BOXES)
@pytest.mark.parametrize("code", ["no", "en"])
def test_fact_box_is_one_block_that_markdown_leaves_alone(records, code, kind, record):
    block = records(code).fact_box(kind, record)
    assert block.startswith("<aside")
    assert block.endswith("</aside>")
    assert [line for line in block.splitlines() if not line.strip()] == []
    assert with_fragments("Før.\n*\nEtter.", block) == f"<p>Før.</p>\n{block}\n<p>Etter.</p>"


def with_fragments(text, html):
    """The HTML of some Markdown with a fragment in the place of its star."""
    extension = FragmentExtension(lambda text, store: text.replace("*", store(html)))
    page = markdown.markdown(text, extensions=[extension])
    return re.sub(r"\n+", "\n", page)


@pytest.mark.parametrize("html", ["<div>*a*\n\n    b</div>", "<p>&lt;i&gt; [x](y)</p>"])
def test_a_fragment_is_put_in_as_it_is(html):
    page = with_fragments("Før.\n\n*\n\nEtter.", html)
    assert page == re.sub(r"\n+", "\n", f"<p>Før.</p>\n{html}\n<p>Etter.</p>")


@pytest.mark.parametrize("name", LISTS)
@pytest.mark.parametrize("code", ["no", "en"])
def test_list_has_no_blank_line_that_would_end_the_block(records, code, name):
    html = records(code).fill(f"{{{{ {name} }}}}", str)
    assert html.startswith("<")
    assert [line for line in html.splitlines() if not line.strip()] == []
    assert soup(html).select(f"[data-list={name}]")


@pytest.mark.parametrize("kind", ["concept", "home", "list", "about"])
def test_page_of_a_kind_without_records_has_no_fact_box(records, kind):
    assert records("no").fact_box(kind, "") == ""


def test_every_kind_with_records_has_a_fact_box(records):
    assert {kind for kind, _ in BOXES} == set(BY_PAGE_TYPE)
    for kind, record in BOXES:
        assert soup(records("no").fact_box(kind, record)).select("#facts-title")


def test_a_municipality_that_a_section_tells_of_stands_in_no_table(records):
    found = records("no")
    (record,) = found.data["municipalities"]
    other = {**record, "id": "other", "name": "Annen", "status": "related"}
    told = {**other, "id": "told", "told_at": {"page": "municipality-relatives", "anchor": "told"}}
    found.data["municipalities-others"] = [other, told]
    rows = soup(found.fill("{{ municipalities-others }}", str)).select("li")
    assert [row["id"] for row in rows] == ["municipality-other"]


@pytest.mark.parametrize(
    ("name", "field"), [("municipalities", "status"), ("publications", "relation")]
)
def test_record_is_listed_whatever_group_the_editor_puts_it_in(records, name, field):
    schema = json.loads(Project(ROOT).schema(name).read_text(encoding="utf-8"))
    groups = schema["items"]["properties"][field]["enum"]
    found = records("no")
    (record,) = found.data[name]
    found.data[name] = [
        {**record, "id": group, "name": group, "title": group, field: group} for group in groups
    ]
    if name == "publications":
        found.data[name] = grouped_by_relation(found.data[name])
    # Municipalities that were no model municipalities have a list on a page of their own.
    lists = [name, "municipalities-others"] if name == "municipalities" else [name]
    found.data |= dict.fromkeys(lists, found.data[name])
    text = "\n\n".join(f"{{{{ {each} }}}}" for each in lists)
    listed = soup(found.fill(text, str)).select("th[scope=row], li .entry, li > strong")
    names = [(each.a or each).get_text() for each in listed]
    assert sorted(names) == sorted(groups)


def test_record_is_linked_only_where_its_page_exists(records):
    linked = soup(records("no").fill("{{ municipalities }}", str)).select("th a")
    assert [link["href"] for link in linked] == ["../municipality-steinkjer/"]
    unlinked = soup(records("no", link=lambda _: None).fill("{{ municipalities }}", str))
    assert unlinked.select("th a") == []
    assert "Steinkjer" in unlinked.get_text()


def test_every_page_is_in_the_list_of_pages(records):
    links = soup(records("en").fill("{{ pages }}", str)).select("[data-list=pages] a")
    assert [(link.get_text(), link["href"]) for link in links] == [
        ("Anchoring", "../phase-1-anchoring/"),
        ("Model Municipality Methodology", "../home/"),
        ("Steinkjer", "../municipality-steinkjer/"),
        ("The history", "../history/"),
    ]


def test_text_of_a_record_is_text_and_not_html(records):
    found = records("no")
    found.data["municipalities"][0]["name"] = "<b>Fet & Sørum</b>"
    assert "&lt;b&gt;Fet &amp; Sørum&lt;/b&gt;" in found.fact_box("municipality", "steinkjer")


@pytest.mark.parametrize(
    ("sources", "written"),
    [
        ("one", " [@one]"),
        (["one"], " [@one]"),
        (["one", "two-b"], " [@one; @two-b]"),
        ([], ""),
    ],
)
def test_sources_of_a_record_are_cited_like_those_of_a_text(sources, written):
    assert cite(sources) == written


@pytest.mark.parametrize("code", ["no", "en"])
def test_every_citation_of_a_record_becomes_a_note(records, project, words, code):
    notes = Notes(load_sources(project)[0], words[code], "#")
    found = records(code)
    boxes = [found.fact_box(*box) for box in BOXES]
    lists = [found.fill(f"{{{{ {name} }}}}", str) for name in LISTS]
    text = "\n\n".join(boxes + lists)
    assert "@" in text
    assert "@" not in apply_notes(text, notes)
    assert set(notes.numbers) == {"ministry", "magazine", "evaluation"}


def test_fact_box_stands_after_the_lead():
    text = "\n\nIngress over\nto linjer.\n\n## Mer { #more }\n\nTekst.\n"
    assert after_lead(text, "<aside>\n</aside>") == (
        "Ingress over\nto linjer.\n\n<aside>\n</aside>\n\n## Mer { #more }\n\nTekst."
    )


def test_fact_box_of_a_page_that_is_only_a_lead_stands_last():
    assert after_lead("\nIngress.\n", "<aside></aside>") == "Ingress.\n\n<aside></aside>\n"


def test_page_without_a_fact_box_is_left_as_written():
    assert after_lead("\nIngress.\n\nMer.\n", "") == "\nIngress.\n\nMer.\n"


def test_contributing_names_every_list_that_a_page_may_hold():
    told = re.findall(r"\{\{ ([a-z-]+) \}\}", (ROOT / "CONTRIBUTING.md").read_text("utf-8"))
    assert set(told) == {*ALL_LISTS, *OWN_LISTS}


def test_placeholders_are_found_with_their_lines():
    text = "Tekst.\n\n{{ municipalities }}\n\n{{pages}}  \n\nMidt {{ i }} teksten.\n"
    found = placeholders(text, first_line=7)
    assert [(each.name, each.line) for each in found] == [("municipalities", 9), ("pages", 11)]


@pytest.mark.parametrize("name", ["kommuner", "municipality"])
def test_placeholder_that_names_no_list_is_left_for_the_check_to_name(records, name):
    assert records("no").fill(f"{{{{ {name} }}}}", str) == f"{{{{ {name} }}}}"


def test_placeholder_in_code_is_shown_and_not_filled(records):
    text = "Skriv:\n\n```\n{{ municipalities }}\n```\n"
    assert placeholders(text) == []
    assert records("no").fill(text, str) == text


@pytest.mark.parametrize("code", ["no", "en"])
def test_texts_that_can_be_opened_stand_apart_from_those_that_could_not_be_read(words, code):
    rows = grouped_by_relation(load_datasets(Project(ROOT)).records["publications"])
    listed = Fragments(TEMPLATES, {"publications": rows}, words[code], "{}/".format, str)
    page = soup(listed.fill("{{ publications }}", str))
    assert len(page.select(".publications li")) == len(rows)
    reads = {row["id"]: row["read"] for row in rows}
    groups = {
        section.h3["id"]: {reads[item["id"]] for item in section.select("li")}
        for section in page.select("section.publications")
    }
    # The titles of its parts stand below a whole that can be read.
    for found in ("list-found", "list-found-later", "list-found-around"):
        wholes = page.select(f"[aria-labelledby={found}] li:not(.within)")
        assert {reads[item["id"]] for item in wholes} <= {"full", "part"}, found
    assert groups["list-named"] <= {"abstract", "contents", "record", "mention"}


@pytest.mark.parametrize("code", ["no", "en"])
def test_a_list_to_choose_from_says_what_texts_are_about_and_not_where_they_are(words, code):
    rows = grouped_by_relation(load_datasets(Project(ROOT)).records["publications"])
    listed = Fragments(TEMPLATES, {"publications": rows}, words[code], "{}/".format, str)
    page = soup(listed.fill("{{ publications }}", str))
    for row in rows:
        if "part_of" not in row:
            said = page.find("li", id=row["id"]).select("p")[-1]
            assert said.get_text().startswith(row["summary"][code])
            assert not said.small
            if "availability" in row:
                assert row["availability"][code] not in said.get_text()


def test_a_text_that_can_be_read_has_a_link_to_it_that_says_its_title(words):
    rows = grouped_by_relation(load_datasets(Project(ROOT)).records["publications"])
    rows = [{**row, "text": f"https://a.example/{row['id']}?b&c"} for row in rows]
    listed = Fragments(TEMPLATES, {"publications": rows}, words["no"], "{}/".format, str)
    page = soup(listed.fill("{{ publications }}", str))
    for row in rows:
        links = page.find("li", id=row["id"]).select("a[rel=external]")
        if "part_of" in row:
            assert not links
        else:
            assert [link["href"] for link in links] == [row["text"]]
            assert links[0].get_text() == f"Les på nettet: {row['title']}"


def test_what_can_be_read_of_later_programmes_comes_before_what_cannot(words):
    rows = grouped_by_relation(load_datasets(Project(ROOT)).records["publications"])
    later = [row for row in rows if row["relation"] in ("successor", "theory", "background")]
    listed = Fragments(TEMPLATES, {"publications": later}, words["en"], "{}/".format, str)
    page = soup(listed.fill("{{ publications }}", str))
    headings = [section.h3["id"] for section in page.select("section.publications")]
    assert headings == ["list-found-later", "list-found-around", "list-named"]


def test_a_part_of_a_publication_is_a_title_with_the_whole(words):
    rows = grouped_by_relation(load_datasets(Project(ROOT)).records["publications"])
    listed = Fragments(TEMPLATES, {"publications": rows}, words["no"], "{}/".format, str)
    page = soup(listed.fill("{{ publications }}", str))
    parts = [row for row in rows if "part_of" in row]
    for row in parts:
        item = page.find("li", id=row["id"])
        assert len(item.select("p")) == 1
        assert item.find_parent("ul").find("li", id=row["part_of"])
    assert parts


def test_texts_that_may_not_mention_the_method_are_folded_and_last(words):
    rows = grouped_by_relation(load_datasets(Project(ROOT)).records["publications"])
    listed = Fragments(TEMPLATES, {"publications": rows}, words["no"], "{}/".format, str)
    page = soup(listed.fill("{{ publications }}", str))
    last = page.select("section.publications")[-1]
    assert last.h3["id"] == "list-unsure"
    unsure = [row["id"] for row in rows if row["relation"] == "unsure"]
    assert [item["id"] for item in last.select("details[data-filter-fold] li")] == unsure
    assert last.summary.get_text() == f"Vis de {len(unsure)} tekstene"
    assert not last.details.has_attr("open")


def test_a_part_of_a_publication_stands_behind_it():
    rows = load_datasets(Project(ROOT)).records["publications"]
    host = ""
    for row in rows:
        host = row["id"] if "part_of" not in row else host
        assert row.get("part_of", host) == host


def test_whoever_has_not_read_a_text_is_given_the_reference_of_its_mention(records):
    own = {"id": "leaflet", "reference": "Brosjyre. (u.å.).", "files": "leaflet.", "forms": []}
    own["mentions"] = ["Kampanjen. (2010)."]
    boxes = soup(records("no").fill("{{ cite-this }}", str, own)).select("[data-cited]")
    said = [box.select_one("[data-reference]").get_text() for box in boxes]
    assert said == ["Kampanjen. (2010).", "Brosjyre. (u.å.)."]
    assert [box.strong.get_text().split()[0] for box in boxes] == ["Omtale", "Selve"]
    # The button copies what it stands below.
    assert all(box.select_one(f"[data-{box.button['data-copy']}]") for box in boxes)


def test_a_text_that_was_read_has_one_reference(records):
    own = {"id": "book", "reference": "Bok. (2005).", "files": "book.", "forms": [], "mentions": []}
    (box,) = soup(records("en").fill("{{ cite-this }}", str, own)).select("[data-cited]")
    assert box.strong.get_text() == "APA:"


def test_the_language_of_a_text_that_nobody_has_seen_is_an_inference(records):
    found = records("no")
    (record,) = found.data["publications"]
    said = {}
    for read in ("mention", "abstract"):
        found.data["publications"] = [{**record, "read": read}]
        said[read] = facts(found.fact_box("publication", record["id"]))["Språk"]
    assert said == {"mention": ["bokmål (antatt)"], "abstract": ["bokmål"]}
