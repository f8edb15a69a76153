"""The picture of the phases for paper: the page's own drawing, in ink."""

from __future__ import annotations

import re

from markupsafe import Markup, escape

from scripts.common.paths import Project
from scripts.content.records import Phase
from scripts.documents.pdf.render import Language
from scripts.figures.registry import picture_records
from scripts.language.messages import Messages
from scripts.web.fragments import Fragments
from scripts.web.tokens import read_tokens

_NAME = "phase-wheel"
_DRAWING = re.compile(r"<svg.*?</svg>", re.DOTALL)
_SLICE = ' preserveAspectRatio="xMidYMid slice"'
_TITLE = re.compile(r"<title[^>]*>.*?</title>", re.DOTALL)


def wheel(made: Language, current: str = "") -> Markup:
    """The drawing with the current phase lit, told in words for who does not see it."""
    outline = made.project.data / "norway.json"
    drawn = picture_records({_NAME}, made.records, outline, made.words, current)
    # Without addresses: the drawing on paper leads nowhere.
    view = Fragments(made.project.components, {}, made.words, lambda _: None, lambda id_: id_)
    html = view.render(f"{_NAME}.html", records=drawn[_NAME])
    drawing = _DRAWING.search(html)
    if drawing is None:
        raise ValueError(f"{_NAME}.html draws no svg")
    text = told(made.records["phases"], made.words, current)
    return Markup(dressed(drawing.group(), text, made.project))


def dressed(drawing: str, text: str, project: Project) -> str:
    """The drawing with its own style sheet, and a text that stands in its place.

    The rules of a document do not reach into a drawing in WeasyPrint.
    """
    style = read_tokens(project).resolved(
        (project.print_templates / "wheel.css").read_text(encoding="utf-8")
    )
    # On paper all of it is shown, whatever the shape of its room.
    drawing = drawing.replace(_SLICE, "", 1)
    start = drawing.index(">") + 1
    inner = _TITLE.sub("", drawing[start:])
    return f"{drawing[:start]}<title>{escape(text)}</title><style>{style}</style>{inner}"


def told(phases: list[Phase], words: Messages, current: str) -> str:
    """What the drawing shows, in words."""
    named = ", ".join(f"{phase['number']} {phase['title'][words.code]}" for phase in phases)
    lit = next((phase["number"] for phase in phases if phase["id"] == current), None)
    parties = ", ".join(words(f"wheel.party.{number}") for number in (1, 2, 3))
    text = f"{words('wheel.title')} ({parties}): {named}."
    return f"{text} {words('print.wheel-lit').format(number=lit)}" if lit else text
