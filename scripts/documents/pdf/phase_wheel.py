"""The wheel of phases for print: the page's own drawing, in print colours."""

from __future__ import annotations

import re

from markupsafe import Markup, escape

from scripts.common.paths import Project
from scripts.content.records import Phase
from scripts.documents.pdf.render import PrintContext
from scripts.figures.registry import picture_records
from scripts.language.messages import Messages
from scripts.web.fragments import Fragments
from scripts.web.tokens import read_tokens

_NAME = "phase-wheel"
_DRAWING = re.compile(r"<svg.*?</svg>", re.DOTALL)
_SLICE = ' preserveAspectRatio="xMidYMid slice"'
_TITLE = re.compile(r"<title[^>]*>.*?</title>", re.DOTALL)


def wheel(context: PrintContext, current: str = "") -> Markup:
    """The drawing with the current phase highlighted, and a description as its title."""
    outline = context.project.data / "norway.json"
    drawn = picture_records({_NAME}, context.records, outline, context.words, current)
    # Without links on paper.
    view = Fragments(context.project.components, {}, context.words, lambda _: None, lambda id_: id_)
    html = view.render(f"{_NAME}.html", records=drawn[_NAME])
    drawing = _DRAWING.search(html)
    if drawing is None:
        raise ValueError(f"{_NAME}.html draws no svg")
    text = wheel_text(context.records["phases"], context.words, current)
    return Markup(styled_drawing(drawing.group(), text, context.project))


def styled_drawing(drawing: str, text: str, project: Project) -> str:
    """The drawing with its own style sheet, and a text as its title.

    WeasyPrint does not apply a document's style sheets to inline SVG.
    """
    style = read_tokens(project).resolved(
        (project.print_templates / "wheel.css").read_text(encoding="utf-8")
    )
    # Shown completely, whatever the aspect ratio of its box.
    drawing = drawing.replace(_SLICE, "", 1)
    start = drawing.index(">") + 1
    inner = _TITLE.sub("", drawing[start:])
    return f"{drawing[:start]}<title>{escape(text)}</title><style>{style}</style>{inner}"


def wheel_text(phases: list[Phase], words: Messages, current: str) -> str:
    """The description of the drawing."""
    named = ", ".join(f"{phase['number']} {phase['title'][words.code]}" for phase in phases)
    highlighted = next((phase["number"] for phase in phases if phase["id"] == current), None)
    parties = ", ".join(words(f"wheel.party.{number}") for number in (1, 2, 3))
    text = f"{words('wheel.title')} ({parties}): {named}."
    return f"{text} {words('print.wheel-lit').format(number=highlighted)}" if highlighted else text
