"""The built site keeps what it promises on every page, in both languages."""

import json
import re
from collections import defaultdict
from itertools import pairwise
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

import pytest
import yaml
from bs4 import BeautifulSoup

from scripts.open_data.page_index import FORMS
from tests.tiny import ROOT

HOST = "http://127.0.0.1:8000/"


@pytest.fixture(scope="module")
def soups(site: Path, pages: list[dict]) -> dict[str, BeautifulSoup]:
    """Every page by its address below the root."""
    return {page["url"]: soup(site / page["url"] / "index.html") for page in pages}


def soup(path: Path) -> BeautifulSoup:
    return BeautifulSoup(path.read_text(encoding="utf-8"), "lxml")


def test_both_languages_hold_the_same_pages_of_the_same_kinds(pages):
    kinds = defaultdict(dict)
    for page in pages:
        if page["alternate"] is not None:
            kinds[page["lang"]][page["id"]] = page["kind"]
    assert set(kinds) == {"nb", "en"}
    assert kinds["nb"] == kinds["en"]


def test_every_page_in_pages_json_exists_and_no_other_page_does(site, pages):
    listed = {page["url"] for page in pages}
    built = {
        path.parent.relative_to(site).as_posix().rstrip(".")
        for path in site.rglob("index.html")
        if "embed" not in path.relative_to(site).parts  # for frames on other sites
    }
    permanent = {path for path in built if path.startswith("id/")}
    assert {url.rstrip("/") for url in listed} == built - permanent


def test_every_address_in_pages_json_is_there_and_every_file_to_download_is_named(site, pages):
    named = set()
    for page in pages:
        for address in (page["url"], page["alternate"], page["permalink"]):
            assert address is None or (site / address / "index.html").is_file(), address
        for form in FORMS:
            for file in page[form]:
                assert (site / file["url"]).is_file(), file
                assert file["url"].endswith(f".{form}")
                assert file["title"]
                named.add(file["url"])
    made = {path.relative_to(site).as_posix() for path in site.rglob("*.pdf")}
    assert made <= named


def test_every_permanent_id_leads_to_what_stands_there_without_a_script_too(site, soups, pages):
    listed = json.loads((site / "data/ids.json").read_text(encoding="utf-8"))["ids"]
    ids = {each["id"]: each for each in listed}
    assert {page["id"] for page in pages} < ids.keys()
    assert len(ids) == len(listed)
    # Pages that went lead on too, by what data/permalinks.yml says of them.
    rules = yaml.safe_load((ROOT / "data/permalinks.yml").read_text(encoding="utf-8"))
    gone = {each["page"] for each in rules if "page" in each and "anchor" not in each}
    made = {each.parent.name for each in (site / "id").glob("*/index.html")}
    assert made == ids.keys() | gone
    for id_, each in ids.items():
        text = (site / "id" / id_ / "index.html").read_text(encoding="utf-8")
        places = [each[lang] for lang in ("nb", "en") if lang in each]
        assert f'content="0; url=../../{places[0]["url"]}"' in text, id_
        for place in places:
            assert f'href="../../{place["url"]}" hreflang=' in text, id_
            url, _, anchor = place["url"].partition("#")
            assert not anchor or soups[url].find(id=anchor), id_


def test_every_page_says_its_id_and_kind_as_pages_json_does(soups, pages):
    wrong = [
        page["url"]
        for page in pages
        if meta(soups[page["url"]], "page-id") != page["id"]
        or meta(soups[page["url"]], "page-kind") != page["kind"]
    ]
    assert wrong == []


def test_every_page_is_marked_with_its_own_language(soups, pages):
    wrong = [page["url"] for page in pages if soups[page["url"]].html["lang"] != page["lang"]]
    assert wrong == []


def test_english_pages_have_english_addresses(pages):
    urls = {(page["id"], page["lang"]): page["url"] for page in pages}
    assert urls["phase-1-anchoring", "nb"] == "faser/forankring/"
    assert urls["phase-1-anchoring", "en"] == "en/phases/anchoring/"
    norwegian = {page["url"] for page in pages if page["lang"] == "nb"} - {""}
    carried_over = [
        page["url"]
        for page in pages
        if page["lang"] == "en" and page["url"].removeprefix("en/") in norwegian
    ]
    assert carried_over == []


