"""An empty 16:9 presentation with the site's colours and four layouts.

Everything that slides share is in the master and the layouts, so that users of a file can change
it there.
"""

from __future__ import annotations

from functools import cache
from io import BytesIO
from typing import Any

from lxml import etree
from pptx import Presentation
from pptx.oxml.ns import qn
from pptx.presentation import Presentation as Slides
from pptx.util import Emu, Pt

from scripts.documents.zip_file import EPOCH
from scripts.web.tokens import Tokens

# Available everywhere, or as a metric-compatible font (Liberation Sans); the site's own fonts
# would have to be installed on every machine that shows the slides.
FONT = "Arial"
WIDTH, HEIGHT = Pt(960), Pt(540)
TITLE_SLIDE, POINTS, POINTS_AND_FOOT, TITLE_ONLY = range(4)
# The four of the eleven layouts in python-pptx's template that are kept, in our order.
_KEPT = ("Title Slide", "Title and Content", "Content with Caption", "Title Only")
_LEFT, _WIDTH = 50, 860
# The positions of placeholders (left, top, width, height in points) by layout and index.
_TITLE = (_LEFT, 28, _WIDTH, 92)
_BODY = (_LEFT, 132, _WIDTH, 336)
_PLACES: dict[int, dict[int, tuple[int, int, int, int]]] = {
    TITLE_SLIDE: {0: (_LEFT, 130, _WIDTH, 130), 1: (_LEFT, 280, _WIDTH, 130)},
    POINTS: {0: _TITLE, 1: _BODY},
    POINTS_AND_FOOT: {0: _TITLE, 1: (_LEFT, 132, _WIDTH, 302), 2: (_LEFT, 440, _WIDTH, 52)},
    TITLE_ONLY: {0: _TITLE},
}
# The footer of each slide: the publisher, and the slide number.
_FOOTER, _NUMBER = (_LEFT, 500, 700, 26), (810, 500, 100, 26)
# Theme colour -> name of a colour token in overrides/tokens.css.
_COLOURS = {"dk1": "text", "dk2": "strong", "accent1": "link", "hlink": "link", "folHlink": "link"}


def new_slides(tokens: Tokens) -> Slides:
    """An empty presentation in the light colours of the project."""
    return Presentation(BytesIO(_base(tokens)))


@cache
def _base(tokens: Tokens) -> bytes:
    presentation = Presentation()
    presentation.slide_width, presentation.slide_height = WIDTH, HEIGHT
    _keep_layouts(presentation)
    _set_theme(presentation, tokens)
    _place(presentation.slide_master, {0: _TITLE, 1: _BODY})
    _style_master(presentation.slide_master)
    for number, layout in enumerate(presentation.slide_layouts):
        layout.name = layout.name
        _place(layout, _PLACES[number])
        _style_layout(layout, number)
    _draw_edge(presentation.slide_master)
    presentation.core_properties.created = presentation.core_properties.modified = EPOCH
    saved = BytesIO()
    presentation.save(saved)
    return saved.getvalue()


def _keep_layouts(presentation: Slides) -> None:
    layouts = presentation.slide_layouts
    for layout in list(layouts):
        if layout.name not in _KEPT:
            layouts.remove(layout)
    ids = presentation.slide_master.element.find(qn("p:sldLayoutIdLst"))
    by_name = {layout.name: element for layout, element in zip(layouts, list(ids), strict=True)}
    for name in _KEPT:
        ids.append(by_name[name])


def _set_theme(presentation: Slides, tokens: Tokens) -> None:
    master = presentation.slide_master.part
    relation = next(each for each in master.rels.values() if each.reltype.endswith("/theme"))
    part: Any = relation.target_part
    theme = etree.fromstring(part.blob)
    for name, token in _COLOURS.items():
        colour = theme.find(f".//{qn(f'a:{name}')}")
        for child in list(colour):
            colour.remove(child)
        value = tokens.light[token].removeprefix("#").upper()
        etree.SubElement(colour, qn("a:srgbClr")).set("val", value)
    for face in ("a:majorFont", "a:minorFont"):
        theme.find(f".//{qn(face)}/{qn('a:latin')}").set("typeface", FONT)
    part._blob = etree.tostring(theme, xml_declaration=True, encoding="UTF-8", standalone=True)


def _place(holder: Any, places: dict[int, tuple[int, int, int, int]]) -> None:
    for shape in list(holder.placeholders):
        kind = shape.placeholder_format.type
        name = kind.name if kind is not None else ""
        if name == "DATE":
            shape.element.getparent().remove(shape.element)
            continue
        box = {"FOOTER": _FOOTER, "SLIDE_NUMBER": _NUMBER}.get(name)
        box = box or places.get(shape.placeholder_format.idx)
        if box is not None:
            shape.left, shape.top, shape.width, shape.height = (Emu(Pt(each)) for each in box)


