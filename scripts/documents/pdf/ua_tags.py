"""Adds what WeasyPrint 70 leaves out of PDF tags: languages and the scope of header cells.

It tags a passage in another language without its language, and a header cell without its scope.
Both are in the HTML, and only during tagging is it known which HTML element a tag belongs to. So
the function that builds the tags is wrapped here; it is private, which is why the version is
pinned and tests/print checks the tags.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pydyf
from weasyprint.pdf import tags

_build = tags._build_box_tree


def complete_tags() -> None:
    """Patch WeasyPrint, so that all tags built from now on have their language and scope."""
    tags._build_box_tree = _with_more


def _with_more(box: Any, *arguments: Any) -> Iterator[Any]:
    box = getattr(box, "_box", box)
    for tag in _build(box, *arguments):
        element = getattr(box, "element", None)
        if element is not None:
            if (language := element.get("lang")) and element.tag not in ("html", "body"):
                tag["Lang"] = pydyf.String(language)
            if tag["S"] == "/TH":
                tag["A"]["Scope"] = "/Row" if element.get("scope") == "row" else "/Column"
        yield tag
