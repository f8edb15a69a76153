"""Templates of office files, which the browser fills in and packs.

A template is written by the same code as all other files, with placeholders in braces:
`{what}`. Content that repeats for each line of an agenda is between two comments,
`<!--each rows-->` and `<!--end rows-->`. docs/assets/js/agenda-office.js fills it in, so that
it need not know the looks of a file.
"""

from __future__ import annotations

import re
import zipfile
from io import BytesIO
from typing import Any, TypedDict

from lxml import etree

Node = Any  # an lxml element, which is untyped
# Pads a placeholder to the expected length of its text, so that column widths are computed well.
FILLER = "~"
_FILLED = re.compile(r"\}" + FILLER + "+")


class PackagePart(TypedDict):
    """A member of the file; `each` is the list for whose elements it repeats, "" for none."""

    name: str
    each: str
    text: str


def parts_of(content: bytes) -> list[PackagePart]:
    """The XML members of an office file (all except the thumbnail)."""
    with zipfile.ZipFile(BytesIO(content)) as file:
        return [
            PackagePart(name=name, each="", text=_FILLED.sub("}", file.read(name).decode()))
            for name in file.namelist()
            if name.endswith((".xml", ".rels"))
        ]


def part_named(parts: list[PackagePart], name: str) -> PackagePart:
    """The member with a name.

    Raises:
        StopIteration: there is none.
    """
    return next(part for part in parts if part["name"] == name)


def wrap(root: Node, tag: str, placeholder: str, list_: str) -> list[Node]:
    """Put a list's comments around each element that contains a placeholder; returns these."""
    repeated = [each for each in root.iter(tag) if placeholder in "".join(each.itertext())]
    for element in repeated:
        element.addprevious(etree.Comment(f"each {list_}"))
        element.addnext(etree.Comment(f"end {list_}"))
    return repeated


def each(list_: str, text: str) -> str:
    """Put a list's comments around text."""
    return f"<!--each {list_}-->{text}<!--end {list_}-->"


def as_text(root: Node) -> str:
    """Serialise an element as an XML document."""
    text: bytes = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
    return text.decode()
