"""Every page and publication can be cited, and all data reused, from the built site."""

import csv
import json
import re
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

import pytest
from bs4 import BeautifulSoup
from jsonschema import Draft202012Validator
from openpyxl import load_workbook

from tests.changed import BASE

HOST = "http://127.0.0.1:8000/"
FORMS = {"BibTeX": "bib", "RIS": "ris", "CSL-JSON": "json"}
TITLE = {"nb": "Siter denne siden", "en": "Cite this page"}
NAME = {"nb": "Modellkommunemetodikken", "en": "Model Municipality Methodology"}


@pytest.fixture(scope="module")
def soups(site: Path, pages: list[dict]) -> dict[str, BeautifulSoup]:
    return {page["url"]: soup(site / page["url"] / "index.html") for page in pages}


def soup(path: Path) -> BeautifulSoup:
    return BeautifulSoup(path.read_text(encoding="utf-8"), "lxml")


def download(site: Path, url: str, link) -> Path:
    """The file that a link on a page leads to."""
    return site / unquote(urlsplit(urljoin(HOST + url, link["href"])).path).lstrip("/")


def offered(site: Path, url: str, block) -> dict[str, Path]:
    """The files that a block offers, by the name of their form."""
    return {a.get_text(): download(site, url, a) for a in block.select(".downloads a[download]")}


def read(files: dict[str, Path]) -> dict:
    """The item of the CSL-JSON, once the three forms are found to say the same."""
    assert {form: path.suffix[1:] for form, path in files.items()} == FORMS
    (item,) = json.loads(files["CSL-JSON"].read_text(encoding="utf-8"))
    ris = files["RIS"].read_bytes().decode("utf-8").split("\r\n")
    assert ris.pop() == ""
    lines = [re.fullmatch(r"([A-Z][A-Z0-9])  - (.*)", line).groups() for line in ris]
    assert (lines[0][0], lines[-1]) == ("TY", ("ER", ""))
    assert ("TI", item["title"]) in lines
    bibtex = files["BibTeX"].read_text(encoding="utf-8")
    assert re.match(r"@[a-z]+\{[a-z0-9-]+,\n", bibtex)
    assert bibtex.count("{") == bibtex.count("}")
    assert f"@{item['id']}," not in bibtex
    return item


def plain(text: str) -> str:
    return " ".join(text.split())


def test_every_page_offers_its_reference_and_all_forms_of_it(site, soups, pages):
    schema = json.loads((site / "data/schema/csl.schema.json").read_text(encoding="utf-8"))
    for page in pages:
        block = soups[page["url"]].select_one("details.cite-page")
        assert block.summary.get_text() == TITLE[page["lang"]]
        item = read(offered(site, page["url"], block))
        assert list(Draft202012Validator(schema).iter_errors([item])) == []
        assert item["title"] == page["title"]
        assert item["container-title"] == NAME[page["lang"]]
        assert item["author"] == [{"literal": NAME[page["lang"]]}]
        assert item["URL"] == HOST + page["url"]
        reference = block.select_one(".reference")
        said = plain(reference.get_text())
        assert said.startswith(f"{NAME[page['lang']]}. ("), page["url"]
        assert plain(page["title"]) in said
        assert reference.a["href"] == HOST + page["url"]


def test_files_of_a_page_lie_below_its_own_address(site, soups, pages):
    for page in pages:
        block = soups[page["url"]].select_one("details.cite-page")
        for ending in FORMS.values():
            path = site / page["url"] / f"cite.{ending}"
            assert path in offered(site, page["url"], block).values(), path


def test_a_reference_is_no_part_of_what_search_finds(soups):
    for url, found in soups.items():
        assert not found.select("[data-pagefind-body] .cite-page"), url
        for block in found.select(".cite-this .downloads"):
            assert block.has_attr("data-pagefind-ignore"), url


def test_every_button_that_copies_stands_with_what_it_copies(soups):
    for url, found in soups.items():
        for button in found.select("button[data-copy]"):
            box, what = button.find_parent(attrs={"data-cited": True}), button["data-copy"]
            assert what, url
            assert box.select_one(f"[data-{what}]"), url


