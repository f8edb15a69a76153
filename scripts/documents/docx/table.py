"""Tables of Word files: repeated header rows, unsplit rows, and fitted column widths."""

from __future__ import annotations

from collections.abc import Sequence

from scripts.documents.docx.elements import Node, node, run
from scripts.documents.docx.template import TEXT_WIDTH, hexadecimal
from scripts.documents.sections import Table, plain
from scripts.web.tokens import Tokens

# The minimum height of a row for handwriting, in twentieths of a point: 8 and 11 mm.
_ROW, _TALL_ROW = 454, 624
# Tables of up to this many rows are kept on one page.
_SHORT = 8
# Preferred column widths in characters: maximum for labels and text; blanks; a sole blank.
_LABEL, _TEXT, _BLANK, _ONLY_BLANK = 24, 60, 26, 46
# For minimum widths that split no word: the width of a bold character, and the cell margins.
_LETTER, _PADDING = 112, 240


def word_table(
    table: Table,
    rows: Sequence[Sequence[list[Node]]],
    tokens: Tokens,
    *,
    title: str,
    about: str,
) -> Node:
    """The table; `rows` holds the content of its cells, `title` and `about` are its alt text."""
    widths = column_widths(table)
    blanks = sum(table.blank(column) for column in range(len(table.heads)))
    # Rows without a column to fill in have the height of their text.
    height = (_TALL_ROW if blanks == 1 and len(widths) == 2 else _ROW) if blanks else 0
    borders = [
        node(f"w:{edge}", val="single", sz=4, space=0, color=hexadecimal(tokens, "edge"))
        for edge in ("top", "left", "bottom", "right", "insideH", "insideV")
    ]
    return node(
        "w:tbl",
        node(
            "w:tblPr",
            node("w:tblStyle", val="TableGrid"),
            node("w:tblW", w=sum(widths), type="dxa"),
            node("w:tblBorders", *borders),
            node("w:tblLayout", type="fixed"),
            node("w:tblLook", val="0020", firstRow=1, lastRow=0, firstColumn=0, noVBand=1),
            node("w:tblCaption", val=title),
            node("w:tblDescription", val=about),
        ),
        node("w:tblGrid", *(node("w:gridCol", w=width) for width in widths)),
        _heads(table, widths, hexadecimal(tokens, "raised")),
        *(
            _row(table, cells, widths, height, together=at < len(rows) <= _SHORT)
            for at, cells in enumerate(rows, 1)
        ),
    )


def column_widths(table: Table) -> list[int]:
    """The width of each column in twentieths of a point; the sum is the text width."""
    blanks = [table.blank(column) for column in range(len(table.heads))]
    least, wishes = [], []
    for column, blank in enumerate(blanks):
        longest = max(len(plain(row[column])) for row in (table.heads, *table.rows))
        most = _BLANK if blank else _LABEL if any(blanks) else _TEXT
        wish = min(longest, most)
        if blank and column == 0:
            wish = _BLANK  # row labels to fill in, however short the header
        elif blank and blanks.count(True) == 1:
            wish = _ONLY_BLANK
        wishes.append(wish)
        # Avoid splitting words, in the header and in the cells.
        words = [word for row in (table.heads, *table.rows) for word in plain(row[column]).split()]
        least.append(_PADDING + _LETTER * max(map(len, words), default=0))
    room = TEXT_WIDTH.twips - sum(least)
    if room < 0:
        # Too many columns for their longest words: let Word split the longest.
        most = _longest_that_fit(least)
        least = [min(floor, most) for floor in least]
        room = TEXT_WIDTH.twips - sum(least)
    widths = [
        floor + room * wish // (sum(wishes) or 1) for floor, wish in zip(least, wishes, strict=True)
    ]
    widths[-1] += TEXT_WIDTH.twips - sum(widths)
    return widths


def _longest_that_fit(least: Sequence[int]) -> int:
    """The maximum width of a column at which all columns together fit the text width."""
    room = int(TEXT_WIDTH.twips)
    for left, floor in zip(range(len(least), 0, -1), sorted(least), strict=True):
        if floor * left > room:
            return room // left
        room -= floor
    return max(least)


def _heads(table: Table, widths: Sequence[int], ground: str) -> Node:
    shade = {"val": "clear", "color": "auto", "fill": ground}
    cells = [
        node(
            "w:tc",
            node("w:tcPr", node("w:tcW", w=width, type="dxa"), node("w:shd", **shade)),
            _paragraph("TableHead", [run(plain(head))] if head else [], *_aligned(table, column)),
        )
        for column, (head, width) in enumerate(zip(table.heads, widths, strict=True))
    ]
    return node("w:tr", node("w:trPr", node("w:cantSplit"), node("w:tblHeader")), *cells)


def _row(
    table: Table,
    cells: Sequence[list[Node]],
    widths: Sequence[int],
    height: int,
    *,
    together: bool,
) -> Node:
    least = [node("w:trHeight", val=height, hRule="atLeast")] if height else []
    return node(
        "w:tr",
        node("w:trPr", node("w:cantSplit"), *least),
        *(
            node(
                "w:tc",
                node("w:tcPr", node("w:tcW", w=width, type="dxa")),
                _paragraph("TableText", content, *_layout(table, column, together)),
            )
            for column, (content, width) in enumerate(zip(cells, widths, strict=True))
        ),
    )


def _layout(table: Table, column: int, together: bool) -> list[Node]:
    return [*([node("w:keepNext")] if together else []), *_aligned(table, column)]


def _aligned(table: Table, column: int) -> list[Node]:
    side = table.sides[column] if column < len(table.sides) else ""
    return [node("w:jc", val=side)] if side else []


def _paragraph(style: str, content: Sequence[Node], *layout: Node) -> Node:
    return node("w:p", node("w:pPr", node("w:pStyle", val=style), *layout), *content)
