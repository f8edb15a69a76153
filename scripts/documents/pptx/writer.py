"""Writes a deck as a PowerPoint file with layouts, placeholders and notes.

Headings are titles, lists are bullet points and the agenda is a table, so that a screen reader
reads them in order; equal decks give equal bytes.
"""

from __future__ import annotations

import copy
from collections.abc import Sequence
from io import BytesIO
from typing import Any

from pptx.oxml.ns import qn
from pptx.util import Emu, Pt

from scripts.documents.pptx.template import (
    POINTS,
    POINTS_AND_FOOT,
    TITLE_ONLY,
    TITLE_SLIDE,
    new_slides,
)
from scripts.documents.slide_points import BETWEEN
from scripts.documents.slides import CELL_SIZE, Deck, Slide
from scripts.documents.zip_file import EPOCH, timeless
from scripts.language.messages import Messages
from scripts.web.tokens import Tokens

_ROW = Pt(32)
_CLOCK, _WHAT = Pt(200), Pt(660)


def deck_pptx(deck: Deck, words: Messages, tokens: Tokens) -> bytes:
    """The PowerPoint file of a deck, in the light colours of the project."""
    presentation = new_slides(tokens)
    about = presentation.core_properties
    about.title, about.author, about.language = deck.title, deck.publisher, deck.locale.csl
    about.last_modified_by, about.subject = deck.publisher, deck.opening
    about.comments, about.keywords = deck.address, ""
    about.created = about.modified = EPOCH
    foot = f"{deck.title} · {deck.publisher}"
    layouts = presentation.slide_layouts

    def add(layout: int, title: str, notes: Sequence[str]) -> Any:
        slide = presentation.slides.add_slide(layouts[layout])
        slide.shapes.title.text = title
        if notes:
            slide.notes_slide.notes_text_frame.text = "\n".join(notes)
        return slide

    opening = add(TITLE_SLIDE, deck.title, deck.notes)
    opening.placeholders[1].text = deck.opening
    _finish(opening, deck, foot)
    for each in deck.slides:
        slide = add(_layout(each), each.title, each.notes)
        if each.hidden:
            slide.element.set("show", "0")
        if each.rows:
            _table(slide, each, words)
        else:
            _points(slide.placeholders[1], each)
        if each.foot and not each.rows:
            slide.placeholders[2].text = each.foot
        _finish(slide, deck, foot)
    saved = BytesIO()
    presentation.save(saved)
    return timeless(saved.getvalue())


def _layout(slide: Slide) -> int:
    if slide.rows:
        return TITLE_ONLY
    return POINTS_AND_FOOT if slide.foot else POINTS


def _points(placeholder: Any, slide: Slide) -> None:
    frame = placeholder.text_frame
    for at, point in enumerate(slide.points):
        paragraph = frame.paragraphs[0] if at == 0 else frame.add_paragraph()
        run = paragraph.add_run()
        run.text = point
        paragraph.space_after = Pt(slide.size * BETWEEN)
        run.font.size = Pt(slide.size)


def _table(slide: Any, content: Slide, words: Messages) -> None:
    left, top = Emu(Pt(50)), Emu(Pt(132))
    size = len(content.rows) + 1
    frame = slide.shapes.add_table(size, 2, left, top, _CLOCK + _WHAT, Emu(_ROW * size))
    frame.name = content.title
    table = frame.table
    table.columns[0].width, table.columns[1].width = _CLOCK, _WHAT
    heads = (words("slides.clock"), words("slides.what"))
    for at, row in enumerate((heads, *content.rows)):
        for column, text in enumerate(row):
            cell = table.cell(at, column)
            cell.text = text
            cell.text_frame.paragraphs[0].runs[0].font.size = Pt(CELL_SIZE)


def _finish(slide: Any, deck: Deck, foot: str) -> None:
    """Add the layout's footer and slide number, and set the language of every run."""
    for shape in slide.slide_layout.placeholders:
        name = shape.placeholder_format.type.name
        if name not in ("FOOTER", "SLIDE_NUMBER"):
            continue
        added = copy.deepcopy(shape.element)
        # Position and formatting are inherited from the layout.
        properties = added.find(qn("p:spPr"))
        for child in list(properties):
            properties.remove(child)
        slide.shapes._spTree.append(added)
        if name == "FOOTER":
            next(each for each in slide.placeholders if each.element is added).text = foot
    for number, shape in enumerate(slide.shapes._spTree.iter(qn("p:cNvPr")), 1):
        shape.set("id", str(number))
    trees = [slide.element]
    if slide.has_notes_slide:
        trees.append(slide.notes_slide.element)
    for tree in trees:
        for run in [*tree.iter(qn("a:r")), *tree.iter(qn("a:fld"))]:
            run.get_or_add_rPr().set("lang", deck.locale.csl)
