"""Mends what Markdown leaves out for readers who do not see the page or use a mouse.

Tables get a group that the keyboard can scroll (WCAG 2.1.1) named by the heading above,
and header cells say what they head (1.3.1). Boxes of a checklist get their text as
their name (4.1.2), and can be ticked. The sign that links to a heading is for the mouse: it
would be read as part of the heading (1.3.1), and the list of headings holds the same links.
"""

from __future__ import annotations

from itertools import chain, takewhile, zip_longest

from lxml.html import Element, HtmlElement

from scripts.web.aligned_columns import CLASSES
from scripts.web.article import having, wrap

# The section whose table is an agenda.
AGENDA = "workshop"
# The section whose tables are forms to fill in.
FORM = "form"
# Tables that are cards on phones (overrides/styles/lists.css): from three columns on.
CARDS = "cards"
_MANY_COLUMNS = 3
# What a column may hold to be told beside its head there: a tick, a figure, "1. september".
_BRIEF = 12
SUMMARY = "in-short"
_HEADINGS = ("h2", "h3", "h4")
# Where the text of a box ends, and the next list or paragraph begins.
_BLOCKS = frozenset({"ul", "ol", "dl", "p", "div", "table", "blockquote", "pre", "hr"})


def mend(root: HtmlElement) -> None:
    """Mend tables, checklists, headings and the summary of an article for screens."""
    head_cells(root)
    for table in root.xpath(".//table"):
        _let_scroll(table)
        _label_cells(table)
    for link in having(root, "headerlink"):
        link.set("aria-hidden", "true")
        link.set("tabindex", "-1")
    for item in having(root, "task-list-item"):
        _name_box(item)
    frame_summary(root)


def head_cells(root: HtmlElement) -> None:
    """Let header cells say that they head a column: to screens and to paper."""
    for cell in root.xpath(".//th[not(@scope)]"):
        if len(cell) or (cell.text or "").strip():
            cell.set("scope", "col")
        else:
            # A header cell without a word heads nothing: the corner of a form.
            cell.tag, cell.text = "td", None
            cell.attrib.clear()


def _let_scroll(table: HtmlElement) -> None:
    if "table" in table.getparent().classes:
        return
    heading = _heading_above(table)
    name = "table"
    if heading == AGENDA:
        name = "table agenda"
    elif heading != FORM and len(table.findall("./thead/tr/*")) >= _MANY_COLUMNS:
        name = f"table {CARDS}"
    named = {"role": "group", "aria-labelledby": heading} if heading else {}
    wrap(Element("div", {"class": name, "tabindex": "0", **named}), [table])


def _label_cells(table: HtmlElement) -> None:
    """Let each cell of a table that can become cards hold the head of its column."""
    if CARDS not in table.getparent().classes:
        return
    heads = [head.text_content().strip() for head in table.findall("./thead/tr/*")]
    rows = table.findall("./tbody/tr")
    for row in rows:
        for head, cell in list(zip(heads, row, strict=False))[1:]:
            if head and not set(cell.classes) - set(CLASSES.values()):
                cell.set("data-label", head)
    _tell_brief_ones(rows)


def _tell_brief_ones(rows: list[HtmlElement]) -> None:
    """Say which columns hold but a few letters, and what nobody filled in.

    A column in which nothing stands is there to be written in, and its blanks for a reason. A
    picture or a box to tick is no blank.
    """
    said = [[_seen(cell) for cell in row] for row in rows]
    longest = [max(map(len, column)) for column in zip_longest(*said, fillvalue="")]
    for row, texts in zip(rows, said, strict=True):
        if texts[0] and any(longest[1:]) and not any(texts[1:]):
            row.classes.add("bare")
        for cell, text, most in list(zip(row, texts, longest, strict=False))[1:]:
            if "data-label" not in cell.attrib:
                continue
            if 0 < most <= _BRIEF:
                cell.classes.add("brief")
            if most and not text:
                cell.classes.add("blank")


def _seen(cell: HtmlElement) -> str:
    """The text of a cell, with a sign for what is seen without one."""
    return " ".join(cell.text_content().split()) or "·" * bool(cell.xpath(".//img|.//input|.//svg"))


def _heading_above(element: HtmlElement) -> str:
    """The id of the heading that an element stands under."""
    for each in (element, *element.iterancestors()):
        for before in each.itersiblings(preceding=True):
            if before.tag in _HEADINGS and before.get("id"):
                return str(before.get("id"))
    return ""


def _name_box(item: HtmlElement) -> None:
    """Make the text beside a box its label. In a loose list both stand in a paragraph."""
    box = item.find("./input[@type='checkbox']")
    if box is None:
        box = item.find("./p/input[@type='checkbox']")
    if box is None:
        return
    box.attrib.pop("disabled", None)
    text = takewhile(lambda each: each.tag not in _BLOCKS, box.itersiblings())
    label = Element("label")
    wrap(label, list(chain([box], text)), text=True)
    box.tail = " " + (box.tail or "").lstrip()
    last = label[-1]
    last.tail = (last.tail or "").rstrip() or None


def frame_summary(root: HtmlElement) -> None:
    """Put the section "in-short" of a page in a box of its own."""
    heading = root.find(f"./h2[@id='{SUMMARY}']")
    if heading is None:
        return
    section = takewhile(lambda each: each.tag != "h2", heading.itersiblings())
    wrap(Element("div", {"class": SUMMARY}), list(chain([heading], section)))
