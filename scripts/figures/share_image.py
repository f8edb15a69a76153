"""The evidence map as the image of link previews (`og:image`) of the site.

Drawn with Pillow and not from the SVG: a build may lack Pango, and no library that it has can
rasterise SVG. 1200 × 630 is the size that Facebook, LinkedIn and others ask for
(Open Graph: `og:image`).
"""

from __future__ import annotations

import io
from collections.abc import Mapping
from functools import cache
from pathlib import Path

from PIL import Image, ImageDraw, ImageFont

from scripts.figures.evidence_map import STATES, EvidenceMap
from scripts.language.messages import Messages

WIDTH, HEIGHT = 1200, 630
# Supersampling factor, for smooth diagonal lines.
SUPERSAMPLING = 2
_MARGIN, _SIDE, _TOP = 60, 190, 236
_CELL_WIDTH, _CELL_HEIGHT, _INSET = 216, 48, 4
_DASH = 6
_PALETTE_NAMES = (
    "strong",
    "text",
    "accent",
    "quiet",
    "edge",
    "paper",
    "party-1",
    "party-2",
    "party-3",
)


def share_image(
    picture: EvidenceMap, title: str, words: Messages, colours: Mapping[str, str], fonts: Path
) -> bytes:
    """The image in one language.

    Args:
        picture: The map from `evidence_map.draw`.
        title: The name of the site in the language.
        words: The messages of the language.
        colours: The colours of the light scheme by name.
        fonts: The folder of the static font files.

    Returns:
        A PNG; equal data give equal bytes.
    """
    image = Image.new("RGB", (WIDTH * SUPERSAMPLING, HEIGHT * SUPERSAMPLING), colours["ground"])
    pen = ImageDraw.Draw(image)

    def write(
        text: str, x: float, y: float, size: int, face: str, colour: str, anchor: str
    ) -> None:
        font = ImageFont.truetype(fonts / f"{face}.ttf", size * SUPERSAMPLING)
        pen.text((x * SUPERSAMPLING, y * SUPERSAMPLING), text, colours[colour], font, anchor)

    def box(state: str, x: float, y: float, width: float, height: float) -> None:
        left, top = (x + _INSET) * SUPERSAMPLING, (y + _INSET) * SUPERSAMPLING
        right, low = (x + width - _INSET) * SUPERSAMPLING, (y + height - _INSET) * SUPERSAMPLING
        if state == "unknown":
            _dashed(pen, left, top, right, low, colours["edge"])
            return
        fill = colours["strong"]
        pen.rectangle((left, top, right, low), fill if state == "independent" else None, fill, 3)
        if state == "party":
            pen.polygon([(left, top), (right, low), (left, low)], fill)

    write(title, _MARGIN, 88, 60, "serif-semibold", "strong", "ls")
    write(words("evidence.title"), _MARGIN, 146, 32, "sans-regular", "text", "ls")
    column_x = {
        head.matter: _MARGIN + _SIDE + number * _CELL_WIDTH
        for number, head in enumerate(picture.heads)
    }
    for matter, x in column_x.items():
        name = words(f"evidence.matter.{matter}")
        write(name, x + _CELL_WIDTH / 2, _TOP - 14, 25, "sans-regular", "quiet", "ms")
    for number, row in enumerate(picture.rows):
        y = _TOP + number * _CELL_HEIGHT
        write(row.record["name"], _MARGIN, y + _CELL_HEIGHT / 2, 28, "sans-bold", "text", "lm")
        for cell in row.cells:
            box(cell.told.state, column_x[cell.matter], y, _CELL_WIDTH, _CELL_HEIGHT)
    legend_x: float = _MARGIN
    for state in STATES:
        box(state, legend_x, 558, 48, 34)
        name = words(f"evidence.short.{state}")
        write(name, legend_x + 58, 575, 25, "sans-regular", "text", "lm")
        legend_x += 58 + pen.textlength(name, _font(fonts, 25)) / SUPERSAMPLING + 44
    return packed(image.resize((WIDTH, HEIGHT), Image.Resampling.BOX), colours, 9)


def packed(image: Image.Image, colours: Mapping[str, str], level: int = 6) -> bytes:
    """An image as a small PNG, with a palette of the site's colours blended with the background.

    Compression level 9 saves a tenth and takes six times as long.
    """
    out = io.BytesIO()
    palette = _palette(tuple(sorted(colours.items())))
    indexed = image.quantize(palette=palette, dither=Image.Dither.NONE)
    indexed.save(out, "PNG", compress_level=level)
    return out.getvalue()


def _font(fonts: Path, size: int) -> ImageFont.FreeTypeFont:
    return ImageFont.truetype(fonts / "sans-regular.ttf", size * SUPERSAMPLING)


def _dashed(
    pen: ImageDraw.ImageDraw, left: float, top: float, right: float, low: float, colour: str
) -> None:
    """A dashed rectangle, which Pillow does not support."""
    step = _DASH * SUPERSAMPLING
    for y in (top, low):
        for start in range(round(left), round(right), 2 * step):
            pen.line((start, y, min(start + step, right), y), colour, 3)
    for x in (left, right):
        for start in range(round(top), round(low), 2 * step):
            pen.line((x, start, x, min(start + step, low)), colour, 3)


@cache
def _palette(frozen: tuple[tuple[str, str], ...]) -> Image.Image:
    """The palette: each colour in steps of opacity over the background, for antialiasing."""
    colours, steps = dict(frozen), 6
    ground = _rgb(colours["ground"])
    components = [
        round(base + (tone - base) * step / steps)
        for name in _PALETTE_NAMES
        for step in range(1, steps + 1)
        for base, tone in zip(ground, _rgb(colours[name]), strict=True)
    ]
    image = Image.new("P", (1, 1))
    image.putpalette([*ground, *components])
    return image


def _rgb(colour: str) -> tuple[int, int, int]:
    digits = colour.lstrip("#")
    if len(digits) == 3:
        digits = "".join(each * 2 for each in digits)
    red, green, blue = (int(digits[start : start + 2], 16) for start in (0, 2, 4))
    return red, green, blue
