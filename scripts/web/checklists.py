"""Adds a line below each checklist that says its ticks are saved, with a button to clear them.

The line is hidden until something is ticked in a browser that can store it
(docs/assets/js/ticks.js).
"""

from __future__ import annotations

from lxml.html import Element, HtmlElement

from scripts.web.article import by_class

_ITEM = "task-list-item"


def add_clear_line(article: HtmlElement, kept: str, clear: str) -> None:
    """Add the line below each outermost checklist: `kept` is its text, `clear` its button's."""
    checklists = dict.fromkeys(item.getparent() for item in by_class(article, _ITEM))
    for checklist in checklists:
        if not any(_ITEM in each.classes for each in checklist.iterancestors()):
            checklist.addnext(_line(kept, clear))


def _line(kept: str, clear: str) -> HtmlElement:
    line = Element(
        "p", {"class": "ticks", "data-ticks": "", "data-pagefind-ignore": "", "hidden": ""}
    )
    line.text = f"{kept} "
    button = Element("button", {"class": "tool", "type": "button"})
    button.text = clear
    line.append(button)
    return line
