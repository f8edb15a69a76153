"""Rasterises the logo, for the icons of the site and for other bitmaps.

`sign.svg` is the only source of shape and colours. The icons are for Safari before 26, older
browsers, and clients that request /favicon.ico on their own.
"""

from __future__ import annotations

import io
import re
from dataclasses import dataclass

from lxml import etree
from PIL import Image, ImageDraw

# The path of the logo in the project.
LOGO_PATH = "docs/assets/images/sign.svg"
# The size of its view box, and the supersampling factor.
_VIEW_BOX, _SUPERSAMPLING = 32, 8
_RULE = re.compile(r"(path|\.\w+)\{([^}]*)\}")
_COLOUR = re.compile(r"(fill|stroke|stroke-width):(#\w+|[\d.]+)")
_SVG = "{http://www.w3.org/2000/svg}"


@dataclass(frozen=True)
class Logo:
    """The dashed ring (SVG stroke attributes) and the circles (x, y, radius, colour)."""

    radius: float
    width: float
    colour: str
    dash: float
    gap: float
    offset: float
    length: float
    circles: tuple[tuple[float, float, float, str], ...]


def read_logo(svg: str) -> Logo:
    """Parse the logo in its light colours.

    Raises:
        ValueError: the SVG has an unsupported structure.
    """
    try:
        root = etree.fromstring(svg.encode())
        light = str(root.findtext(f"{_SVG}style")).partition("@media")[0]
        rules = {name: dict(_COLOUR.findall(rule)) for name, rule in _RULE.findall(light)}
        ring, style = root.find(f"{_SVG}path"), rules["path"]
        dash, gap = map(float, ring.get("stroke-dasharray").split())
        return Logo(
            radius=float(re.search(r"a([\d.]+) ", ring.get("d"))[1]),  # type: ignore[index]
            width=float(style["stroke-width"]),
            colour=style["stroke"],
            dash=dash,
            gap=gap,
            offset=float(ring.get("stroke-dashoffset")),
            length=float(ring.get("pathLength")),
            circles=tuple(
                (
                    *(float(each.get(name)) for name in ("cx", "cy", "r")),
                    rules[f".{each.get('class')}"]["fill"],
                )
                for each in root.findall(f"{_SVG}circle")
            ),
        )
    except (etree.XMLSyntaxError, KeyError, TypeError, AttributeError) as error:
        raise ValueError("sign.svg is drawn in a way that icons.py does not know") from error


def icon(logo: Logo) -> bytes:
    """A PNG of 32 px on a transparent background, for tabs and bookmarks."""
    out = io.BytesIO()
    draw_logo(logo, 32).quantize(48, Image.Quantize.FASTOCTREE).save(out, "PNG", optimize=True)
    return out.getvalue()


def favicon(logo: Logo) -> bytes:
    """An ICO of 16 and 32 px, for clients that request /favicon.ico on their own."""
    large, small = draw_logo(logo, 32), draw_logo(logo, 16)
    out = io.BytesIO()
    large.save(out, "ICO", sizes=[(16, 16), (32, 32)], append_images=[small])
    return out.getvalue()


def touch_icon(logo: Logo, ground: str) -> bytes:
    """A PNG of 180 px on the background of the site, with padding for rounded corners."""
    out = io.BytesIO()
    draw_logo(logo, 180, ground, 17).quantize(32).save(out, "PNG", optimize=True)
    return out.getvalue()


def draw_logo(logo: Logo, size: int, ground: str | None = None, padding: int = 0) -> Image.Image:
    """The logo in a square of `size` px, on a colour or transparent, with padding around it."""
    side = (size - 2 * padding) * _SUPERSAMPLING
    scale, middle = side / _VIEW_BOX, side / 2
    image = Image.new("RGBA", (size * _SUPERSAMPLING,) * 2, ground or "#0000")
    pen = ImageDraw.Draw(image)
    shift = padding * _SUPERSAMPLING

    def box(x: float, y: float, radius: float) -> tuple[float, float, float, float]:
        x, y, r = x * scale + shift, y * scale + shift, radius * scale
        return x - r, y - r, x + r, y + r

    degrees = 360 / logo.length
    outer = logo.radius + logo.width / 2
    position = -logo.offset  # along the path, in units of its pathLength
    while position < logo.length - logo.offset - 0.01:
        start = position * degrees - 90
        ring = box(middle / scale, middle / scale, outer)
        pen.arc(ring, start, start + logo.dash * degrees, logo.colour, round(logo.width * scale))
        position += logo.dash + logo.gap
    for x, y, radius, colour in logo.circles:
        pen.ellipse(box(x, y, radius), colour)
    return image.resize((size, size), Image.Resampling.BOX)
