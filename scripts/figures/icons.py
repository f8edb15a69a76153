"""The sign and the icons of the site as pixels, for what cannot draw SVG: from the sign alone.

`sign.svg` is the source of them all, its form and its colours. Safari before 26, older browsers
and what asks for /favicon.ico by itself show the icons.
"""

from __future__ import annotations

import io
import re
from dataclasses import dataclass

from lxml import etree
from PIL import Image, ImageDraw

# Where it lies in the project.
SIGN = "docs/assets/images/sign.svg"
# The sign is drawn in a square of 32.
_SQUARE, _FINE = 32, 8
_RULE = re.compile(r"(path|\.\w+)\{([^}]*)\}")
_COLOUR = re.compile(r"(fill|stroke|stroke-width):(#\w+|[\d.]+)")
_SVG = "{http://www.w3.org/2000/svg}"


@dataclass(frozen=True)
class Sign:
    """The ring (radius, width of its line, colour, dash, gap and their turn) and the circles."""

    radius: float
    width: float
    colour: str
    dash: float
    gap: float
    offset: float
    length: float
    circles: tuple[tuple[float, float, float, str], ...]


def read_sign(svg: str) -> Sign:
    """The sign in its light colours.

    Raises:
        ValueError: it is drawn in another way than is known here.
    """
    try:
        root = etree.fromstring(svg.encode())
        light = str(root.findtext(f"{_SVG}style")).partition("@media")[0]
        rules = {name: dict(_COLOUR.findall(rule)) for name, rule in _RULE.findall(light)}
        ring, style = root.find(f"{_SVG}path"), rules["path"]
        dash, gap = map(float, ring.get("stroke-dasharray").split())
        return Sign(
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
    except (etree.XMLSyntaxError, KeyError, TypeError, AttributeError) as fault:
        raise ValueError("sign.svg is drawn in a way that icons.py does not know") from fault


def icon(sign: Sign) -> bytes:
    """32 pixels on nothing, for tabs and lists."""
    out = io.BytesIO()
    draw_sign(sign, 32).quantize(48, Image.Quantize.FASTOCTREE).save(out, "PNG", optimize=True)
    return out.getvalue()


def favicon(sign: Sign) -> bytes:
    """A file of two sizes, for what asks for /favicon.ico by itself."""
    large, small = draw_sign(sign, 32), draw_sign(sign, 16)
    out = io.BytesIO()
    large.save(out, "ICO", sizes=[(16, 16), (32, 32)], append_images=[small])
    return out.getvalue()


def touch_icon(sign: Sign, ground: str) -> bytes:
    """180 pixels on the ground of the site, with the edge that phones round off."""
    out = io.BytesIO()
    draw_sign(sign, 180, ground, 17).quantize(32).save(out, "PNG", optimize=True)
    return out.getvalue()


def draw_sign(sign: Sign, size: int, ground: str | None = None, edge: int = 0) -> Image.Image:
    """The sign in a square of `size` pixels, on a ground or on nothing, with an edge around it."""
    whole = (size - 2 * edge) * _FINE
    scale, middle = whole / _SQUARE, whole / 2
    image = Image.new("RGBA", (size * _FINE,) * 2, ground or "#0000")
    pen = ImageDraw.Draw(image)
    shift = edge * _FINE

    def box(x: float, y: float, radius: float) -> tuple[float, float, float, float]:
        x, y, r = x * scale + shift, y * scale + shift, radius * scale
        return x - r, y - r, x + r, y + r

    degrees = 360 / sign.length
    outer = sign.radius + sign.width / 2
    at = -sign.offset
    while at < sign.length - sign.offset - 0.01:
        start = at * degrees - 90
        ring = box(middle / scale, middle / scale, outer)
        pen.arc(ring, start, start + sign.dash * degrees, sign.colour, round(sign.width * scale))
        at += sign.dash + sign.gap
    for x, y, radius, colour in sign.circles:
        pen.ellipse(box(x, y, radius), colour)
    return image.resize((size, size), Image.Resampling.BOX)
