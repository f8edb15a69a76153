"""What is known of the address of a source, from an editor and from the tool."""

import re
from pathlib import Path

import pytest
from bs4 import BeautifulSoup

from scripts.bibliography.export_formats import bibtex, csl_json, ris
from scripts.common.paths import Project
from scripts.content.datasets import load_datasets
from scripts.content.list_parts import is_readable
from scripts.content.source_addresses import (
    AddressState,
    address_states,
    state_of,
    where_it_is_read,
    with_archive,
)
from scripts.content.sources import Source, load_sources
from scripts.web.fragments import Fragments
from tests.unit.projects import ROOT

URL = "https://sted.example/side"
COPY = f"https://web.archive.org/web/20190502101112/{URL}"


def record(**fields):
    return {"id": "a", "URL": URL, "address": "unchecked", **fields}


def row(**fields):
    return {"id": "a", "address": URL, "state": "gone", "tried": "2027-03-03", **fields}


def test_an_address_that_nobody_tried_has_no_state():
    assert state_of(record(), None) == AddressState()


def test_what_the_tool_saw_counts_with_its_day():
    known = state_of(record(), row())
    assert (known.state, known.day, known.failed) == ("gone", "2027-03-03", True)


@pytest.mark.parametrize(
    ("day", "state"), [("2027-03-02", "gone"), ("2027-03-03", "ok"), ("2028-01-01", "ok")]
)
def test_where_an_editor_looked_too_the_later_day_counts(day, state):
    assert state_of(record(address="answers", seen=day), row()).state == state


def test_what_was_seen_of_an_address_that_the_source_had_before_is_nothing():
    old = row(address="https://before.example/", archived=COPY, archived_on="2019-05-02")
    assert state_of(record(), old) == AddressState()


def test_a_copy_that_an_editor_chose_goes_before_that_of_the_tool():
    seen = row(archived=COPY, archived_on="2019-05-02")
    chosen = record(archived="https://arkiv.example/a", archived_on="2015-01-01")
    assert state_of(chosen, seen).archived == "https://arkiv.example/a"
    assert state_of(record(), seen).archived_on == "2019-05-02"


@pytest.mark.parametrize(
    ("state", "failed"),
    [("ok", False), ("moved", False), ("blocked", False), ("gone", True), ("lies", True),
     ("unreachable", True)],
)  # fmt: skip
def test_readers_are_told_only_where_they_do_not_get_to_the_text(state, failed):
    assert AddressState(state).failed is failed


def test_a_reference_file_names_the_copy_in_the_archive():
    item = {"id": "w", "type": "webpage", "title": "T", "language": "nb", "URL": URL}
    kept = with_archive(item, AddressState(archived=COPY, archived_on="2019-05-02"))
    assert f'"archive_location": "{COPY}"' in csl_json(kept)
    assert f"DB  - web.archive.org\r\nAV  - {COPY}\r\n" in ris(kept)
    assert rf"addendum = {{\url{{{COPY}}}}}" in bibtex(kept)
    assert with_archive(item, AddressState()) == with_archive(item, None) == item


def listed(words, code, *states, on_mkm=()):
    """The text of the list of sources, and of its entries, for addresses in these states."""
    rows = [
        {"id": f"s{at}", "evidence": "press", "read": "part", "note": "",
         "address": state, "reference": f"Tittel {at}", "pages": [], "plain": "t", "letter": "t",
         "sort_letter": "t", "shown_letter": "T", "mkm": at in on_mkm}
        for at, state in enumerate(states)
    ]  # fmt: skip
    records = Fragments(Project(ROOT).components, {}, words[code], str, str)
    html = BeautifulSoup(records.render("sources.html", records=rows), "html.parser")
    return html, [" ".join(each.get_text().split()) for each in html.select("li[id]")]


@pytest.mark.parametrize(
    ("code", "gone", "silent", "kept"),
    [
        ("no", "Siden var borte 3. mars 2027.", "Adressen svarte ikke 3. mars 2027.",
         "Arkivkopi fra 2. mai 2019"),
        ("en", "The page was gone on 3 March 2027.", "The link did not work on 3 March 2027.",
         "Archived copy from 2 May 2019"),
    ],
)  # fmt: skip
def test_an_entry_tells_that_its_address_is_gone_and_leads_to_the_copy(
    words, code, gone, silent, kept
):
    html, (first, second) = listed(
        words,
        code,
        AddressState("gone", "2027-03-03", "", COPY, "2019-05-02"),
        AddressState("unreachable", "2027-03-03"),
    )
    assert first.endswith(f"{gone} {kept}")
    assert html.find("a", string=kept)["href"] == COPY
    assert second.endswith(silent)


