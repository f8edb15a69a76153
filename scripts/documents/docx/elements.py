"""Elements of WordprocessingML that python-docx does not support.

Content controls, check boxes, hyperlinks and fields, as Word itself writes them
(ECMA-376 part 1, 17.5.2; [MS-DOCX] 2.6.1 for check boxes).
"""

from __future__ import annotations

from typing import Any

from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.part import Part
from lxml import etree

from scripts.web.no_break import no_break_text

_SPACES = {
    "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "w14": "http://schemas.microsoft.com/office/word/2010/wordml",
    "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    "xml": "http://www.w3.org/XML/1998/namespace",
}
# The placeholder of an empty field: visible on screen, unobtrusive on paper.
BLANK = "…"
BOX, TICKED = "☐", "☒"
# The longest name that Word's dialog accepts.
_LONGEST_NAME = 64
_BOX_FONT = "MS Gothic"
# How each language writes a date.
_DATES = {"nb-NO": "d. MMMM yyyy", "en-GB": "d MMMM yyyy"}

Node = Any  # an lxml element, which is untyped


def qualified(name: str) -> str:
    """The name of `w:tbl` with its namespace, in lxml's notation."""
    prefix, _, local = name.partition(":")
    return f"{{{_SPACES[prefix]}}}{local}"


def node(name: str, *children: Node, **attributes: str | int) -> Node:
    """An element; its attributes are in the same namespace."""
    prefix = name.partition(":")[0]
    element = etree.Element(qualified(name), nsmap={prefix: _SPACES[prefix]})
    for key, value in attributes.items():
        element.set(qualified(f"{prefix}:{key}"), str(value))
    element.extend(children)
    return element


def run(text: str, *properties: Node) -> Node:
    """A run of text with its properties."""
    words = node("w:t")
    words.text = no_break_text(text)
    words.set(qualified("xml:space"), "preserve")
    return node("w:r", *([node("w:rPr", *properties)] if properties else []), words)


def control(name: str, number: int, says: str = BLANK, date: str = "") -> Node:
    """A content control to write in; Word and screen readers show its name.

    `says` is its placeholder text. One for a date offers a calendar, and takes other text too;
    `date` is the language of what the calendar writes, such as “nb-NO” (17.5.2.7).
    """
    shown = run(says, node("w:rStyle", val="PlaceholderText"))
    return node(
        "w:sdt",
        node(
            "w:sdtPr",
            *_named(name, number),
            node("w:showingPlcHdr"),
            _calendar(date) if date else node("w:text", multiLine=1),
        ),
        node("w:sdtContent", shown),
    )


def _calendar(lang: str) -> Node:
    return node(
        "w:date",
        node("w:dateFormat", val=_DATES[lang]),
        node("w:lid", val=lang),
        node("w:storeMappedDataAs", val="dateTime"),
        node("w:calendar", val="gregorian"),
    )


def tick_box(name: str, number: int) -> Node:
    """A check box content control."""
    font = node("w:rFonts", ascii=_BOX_FONT, hAnsi=_BOX_FONT, eastAsia=_BOX_FONT)
    font.set(qualified("w:hint"), "eastAsia")
    return node(
        "w:sdt",
        node(
            "w:sdtPr",
            *_named(name, number),
            node(
                "w14:checkbox",
                node("w14:checked", val=0),
                node("w14:checkedState", val=f"{ord(TICKED):04X}", font=_BOX_FONT),
                node("w14:uncheckedState", val=f"{ord(BOX):04X}", font=_BOX_FONT),
            ),
        ),
        node("w:sdtContent", run(BOX, font)),
    )


def _named(name: str, number: int) -> list[Node]:
    short = name if len(name) <= _LONGEST_NAME else name[: _LONGEST_NAME - 1].rstrip() + "…"
    return [
        node("w:alias", val=short),
        node("w:tag", val=f"field-{number}"),
        node("w:id", val=number),
    ]


def link(part: Part, href: str, *runs: Node) -> Node:
    """A hyperlink to an external address."""
    element = node("w:hyperlink", *runs)
    relation = part.relate_to(href, RELATIONSHIP_TYPE.HYPERLINK, is_external=True)
    element.set(qualified("r:id"), relation)
    return element


def number_field(instruction: str) -> Node:
    """A field that Word updates: PAGE or NUMPAGES."""
    return node("w:fldSimple", run("1"), instr=instruction)
