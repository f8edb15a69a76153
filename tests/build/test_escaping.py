"""Titles, descriptions and data are text: whatever signs they hold, readers see them so.

Every text of a copy of the site gets signs that mean something in HTML, in YAML or to Jinja.
"""

import csv
import json
import re
from pathlib import Path
from xml.etree import ElementTree

import pytest
import yaml
from bs4 import BeautifulSoup
from docx import Document

from scripts.common.yaml_lines import parse_yaml
from tests.conftest import copy_parts
from tests.repository import run, spoil

# As an element and as an attribute it would be seen, wherever it were not escaped.
SIGNS = """ "q" onzq='1' <zq> &amp; \\z"""
# Messages of the interface hold places to fill in, so they get no braces.
BRACED = f"{SIGNS} {{{{ zq }}}}"
PAGE = "metoden/kritikk"
TITLE = f"Lønn{BRACED}"
DESCRIPTION = f"Hva kritikerne sa om lønn, og hva som ble svart den gangen det var.{BRACED}"
FIELDS = {"no", "en", "name", "title", "publisher", "series", "place", "given", "family"}
FIELDS |= {"literal", "container-title", "county_then", "publisher-place"}
COLLECTIONS = ("municipalities", "phases", "tools", "publications", "people", "timeline")
COLLECTIONS += ("open-questions", "sources", "glossary", "short-forms", "letters")


def with_signs(value, signs, spoil_it=False):
    """The value with the signs at the end of each text that readers see."""
    if isinstance(value, dict):
        # A name in a picture has no room for more (`short` in the schema of the timeline).
        return {
            key: each if key == "short" else with_signs(each, signs, key in FIELDS)
            for key, each in value.items()
        }
    if isinstance(value, list):
        return [with_signs(each, signs) for each in value]
    if not (spoil_it and isinstance(value, str)):
        return value
    # What has to be a whole sentence stays one.
    return value[:-1] + signs + "." if value.endswith(".") else value + signs


def spoil_data(path, signs):
    parsed, _ = parse_yaml(path.read_text(encoding="utf-8"), path.name)
    data = with_signs(parsed.data, signs)
    text = yaml.safe_dump(data, allow_unicode=True, sort_keys=False, width=10**6)
    path.write_text(text, encoding="utf-8")


def put(page, **keys):
    """Write keys of the front matter anew."""
    for key, value in keys.items():
        text = f"{key}: {json.dumps(value, ensure_ascii=False)}"
        spoil(page, rf"^{key}: .*$", text.replace("\\", "\\\\"))


def spoil_page(page, longest):
    keys = yaml.safe_load(page.read_text(encoding="utf-8").split("---\n")[1])
    put(page, **{key: keys[key][: most - len(BRACED)] + BRACED for key, most in longest.items()})


@pytest.fixture(scope="module")
def nasty(tmp_path_factory) -> Path:
    """The site, all of whose texts hold the signs."""
    project = copy_parts(tmp_path_factory.mktemp("nasty") / "project")
    for page in sorted((project / "docs").rglob("*.md")):
        spoil_page(page, {"title": 120, "description": 170})
    for code in ("no", "en"):
        page = project / "docs" / code / f"{PAGE}.md"
        put(page, title=TITLE, description=DESCRIPTION)
        spoil(page, r"\Z", '\n\n## Lønn & `<b>` "vilkår" { #pay }\n\nTekst [@editorial].\n')
        spoil(project / "docs" / code / "metoden/verden.md", "^title: .*$", "title: On")
    # What a workshop needs is held to a list; the signs are on it.
    listed = json.dumps([BRACED.strip()])
    with (project / "data" / "materials.yml").open("a", encoding="utf-8") as materials:
        names = f'{{ "no": {listed}, en: {listed} }}'
        materials.write(f"\n- {{ id: signs, comes: found, per: none, names: {names} }}\n")
    for name in COLLECTIONS:
        # In a letter, brackets are a field to be filled in, and no others may stand there.
        signs = SIGNS if name == "letters" else BRACED
        spoil_data(project / "data" / f"{name}.yml", signs)
    spoil_data(project / "data" / "interface.yml", SIGNS)
    done = run(project, "build")
    assert done.returncode == 0, done.stdout + done.stderr
    return project / "site"


