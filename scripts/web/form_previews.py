"""What a form to fill in asks for, in words: on a phone an empty grid has no use.

The style sheet shows a form where there is room for it, and its preview where there is none.
"""

from __future__ import annotations

from collections.abc import Callable
from itertools import zip_longest

from lxml.etree import SubElement
from lxml.html import Element, HtmlElement, fromstring

from scripts.web.article import GAP

# Between what stands in one row.
_BETWEEN = " – "
# Between the heads of columns, which may hold commas.
_POINT = " · "


def preview(article: HtmlElement, anchor: str, files: str, words: Callable[[str], str]) -> None:
    """Put a preview before each form below a heading, and its files right below that.

    A table without a blank is there to be read, and has none.

    Args:
        article: The article of a tool, its tables in their boxes; it is changed.
        anchor: The id of the heading.
        files: The HTML of the list of files to download, or of the way to it.
        words: The messages of the interface.
    """
    found = article.xpath(f"./*[self::h2 or self::h3][@id='{anchor}']")
    if not found:
        return
    heading = found[0]
    for box in list(heading.itersiblings()):
        if box.tag in ("h2", heading.tag):
            break
        table = box.find("./table")
        if table is not None and any(not _text(cell) for cell in table.findall("./tbody/tr/*")):
            box.classes.add("form-grid")
            box.addprevious(_preview(table, words))
    heading.addnext(fromstring(files))


def _preview(table: HtmlElement, words: Callable[[str], str]) -> HtmlElement:
    heads = [_text(cell) for cell in table.findall("./thead/tr/*")]
    rows = [[_text(cell) for cell in row] for row in table.findall("./tbody/tr")]
    named = [said for row in rows if (said := _BETWEEN.join(filter(None, row)))]
    filled = [all(cells) for cells in zip_longest(*rows, fillvalue="")]
    asked = [head for head, full in zip_longest(heads, filled) if head and not full]
    box = Element("div", {"class": "form-preview"})
    # Where one column of two is left to write in, its rows are what is asked for, and its head
    # ("Write here") tells nothing.
    if not (len(heads) == 2 and len(asked) == 1 and named):
        paragraph = SubElement(box, "p")
        told = f"{words('form.asks')} {_POINT.join(map(_within, asked))}."
        paragraph.text = " ".join([told, *_room(len(rows) - len(named), named, words)])
    if named:
        fields = SubElement(box, "details")
        SubElement(fields, "summary").text = words("form.fields").format(count=len(named))
        points = SubElement(fields, "ul")
        for each in named:
            SubElement(points, "li").text = each
    return box


def _room(empty: int, named: list[str], words: Callable[[str], str]) -> list[str]:
    """How many rows are left to write in; a form of one row is its columns."""
    if not named:
        return [words("form.room").format(count=empty)] if empty > 1 else []
    if empty == 1:
        return [words("form.more.one")]
    return [words("form.more").format(count=empty)] if empty else []


def _within(head: str) -> str:
    """The head of a column within a sentence; an abbreviation keeps its capital letters."""
    return head if head[1:2].isupper() else head[:1].lower() + head[1:]


def _text(cell: HtmlElement) -> str:
    return " ".join(cell.text_content().replace(GAP, " ").split())