@pytest.mark.parametrize("code", ["no", "en"])
def test_an_entry_says_nothing_of_an_address_that_is_well_or_untried(words, code):
    states = [AddressState(state, "2027-03-03", "", COPY, "2019-05-02") for state in
              ("ok", "moved", "blocked")]  # fmt: skip
    html, entries = listed(words, code, *states, AddressState(), None)
    assert "web.archive.org" not in str(html)
    assert not [entry for entry in entries if "2027" in entry]


def test_the_list_says_how_many_addresses_were_tried_and_when(words):
    html, _ = listed(words, "no", AddressState("ok", "2027-03-03"), AddressState(), None)
    assert "1 av 2 adresser er prøvd, sist 3. mars 2027." in html.select_one(".count").get_text()
    html, _ = listed(words, "en", AddressState(), None)
    count = html.select_one(".count").get_text()
    assert count.startswith("2 sources. Unless we say otherwise, we have read only a part")
    assert count.endswith("We have not tested the links. If one fails, search for the title.")


def test_sources_on_mkm_stand_first_and_the_letters_lead_through_the_others(words):
    html, _ = listed(words, "no", None, None, None, on_mkm=(1,))
    heads = [head.get_text() for head in html.select("section > h3")]
    assert heads == ["Kilder om MKM", "Andre kilder"]
    assert [each["id"] for each in html.select("li[id]")] == ["source-s1", "source-s0", "source-s2"]
    assert [each["href"] for each in html.select("[data-initials] a")] == ["#source-s0"]


def test_a_group_that_has_no_sources_is_left_out(words):
    html, _ = listed(words, "en", None)
    assert [head.get_text() for head in html.select("section > h3")] == ["Other sources"]


def test_what_publications_on_mkm_rest_on_is_marked_as_such():
    project = Project(ROOT)
    sources = load_sources(project)[0]
    rows = load_datasets(project).records["publications"]
    own = [row for row in rows if row["relation"] in ("main", "core", "case", "press")]
    # What a text is compared with, or who its author is, tells nothing of MKM.
    beside = {"dp-dalby-kkp", "socproj"}
    cited = {id_ for row in own for id_ in row["sources"]} - beside
    assert [id_ for id_ in sorted(cited) if not sources[id_].tells_of_mkm] == []


def test_three_sources_of_research_and_officials_are_on_mkm_as_their_page_says():
    kinds = ("research", "official")
    found = [each.id for each in load_sources(Project(ROOT))[0].values()
             if each.evidence in kinds and each.tells_of_mkm]  # fmt: skip
    assert sorted(found) == ["fagarkiv-nibr", "oda-nibr", "reg-nibr"]


def test_the_file_of_what_was_seen_begins_with_what_it_is():
    assert Path(ROOT, "data/source-addresses.yml").read_text("utf-8").startswith("# Written by")


@pytest.mark.parametrize(
    ("seen", "read_at"),
    [
        ({"state": "ok"}, URL),
        ({"state": "gone"}, "https://b.example/"),
        ({"state": "gone", "archived": COPY, "archived_on": "2019-05-02"}, COPY),
    ],
)
def test_a_text_is_read_where_its_first_source_answers_or_at_a_copy(seen, read_at):
    records = [record(), {"id": "b", "URL": "https://b.example/"}, {"id": "c"}]
    sources = {each["id"]: Source(each["id"], each) for each in records}
    states = address_states(sources, [row(**seen)])
    assert where_it_is_read(["c", "a", "b"], sources, states) == read_at
    assert where_it_is_read(["c"], sources, states) == ""


def test_every_publication_that_can_be_read_leads_to_its_text():
    datasets = load_datasets(Project(ROOT))
    sources, _, _ = load_sources(Project(ROOT))
    states = address_states(sources, datasets.records["source-addresses"])
    readable = [each for each in datasets.records["publications"] if is_readable(each)]
    bare = [each["id"] for each in readable
            if not where_it_is_read(each["sources"], sources, states)]  # fmt: skip
    assert readable
    assert bare == []


@pytest.mark.parametrize("code", ["no", "en"])
def test_a_text_that_a_page_of_publications_leads_to_is_where_its_source_says(code):
    sources, _, _ = load_sources(Project(ROOT))
    known = {source.record.get("URL") for source in sources.values()}
    pages = sorted((ROOT / "docs" / code / "publikasjoner").glob("*.md"))
    led_to = [url for page in pages for url in re.findall(r"\]\((http[^)]+)\)", page.read_text())]
    assert led_to
    assert [url for url in led_to if url not in known] == []
