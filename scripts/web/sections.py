"""Gives the sections of a page the classes that its layout asks for.

Style sheets know no heading by its anchor: what a section holds is said in data/shapes.yml,
and where a part of the home page stands follows from its place, whatever it is called.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

REFERENCES = "references"
# The three doors, something to the left and something to the right of it.
_FEWEST = 3
_HEADING = re.compile(r'<(?P<tag>h[23])(?: class="(?P<old>[^"]*)")? id="(?P<id>[^"]+)"')
_SECTION = re.compile(r"(?=<h2[ >])")


def classed(html: str, classes: Mapping[str, str]) -> str:
    """The HTML of a text whose headings have these classes, by their anchors, beside their own."""

    def add(heading: re.Match[str]) -> str:
        added = classes.get(heading["id"])
        if not added:
            return heading.group()
        both = " ".join(filter(None, [heading["old"], added]))
        return f'<{heading["tag"]} class="{both}" id="{heading["id"]}"'

    return _HEADING.sub(add, html)


def laid_out_home(html: str) -> str:
    """The HTML of the home page: its first section as doors, the last beside those between."""
    before, *sections = _SECTION.split(html)
    notes = [section for section in sections if f'id="{REFERENCES}"' in section.partition(">")[0]]
    own = [section for section in sections if section not in notes]
    if len(own) < _FEWEST:
        return html
    doors, *left, right = own
    columns = "".join(f"<div>\n{part}</div>\n" for part in ("".join(left), right))
    return (
        f'{before}<div class="doors">\n{doors}</div>\n'
        f'<div class="columns">\n{columns}</div>\n{"".join(notes)}'
    )
