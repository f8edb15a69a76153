"""The picture that other sites show beside a link to a page: its title, and where it stands.

Drawn by Pillow and not from SVG, for the reasons that `share_image.py` gives, and at the same
size. Everything is in the letters and colours of the site.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cache
from itertools import pairwise
from pathlib import Path

from PIL import Image, ImageDraw, ImageFont

from scripts.content.standing import State
from scripts.figures.icons import Sign, draw_sign
from scripts.figures.phase_wheel import ring
from scripts.figures.share_image import HEIGHT, WIDTH, packed

# Lines aslant are drawn larger and made smaller, so that they are smooth.
_FINE = 3
_MARGIN, _STRIPE = 72, 14
_BESIDE = 384  # the room of a motif beside the title
_GUTTER = 44
_TOP, _FOOT = 124, 506  # the title stands between them
# From the largest down: the first in which a title has at most three lines is taken.
_SIZES = (84, 76, 68, 60, 54, 48, 42, 37)
_LINES = 3
_LEADING = 1.16
_SIGN = 52
# The colours in a form that can be remembered.
_Frozen = tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Card:
    """What is written on a picture, and what is drawn beside it.

    `phases` are how many arrows the wheel has, none for no wheel, and `current` the one that is
    filled; `known` are the matters of a municipality, each with who tells of it.
    """

    title: str
    section: str
    site: str
    phases: int = 0
    current: int = 0
    known: tuple[tuple[str, State, str], ...] = ()


def share_card(card: Card, colours: Mapping[str, str], fonts: Path, sign: Sign) -> bytes:
    """The picture of one page.

    Args:
        card: What it says.
        colours: The colours by name, as on paper.
        fonts: The folder of the typefaces of one weight each.
        sign: The sign of the site, for its form.

    Returns:
        A PNG; the same card gives the same bytes.
    """
    image = Image.new("RGB", (WIDTH, HEIGHT), colours["ground"])
    pen = ImageDraw.Draw(image)
    for number in range(3):
        left, right = WIDTH * number // 3, WIDTH * (number + 1) // 3 - 1
        colour = colours[f"party-{number + 1}"]
        pen.rectangle((left, HEIGHT - _STRIPE, right, HEIGHT), colour)
    has_motif = bool(card.phases or card.known)
    room = WIDTH - 2 * _MARGIN - (_BESIDE + _GUTTER if has_motif else 0)
    font, lines = title_lines(card.title, room, fonts)
    step = font.size * _LEADING
    y = (_TOP + _FOOT) / 2 - step * (len(lines) - 1) / 2
    above = (_MARGIN, round(y - font.size * 0.62 - 34))
    pen.text(above, card.section, colours["accent"], _font(fonts, "sans-bold", 34), "ls")
    for number, line in enumerate(lines):
        # Set by the height of small letters, so that every line is as far from the next.
        at = (_MARGIN, round(y + number * step + font.size * 0.32))
        pen.text(at, line, colours["strong"], font, "ls")
    frozen = tuple(sorted(colours.items()))
    image.paste(_sign(sign, frozen), (_MARGIN, 574 - _SIGN // 2))
    pen.text((_MARGIN + 66, 574), card.site, colours["text"], _font(fonts, "sans-bold", 32), "lm")
    if card.phases:
        place = (WIDTH - _MARGIN - _BESIDE, (HEIGHT - _STRIPE - _BESIDE) // 2)
        image.paste(_wheel(card.phases, card.current, frozen, fonts), place)
    elif card.known:
        _known(pen, card, colours, fonts)
    return packed(image, colours)


def title_lines(title: str, room: float, fonts: Path) -> tuple[ImageFont.FreeTypeFont, list[str]]:
    """A title at the largest size at which it fits, in lines that are about equally long.

    The least size is taken where none fits: then a line may be too long or too many.
    """
    words = title.split()
    for size in _SIZES:
        font = _font(fonts, "serif-semibold", size)
        widths, space = [font.getlength(word) for word in words], font.getlength(" ")
        lines = _broken(widths, space, room)
        if len(lines) <= _LINES and max(widths, default=0) <= room:
            break
    narrow = next(
        width
        for width in range(math.ceil(room / max(len(lines), 1)), math.ceil(room) + 12, 12)
        if len(_broken(widths, space, width)) <= len(lines)
    )
    ends = _broken(widths, space, min(narrow, room))
    return font, [" ".join(words[start:end]) for start, end in pairwise([0, *ends])]


def _broken(widths: list[float], space: float, room: float) -> list[int]:
    """Where lines end: the number of words before each end."""
    ends: list[int] = []
    along = room
    for number, width in enumerate(widths, 1):
        if ends and along + space + width <= room:
            along += space + width
            ends[-1] = number
        else:
            along = width
            ends.append(number)
    return ends


@cache
def _sign(sign: Sign, frozen: _Frozen) -> Image.Image:
    """The sign of the site in the colours of the picture, as the head of each page has it."""
    colours = dict(frozen)
    circles = tuple(
        (x, y, radius, colours[f"party-{party}"])
        for party, (x, y, radius, _) in enumerate(sign.circles, 1)
    )
    own = replace(sign, colour=colours["strong"], circles=circles)
    return draw_sign(own, _SIGN, colours["ground"]).convert("RGB")


@cache
def _wheel(count: int, current: int, frozen: _Frozen, fonts: Path) -> Image.Image:
    """The ring of phases, with the one that the page is about filled."""
    colours, scale = dict(frozen), _BESIDE / 400 * _FINE  # the ring lies in a square of 400
    drawn = Image.new("RGB", (_BESIDE * _FINE,) * 2, colours["ground"])
    pen = ImageDraw.Draw(drawn)
    font = _font(fonts, "serif-semibold", 30 * _FINE)
    for arrow in ring(count):
        is_current = arrow.number == current
        corners = [((x - 200) * scale, (y - 50) * scale) for x, y in arrow.corners]
        pen.polygon(corners, colours["strong" if is_current else "paper"])
        pen.line([*corners, corners[0]], colours["strong"], 2 * _FINE, "curve")
        at = ((arrow.x - 200) * scale, (arrow.y - 50) * scale)
        pen.text(at, str(arrow.number), colours["ground" if is_current else "strong"], font, "mm")
    return drawn.resize((_BESIDE, _BESIDE), Image.Resampling.BOX)


def _known(pen: ImageDraw.ImageDraw, card: Card, colours: Mapping[str, str], fonts: Path) -> None:
    """What is known of a municipality: a box for each matter, with who tells of it."""
    left, step, size = WIDTH - _MARGIN - _BESIDE, 74, 46
    top = round((_TOP + _FOOT - step * len(card.known)) / 2)
    for number, (matter, state, told) in enumerate(card.known):
        y = top + number * step
        box = (left, y, left + size, y + size)
        colour = colours["strong" if state != "unknown" else "edge"]
        pen.rectangle(box, colour if state == "independent" else None, colour, 3)
        if state == "party":
            pen.polygon([box[:2], (box[2], box[3]), (box[0], box[3])], colour)
        face = _font(fonts, "sans-bold", 27)
        pen.text((left + size + 20, y + 12), matter, colours["text"], face, "lm")
        face = _font(fonts, "sans-regular", 25)
        pen.text((left + size + 20, y + 40), told, colours["quiet"], face, "lm")


@cache
def _font(fonts: Path, face: str, size: int) -> ImageFont.FreeTypeFont:
    # Laid out by Pillow itself: what a machine has besides (Raqm) would move letters.
    return ImageFont.truetype(fonts / f"{face}.ttf", size, layout_engine=ImageFont.Layout.BASIC)
