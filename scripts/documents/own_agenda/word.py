"""The Word template of an agenda."""

from __future__ import annotations

from lxml import etree

from scripts.documents.docx.elements import qualified
from scripts.documents.docx.writer import form_docx
from scripts.documents.own_agenda.kit import (
    FILLER,
    PackagePart,
    as_text,
    part_named,
    parts_of,
    wrap,
)
from scripts.documents.sections import POINTS, Listing, Paragraph, Span, Table, Text
from scripts.documents.sections import Part as Section
from scripts.documents.worksheets import Sheet
from scripts.language.locales import Locale
from scripts.language.messages import Messages
from scripts.web.tokens import Tokens

# The columns of the agenda: placeholder, message key of the header, and width in characters.
_COLUMNS = (
    ("clock", "agenda.said.clock", 8),
    ("minutes", "agenda.said.min", 6),
    ("what", "agenda.said.what", 30),
    ("how", "agenda.said.how", 60),
    ("material", "agenda.said.materials", 28),
)
_DOCUMENT = "word/document.xml"


def word_kit(
    locale: Locale, publisher: str, address: str, words: Messages, tokens: Tokens
) -> list[PackagePart]:
    """The members of the file; `address` is that of the agenda builder's page."""
    parts = parts_of(form_docx(_sheet(locale, publisher, address, words), words, tokens))
    document = part_named(parts, _DOCUMENT)
    root = etree.fromstring(document["text"].encode())
    wrap(root, qualified("w:tr"), "{clock}", "rows")
    wrap(root, qualified("w:p"), "{item}", "needed")
    wrap(root, qualified("w:p"), "{note}", "notes")
    document["text"] = as_text(root)
    return parts


def _sheet(locale: Locale, publisher: str, address: str, words: Messages) -> Sheet:
    agenda = Table(
        tuple(_text(words(head)) for _, head, _ in _COLUMNS),
        (tuple(_text(_placeholder(name, width)) for name, _, width in _COLUMNS),),
    )
    notes = Listing(POINTS, ((Span("{lead}", bold=True), Span(" {note}")),))
    return Sheet(
        title="{title}",
        locale=locale,
        publisher=publisher,
        address=address,
        edition=None,
        purpose="{when}",
        facts="{facts}",
        parts=(
            Section(
                words("agenda.said.untitled"),
                (
                    agenda,
                    Paragraph(_text("{seats}")),
                    Paragraph(_text("{from}")),
                    Paragraph((Span(words("agenda.said.change"), href="{address}"),)),
                ),
            ),
            Section(words("agenda.said.materials"), (Listing(POINTS, (_text("{item}"),)),)),
            Section(words("agenda.said.leader"), (notes,)),
        ),
    )


def _text(text: str) -> Text:
    return (Span(text),)


def _placeholder(name: str, width: int) -> str:
    """A placeholder, padded to the preferred width of its column."""
    return f"{{{name}}}".ljust(width, FILLER)
