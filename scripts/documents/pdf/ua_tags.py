"""What WeasyPrint 70 leaves out of the tags of a PDF: languages and what a header heads.

It tags a passage in another language without its language, and a header cell without
its scope. Both stand in the HTML, and only while the tags are made is it known which
element of the HTML a tag belongs to. So the function that makes them is wrapped here;
it is not public, which is why the version is pinned and tests/print looks at the tags.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pydyf
from weasyprint.pdf import tags

_build = tags._build_box_tree


def complete_tags() -> None:
    """Let every tag that is made from now on say its language and its scope."""
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
