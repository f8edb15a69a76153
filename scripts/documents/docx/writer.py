"""Writes a sheet as a Word file to fill in on screen or by hand.

Headings, lists and tables are semantic, every blank cell is a content control with a unique
name, and equal sheets give equal bytes.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from itertools import count
from typing import Any

from docx.document import Document as WordDocument
from docx.enum.text import WD_TAB_ALIGNMENT
from docx.text.paragraph import Paragraph as WordParagraph

from scripts.common.shorten import shorten
from scripts.documents.docx.elements import control, link, node, number_field, run, tick_box
from scripts.documents.docx.table import word_table
from scripts.documents.docx.template import TEXT_WIDTH, new_document, new_numbering, to_bytes
from scripts.documents.sections import (
    BOXES,
    NUMBERS,
    Heading,
    Listing,
    Paragraph,
    Part,
    Span,
    Table,
    Text,
    lead_in,
    plain,
)
from scripts.documents.worksheets import Sheet
from scripts.documents.zip_file import EPOCH
from scripts.language.messages import Messages
from scripts.web.tokens import Tokens

# The maximum length of a core property, in characters.
_LONGEST_PROPERTY = 255
# Language codes of the site's markup -> Word's codes.
_LANGUAGES = {"nb": "nb-NO", "no": "nb-NO", "nn": "nn-NO", "en": "en-GB", "sv": "sv-SE"}


def form_docx(sheet: Sheet, words: Messages, tokens: Tokens) -> bytes:
    """The Word file of a sheet, in the light colours of the project."""
    return _Writer(sheet, words, tokens).write()


class _Writer:
    """Writes one document; content controls are numbered in order."""

    def __init__(self, sheet: Sheet, words: Messages, tokens: Tokens) -> None:
        self.sheet = sheet
        self.words = words
        self.tokens = tokens
        self.document: WordDocument = new_document(sheet.locale.csl, tokens)
        self.numbers = count(1)

    def write(self) -> bytes:
        sheet, document = self.sheet, self.document
        about = document.core_properties
        about.title, about.author, about.language = sheet.title, sheet.publisher, sheet.locale.csl
        about.last_modified_by = sheet.publisher
        # python-docx rejects longer ones.
        about.subject = shorten(sheet.purpose, _LONGEST_PROPERTY)
        about.comments, about.keywords = sheet.address, ""
        about.created = about.modified = EPOCH
        document.add_paragraph(sheet.title, style="Title")
        document.add_paragraph(sheet.purpose)
        document.add_paragraph(sheet.facts, style="Small Print")
        document.add_paragraph(self.words("print.own-phases"), style="Own Word")
        for at, part in enumerate(sheet.parts):
            self._part(part, apart=at in sheet.apart)
        self._footer()
        return to_bytes(document)

    def _part(self, part: Part, *, apart: bool) -> None:
        heading = self.document.add_paragraph(part.title, style="Heading 1")
        heading.paragraph_format.page_break_before = apart or None
        title = part.title
        for block, following in zip(part.blocks, [*part.blocks[1:], None], strict=True):
            if isinstance(block, Paragraph):
                above = isinstance(following, Table)
                self._paragraph(block.text, "Caption" if above else "Normal")
                title = lead_in(block.text) if above and block.text[0].bold else part.title
            elif isinstance(block, Heading):
                title = plain(block.text)
                self.document.add_paragraph(title, style="Heading 2")
            elif isinstance(block, Listing):
                self._listing(block)
            else:
                self._table(block, title)
                title = part.title

    def _paragraph(self, text: Text, style: str) -> WordParagraph:
        paragraph = self.document.add_paragraph(style=style)
        paragraph._p.extend(self._runs(text))
        return paragraph

    def _runs(self, text: Text) -> Iterator[object]:
        for span in text:
            if span.blank:
                lang = self._date_language(span.text)
                yield control(span.text, next(self.numbers), f"[{span.text}]", lang)
                continue
            yield link(self.document.part, span.href, _run(span)) if span.href else _run(span)

    def _listing(self, block: Listing) -> None:
        if block.kind == BOXES:
            for at, item in enumerate(block.items, 1):
                paragraph = self.document.add_paragraph(style="Tick List")
                # Keep a checklist on one page, since it is read out as a whole.
                paragraph.paragraph_format.keep_with_next = at < len(block.items) or None
                paragraph._p.append(tick_box(plain(item), next(self.numbers)))
                paragraph._p.extend([node("w:r", node("w:tab")), *self._runs(item)])
            return
        numbered = new_numbering(self.document, block.start) if block.kind == NUMBERS else 0
        for item in block.items:
            paragraph = self._paragraph(item, "List Number" if numbered else "List Bullet")
            if numbered:
                properties: Any = paragraph._p.get_or_add_pPr().get_or_add_numPr()
                properties.get_or_add_ilvl().val = 0
                properties.get_or_add_numId().val = numbered

    def _table(self, table: Table, title: str) -> None:
        # A table without a title is named by its first header.
        name = title if title != "" else plain(table.heads[0])
        heads = [plain(head) for head in table.heads]
        about = f"{name}. {self.words('form.columns')} {', '.join(filter(None, heads))}"
        names = field_names(table, self.words("form.row"))

        def blank(*labels: str) -> object:
            lang = self._date_language(*labels)
            return control(next(names), next(self.numbers), date=lang)

        rows = [
            [
                list(self._runs(cell)) if cell else [blank(plain(row[0]), head)]
                for cell, head in zip(row, heads, strict=True)
            ]
            for row in table.rows
        ]
        element = word_table(table, rows, self.tokens, title=name, about=about)
        self.document.element.body.insert_element_before(element, "w:sectPr")
        self.document.add_paragraph(style="Table End")

    def _date_language(self, *labels: str) -> str:
        """The language of the date that a blank with these labels asks for, or ""."""
        word, joint = self.words("form.date"), self.words("and")
        asks = any(asks_for_date(label, word, joint) for label in labels)
        return self.sheet.locale.csl if asks else ""

    def _footer(self) -> None:
        footer = self.document.sections[0].footer
        first, sheet, words = footer.paragraphs[0], self.sheet, self.words
        first.paragraph_format.tab_stops.add_tab_stop(TEXT_WIDTH, WD_TAB_ALIGNMENT.RIGHT)
        parts = [
            run(f"{sheet.publisher}. {words('form.licence')}"),
            node("w:r", node("w:tab")),
            run(f"{words('form.page')} "),
            number_field("PAGE"),
            run(f" {words('form.of')} "),
            number_field("NUMPAGES"),
        ]
        first._p.extend(parts)
        second = footer.add_paragraph(f"{words('form.whole')} ", style="Footer")
        text = run(sheet.address, node("w:rStyle", val="Hyperlink"))
        second._p.append(link(footer.part, sheet.address, text))
        if sheet.edition:
            second._p.append(run(f". {sheet.edition}."))


def _run(span: Span) -> object:
    # The schema prescribes this order: style, bold, italic, level, language.
    properties = [node("w:rStyle", val="Hyperlink")] if span.href else []
    properties += [node("w:b")] if span.bold else []
    properties += [node("w:i")] if span.italic else []
    properties += [node("w:vertAlign", val=span.level)] if span.level else []
    if span.lang in _LANGUAGES:
        properties.append(node("w:lang", val=_LANGUAGES[span.lang]))
    return run(span.text, *properties)


def asks_for_date(label: str, word: str, joint: str) -> bool:
    """Whether a label asks for a date and nothing else: “Dato for svar”, “Review date”.

    `word` is the word for a date, `joint` the one that joins things (“and”).
    """
    words = label.casefold().split()
    alone = "," not in label and joint not in words
    return alone and word in (words[:1] + words[-1:])


def field_names(table: Table, row_word: str) -> Iterator[str]:
    """A unique name for each blank cell, from its row and column."""
    used: Counter[str] = Counter()
    for number, row in enumerate(table.rows, 1):
        label = plain(row[0]) or f"{row_word} {number}"
        for cell, head in zip(row, table.heads, strict=True):
            if cell:
                continue
            name = ": ".join(filter(None, [label, plain(head)]))
            used[name] += 1
            yield name if used[name] == 1 else f"{name} ({used[name]})"
