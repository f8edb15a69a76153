"""An empty A4 document with the site's styles, and reproducible serialisation."""

from __future__ import annotations

from functools import cache
from io import BytesIO
from typing import Any

from docx import Document
from docx.document import Document as WordDocument
from docx.enum.style import WD_STYLE_TYPE
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.shared import Mm, Pt, RGBColor

from scripts.documents.docx.elements import Node, node, qualified
from scripts.documents.zip_file import timeless
from scripts.web.tokens import Tokens

FONT = "Arial"  # everywhere, or a metric-compatible one (Liberation Sans)
TEXT_WIDTH = Mm(210 - 2 * 18)
# Names of colours in overrides/tokens.css.
_INK, _STRONG, _QUIET, _LINK = "text", "strong", "quiet", "link"

# Style -> font size (points), bold, colour, spacing before and after (points).
_STYLES: dict[str, tuple[float, bool, str, float, float]] = {
    "Normal": (10.5, False, _INK, 0, 5),
    "Title": (24, True, _STRONG, 0, 4),
    "Heading 1": (15, True, _STRONG, 14, 4),
    "Heading 2": (12, True, _STRONG, 10, 3),
    "Caption": (10.5, False, _INK, 8, 3),
    "List Number": (10, False, _INK, 0, 2),
    "List Bullet": (10, False, _INK, 0, 2),
    "Footer": (8.5, False, _QUIET, 0, 0),
}
_OWN_STYLES: dict[str, tuple[float, bool, str, float, float]] = {
    "Table Head": (9.5, True, _INK, 2, 2),
    "Table Text": (9.5, False, _INK, 2, 2),
    "Tick List": (10, False, _INK, 0, 2),
    "Small Print": (9, False, _QUIET, 0, 4),
    "Own Word": (9.5, True, _INK, 0, 4),  # for the site's own claims, which have no source
    # Word merges adjacent tables, and requires a paragraph after the last.
    "Table End": (1, False, _INK, 0, 12),
}
_CHARACTER_STYLES = {"Placeholder Text": _QUIET, "Hyperlink": _LINK}
_ALWAYS = {"Default Paragraph Font", "Normal Table", "No List", "Table Grid"}
# Parts of python-docx's template that our documents do not need.
_SPARE = (
    "http://schemas.microsoft.com/office/2007/relationships/stylesWithEffects",
    RELATIONSHIP_TYPE.CUSTOM_XML,
    RELATIONSHIP_TYPE.THUMBNAIL,
)


def new_document(language: str, tokens: Tokens) -> WordDocument:
    """An empty document in a language (`nb-NO`, `en-GB`), with the project's colours."""
    return Document(BytesIO(_base(language, tokens)))


@cache
def _base(language: str, tokens: Tokens) -> bytes:
    """The template with only our styles: a tenth of python-docx's size, and as much faster."""
    document = Document()
    _drop_spare_parts(document)
    _set_styles(document, language, tokens)
    _set_settings(document, language)
    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.left_margin = section.right_margin = Mm(18)
    section.top_margin, section.bottom_margin = Mm(16), Mm(18)
    section.header_distance = section.footer_distance = Mm(9)
    return to_bytes(document)


def to_bytes(document: WordDocument) -> bytes:
    """Serialise the document, with fixed timestamps."""
    saved = BytesIO()
    document.save(saved)
    return timeless(saved.getvalue())


def _drop_spare_parts(document: WordDocument) -> None:
    for holder in (document.part, document.part.package):
        for key, relation in list(holder.rels.items()):
            if relation.reltype in _SPARE:
                del holder.rels[key]


def _set_styles(document: WordDocument, language: str, tokens: Tokens) -> None:
    kept = {*_STYLES, *_ALWAYS}
    for style in list(document.styles):
        if style.name not in kept:
            style.delete()
    for name in _OWN_STYLES:
        document.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
    for name, look in {**_STYLES, **_OWN_STYLES}.items():
        size, bold, colour, before, after = look
        _dress(document.styles[name], size, bold, hexadecimal(tokens, colour), before, after)
    for name, colour in _CHARACTER_STYLES.items():
        added: Any = document.styles.add_style(name, WD_STYLE_TYPE.CHARACTER)
        added.font.color.rgb = RGBColor.from_string(hexadecimal(tokens, colour))
        added.font.underline = name == "Hyperlink"
    for name in ("Title", "Heading 1", "Heading 2", "Caption", "Table Head"):
        document.styles[name].paragraph_format.keep_with_next = True
    tick: Any = document.styles["Tick List"]
    tick.paragraph_format.left_indent = Mm(7)
    tick.paragraph_format.first_line_indent = Mm(-7)
    defaults = document.styles.element.find(f".//{qualified('w:rPrDefault')}/*")
    for child in list(defaults):
        defaults.remove(child)
    defaults.extend([_font(), node("w:sz", val=21), node("w:lang", val=language)])


def hexadecimal(tokens: Tokens, name: str) -> str:
    """A colour of overrides/tokens.css as Word writes it."""
    return tokens.light[name].removeprefix("#").upper()


def _dress(style: Any, size: float, bold: bool, colour: str, before: float, after: float) -> None:
    """Replace a style's formatting in the template with ours."""
    element = style.element
    for name in ("w:rPr", "w:pPr/w:pBdr", "w:pPr/w:spacing", "w:pPr/w:tabs", "w:link"):
        for old in element.findall("/".join(map(qualified, name.split("/")))):
            old.getparent().remove(old)
    style.font.size, style.font.bold = Pt(size), bold or None
    style.font.color.rgb = RGBColor.from_string(colour)
    layout = style.paragraph_format
    layout.space_before, layout.space_after, layout.line_spacing = Pt(before), Pt(after), 1.15
    layout.widow_control = True


def new_numbering(document: WordDocument, start: int) -> int:
    """Add a numbering instance, so that a list does not continue the previous one; its id."""
    style = document.styles["List Number"].element
    of_style = style.find(f".//{qualified('w:numId')}").get(qualified("w:val"))
    numbering: Any = document.part.numbering_part.element
    added = numbering.add_num(numbering.num_having_numId(int(of_style)).abstractNumId.val)
    added.add_lvlOverride(ilvl=0).add_startOverride(start)
    return int(added.numId)


def _font() -> Node:
    return node("w:rFonts", ascii=FONT, hAnsi=FONT, cs=FONT, eastAsia=FONT)


def _set_settings(document: WordDocument, language: str) -> None:
    settings = document.settings.element
    theme = settings.find(qualified("w:themeFontLang"))
    for key in list(theme.attrib):
        del theme.attrib[key]
    theme.set(qualified("w:val"), language)
    for setting in settings.iter(qualified("w:compatSetting")):
        if setting.get(qualified("w:name")) == "compatibilityMode":
            setting.set(qualified("w:val"), "15")  # current Word, not "compatibility mode"
    decimal = settings.find(qualified("w:decimalSymbol"))
    decimal.set(qualified("w:val"), "," if language.startswith("nb") else ".")
    separator = settings.find(qualified("w:listSeparator"))
    separator.set(qualified("w:val"), ";" if language.startswith("nb") else ",")
