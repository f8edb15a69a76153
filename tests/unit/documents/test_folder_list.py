"""The list in a folder tells in order what is read, sent, printed and used, each file once."""

import re

import pytest

from scripts.common.paths import Project
from scripts.content.datasets import load_datasets
from scripts.content.gatherings import gatherings
from scripts.content.pages import load_site
from scripts.content.papers import papers_of
from scripts.documents.catalogue import documents_of, documents_of_paper
from scripts.documents.folder_list import FolderList, span
from scripts.language.locales import ENGLISH, LOCALES, NORWEGIAN
from tests.unit.projects import ROOT

DATA = load_datasets(Project(ROOT))
SITE = load_site(ROOT)
NUMBERS = range(1, 8)


def held(number, locale):
    phase, pages = DATA.records["phases"][number - 1], SITE.by_id(locale)
    tools = [pages[tool["page"]] for tool in DATA.tools_of(phase["id"]) if "page" in tool]
    found = [each for page in (pages[phase["page"]], *tools) for each in documents_of(page)]
    for paper in papers_of(DATA.records, phase["id"]):
        found += documents_of_paper(paper, pages[paper["page"]])
    return list({each.path: each for each in found if each.kind != "folder"}.values())


def lines(number, locale, words):
    page = SITE.by_id(locale)[DATA.records["phases"][number - 1]["page"]]
    said = words[locale.code]
    meetings = gatherings(page, DATA.records, said)
    return [*FolderList(held(number, locale), DATA.records, said).lines(meetings)]


def parts(number, locale, words):
    """The lines of each part by its heading."""
    found = {}
    for line in lines(number, locale, words):
        if line.endswith(":"):
            found[line.rstrip(":")] = last = []
        elif line:
            last.append(line)
    return found


def line_of(part, ending):
    return next(line for line in part if re.match(rf"- \S*{ending}", line))


@pytest.mark.parametrize("locale", LOCALES, ids=lambda locale: locale.code)
@pytest.mark.parametrize("number", NUMBERS)
def test_each_file_of_a_folder_is_told_of_once(number, locale, words):
    told = [line.split()[1] for line in lines(number, locale, words) if line.startswith("- ")]
    assert sorted(told) == sorted(each.path.rpartition("/")[2] for each in held(number, locale))


@pytest.mark.parametrize("locale", LOCALES, ids=lambda locale: locale.code)
@pytest.mark.parametrize("number", NUMBERS)
def test_the_guide_comes_first_then_letters_then_what_is_printed_then_the_day(
    number, locale, words
):
    said, found = words[locale.code], parts(number, locale, words)
    first, ahead, printed, day, *_ = found
    assert (first, ahead, day) == (
        said("folder.first"),
        said("folder.ahead"),
        said("folder.on-day"),
    )
    assert len(found[first]) == 1
    assert line_of(found[ahead], r"(brev|letters)\.docx")
    assert line_of(found[ahead], r"(rolleark|role-sheets)\.pdf")
    fewest, most = SITE.by_id(locale)[DATA.records["phases"][number - 1]["page"]].meta["people"]
    assert f"{fewest}–{most}" in printed
    assert line_of(found[printed], r"(verkstedspakke|workshop-pack)\.pdf")
    assert line_of(found[day], r"(lysbilder|slides)\.pptx")


def test_what_the_agenda_names_is_printed_with_its_size_for_so_many_people(words):
    printed = parts(4, NORWEGIAN, words)["Skriv ut til verkstedet, for 12–24 personer"]
    assert line_of(printed, "to-akser-a3.pdf").endswith("A3, antall: 1")
    assert re.search(r"A[34], antall: 2–4$", line_of(printed, "mandat-for-arbeidsgruppe-ark.pdf"))
    assert "«Til deltakerne», antall: 12–24" in line_of(printed, r"\S*pakke.pdf")
    cards = parts(1, ENGLISH, words)["Print for the workshop, for 8–20 people"]
    assert line_of(cards, "reply-cards.pdf").endswith("A4, copies: 4–10")


def test_what_the_workshop_does_not_use_is_in_another_part(words):
    found = parts(4, NORWEGIAN, words)
    later = found[words["no"]("folder.later")]
    for name in ("idedugnad-ark.pdf", "brukerdialog-ark.pdf", "forslag-a4.pdf"):
        assert line_of(later, name)


def test_what_is_sent_ahead_says_so(words):
    ahead = parts(2, ENGLISH, words)[words["en"]("folder.ahead")]
    for name in ("shared-a4.pdf", "agreement-template-sheet.pdf"):
        assert "send to everyone" in line_of(ahead, name)


def test_on_screen_nothing_is_counted_for_print(words):
    for number in NUMBERS:
        *_, last = parts(number, ENGLISH, words).items()
        assert "screen" in last[0]
        assert not re.search(r"copies|\): \d", " ".join(last[1]))


def test_a_number_is_told_once_where_the_least_is_the_most():
    assert (span(2, 2), span(2, 4)) == ("2", "2–4")
