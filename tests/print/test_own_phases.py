"""Everything printed says that the seven phases are this site's own, where a reader sees it."""

import re

import pytest

from scripts.common.paths import Project
from scripts.language.locales import ENGLISH, NORWEGIAN
from scripts.language.messages import load_entries, messages_for
from tests.print.tags import squeezed


@pytest.fixture(scope="module")
def sentence(root):
    entries, _ = load_entries(Project(root))

    def of(name: str) -> str:
        locale = ENGLISH if name.startswith("en/") else NORWEGIAN
        return squeezed(messages_for(entries, locale)("print.own-phases"))

    return of


def pages_with(pdf, text):
    """The numbers of the pages that hold a text, from 1."""
    return [number for number, page in enumerate(pdf.page_texts, 1) if text in page]


def test_every_document_says_it(pdfs, sentence):
    assert len(pdfs) >= 70
    for name, pdf in pdfs.items():
        assert sentence(name) in pdf.text, name


def test_first_pages_say_it_and_so_does_each_sheet_that_is_handed_out_alone(of_kind, sentence):
    for name, pdf in of_kind("-guide.pdf", "veiledning.pdf", "handbook.pdf", "handbok.pdf").items():
        if "role" not in name:
            assert pages_with(pdf, sentence(name))[0] == 1, name
    for name, pdf in of_kind("role-sheets.pdf", "rolleark.pdf").items():
        every = list(range(1, len(pdf.file.pages) + 1))
        assert pages_with(pdf, sentence(name)) == every, name
    for name, pdf in of_kind("workshop-pack.pdf", "verkstedspakke.pdf").items():
        first, *others = pages_with(pdf, sentence(name))
        assert first == 1, name
        heading = "Forparticipants:" if name.startswith("en/") else "Tildeltakerne:"
        # Where a number follows, it says how many of them are printed.
        there = [
            number
            for number in pages_with(pdf, heading)
            if re.search(rf"{heading}\D", pdf.page_texts[number - 1])
        ]
        assert others == there, name


def test_the_heading_of_the_poster_calls_it_a_suggestion_and_not_the_method(of_kind, sentence):
    methods = ("Modellkommunemetodikken", "ModelMunicipalityMethodology")
    for name, pdf in of_kind("plakat-a3.pdf", "poster-a3.pdf").items():
        (title,) = [text for level, text in pdf.headings if level == 1]
        assert "forslag" in title or "suggestion" in title, name
        assert not any(method in title for method in methods), name
        # Read from across a room: next to the heading, and not in small print.
        letters = [char for char in pdf.plumbed.pages[0].chars if char["text"].strip()]
        written = "".join(char["text"] for char in letters)
        at = written.index(sentence(name))
        said = letters[at : at + len(sentence(name))]
        assert min(char["size"] for char in said) >= 18, name
        assert max(char["bottom"] for char in said) < 100 / 25.4 * 72, name
