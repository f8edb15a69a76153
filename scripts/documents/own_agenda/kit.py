"""A pattern of an office file, which the browser fills in and packs.

It is written by the same code as all other files, with names in braces for what is not known
yet: `{what}`. What is there once for each line of an agenda stands between two comments,
`<!--each rows-->` and `<!--end rows-->`. docs/assets/js/agenda-office.js fills it in, and so
holds nothing of how a file looks.
"""

from __future__ import annotations

import re
import zipfile
from io import BytesIO
from typing import Any, TypedDict

from lxml import etree

Node = Any  # an element of lxml, which has no types of its own
# Makes a name as wide as the text that will stand there, so that columns are shared out well.
FILLER = "~"
_FILLED = re.compile(r"\}" + FILLER + "+")


class Part(TypedDict):
    """A member of the file; `each` is the list that it is there for once each, "" for one."""

    name: str
    each: str
    text: str


def parts_of(content: bytes) -> list[Part]:
    """The members of an office file that are text, which ours all are but for a thumbnail."""
    with zipfile.ZipFile(BytesIO(content)) as file:
        return [
            Part(name=name, each="", text=_FILLED.sub("}", file.read(name).decode()))
            for name in file.namelist()
            if name.endswith((".xml", ".rels"))
        ]


def part_named(parts: list[Part], name: str) -> Part:
    """One member.

    Raises:
        StopIteration: there is none of that name.
    """
    return next(part for part in parts if part["name"] == name)


def wrap(root: Node, tag: str, sign: str, list_: str) -> list[Node]:
    """Put the comments of a list around each element that holds a sign; those elements."""
    found = [each for each in root.iter(tag) if sign in "".join(each.itertext())]
    for element in found:
        element.addprevious(etree.Comment(f"each {list_}"))
        element.addnext(etree.Comment(f"end {list_}"))
    return found


def each(list_: str, text: str) -> str:
    """The same of text."""
    return f"<!--each {list_}-->{text}<!--end {list_}-->"


def as_text(root: Node) -> str:
    """An element as a whole document."""
    text: bytes = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
    return text.decode()