def test_every_page_names_its_alternates_with_nb_en_and_x_default(soups, pages):
    by_id = defaultdict(dict)
    for page in pages:
        by_id[page["id"]][page["lang"]] = HOST + page["url"]
    for page in pages:
        links = soups[page["url"]].select("link[rel=alternate][hreflang]")
        said = {link["hreflang"]: link["href"] for link in links}
        twins = by_id[page["id"]]
        default = twins.get("nb", HOST + page["url"])
        assert said == {**twins, "x-default": default}, page["url"]


def test_every_page_has_one_canonical_address_its_own(soups, pages):
    for page in pages:
        links = soups[page["url"]].select("link[rel=canonical]")
        assert [link["href"] for link in links] == [HOST + page["url"]]


def test_a_page_in_one_language_says_so_and_leads_to_the_nearest(soups, pages):
    alone = {page["url"]: page for page in pages if page["alternate"] is None}
    assert "en/outside-norway/cousins/" in alone
    by_url = {page["url"]: page for page in pages}
    for url, page in alone.items():
        switch = soups[url].select_one("a[data-language]")
        nearest = by_url[urljoin(HOST + url, switch["href"]).removeprefix(HOST)]
        assert nearest["lang"] == switch["hreflang"] != page["lang"]
        (note,) = [each for each in soups[url].select("article .notice") if each.a]
        assert "in English only" in note.get_text()
        # The answer comes first, and what is said of the page at its foot.
        assert note.find_previous_sibling("p") is not None
        assert note.find_next_sibling(["p", "h2"]) is None
        assert note.a.get_text() == nearest["title"]
        assert note.a["href"] == switch["href"]
        assert nearest["title"] in switch["title"]


def test_the_side_menu_gathers_the_pages_for_readers_outside_norway_under_their_name(soups):
    for url in ("en/for-you/managers/", "en/outside-norway/cousins/"):
        names = [each.get_text() for each in soups[url].select(".section-nav li > span")]
        assert names == ["Outside Norway"], url
        assert len(soups[url].select(".section-nav ul ul a")) == 4, url
    assert not soups["for-deg/ledere/"].select(".section-nav ul ul")


def test_menus_and_lists_of_the_other_language_leave_such_pages_out(soups, pages):
    alone = {page["url"] for page in pages if page["alternate"] is None}
    for page in pages:
        if page["lang"] == "nb":
            found = soups[page["url"]].select("a[href]")
            links = {urljoin(HOST + page["url"], each["href"]) for each in found}
            assert not links & {HOST + url for url in alone}, page["url"]
    listed = soups["en/about/all-pages/"].select("ul.a-to-z li")
    marks = [each.small.get_text() for each in listed]
    assert sum("in English only" in mark for mark in marks) == len(alone)


def test_the_language_switch_leads_to_the_same_page(soups, pages):
    for page in pages:
        if page["alternate"] is None:
            continue
        switch = soups[page["url"]].select_one("a[data-language]")
        target = urljoin(HOST + page["url"], switch["href"])
        assert target == HOST + page["alternate"], page["url"]
        assert switch["hreflang"] == switch["lang"] != page["lang"]


def test_the_sitemap_holds_every_page_once_with_its_alternates(site, pages):
    sitemap = BeautifulSoup((site / "sitemap.xml").read_text(encoding="utf-8"), "xml")
    addresses = [loc.text for loc in sitemap.select("url > loc")]
    assert sorted(addresses) == sorted(HOST + page["url"] for page in pages)
    languages = {link["hreflang"] for link in sitemap.find_all("link")}
    assert languages == {"nb", "en", "x-default"}


def test_every_page_has_a_title_of_its_own_and_a_description(soups, pages):
    titles = defaultdict(list)
    for page in pages:
        found = soups[page["url"]]
        titles[found.title.text].append(page["url"])
        assert 50 <= len(meta(found, "description")) <= 170, page["url"]
    assert {title: urls for title, urls in titles.items() if len(urls) > 1} == {}


def test_every_page_has_one_h1_and_skips_no_level_of_heading(soups):
    for url, found in soups.items():
        levels = [int(heading.name[1]) for heading in found.main.find_all(re.compile("^h[1-6]$"))]
        assert levels.count(1) == 1, url
        jumps = [pair for pair in pairwise(levels) if pair[1] > pair[0] + 1]
        assert jumps == [], url


def test_no_internal_link_or_anchor_is_broken(site, soups):
    anchors = {url: {tag["id"] for tag in found.select("[id]")} for url, found in soups.items()}
    broken = []
    for url, found in soups.items():
        for tag in found.select("[href], [src]"):
            address = urljoin(HOST + url, tag.get("href") or tag.get("src"))
            parts = urlsplit(address)
            if not address.startswith(HOST):
                continue
            path = unquote(parts.path).lstrip("/")
            if path in anchors:
                if parts.fragment and unquote(parts.fragment) not in anchors[path]:
                    broken.append((url, address))
            # Permanent links are folders with a page that leads on.
            elif not any((site / path / name).is_file() for name in ("", "index.html")):
                broken.append((url, address))
    assert broken == []