def _style_master(master: Any) -> None:
    """Make titles bold and left-aligned, and bullet points less indented."""
    styles = master.element.find(qn("p:txStyles"))
    title = styles.find(f"{qn('p:titleStyle')}/{qn('a:lvl1pPr')}")
    title.set("algn", "l")
    _set_run(title, 3400, "tx2", bold=True)
    body = styles.find(f"{qn('p:bodyStyle')}/{qn('a:lvl1pPr')}")
    body.set("marL", str(Pt(22)))
    body.set("indent", str(-Pt(22)))
    _set_run(body, 2600, "tx1")
    for shape in master.placeholders:
        if shape.placeholder_format.type.name == "TITLE":
            shape.text_frame._txBody.bodyPr.set("anchor", "b")
        for run in shape.element.iter(qn("a:defRPr")):
            if shape.placeholder_format.type.name in ("FOOTER", "SLIDE_NUMBER"):
                run.set("sz", "1200")
        if shape.placeholder_format.type.name == "FOOTER":
            for paragraph in shape.element.iter(qn("a:lvl1pPr")):
                paragraph.set("algn", "l")


def _draw_edge(master: Any) -> None:
    """Add a decorative band in the site's colour along the left edge."""
    edge = _shape(0, 0, 16, 540)
    tree = master.shapes._spTree
    # At the bottom of the z-order.
    tree.insert(2, edge)


def _shape(left: int, top: int, width: int, height: int) -> Any:
    """A rectangle without outline, marked as decorative."""
    x, y, cx, cy = (int(Pt(each)) for each in (left, top, width, height))
    return etree.fromstring(
        '<p:sp xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main" '
        'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main">'
        '<p:nvSpPr><p:cNvPr id="99" name=""><a:extLst>'
        '<a:ext uri="{C183D7F6-B498-43B3-948B-1728B52AA6E4}">'
        '<adec:decorative xmlns:adec="http://schemas.microsoft.com/office/drawing/2017/decorative"'
        ' val="1"/></a:ext></a:extLst></p:cNvPr><p:cNvSpPr/><p:nvPr userDrawn="1"/></p:nvSpPr>'
        f'<p:spPr><a:xfrm><a:off x="{x}" y="{y}"/><a:ext cx="{cx}" cy="{cy}"/></a:xfrm>'
        '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom>'
        '<a:solidFill><a:schemeClr val="accent1"/></a:solidFill><a:ln><a:noFill/></a:ln></p:spPr>'
        "</p:sp>"
    )


def _set_run(level: Any, size: int, colour: str, *, bold: bool = False) -> None:
    run = level.find(qn("a:defRPr"))
    run.set("sz", str(size))
    run.set("b", "1" if bold else "0")
    fill = run.find(qn("a:solidFill"))
    for child in list(fill):
        fill.remove(child)
    etree.SubElement(fill, qn("a:schemeClr")).set("val", colour)


def _style_layout(layout: Any, number: int) -> None:
    """Remove the formatting of python-pptx's layout, except on the title slide."""
    for shape in layout.placeholders:
        for style in shape.element.iter(qn("a:lstStyle")):
            for child in list(style):
                style.remove(child)
        properties = shape.text_frame._txBody.bodyPr
        for child in list(properties):
            properties.remove(child)
        kind = shape.placeholder_format.type.name
        if kind in ("FOOTER", "SLIDE_NUMBER"):
            _own_level(shape, 1200, "tx1", align="l" if kind == "FOOTER" else "r")
            continue
        if number == TITLE_SLIDE and shape.placeholder_format.idx == 0:
            properties.set("anchor", "b")
            _own_level(shape, 4600, "tx2", bold=True)
        elif number == TITLE_SLIDE:
            properties.set("anchor", "t")
            _own_level(shape, 2800, "tx1")
        elif number == POINTS_AND_FOOT and shape.placeholder_format.idx == 2:
            properties.set("anchor", "ctr")
            _own_level(shape, 2200, "tx2", bold=True)


def _own_level(shape: Any, size: int, colour: str, *, bold: bool = False, align: str = "l") -> None:
    """Define the first text level of a shape, without bullets."""
    style = shape.element.find(f".//{qn('a:lstStyle')}")
    level = etree.SubElement(style, qn("a:lvl1pPr"))
    level.set("marL", "0")
    level.set("indent", "0")
    level.set("algn", align)
    etree.SubElement(level, qn("a:buNone"))
    run = etree.SubElement(level, qn("a:defRPr"))
    run.set("sz", str(size))
    run.set("b", "1" if bold else "0")
    fill = etree.SubElement(run, qn("a:solidFill"))
    etree.SubElement(fill, qn("a:schemeClr")).set("val", colour)
    etree.SubElement(run, qn("a:latin")).set("typeface", "+mn-lt")
