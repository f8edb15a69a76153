"""Phases and tools lead to each other on the built pages, in both languages."""

import yaml
from bs4 import BeautifulSoup

PHASE = "phase-1-anchoring"


def soup(site, page):
    return BeautifulSoup((site / page["url"] / "index.html").read_text(encoding="utf-8"), "lxml")


def test_every_phase_page_offers_its_tools_and_every_tool_page_its_phases(root, site, pages):
    tools = yaml.safe_load((root / "data/tools.yml").read_text(encoding="utf-8"))
    titles = {(page["lang"], page["id"]): page["title"] for page in pages}
    for page in pages:
        if page["kind"] == "phase":
            listed = soup(site, page).select("[data-list=tools] .entry a")
            expected = [
                titles[page["lang"], tool["page"]] for tool in tools if page["id"] in tool["phases"]
            ]
            assert expected
            assert [link.get_text() for link in listed] == expected, page["url"]
        if page["kind"] == "tool":
            (tool,) = [each for each in tools if each["page"] == page["id"]]
            box = [link.get_text() for link in soup(site, page).select(".facts a:not(.term)")]
            expected = [titles[page["lang"], phase] for phase in tool["phases"]]
            assert [text for text in box if text in expected] == expected, page["url"]


def test_the_wheel_names_every_phase_and_leads_to_its_page(site, pages):
    for lang in ("nb", "en"):
        phases = [page for page in pages if page["kind"] == "phase" and page["lang"] == lang]
        (overview,) = [page for page in pages if page["id"] == "phases" and page["lang"] == lang]
        wheel = soup(site, overview).select_one("[data-list=phase-wheel]")
        links = [link["href"] for link in wheel.select("a.phase")]
        assert len(links) == len(phases) == 7
        assert {link.strip("./") for link in links} == {
            page["url"].strip("/").rsplit("/", 1)[-1] for page in phases
        }


def test_every_phase_says_that_the_division_is_the_sites_own(site, pages):
    for page in pages:
        if page["kind"] == "phase":
            own = {"nb": "vår egen inndeling", "en": "our own division"}[page["lang"]]
            assert soup(site, page).select_one(".kicker").get_text().endswith(own), page["url"]


def test_records_of_tools_are_in_the_catalogue_of_pages(root, pages):
    tools = yaml.safe_load((root / "data/tools.yml").read_text(encoding="utf-8"))
    ids = {page["id"] for page in pages if page["kind"] == "tool"}
    assert {tool["page"] for tool in tools} == ids


def test_the_list_of_tools_says_in_which_phase_each_is_used(site, pages):
    for lang, first, two in (
        ("nb", "Fase 1 ·", "Fase 2 og 3 ·"),
        ("en", "Phase 1 ·", "Phases 2 and 3 ·"),
    ):
        (overview,) = [page for page in pages if page["id"] == "tools" and page["lang"] == lang]
        small = soup(site, overview).select("[data-list=tools] small")
        lines = [each.get_text().replace("\N{NO-BREAK SPACE}", " ") for each in small]
        assert lines[0].startswith(first)
        assert [line for line in lines if line.startswith(two)], lines


def test_the_list_of_tools_says_when_to_take_each_out_and_a_phase_does_not(root, site, pages):
    tools = yaml.safe_load((root / "data/tools.yml").read_text(encoding="utf-8"))
    for lang, code in (("nb", "no"), ("en", "en")):
        (overview,) = [page for page in pages if page["id"] == "tools" and page["lang"] == lang]
        said = [each.get_text() for each in soup(site, overview).select("[data-list=tools] li")]
        for tool, text in zip(tools, said, strict=True):
            assert f"{tool['summary'][code]} {tool['when'][code]}" in " ".join(text.split())
        # A phase's own steps tell when.
        (phase,) = [page for page in pages if page["id"] == PHASE and page["lang"] == lang]
        listed = soup(site, phase).select_one("[data-list=tools]").get_text()
        assert not [tool for tool in tools if tool["when"][code] in listed]


def test_files_of_tools_are_listed_in_the_order_of_the_phases_in_both_languages(root, site, pages):
    tools = yaml.safe_load((root / "data/tools.yml").read_text(encoding="utf-8"))
    for page in pages:
        if page["id"] == "print":
            heads = [each["id"] for each in soup(site, page).select(".all-downloads h4")]
            listed = [each for each in heads if each.startswith("files-tool-")]
            assert listed == [f"files-{tool['page']}" for tool in tools], page["url"]