def works_by_page(records: list[dict]) -> dict[str, dict]:
    """The text that each page cites: the one it is called after, where it is about two."""
    works: dict[str, dict] = {}
    for record in records:
        if (page := record.get("page")) and (page not in works or page.endswith(record["id"])):
            works[page] = record
    return works


def test_whoever_has_not_read_a_text_is_given_a_reference_to_a_mention(site, soups, pages):
    records = json.loads((site / "data/publications.json").read_text(encoding="utf-8"))
    works = works_by_page(records)
    for page in (each for each in pages if each["kind"] == "publication"):
        unseen = works[page["id"]]["read"] == "mention"
        assert bool(soups[page["url"]].select(".cite-mention .reference")) is unseen, page["url"]


def test_paper_shows_the_reference_although_the_details_are_closed(site, soups):
    for url, found in soups.items():
        on_paper = found.select_one(".cite-print").get_text()
        assert plain(found.select_one(".cite-page .reference").get_text()) in plain(on_paper), url
        assert not found.select(".cite-page[open]")
        assert ".cite-print{display:none}" in found.style.get_text(), url
        (for_paper,) = found.select('link[rel=stylesheet][media="print"]')
        paper = (site / url / for_paper["href"]).resolve().read_text(encoding="utf-8")
        assert ".cite-print{display:block;" in paper, url


def test_the_404_pages_are_not_cited(site):
    for name in ("404.html", "en/404.html"):
        found = soup(site / name)
        assert not found.select(".cite-page, .cite-print, meta[name^=citation_]")


def test_every_publication_page_cites_its_work_from_the_data(site, soups, pages):
    records = json.loads((site / "data/publications.json").read_text(encoding="utf-8"))
    works = works_by_page(records)
    shown = [page for page in pages if page["kind"] == "publication"]
    assert {page["id"] for page in shown} <= set(works)
    for page in shown:
        record = works[page["id"]]
        block = soups[page["url"]].select_one(".cite-this")
        files = offered(site, page["url"], block)
        assert {path.stem for path in files.values()} == {record["id"]}
        item = read(files)
        assert item["title"] == record["title"]
        assert item.get("author") == record.get("authors")
        said = plain(block.select_one(".reference").get_text())
        assert record["title"].rstrip(".") in said
        about = "ca. " if record.get("year_inferred") else ""
        unknown = {"nb": "u.å.", "en": "n.d."}[page["lang"]]
        date = f"{about}{record['year']}" if "year" in record else unknown
        assert f" ({date}). " in f"{said} ", page["url"]


def test_reference_managers_find_the_page_in_its_head(soups, pages):
    for page in pages:
        tags = soups[page["url"]].head.select("meta[name^=citation_]")
        said = {tag["name"]: tag["content"] for tag in tags}
        assert said["citation_title"] == page["title"]
        assert said["citation_author"].rstrip(",") == NAME[page["lang"]]
        assert said["citation_language"] == page["lang"]
        assert said["citation_public_url"] == HOST + page["url"]


def test_json_ld_parses_and_names_language_site_licence_and_translation(soups, pages):
    for page in pages:
        (script,) = soups[page["url"]].head.select("script[type='application/ld+json']")
        data = json.loads(script.string)
        assert data["@context"] == "https://schema.org"
        assert data["name"] == page["title"]
        assert data["inLanguage"] == page["lang"]
        assert data["isPartOf"]["name"] == NAME[page["lang"]]
        assert data["license"] == "https://creativecommons.org/licenses/by/4.0/"
        relation = {"nb": "workTranslation", "en": "translationOfWork"}[page["lang"]]
        if page["alternate"] is None:
            assert relation not in data
        else:
            assert data[relation]["@id"] == HOST + page["alternate"]
        assert ("about" in data) == (page["kind"] == "publication"), page["url"]