@pytest.fixture(scope="module")
def pages(nasty):
    """Every HTML file of the site, by path."""
    return {
        path.relative_to(nasty).as_posix(): BeautifulSoup(path.read_text(encoding="utf-8"), "lxml")
        for path in sorted(nasty.rglob("*.html"))
    }


@pytest.fixture(scope="module")
def page(pages):
    """The page whose title is known."""
    return pages[f"{PAGE}/index.html"]


def test_no_sign_in_any_text_becomes_an_element_or_an_attribute(pages):
    assert len(pages) > 100
    for path, soup in pages.items():
        assert not soup.find("zq"), path
        assert not soup.find(lambda tag: any("onzq" in name for name in tag.attrs)), path


def test_no_text_is_escaped_twice(pages):
    twice = re.compile(r"&amp;amp;|&lt;zq|&#3[49];|&quot;")
    for path, soup in pages.items():
        # HTML to copy is shown as code, and escapes what it holds once.
        for code in soup.select("pre, [data-html]"):
            code.extract()
        said = [value for tag in soup.find_all(True) for value in map(str, tag.attrs.values())]
        assert not twice.search("\n".join([soup.get_text(), *said])), path


def test_the_title_of_a_page_is_seen_as_it_stands_wherever_it_is_named(page, pages):
    assert page.title.get_text() == f"{TITLE} – Modellkommunemetodikken"
    assert page.h1.get_text() == TITLE
    assert page.select_one(".breadcrumb [aria-current]").get_text() == TITLE
    assert page.select_one('.section-nav [aria-current="page"]').get_text() == TITLE
    assert page.select_one('meta[name="citation_title"]')["content"] == TITLE
    (ours,) = [
        link
        for link in pages["om/alle-sider/index.html"].select(".a-to-z a")
        if link.get_text() == TITLE
    ]
    assert ours["href"].endswith(f"{PAGE}/")
    pagers = [link for soup in pages.values() for link in soup.select(".pagination a")]
    # The page before and the page after it, in each language.
    assert sum(TITLE in link.get_text() for link in pagers) == 4


def test_the_description_of_a_page_is_whole_for_search_engines(page):
    assert page.select_one('meta[name="description"]')["content"] == DESCRIPTION
    told = json.loads(page.select_one('script[type="application/ld+json"]').string)
    assert (told["name"], told["description"]) == (TITLE, DESCRIPTION)


def test_a_heading_with_code_and_signs_is_named_in_the_contents_as_it_is_seen(page):
    assert page.select_one('.toc a[href="#pay"]').get_text() == 'Lønn & <b> "vilkår"'


def test_words_of_the_interface_are_text_on_the_page_that_is_missing(pages):
    for path in ("404.html", "en/404.html"):
        assert pages[path].h1.get_text().endswith(SIGNS)
        assert SIGNS in pages[path].title.get_text()


def test_a_word_that_old_yaml_takes_for_true_is_the_title_that_stands_there(pages):
    assert pages["metoden/verden/index.html"].h1.get_text() == "On"
    assert "True" not in pages["om/alle-sider/index.html"].select_one(".a-to-z").get_text()


def test_what_programs_read_holds_the_texts_as_they_stand(nasty):
    listed = json.loads((nasty / "data/pages.json").read_text(encoding="utf-8"))["pages"]
    (ours,) = [each for each in listed if each["url"] == f"{PAGE}/"]
    assert (ours["title"], ours["description"]) == (TITLE, DESCRIPTION)
    assert len(ElementTree.parse(nasty / "sitemap.xml").getroot()) == len(listed)
    rows = csv.DictReader(
        (nasty / "data/municipalities.csv").open(encoding="utf-8-sig", newline="")
    )
    assert all(row["name"].endswith(BRACED) for row in rows)
    cited = json.loads((nasty / PAGE / "cite.json").read_text(encoding="utf-8"))
    assert cited[0]["title"] == TITLE


def test_word_files_bear_the_title_as_it_stands(nasty):
    files = sorted(nasty.rglob("*.docx"))
    assert files
    for path in files:
        document = Document(str(path))
        assert document.core_properties.title == document.paragraphs[0].text, path
        # A paper is called by its heading in a page, which holds no sign.
        assert "<zq>" in document.core_properties.title or path.stem.endswith("-a4")
        assert "&lt;" not in "\n".join(each.text for each in document.paragraphs)
