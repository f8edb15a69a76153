"""A book of two pages: what is changed of an article, and what is in the file."""

import io
import zipfile

import pytest
from lxml import etree
from markupsafe import Markup

from scripts.bibliography.csl_items import Imprint
from scripts.common.paths import Project
from scripts.content.pages import load_site
from scripts.documents.catalogue import of_kind
from scripts.documents.epub.book import BookPart, epub
from scripts.documents.pdf.render import PrintContext
from scripts.language.locales import NORWEGIAN
from scripts.language.messages import load_entries, messages_for
from scripts.web.article import Article
from tests.unit.projects import ROOT

NAMES = {"h": "http://www.w3.org/1999/xhtml", "s": "http://www.w3.org/2000/svg"}
TYPE = "{http://www.idpf.org/2007/ops}type"
DRAWN = """<figure class="picture" data-list="x"><div class="drawn">
<svg class="drawn-wide" viewBox="0 0 60 40" role="img" aria-label="Hvem &amp; når">
<a href="../../ordliste/"><text class="quiet" x="1" y="2">Moss</text></a></svg>
<svg class="drawn-upright" viewBox="0 0 30 90" role="img" aria-label="Igjen"><text>Moss</text></svg>
<ul class="key"><li><svg viewBox="0 0 34 26" aria-hidden="true"><path class="told" d="M0 0"/></svg>
parten</li></ul></div></figure>"""
METHOD = f"""<p>Se <a href="../ordliste/#term-fase">fase</a>,
<a href="../ordliste/#gone">ordlista</a>, <a href="#here">her</a>, <a href="#gone">ingensteds</a>
og <a href="../data/index.json">data</a>.
<sup class="cite" id="cite-1">[<a href="#ref-1">1</a>]</sup></p>
<h2 id="here">Her<a class="headerlink" href="#here">#</a></h2>
<p><img alt="Folk rundt et bord" src="../assets/images/readme.png"></p>
<ul class="task-list"><li><label><input type="checkbox">Gjort</label></li></ul>
{DRAWN}
<div class="all-downloads"><ul><li>fil <small>(<!--size-->)</small></li></ul></div>
<h2 id="references">Kilder</h2><ol class="references"><li id="ref-1">En kilde.
<span class="backs"><a href="#cite-1" aria-label="Tilbake">↑1</a></span></li></ol>"""
GLOSSARY = '<dl><dt id="term-fase">fase</dt><dd>Et trinn.</dd></dl>'
ARTICLES = {"method": Article(METHOD), "glossary": Article(GLOSSARY)}


@pytest.fixture(scope="module")
def made():
    project = Project(ROOT)
    pages = load_site(ROOT).by_id(NORWEGIAN)
    words = messages_for(load_entries(project)[0], NORWEGIAN)
    imprint = Imprint("Metoden", "https://mkm.example/1.0/", "Utgave 1.0", "Forlaget & co")
    return PrintContext(
        project, NORWEGIAN, words, imprint, ARTICLES, pages, {"publications": []},
        {pages["method"].path: "2026-03-01", pages["glossary"].path: "2026-04-02"},
        lambda document, day: Markup("<i>Metoden</i>"), ROOT / "docs",
    )  # fmt: skip


@pytest.fixture(scope="module")
def data(made):
    (document,) = of_kind("book", load_site(ROOT), NORWEGIAN)
    pages = made.pages
    contents = BookPart("Metoden", (BookPart("Del", (pages["method"],)), pages["glossary"]))
    first, second = (epub(made, document, contents) for _ in range(2))
    assert first == second
    return first


@pytest.fixture(scope="module")
def book(data):
    packed = zipfile.ZipFile(io.BytesIO(data))
    return {name: packed.read(name) for name in packed.namelist()}


@pytest.fixture(scope="module")
def method(book):
    return etree.fromstring(book["EPUB/method.xhtml"])


def found(tree, path):
    return tree.xpath(path, namespaces=NAMES)


