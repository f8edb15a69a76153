"""Lets a checklist on a screen say that its ticks are kept, and take them away again.

The line stands below the list and is shown by docs/assets/js/ticks.js, once something is ticked
in a browser that keeps it.
"""

from __future__ import annotations

from lxml.html import Element, HtmlElement

from scripts.web.article import having

_ITEM = "task-list-item"


def offer_to_clear(article: HtmlElement, kept: str, clear: str) -> None:
    """Put the line below each checklist: `kept` is what it says, `clear` what its button says."""
    checklists = dict.fromkeys(item.getparent() for item in having(article, _ITEM))
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
