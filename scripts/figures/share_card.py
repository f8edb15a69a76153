"""The image of link previews (`og:image`) of one page: its title and section.

Drawn with Pillow and not from SVG, for the reasons given in `share_image.py`, and at the same
size, in the fonts and colours of the site.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cache
from itertools import pairwise
from pathlib import Path

from PIL import Image, ImageDraw, ImageFont

from scripts.content.evidence_classes import State
from scripts.figures.icons import Logo, draw_logo
from scripts.figures.phase_wheel import ring
from scripts.figures.share_image import HEIGHT, WIDTH, packed

# Supersampling factor, for smooth diagonal lines.
_SUPERSAMPLING = 3
_MARGIN, _STRIPE = 72, 14
_MOTIF = 384  # the width of a motif beside the title
_GUTTER = 44
_TOP, _FOOT = 124, 506  # the title is centred between them
# Font sizes of the title: the first at which it has at most `_LINES` lines is used.
_SIZES = (84, 76, 68, 60, 54, 48, 42, 37)
_LINES = 3
_LEADING = 1.16
_LOGO_SIZE = 52
# The colours as a hashable value, for @cache.
_Frozen = tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Card:
    """The text of an image, and the motif beside it.

    `phases` is the number of arrows of the wheel (0: no wheel), and `current` the one that is
    filled; `known` are the matters of a municipality, each with the state of its sources and
    the text that describes it.
    """

    title: str
    section: str
    site: str
    phases: int = 0
    current: int = 0
    known: tuple[tuple[str, State, str], ...] = ()


def share_card(card: Card, colours: Mapping[str, str], fonts: Path, logo: Logo) -> bytes:
    """The picture of one page.

    Args:
        card: Its content.
        colours: The colours of the light scheme by name.
        fonts: The folder of the static font files.
        logo: The logo of the site.

    Returns:
        A PNG; equal cards give equal bytes.
    """
    image = Image.new("RGB", (WIDTH, HEIGHT), colours["ground"])
    pen = ImageDraw.Draw(image)
    for number in range(3):
        left, right = WIDTH * number // 3, WIDTH * (number + 1) // 3 - 1
        colour = colours[f"party-{number + 1}"]
        pen.rectangle((left, HEIGHT - _STRIPE, right, HEIGHT), colour)
    has_motif = bool(card.phases or card.known)
    room = WIDTH - 2 * _MARGIN - (_MOTIF + _GUTTER if has_motif else 0)
    font, lines = title_lines(card.title, room, fonts)
    step = font.size * _LEADING
    y = (_TOP + _FOOT) / 2 - step * (len(lines) - 1) / 2
    above = (_MARGIN, round(y - font.size * 0.62 - 34))
    pen.text(above, card.section, colours["accent"], _font(fonts, "sans-bold", 34), "ls")
    for number, line in enumerate(lines):
        # Positioned by the baseline, so that line spacing is constant.
        at = (_MARGIN, round(y + number * step + font.size * 0.32))
        pen.text(at, line, colours["strong"], font, "ls")
    frozen = tuple(sorted(colours.items()))
    image.paste(_logo(logo, frozen), (_MARGIN, 574 - _LOGO_SIZE // 2))
    pen.text((_MARGIN + 66, 574), card.site, colours["text"], _font(fonts, "sans-bold", 32), "lm")
    if card.phases:
        place = (WIDTH - _MARGIN - _MOTIF, (HEIGHT - _STRIPE - _MOTIF) // 2)
        image.paste(_wheel(card.phases, card.current, frozen, fonts), place)
    elif card.known:
        _known(pen, card, colours, fonts)
    return packed(image, colours)


def title_lines(title: str, room: float, fonts: Path) -> tuple[ImageFont.FreeTypeFont, list[str]]:
    """A title at the largest size at which it fits, in lines of about equal length.

    If it fits at no size the smallest is used, and lines may be too long or too many.
    """
    words = title.split()
    for size in _SIZES:
        font = _font(fonts, "serif-semibold", size)
        widths, space = [font.getlength(word) for word in words], font.getlength(" ")
        lines = _line_ends(widths, space, room)
        if len(lines) <= _LINES and max(widths, default=0) <= room:
            break
    narrow = next(
        width
        for width in range(math.ceil(room / max(len(lines), 1)), math.ceil(room) + 12, 12)
        if len(_line_ends(widths, space, width)) <= len(lines)
    )
    ends = _line_ends(widths, space, min(narrow, room))
    return font, [" ".join(words[start:end]) for start, end in pairwise([0, *ends])]


def _line_ends(widths: list[float], space: float, room: float) -> list[int]:
    """Greedy line breaking: for each line, the index of the word after its last."""
    ends: list[int] = []
    line_width = room
    for number, width in enumerate(widths, 1):
        if ends and line_width + space + width <= room:
            line_width += space + width
            ends[-1] = number
        else:
            line_width = width
            ends.append(number)
    return ends


@cache
def _logo(logo: Logo, frozen: _Frozen) -> Image.Image:
    """The logo in the colours of the image, as in the header of each page."""
    colours = dict(frozen)
    circles = tuple(
        (x, y, radius, colours[f"party-{party}"])
        for party, (x, y, radius, _) in enumerate(logo.circles, 1)
    )
    own = replace(logo, colour=colours["strong"], circles=circles)
    return draw_logo(own, _LOGO_SIZE, colours["ground"]).convert("RGB")


@cache
def _wheel(count: int, current: int, frozen: _Frozen, fonts: Path) -> Image.Image:
    """The ring of phases, with the current one filled."""
    colours, scale = dict(frozen), _MOTIF / 400 * _SUPERSAMPLING  # the ring lies in a square of 400
    drawn = Image.new("RGB", (_MOTIF * _SUPERSAMPLING,) * 2, colours["ground"])
    pen = ImageDraw.Draw(drawn)
    font = _font(fonts, "serif-semibold", 30 * _SUPERSAMPLING)
    for arrow in ring(count):
        is_current = arrow.number == current
        corners = [((x - 200) * scale, (y - 50) * scale) for x, y in arrow.corners]
        pen.polygon(corners, colours["strong" if is_current else "paper"])
        pen.line([*corners, corners[0]], colours["strong"], 2 * _SUPERSAMPLING, "curve")
        at = ((arrow.x - 200) * scale, (arrow.y - 50) * scale)
        pen.text(at, str(arrow.number), colours["ground" if is_current else "strong"], font, "mm")
    return drawn.resize((_MOTIF, _MOTIF), Image.Resampling.BOX)


def _known(pen: ImageDraw.ImageDraw, card: Card, colours: Mapping[str, str], fonts: Path) -> None:
    """What is known of a municipality: a box per matter, filled by the state of its sources."""
    left, step, size = WIDTH - _MARGIN - _MOTIF, 74, 46
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
    # Basic layout: with Raqm, which only some machines have, glyph positions would differ.
    return ImageFont.truetype(fonts / f"{face}.ttf", size, layout_engine=ImageFont.Layout.BASIC)
