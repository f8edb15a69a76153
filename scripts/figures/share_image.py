"""The map of evidence as the picture that other sites show beside a link to this one.

Drawn by Pillow and not from the SVG: a build need not have Pango, and no library that it has
turns SVG into pixels. 1200 × 630 is the size that Facebook, LinkedIn and others ask for
(Open Graph: `og:image`).
"""

from __future__ import annotations

import io
from collections.abc import Mapping
from functools import cache
from pathlib import Path

from PIL import Image, ImageDraw, ImageFont

from scripts.figures.evidence_map import STATES, Picture
from scripts.language.messages import Messages

WIDTH, HEIGHT = 1200, 630
# Drawn larger and made smaller, so that slanting lines are smooth.
FINE = 2
_MARGIN, _SIDE, _TOP = 60, 190, 236
_CELL_WIDTH, _CELL_HEIGHT, _INSET = 216, 48, 4
_DASH = 6
_OWN = ("strong", "text", "accent", "quiet", "edge", "paper", "party-1", "party-2", "party-3")


def share_image(
    picture: Picture, title: str, words: Messages, colours: Mapping[str, str], fonts: Path
) -> bytes:
    """The picture of one language.

    Args:
        picture: What is known, of `evidence_map.draw`.
        title: What the site is called in the language.
        words: The messages of the language.
        colours: The colours by name, as on paper.
        fonts: The folder of the typefaces of one weight each.

    Returns:
        A PNG; the same data give the same bytes.
    """
    image = Image.new("RGB", (WIDTH * FINE, HEIGHT * FINE), colours["ground"])
    pen = ImageDraw.Draw(image)

    def write(
        text: str, x: float, y: float, size: int, face: str, colour: str, anchor: str
    ) -> None:
        font = ImageFont.truetype(fonts / f"{face}.ttf", size * FINE)
        pen.text((x * FINE, y * FINE), text, colours[colour], font, anchor)

    def box(state: str, x: float, y: float, width: float, height: float) -> None:
        left, top = (x + _INSET) * FINE, (y + _INSET) * FINE
        right, low = (x + width - _INSET) * FINE, (y + height - _INSET) * FINE
        if state == "unknown":
            _dashed(pen, left, top, right, low, colours["edge"])
            return
        fill = colours["strong"]
        pen.rectangle((left, top, right, low), fill if state == "independent" else None, fill, 3)
        if state == "party":
            pen.polygon([(left, top), (right, low), (left, low)], fill)

    write(title, _MARGIN, 88, 60, "serif-semibold", "strong", "ls")
    write(words("evidence.title"), _MARGIN, 146, 32, "sans-regular", "text", "ls")
    across = {
        head.matter: _MARGIN + _SIDE + number * _CELL_WIDTH
        for number, head in enumerate(picture.heads)
    }
    for matter, x in across.items():
        name = words(f"evidence.matter.{matter}")
        write(name, x + _CELL_WIDTH / 2, _TOP - 14, 25, "sans-regular", "quiet", "ms")
    for number, row in enumerate(picture.rows):
        y = _TOP + number * _CELL_HEIGHT
        write(row.record["name"], _MARGIN, y + _CELL_HEIGHT / 2, 28, "sans-bold", "text", "lm")
        for cell in row.cells:
            box(cell.told.state, across[cell.matter], y, _CELL_WIDTH, _CELL_HEIGHT)
    along: float = _MARGIN
    for state in STATES:
        box(state, along, 558, 48, 34)
        name = words(f"evidence.short.{state}")
        write(name, along + 58, 575, 25, "sans-regular", "text", "lm")
        along += 58 + pen.textlength(name, _font(fonts, 25)) / FINE + 44
    return packed(image.resize((WIDTH, HEIGHT), Image.Resampling.BOX), colours, 9)


def packed(image: Image.Image, colours: Mapping[str, str], level: int = 6) -> bytes:
    """A picture as a small PNG: of few colours, those of the site and the steps to its ground.

    Level 9 saves a tenth and takes six times as long.
    """
    out = io.BytesIO()
    palette = _palette(tuple(sorted(colours.items())))
    few = image.quantize(palette=palette, dither=Image.Dither.NONE)
    few.save(out, "PNG", compress_level=level)
    return out.getvalue()


def _font(fonts: Path, size: int) -> ImageFont.FreeTypeFont:
    return ImageFont.truetype(fonts / "sans-regular.ttf", size * FINE)


def _dashed(
    pen: ImageDraw.ImageDraw, left: float, top: float, right: float, low: float, colour: str
) -> None:
    """An edge of dashes: Pillow draws whole lines only."""
    step = _DASH * FINE
    for y in (top, low):
        for at in range(round(left), round(right), 2 * step):
            pen.line((at, y, min(at + step, right), y), colour, 3)
    for x in (left, right):
        for at in range(round(top), round(low), 2 * step):
            pen.line((x, at, x, min(at + step, low)), colour, 3)


@cache
def _palette(frozen: tuple[tuple[str, str], ...]) -> Image.Image:
    """The few colours of a picture: its own, and the steps from each to the ground."""
    colours, steps = dict(frozen), 6
    ground = _rgb(colours["ground"])
    found = [
        round(base + (tone - base) * step / steps)
        for name in _OWN
        for step in range(1, steps + 1)
        for base, tone in zip(ground, _rgb(colours[name]), strict=True)
    ]
    image = Image.new("P", (1, 1))
    image.putpalette([*ground, *found])
    return image


def _rgb(colour: str) -> tuple[int, int, int]:
    digits = colour.lstrip("#")
    if len(digits) == 3:
        digits = "".join(each * 2 for each in digits)
    red, green, blue = (int(digits[at : at + 2], 16) for at in (0, 2, 4))
    return red, green, blue
