"""What a form to fill in asks for, in words: on a phone an empty grid has no use.

The style sheet shows a form where there is room for it, and its preview where there is none.
"""

from __future__ import annotations

from collections.abc import Callable
from itertools import zip_longest

from lxml.html import Element, HtmlElement, fromstring

from scripts.web.article import GAP

# Between what stands in one row.
_BETWEEN = " – "


def preview(article: HtmlElement, anchor: str, files: str, words: Callable[[str], str]) -> None:
    """Put a preview before each form below a heading, and its files right below that.

    A table without a blank is there to be read, and has none.

    Args:
        article: The article of a tool, its tables in their boxes; it is changed.
        anchor: The id of the heading.
        files: The HTML of the list of files to download.
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
    said = [_BETWEEN.join(filter(None, row)) for row in rows]
    empty = sum(not row for row in said)
    filled = [all(cells) for cells in zip_longest(*rows, fillvalue="")]
    asked = [head for head, full in zip_longest(heads, filled) if head and not full]
    box = Element("div", {"class": "form-preview"})
    paragraph = Element("p")
    # Where one column of two is left to write in, its rows are what is asked for, and its head
    # ("Write here") tells nothing.
    told = len(heads) == 2 and len(asked) == 1 and any(said)
    paragraph.text = words("form.asks") if told else f"{words('form.asks')} {', '.join(asked)}."
    box.append(paragraph)
    lines = [row for row in said if row]
    if empty:
        lines.append(words("form.empty").format(count=empty))
    points = Element("ul")
    for line in lines:
        point = Element("li")
        point.text = line
        points.append(point)
    box.append(points)
    return box


def _text(cell: HtmlElement) -> str:
    return " ".join(cell.text_content().replace(GAP, " ").split())