def test_no_id_stands_twice_on_a_page(soups):
    for url, found in soups.items():
        ids = [tag["id"] for tag in found.select("[id]")]
        assert sorted(ids) == sorted(set(ids)), url


def test_nothing_is_loaded_from_another_host(site, soups):
    loading = (
        "script[src], img[src], iframe, link[rel=stylesheet], link[rel=icon], link[rel=preload]"
    )
    for url, found in soups.items():
        for tag in found.select(loading):
            address = urljoin(HOST + url, tag.get("src") or tag.get("href"))
            assert address.startswith(HOST), url
    for path in [*site.rglob("*.css"), *(site / "assets").rglob("*.js")]:
        assert "://" not in path.read_text(encoding="utf-8"), path


def test_every_style_that_a_page_or_a_script_asks_for_is_there(site, soups):
    for url, found in soups.items():
        asked = [urljoin(f"/{url}", tag["href"]) for tag in found.select("link[rel=stylesheet]")]
        assert asked, url
        assert [path for path in asked if not (site / path.lstrip("/")).is_file()] == [], url
    named = re.compile(r'"(assets/fixed/[\w./-]+)"')
    scripts = [*(site / "assets").rglob("*.js")]
    files = {name for each in scripts for name in named.findall(each.read_text(encoding="utf-8"))}
    assert any(name.startswith("assets/fixed/css/asked.") for name in files)
    assert [name for name in sorted(files) if not (site / name).is_file()] == []


def test_no_english_words_of_the_theme_are_left_on_norwegian_pages(soups, pages):
    leftovers = leftover_words(soups, pages, "nb", ENGLISH_WORDS)
    assert leftovers == []


def test_no_norwegian_words_of_the_theme_are_left_on_english_pages(soups, pages):
    leftovers = leftover_words(soups, pages, "en", NORWEGIAN_WORDS)
    assert leftovers == []


# What Material, MkDocs and Pagefind say by themselves, and what our own interface says.
ENGLISH_WORDS = re.compile(
    r"Permanent link|Jump back|Skip to|Table of contents|Back to top|Header|Footer|Navigation"
    r"|Search|Previous|Next|Menu|On this page|Breadcrumb|Home page|Sources|Edition|Colours"
)
NORWEGIAN_WORDS = re.compile(
    r"Hopp til|Innhold|Tilbake til|Navigasjon|Søk|Forrige|Neste|Meny|På denne siden|Forside"
    r"|Kilder|Utgave|Farger|Lest|Bare |vår |Lenke til"
)


def leftover_words(soups, pages, lang: str, pattern: re.Pattern) -> list[tuple[str, str]]:
    """Messages of the interface outside text that is marked as another language."""
    found = []
    for page in pages:
        if page["lang"] != lang:
            continue
        interface = BeautifulSoup(str(soups[page["url"]]), "lxml")
        # The text itself is the editors'; names of sources keep their language.
        foreign = f"[lang]:not(html):not([lang={lang}])"
        for tag in interface.select(f"{foreign}, .references, script, a[rel]"):
            tag.decompose()
        for tag in interface.select("article > p, article > ul, article > ol, article > table"):
            tag.decompose()
        for tag in interface.select("blockquote, section.publications, dd, td, .phases, .a-to-z"):
            tag.decompose()
        spoken = [interface.get_text(" ")]
        for tag in interface.select("[aria-label], [title], [alt]"):
            spoken += [tag.get(name, "") for name in ("aria-label", "title", "alt")]
        titles = {entry["title"] for entry in pages}
        text = " ".join(spoken)
        for title in titles:
            text = text.replace(title, "")
        headings = [h.get_text(" ", strip=True) for h in interface.select("article :is(h2, h3)")]
        for heading in headings:
            text = text.replace(heading.rstrip(" #"), "")
        found += [(page["url"], match.group()) for match in pattern.finditer(text)]
    return found


