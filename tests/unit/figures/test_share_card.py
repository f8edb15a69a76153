"""The picture beside a shared link: the whole title, the same bytes, and little to send."""

import io
from dataclasses import replace

import pytest
from PIL import Image

from scripts.common.paths import Project
from scripts.content.pages import load_site
from scripts.figures.icons import LOGO_PATH, read_logo
from scripts.figures.share_card import Card, share_card, title_lines
from scripts.figures.share_image import HEIGHT, WIDTH
from scripts.web.tokens import read_tokens
from tests.unit.projects import ROOT

COLOURS, FONTS = read_tokens(Project(ROOT)).light, Project(ROOT).print_templates / "fonts"
LOGO = read_logo((ROOT / LOGO_PATH).read_text(encoding="utf-8"))
KNOWN = (("Tiltak", "independent", "uavhengig kilde"), ("Kritikk", "unknown", "ikke funnet"))
CARDS = {
    "title": Card("To eller tre parter?", "Metoden", "Modellkommunemetodikken"),
    "phase": Card("Forankring", "Fase 1 av 7", "Modellkommunemetodikken", 7, 1),
    "later phase": Card("Forankring", "Fase 1 av 7", "Modellkommunemetodikken", 7, 2),
    "known": Card("Øvre Eiker", "Kommune", "Modellkommunemetodikken", known=KNOWN),
}


@pytest.fixture(scope="module")
def drawn():
    return {name: share_card(card, COLOURS, FONTS, LOGO) for name, card in CARDS.items()}


def test_a_picture_has_the_size_that_others_ask_for_and_is_quick_to_fetch(drawn):
    for png in drawn.values():
        image = Image.open(io.BytesIO(png))
        assert (image.format, image.size) == ("PNG", (WIDTH, HEIGHT))
        assert len(png) < 25_000


def test_the_same_card_gives_the_same_bytes_and_another_one_others(drawn):
    assert drawn == {name: share_card(card, COLOURS, FONTS, LOGO) for name, card in CARDS.items()}
    assert len(set(drawn.values())) == len(CARDS)


def test_what_is_said_stands_in_the_colours_of_the_site_on_its_ground(drawn):
    image = Image.open(io.BytesIO(drawn["phase"])).convert("RGB")
    assert image.getpixel((4, 4)) == rgb(COLOURS["ground"])
    seen = {colour for _, colour in image.getcolors(10_000)}
    assert {rgb(COLOURS[name]) for name in ("strong", "accent", "text")} <= seen


def test_the_sign_has_its_form_from_the_file_and_its_colours_from_the_picture(drawn):
    image = Image.open(io.BytesIO(drawn["title"])).convert("RGB")
    left, top, scale = 72, 574 - 26, 52 / 32
    for party, (x, y, _, _) in enumerate(LOGO.circles, 1):
        at = (round(left + x * scale), round(top + y * scale))
        assert image.getpixel(at) == rgb(COLOURS[f"party-{party}"])
    small = tuple((x, y, 1.0, colour) for x, y, _, colour in LOGO.circles)
    other = share_card(CARDS["title"], COLOURS, FONTS, replace(LOGO, circles=small))
    assert other != drawn["title"]


def rgb(colour: str) -> tuple[int, ...]:
    return tuple(int(colour[at : at + 2], 16) for at in (1, 3, 5))


@pytest.mark.parametrize("room", [1056, 628])
def test_every_title_of_the_site_stands_whole_in_three_lines(room):
    for page in load_site(ROOT).pages:
        font, lines = title_lines(page.title, room, FONTS)
        assert " ".join(lines).split() == page.title.split()
        assert len(lines) <= 3, page.path
        assert all(font.getlength(line) <= room for line in lines), page.path


def test_a_title_in_several_lines_has_no_word_alone_that_fits_elsewhere():
    _, lines = title_lines("Kartlegging av tjenestene og de som bruker dem", 1056, FONTS)
    lengths = [len(line) for line in lines]
    assert len(lines) == 2
    assert max(lengths) < 1.5 * min(lengths)
