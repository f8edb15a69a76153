"""A text preview of a form to fill in: on a phone an empty grid is of no use.

The style sheet shows the form on wide screens and its preview on narrow ones.
"""

from __future__ import annotations

from collections.abc import Callable
from itertools import zip_longest

from lxml.etree import SubElement
from lxml.html import Element, HtmlElement, fromstring

from scripts.web.article import GAP

# Joins the cells of a row.
_CELL_SEPARATOR = " – "
# Joins the column headers, which may hold commas.
_HEADER_SEPARATOR = " · "


def preview(article: HtmlElement, anchor: str, files: str, words: Callable[[str], str]) -> None:
    """Insert a preview before each form below a heading, and the list of files after the heading.

    A table without empty cells is not a form and gets no preview.

    Args:
        article: The article of a tool, with wrapped tables (accessibility.py); changed in place.
        anchor: The id of the heading.
        files: The HTML of the list of files to download, or of the link to it.
        words: The messages of the interface.
    """
    headings = article.xpath(f"./*[self::h2 or self::h3][@id='{anchor}']")
    if not headings:
        return
    heading = headings[0]
    for box in list(heading.itersiblings()):
        if box.tag in ("h2", heading.tag):
            break
        table = box.find("./table")
        if table is not None and any(not _text(cell) for cell in table.findall("./tbody/tr/*")):
            box.classes.add("form-grid")
            box.addprevious(_preview(table, words))
    heading.addnext(fromstring(files))


def _preview(table: HtmlElement, words: Callable[[str], str]) -> HtmlElement:
    headers = [_text(cell) for cell in table.findall("./thead/tr/*")]
    rows = [[_text(cell) for cell in row] for row in table.findall("./tbody/tr")]
    labels = [label for row in rows if (label := _CELL_SEPARATOR.join(filter(None, row)))]
    filled = [all(cells) for cells in zip_longest(*rows, fillvalue="")]
    to_fill_in = [name for name, full in zip_longest(headers, filled) if name and not full]
    box = Element("div", {"class": "form-preview"})
    # Where one column of two is to be filled in, the labels of the rows are the questions, and
    # its header ("Write here") adds nothing.
    if not (len(headers) == 2 and len(to_fill_in) == 1 and labels):
        paragraph = SubElement(box, "p")
        columns = _HEADER_SEPARATOR.join(map(_in_sentence, to_fill_in))
        sentences = [f"{words('form.asks')} {columns}."]
        paragraph.text = " ".join(sentences + _empty_rows(len(rows) - len(labels), labels, words))
    if labels:
        fields = SubElement(box, "details")
        SubElement(fields, "summary").text = words("form.fields").format(count=len(labels))
        points = SubElement(fields, "ul")
        for label in labels:
            SubElement(points, "li").text = label
    return box


def _empty_rows(empty: int, labels: list[str], words: Callable[[str], str]) -> list[str]:
    """A sentence on how many rows are empty; none for a form of one row."""
    if not labels:
        return [words("form.room").format(count=empty)] if empty > 1 else []
    if empty == 1:
        return [words("form.more.one")]
    return [words("form.more").format(count=empty)] if empty else []


def _in_sentence(header: str) -> str:
    """A column header in lower case, for use in a sentence; an abbreviation keeps its capitals."""
    return header if header[1:2].isupper() else header[:1].lower() + header[1:]


def _text(cell: HtmlElement) -> str:
    return " ".join(cell.text_content().replace(GAP, " ").split())
