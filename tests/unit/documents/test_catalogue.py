"""Which files each page offers, and the names that stay."""

import pytest

from scripts.common.paths import Project
from scripts.content.datasets import load_datasets
from scripts.content.pages import load_site
from scripts.documents.catalogue import documents, documents_of, documents_of_paper
from scripts.documents.listed import files_of_phases, rows
from scripts.language.locales import ENGLISH, LOCALES, NORWEGIAN
from scripts.language.messages import load_entries, messages_for


@pytest.fixture(scope="module")
def site(root):
    return load_site(root)


@pytest.fixture(scope="module")
def entries(root):
    found, problems = load_entries(Project(root))
    assert not problems
    return found


def paths(page):
    return [document.path for document in documents_of(page)]


def test_files_of_a_phase_are_named_by_its_number_and_its_address(site):
    assert paths(site.by_id(NORWEGIAN)["phase-1-anchoring"]) == [
        "trykk/fase-1-forankring-veiledning.pdf",
        "trykk/fase-1-forankring-verkstedspakke.pdf",
        "trykk/fase-1-forankring-rolleark.pdf",
        "trykk/forankring-verksted.docx",
        "trykk/forankring-lysbilder.pptx",
        "trykk/forankring-brev.docx",
        "trykk/fase-1-forankring-alt.zip",
        "trykk/fase-1-forankring-kort-mote.pdf",
        "trykk/forankring-kort-mote.docx",
        "trykk/forankring-kort-mote-lysbilder.pptx",
        "trykk/forankring-kort-mote-brev.docx",
        "trykk/fase-1-forankring-skjermmote.pdf",
        "trykk/forankring-skjermmote.docx",
        "trykk/forankring-skjermmote-lysbilder.pptx",
        "trykk/forankring-skjermmote-brev.docx",
    ]
    assert paths(site.by_id(ENGLISH)["phase-1-anchoring"]) == [
        "en/print/phase-1-anchoring-guide.pdf",
        "en/print/phase-1-anchoring-workshop-pack.pdf",
        "en/print/phase-1-anchoring-role-sheets.pdf",
        "en/print/anchoring-workshop.docx",
        "en/print/anchoring-slides.pptx",
        "en/print/anchoring-letters.docx",
        "en/print/phase-1-anchoring-everything.zip",
        "en/print/phase-1-anchoring-short-meeting.pdf",
        "en/print/anchoring-short-meeting.docx",
        "en/print/anchoring-short-meeting-slides.pptx",
        "en/print/anchoring-short-meeting-letters.docx",
        "en/print/phase-1-anchoring-screen-meeting.pdf",
        "en/print/anchoring-screen-meeting.docx",
        "en/print/anchoring-screen-meeting-slides.pptx",
        "en/print/anchoring-screen-meeting-letters.docx",
    ]


def test_files_of_a_tool_are_named_by_its_address(site):
    assert paths(site.by_id(NORWEGIAN)["tool-stakeholder-map"]) == [
        "trykk/partskart-ark.pdf",
        "trykk/partskart-skjema.docx",
    ]
    assert paths(site.by_id(ENGLISH)["tool-stakeholder-map"]) == [
        "en/print/stakeholder-map-sheet.pdf",
        "en/print/stakeholder-map-form.docx",
    ]


def test_the_overview_of_phases_offers_what_holds_everything(site):
    assert paths(site.by_id(NORWEGIAN)["phases"]) == [
        "trykk/handbok.pdf",
        "trykk/plakat-a3.pdf",
        "trykk/mkm-regneark.xlsx",
    ]
    assert paths(site.by_id(ENGLISH)["phases"]) == [
        "en/print/handbook.pdf",
        "en/print/poster-a3.pdf",
        "en/print/mkm-workbook.xlsx",
    ]


def test_the_page_on_archives_offers_the_whole_site_as_a_book(site):
    assert paths(site.by_id(NORWEGIAN)["archive"]) == ["trykk/modellkommunemetodikken.epub"]
    assert paths(site.by_id(ENGLISH)["archive"]) == ["en/print/model-municipality-methodology.epub"]


@pytest.fixture(scope="module")
def papers(root):
    return load_datasets(Project(root)).records["papers"]