def test_open_data_fit_the_schemas_published_with_them(site):
    folder = site / "data"
    index = json.loads((folder / "index.json").read_text(encoding="utf-8"))
    listed = {each["file"] for each in index["files"]}
    assert listed | {"index.json"} == {path.name for path in folder.iterdir() if path.is_file()}
    for each in index["files"]:
        assert each["licence"] == "CC BY 4.0"
        schema = json.loads((folder / each["schema"]).read_text(encoding="utf-8"))
        if each["format"] == "CSV":
            continue
        if each["format"] == "Excel":
            (sheet,) = load_workbook(folder / each["file"], read_only=True).worksheets
            assert sum(1 for _ in sheet.rows) == each["records"] + 1, each["file"]
            continue
        data = json.loads((folder / each["file"]).read_text(encoding="utf-8"))
        assert list(Draft202012Validator(schema).iter_errors(data)) == [], each["file"]
        # The lists of pages and of ids stand below the number of their contract.
        records = data.get(each["file"].removesuffix(".json")) if isinstance(data, dict) else data
        assert len(records) == each["records"], each["file"]


def test_rows_of_csv_are_the_records_of_json(site):
    tables = sorted((site / "data").glob("*.csv"))
    assert len(tables) == 8
    for path in tables:
        records = json.loads(path.with_suffix(".json").read_text(encoding="utf-8"))
        with path.open(encoding="utf-8", newline="") as file:
            rows = list(csv.DictReader(file))
        assert [row["id"] for row in rows] == [record["id"] for record in records], path.name
        for row, record in zip(rows, records, strict=True):
            for key, value in record.items():
                if isinstance(value, str):
                    assert row[key] == value
                elif isinstance(value, dict) and isinstance(value.get("no"), str):
                    assert row[f"{key}_no"] == value["no"]
                elif isinstance(value, list) and all(isinstance(each, str) for each in value):
                    assert row[key] == " | ".join(value)


def test_every_file_of_open_data_is_offered_to_readers_of_both_languages(site, soups, pages):
    index = json.loads((site / "data/index.json").read_text(encoding="utf-8"))
    wanted = {each["file"] for each in index["files"]} | {each["schema"] for each in index["files"]}
    for page in pages:
        if page["id"] == "open-data":
            links = soups[page["url"]].select("[data-list=open-data] a")
            paths = {download(site, page["url"], link) for link in links}
            assert paths == {site / "data" / name for name in wanted | {"index.json"}}


def test_an_edition_is_cited_by_its_number_its_day_and_its_lasting_address(changed):
    site, address = changed.site, BASE
    item = read(offered(site, "om/", soup(site / "om/index.html").select_one(".cite-page")))
    assert item["edition"] == "Utgave 1.0"
    assert item["URL"] == address + "1.0/om/"
    assert item["issued"] == {"date-parts": [changed.day]}
    (english,) = json.loads((site / "en/about/cite.json").read_text(encoding="utf-8"))
    assert english["edition"] == "Edition 1.0"
    found = soup(site / "om/index.html")
    said = found.select_one(".cite-page .reference").get_text()
    assert '</script><b>Om & "{om}" (Utgave 1.0). ' in said
    data = json.loads(found.head.select_one("script[type='application/ld+json']").string)
    assert data["name"] == '</script><b>Om & "{om}"'
    assert data["url"] == address + "1.0/om/"
    # What is not committed has no day.
    (loose,) = json.loads((site / "om/siter/cite.json").read_text(encoding="utf-8"))
    assert "issued" not in loose


def test_the_list_of_publications_offers_all_references_in_all_forms(site, soups, pages):
    records = json.loads((site / "data/publications.json").read_text(encoding="utf-8"))
    for page in pages:
        if page["id"] != "publications":
            continue
        links = soups[page["url"]].select(".offers a[download]")
        assert [link["href"].rpartition(".")[2] for link in links] == ["bib", "ris", "json"]
        for link in links:
            file = (site / page["url"] / link["href"]).resolve()
            text = file.read_text(encoding="utf-8")
            assert [each["id"] for each in records if each["id"] not in text] == []
