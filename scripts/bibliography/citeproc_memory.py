"""Memoises macro lookups of citeproc-py.

Workaround: citeproc-py 0.11 looks up each macro by XPath on every call, and recomputes
recursively whether a macro calls a variable: two thirds of the time of a reference. Neither
result changes while a style is in memory. None reported; remove when
`citeproc.model.CitationStylesElement.get_macro` caches its result.
"""

from __future__ import annotations

from typing import Any

from citeproc import model

_macros: dict[tuple[int, str], Any] = {}
_calls: dict[tuple[int, str], bool] = {}
_original_get_macro = model.CitationStylesElement.get_macro


def install() -> None:
    """Memoise the two methods, for every style that stays in memory."""
    model.CitationStylesElement.get_macro = _get_macro
    model.Macro.calls_variable = _calls_variable


def _get_macro(element: Any, name: str) -> Any:
    # The id of the root is unique as long as the style is in memory, where apa.py keeps it.
    key = (id(element.get_root()), name)
    if key not in _macros:
        _macros[key] = _original_get_macro(element, name)
    return _macros[key]


def _calls_variable(macro: Any) -> bool:
    key = (id(macro.get_root()), macro.get("name"))
    if key not in _calls:
        _calls[key] = model.Parent.calls_variable(macro)
    return _calls[key]