def test_a_paper_to_write_in_has_a_word_file_and_wall_and_cards_have_their_own(site, papers):
    by_id = {paper["id"]: paper for paper in papers}
    page = site.by_id(ENGLISH)["workshop-papers"]
    assert [file.path for file in documents_of_paper(by_id["shared-sheet"], page)] == [
        "en/print/shared-a4.pdf",
        "en/print/shared-a4.docx",
    ]
    assert [file.path for file in documents_of_paper(by_id["finger-scale"], page)] == [
        "en/print/finger-scale-a3.pdf",
        "en/print/finger-scale-cards.pdf",
    ]


def test_papers_are_listed_together_and_each_says_which_it_is(site, papers, entries):
    words = messages_for(entries, NORWEGIAN)
    listed = rows(documents(site, NORWEGIAN, papers), words)
    found = [row for row in listed if row["group"] == "Ark til verkstedene"]
    after = listed[listed.index(found[-1]) + 1 :]
    assert listed[listed.index(found[0]) : -len(after)] == found
    assert {row["group"] for row in after} == {"Ett ark å dele ut"}
    assert [row["name"] for row in found][:2] == [
        "Hvor står dere? – ark i A4",
        "Hvor står dere? – ark til å fylle ut",
    ]


def test_a_size_of_paper_keeps_its_capital_inside_a_name(site, papers, entries):
    listed = rows(documents(site, ENGLISH, papers), messages_for(entries, ENGLISH))
    names = [row["name"] for row in listed if row["group"] == "Workshop papers"]
    assert names[:2] == ["Where do you stand? – A4 sheet", "Where do you stand? – sheet to fill in"]


def test_the_leaflets_of_all_readers_are_listed_last_and_each_says_whose_it_is(site, entries):
    listed = rows(documents(site, NORWEGIAN), messages_for(entries, NORWEGIAN))
    names = [row["name"] for row in listed if row["group"] == "Ett ark å dele ut"]
    assert names == [row["name"] for row in listed[-len(names) :]]
    assert names[:2] == ["MKM på én side – på ett ark", "For tillitsvalgte og ansatte – på ett ark"]


def test_other_pages_offer_nothing(site):
    assert paths(site.by_id(NORWEGIAN)["home"]) == []


def test_no_two_documents_have_one_name_and_all_kinds_are_in_both_languages(site, papers):
    kinds = []
    for locale in LOCALES:
        found = documents(site, locale, papers)
        names = [document.path for document in found]
        assert len(names) == len(set(names))
        kinds.append([(document.kind, document.page.key) for document in found])
    assert sorted(kinds[0]) == sorted(kinds[1])


def test_documents_are_listed_under_everything_the_phases_in_order_and_the_tools(site, entries):
    words = messages_for(entries, NORWEGIAN)
    listed = rows(documents(site, NORWEGIAN), words)
    groups = list(dict.fromkeys(row["group"] for row in listed))
    assert groups[:3] == ["Alt samlet", "Fase 1: Forankring", "Fase 2: Avtale"]
    assert [row["order"] for row in listed] == sorted(row["order"] for row in listed)
    formats = {"PDF", "Word", "PowerPoint", "Excel", "zip", "EPUB"}
    assert {row["format"] for row in listed} == formats


def test_a_list_of_all_files_has_each_group_in_one_set_and_papers_with_the_tools(
    site, papers, entries
):
    listed = rows(documents(site, NORWEGIAN, papers), messages_for(entries, NORWEGIAN))
    sets = {}
    for row in listed:
        sets.setdefault(row["group"], set()).add(row["set"])
    assert all(len(found) == 1 for found in sets.values())
    assert sets["Fase 1: Forankring"] == {"phases"}
    assert sets["Partskart"] == sets["Ark til verkstedene"] == {"tools"}
    assert sets["Alt samlet"] == sets["Ett ark å dele ut"] == {"whole"}


def test_every_phase_has_the_same_files_for_its_workshop(site, papers, entries):
    listed = rows(documents(site, NORWEGIAN, papers), messages_for(entries, NORWEGIAN))
    of_phases = {}
    for row in files_of_phases(listed):
        of_phases.setdefault(row["group"], []).append(row["kind"])
    assert len(of_phases) == 7
    assert {tuple(kinds) for kinds in of_phases.values()} == {
        ("guide", "pack", "roles", "workshop", "slides", "folder")
    }
