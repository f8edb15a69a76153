"""Text becomes slides: no point outside its slide, no slide with a line alone."""

from io import BytesIO

import pytest
from pptx import Presentation

from scripts.common.paths import Project
from scripts.documents.pptx.writer import deck_pptx
from scripts.documents.slide_points import BODY_HEIGHT, SIZES, height, sentences
from scripts.documents.slides import REFERENCE_SIZES, Deck, Slide, split
from scripts.language.locales import NORWEGIAN
from scripts.web.tokens import read_tokens
from tests.unit.projects import ROOT

LINE = "Et punkt som er omtrent så langt som en vanlig setning på et lysbilde, og litt til."


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Les lappene høyt. Velg to.", ["Les lappene høyt.", "Velg to."]),
        ("Møt kl. 9. Ta med penn.", ["Møt kl. 9.", "Ta med penn."]),
        ("Se f.eks. Steinkjer.", ["Se f.eks. Steinkjer."]),
        ("Hvem mangler? «Vi». Si det.", ["Hvem mangler?", "«Vi».", "Si det."]),
        ("Uten punktum", ["Uten punktum"]),
        ("", []),
    ],
)
def test_a_text_is_cut_into_its_sentences(text, wanted):
    assert sentences(text) == wanted


def test_what_is_short_is_set_large():
    assert Slide("T", ("Kort.",)).size == SIZES[0]
    assert Slide("T", (LINE,) * 5).size < SIZES[0]


def test_points_without_room_go_on_on_slides_that_are_about_equally_full():
    slides = split(Slide("Tittel", (LINE,) * 11))
    assert len(slides) > 1
    counts = [len(slide.points) for slide in slides]
    assert max(counts) - min(counts) <= 1
    assert [point for slide in slides for point in slide.points] == [LINE] * 11
    assert [slide.title for slide in slides] == [
        f"Tittel ({number}/{len(slides)})" for number in range(1, len(slides) + 1)
    ]
    for slide in slides:
        assert height(slide.points, slide.size) <= BODY_HEIGHT


def test_without_points_there_is_no_slide():
    assert split(Slide("Tom", ())) == []


def test_references_are_small_on_every_slide():
    slides = split(Slide("Kilder", (LINE * 3,) * 9, sizes=REFERENCE_SIZES))
    assert {slide.size for slide in slides} == {REFERENCE_SIZES[0]}


def test_what_is_for_whoever_leads_is_passed_over_when_slides_are_shown(words):
    slides = (Slide("Husk", ("Ta med penn.",), hidden=True), Slide("Takk", ("For i dag.",)))
    deck = Deck("Tittel", "Spørsmål", NORWEGIAN, "MKM", "https://example.org/", slides)
    made = deck_pptx(deck, words["no"], read_tokens(Project(ROOT)))
    shown = [each.element.get("show") for each in Presentation(BytesIO(made)).slides]
    assert shown == [None, "0", None]


def test_a_hidden_slide_that_is_split_is_hidden_as_a_whole():
    assert all(each.hidden for each in split(Slide("Husk", (LINE,) * 11, hidden=True)))