def test_links_between_chapters_stay_in_the_book_and_others_lead_to_the_edition(method):
    assert found(method, "//h:p[1]/h:a/@href") == [
        "glossary.xhtml#term-fase",
        "glossary.xhtml",  # an anchor that is not there leads to the chapter
        "#here",
        "https://mkm.example/1.0/data/index.json",
    ]
    assert "ingensteds" in found(method, "string(//h:p[1])")


def test_a_number_is_a_note_that_leads_to_its_source_and_back(method):
    (mark,) = found(method, "//h:sup/h:a")
    assert (mark.get(TYPE), mark.get("href")) == ("noteref", "#ref-1")
    (notes,) = found(method, "//h:section[@role='doc-endnotes']")
    assert notes.get(TYPE) == "endnotes"
    assert found(notes, "string(h:h2)") == "Kilder"
    (source,) = found(notes, "h:ol/h:li")
    assert (source.get("id"), source.get(TYPE)) == ("ref-1", "footnote")
    assert found(source, ".//h:a[@role='doc-backlink']/@href") == ["#cite-1"]


def test_a_drawing_is_a_picture_with_its_text_and_once(book, method):
    drawing, sign = found(method, "//h:img[@class]")
    assert drawing.get("alt") == "Hvem & når"
    assert (sign.get("alt"), sign.get("class")) == ("", "sign")
    svg = etree.fromstring(book[f"EPUB/{drawing.get('src')}"])
    assert found(svg, "string(s:g/s:g/s:text)") == "Moss"
    assert not found(svg, "//@href|//@role|//@*[starts-with(name(), 'aria')]")
    assert [svg.get(name) for name in ("width", "height")] == ["63.6", "40"]
    assert found(svg, "s:g/@class") == ["picture drawn-wide"]
    assert ".quiet{fill:#" in found(svg, "string(s:style)")


def test_a_picture_that_an_editor_added_is_in_the_book(book, method):
    (picture,) = found(method, "//h:img[not(@class)]")
    assert picture.get("alt") == "Folk rundt et bord"
    file = (ROOT / "docs/assets/images/readme.png").read_bytes()
    assert book[f"EPUB/{picture.get('src')}"] == file
    assert (
        f'href="{picture.get("src")}" media-type="image/png"' in book["EPUB/package.opf"].decode()
    )


def test_what_only_a_screen_can_do_is_said_or_left_out(method):
    assert found(method, "string(//h:ul[@class='task-list'])").strip() == "☐ Gjort"
    assert not found(method, "//h:input|//h:label|//*[@class='headerlink']")
    assert not found(method, "//*[contains(@class, 'all-downloads')]")
    assert "Lista over filer står på nettstedet. https://mkm.example/1.0/metoden/" in (
        found(method, "string(//h:section)")
    )


def test_the_book_says_which_edition_it_is_and_of_which_day(book):
    package, title = book["EPUB/package.opf"].decode(), book["EPUB/title.xhtml"].decode()
    assert "<dc:date>2026-04-02</dc:date>" in package
    assert ">2026-04-02T00:00:00Z<" in package
    assert "<dc:publisher>Forlaget &amp; co</dc:publisher>" in package
    assert "Utgave 1.0. Sist endret 2. april 2026." in title
    assert "<i>Metoden</i>" in title


def test_contents_are_the_parts_and_pages_of_the_menu(book):
    nav = etree.fromstring(book["EPUB/nav.xhtml"])
    (contents,) = found(nav, "//h:nav[@role='doc-toc']/h:ol")
    assert found(contents, "h:li/h:span/text()") == ["Del"]
    assert found(contents, "h:li/h:ol/h:li/h:a/@href") == ["method.xhtml"]
    assert found(contents, "h:li/h:a/@href") == ["glossary.xhtml"]
    landmarks = found(nav, "//h:nav[@hidden]//h:a")
    assert [each.get(TYPE) for each in landmarks] == ["titlepage", "toc", "bodymatter", "glossary"]


def test_the_kind_of_the_file_stands_first_and_as_it_is(data):
    first = zipfile.ZipFile(io.BytesIO(data)).infolist()[0]
    assert data[30:58] == b"mimetypeapplication/epub+zip"
    assert first.compress_type == zipfile.ZIP_STORED
