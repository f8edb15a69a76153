"""Adds what Markdown leaves out for screen readers and keyboard users.

Each table is wrapped in a group that the keyboard can scroll (WCAG 2.1.1), labelled by the
heading above it, and header cells get a scope (1.3.1). Checkboxes of a checklist are labelled
with their text (4.1.2) and enabled. The permalink after a heading is for the mouse and is hidden
from assistive technology: it would be read as part of the heading (1.3.1), and the table of
contents has the same links.
"""

from __future__ import annotations

from itertools import chain, takewhile, zip_longest

from lxml.html import Element, HtmlElement

from scripts.web.aligned_columns import CLASSES
from scripts.web.article import by_class, wrap

# Anchor of the section whose table is an agenda.
AGENDA = "workshop"
# Anchor of the section whose tables are forms to fill in.
FORM = "form"
# Class of tables that become cards on phones (overrides/styles/lists.css).
CARDS = "cards"
_MANY_COLUMNS = 3
# The longest text of a column whose cells stay beside its header on a card, in characters: a
# tick, a number, "1. september".
_BRIEF = 12
SUMMARY = "in-short"
_HEADINGS = ("h2", "h3", "h4")
# Elements that end the label of a checkbox.
_BLOCKS = frozenset({"ul", "ol", "dl", "p", "div", "table", "blockquote", "pre", "hr"})


def fix_markup(root: HtmlElement) -> None:
    """Fix tables, checklists, headings and the summary of an article in place, for screens."""
    scope_header_cells(root)
    for table in root.xpath(".//table"):
        _make_scrollable(table)
        _label_cells(table)
    for link in by_class(root, "headerlink"):
        link.set("aria-hidden", "true")
        link.set("tabindex", "-1")
    for item in by_class(root, "task-list-item"):
        _label_checkbox(item)
    frame_summary(root)


def scope_header_cells(root: HtmlElement) -> None:
    """Give header cells `scope="col"`, on screens and on paper."""
    for cell in root.xpath(".//th[not(@scope)]"):
        if len(cell) or (cell.text or "").strip():
            cell.set("scope", "col")
        else:
            # An empty header cell is no header: the corner of a form.
            cell.tag, cell.text = "td", None
            cell.attrib.clear()


def _make_scrollable(table: HtmlElement) -> None:
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
    """Store the header of its column with each cell of a table that can become cards."""
    if CARDS not in table.getparent().classes:
        return
    heads = [head.text_content().strip() for head in table.findall("./thead/tr/*")]
    rows = table.findall("./tbody/tr")
    for row in rows:
        for head, cell in list(zip(heads, row, strict=False))[1:]:
            if head and not set(cell.classes) - set(CLASSES.values()):
                cell.set("data-label", head)
    _mark_brief_and_blank(rows)


def _mark_brief_and_blank(rows: list[HtmlElement]) -> None:
    """Add the classes `brief` (a column of short texts), `blank` (a cell) and `bare` (a row).

    A column that is empty throughout is there to be filled in, so its cells are not `blank`. A
    cell with a picture or a checkbox is not blank either.
    """
    texts_of_rows = [[_visible(cell) for cell in row] for row in rows]
    longest = [max(map(len, column)) for column in zip_longest(*texts_of_rows, fillvalue="")]
    for row, texts in zip(rows, texts_of_rows, strict=True):
        if texts[0] and any(longest[1:]) and not any(texts[1:]):
            row.classes.add("bare")
        for cell, text, most in list(zip(row, texts, longest, strict=False))[1:]:
            if "data-label" not in cell.attrib:
                continue
            if 0 < most <= _BRIEF:
                cell.classes.add("brief")
            if most and not text:
                cell.classes.add("blank")


def _visible(cell: HtmlElement) -> str:
    """The text of a cell, or a placeholder character where it only holds an image or input."""
    return " ".join(cell.text_content().split()) or "·" * bool(cell.xpath(".//img|.//input|.//svg"))


def _heading_above(element: HtmlElement) -> str:
    """The id of the nearest heading before an element, "" if there is none."""
    for ancestor in (element, *element.iterancestors()):
        for before in ancestor.itersiblings(preceding=True):
            if before.tag in _HEADINGS and before.get("id"):
                return str(before.get("id"))
    return ""


def _label_checkbox(item: HtmlElement) -> None:
    """Wrap a checkbox and its text in a label; in a loose list both are in a paragraph."""
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
    """Wrap the section "in-short" of a page in a box of its own."""
    heading = root.find(f"./h2[@id='{SUMMARY}']")
    if heading is None:
        return
    section = takewhile(lambda each: each.tag != "h2", heading.itersiblings())
    wrap(Element("div", {"class": SUMMARY}), list(chain([heading], section)))
