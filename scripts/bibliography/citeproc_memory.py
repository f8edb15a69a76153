"""Lets citeproc-py remember the macros of a style.

Workaround: citeproc-py 0.11 looks each macro up by XPath each time it is named, and asks
through all of them anew whether they print anything: two thirds of the time of a reference.
Neither answer can change while a style is in memory. None reported; remove when
`citeproc.model.CitationStylesElement.get_macro` keeps what it found.
"""

from __future__ import annotations

from typing import Any

from citeproc import model

_macros: dict[tuple[int, str], Any] = {}
_calls: dict[tuple[int, str], bool] = {}
_looked_up = model.CitationStylesElement.get_macro


def install() -> None:
    """Make the two methods remember, for every style that stays in memory."""
    model.CitationStylesElement.get_macro = _get_macro
    model.Macro.calls_variable = _calls_variable


def _get_macro(element: Any, name: str) -> Any:
    # The root is one object as long as the style is kept, which apa.py does.
    key = (id(element.get_root()), name)
    if key not in _macros:
        _macros[key] = _looked_up(element, name)
    return _macros[key]


def _calls_variable(macro: Any) -> bool:
    key = (id(macro.get_root()), macro.get("name"))
    if key not in _calls:
        _calls[key] = model.Parent.calls_variable(macro)
    return _calls[key]