def test_every_note_leads_to_its_reference_and_back(soups):
    for url, found in soups.items():
        groups = [tag["id"] for tag in found.select("sup.cite")]
        assert len(groups) == len(set(groups)), url
        backs = {tag["href"] for tag in found.select(".references .backs a")}
        assert {f"#{id_}" for id_ in groups} == backs, url
        leads = {tag["href"] for tag in found.select("sup.cite a")}
        references = {f"#{tag['id']}" for tag in found.select("li[id^=ref-]")}
        assert leads <= references, url
        # A number within a range has no link of its own in the text; its reference leads to it.
        assert all(item.select(".backs a") for item in found.select("li[id^=ref-]")), url


def test_the_rule_for_numbers_stands_once_where_there_are_any(soups):
    for url, found in soups.items():
        rules = found.select(".note-key:not([hidden])")
        assert len(rules) == (1 if found.select("li[id^=ref-]") else 0), url


def test_at_most_ten_terms_are_linked_on_a_page_and_none_in_its_lead(soups):
    for url, found in soups.items():
        assert len(found.select("a.term")) <= 10, url
        lead = found.select_one("article .text > p")
        assert not (lead and lead.select("a.term")), url


def test_no_citation_or_placeholder_is_left_unread(soups):
    for url, found in soups.items():
        assert not re.search(r"\[@|\{\{|\}\}|\{ #", found.main.get_text()), url


def test_files_of_material_that_no_page_loads_are_left_out(site):
    shipped = {path.relative_to(site).parts[0] for path in site.iterdir()}
    assert not [path for path in site.rglob("*") if "bundle" in path.name or "lunr" in path.name]
    assert not (site / "search").exists()
    assert "partials" not in shipped


def test_the_404_page_is_norwegian_first_at_the_root_and_english_below(site):
    root_page, english = soup(site / "404.html"), soup(site / "en" / "404.html")
    assert root_page.html["lang"] == "nb"
    assert root_page.main.select_one("[lang=en]").get_text(strip=True).startswith("Page not found")
    assert english.html["lang"] == "en"
    assert "Siden finnes ikke" not in english.main.get_text()
    assert root_page.select_one("a[data-language]")["href"] == "/en/"
    assert english.select_one("a[data-language]")["href"] == "/"


def test_each_language_has_a_search_index_of_its_own(site, pages):
    entry = json.loads((site / "pagefind" / "pagefind-entry.json").read_text(encoding="utf-8"))
    counts = {lang: index["page_count"] for lang, index in entry["languages"].items()}
    assert counts == {lang: sum(page["lang"] == lang for page in pages) for lang in ("nb", "en")}
    assert not list((site / "pagefind").glob("pagefind-ui*"))


def meta(found: BeautifulSoup, name: str) -> str:
    return found.select_one(f"meta[name={name}]")["content"]


def test_every_source_stands_in_one_list_of_sources_in_each_language(site, pages):
    sources = json.loads((site / "data/sources.json").read_text(encoding="utf-8"))
    wanted = sorted(f"source-{each['id']}" for each in sources)
    for lang in ("nb", "en"):
        listed = []
        for page in pages:
            if page["lang"] == lang and page["id"].startswith("sources"):
                html = (site / page["url"] / "index.html").read_text(encoding="utf-8")
                tree = BeautifulSoup(html, "lxml")
                listed += [item["id"] for item in tree.select("[data-list=sources] > li")]
        assert sorted(listed) == wanted, lang


def test_every_publication_stands_in_one_list_in_each_language_and_those_on_the_method_first(
    site, soups, pages
):
    records = json.loads((site / "data/publications.json").read_text(encoding="utf-8"))
    on_method = {"main", "core", "case", "press"}
    first = sorted(each["id"] for each in records if each["relation"] in on_method)
    rest = sorted(each["id"] for each in records if each["relation"] not in on_method)
    for page in pages:
        if page["id"] in ("publications", "publications-later"):
            listed = soups[page["url"]].select("[data-list=publications] > li")
            wanted = first if page["id"] == "publications" else rest
            assert sorted(item["id"] for item in listed) == wanted, page["url"]


def test_the_note_of_a_copy_says_that_it_is_one(site):
    for source in json.loads((site / "data/sources.json").read_text(encoding="utf-8")):
        if source["address"] == "copy":
            assert re.search(r"\bkopi\b", source["note"]["no"], re.IGNORECASE), source["id"]
            assert re.search(r"\bcopy\b", source["note"]["en"], re.IGNORECASE), source["id"]


def test_more_than_three_pages_that_cite_a_source_are_folded(soups):
    for item in soups["kilder/"].select("[data-list=sources] > li"):
        pages = item.select(".entry-meta a")
        assert bool(item.select("details.entry-meta summary")) == (len(pages) > 3), item["id"]
