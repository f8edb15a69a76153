"""The slide template of an agenda: a title slide, the agenda, and a slide per item."""

from __future__ import annotations

import re

from lxml import etree
from pptx.oxml.ns import qn

from scripts.documents.own_agenda.kit import PackagePart, as_text, each, part_named, parts_of, wrap
from scripts.documents.pptx.writer import deck_pptx
from scripts.documents.slides import SMALL_SIZES, Deck, Slide
from scripts.language.locales import Locale
from scripts.language.messages import Messages
from scripts.web.tokens import Tokens

# The numbers of the template's slides that repeat for each element of a list.
_REPEATED = {2: "pages", 3: "items"}


def slides_kit(
    locale: Locale, publisher: str, address: str, words: Messages, tokens: Tokens
) -> list[PackagePart]:
    """The members of the file; `address` is that of the agenda builder's page."""
    parts = parts_of(deck_pptx(_deck(locale, publisher, address, words), words, tokens))
    for part in parts:
        if re.fullmatch(r"ppt/(notesSlides|slides)/\w+\.xml", part["name"]):
            part["text"] = _with_lists(part["text"])
    for number, list_ in _REPEATED.items():
        _repeat(parts, number, list_)
    return parts


def _deck(locale: Locale, publisher: str, address: str, words: Messages) -> Deck:
    own = words("print.own-phases")
    last = (address, own, words("form.licence"))
    return Deck(
        "{title}",
        "{when}",
        locale,
        publisher,
        address,
        (
            Slide(words("agenda.said.untitled") + "{part}", rows=(("{clock}", "{what}"),)),
            Slide("{what}", ("{point}",), foot="{foot}", notes=("{note}",)),
            Slide(words("slides.more"), last, sizes=SMALL_SIZES),
        ),
        ("{facts}", "{seats}", "{from}", own),
    )


def _with_lists(text: str) -> str:
    """A slide or its notes, with list comments around rows, points and notes."""
    root = etree.fromstring(text.encode())
    wrap(root, qn("a:tr"), "{clock}", "rows")
    wrap(root, qn("a:p"), "{note}", "notes")
    for paragraph in wrap(root, qn("a:p"), "{point}", "points"):
        # The font size depends on the amount of text on the slide.
        for run in paragraph.iter(qn("a:rPr")):
            run.set("sz", "{size}00")
        for space in paragraph.iter(qn("a:spcPts")):
            space.set("val", "{gap}")
    return as_text(root)


def _repeat(parts: list[PackagePart], number: int, list_: str) -> None:
    """Make a slide of the template, and its notes, repeat for each element of a list."""
    relations = part_named(parts, "ppt/_rels/presentation.xml.rels")
    target = rf"<Relationship [^>]*slides/slide{number}\.xml[^>]*>"
    relation = _match(target, relations["text"])
    id_ = _match(r'Id="\w+"', relation)
    renamed = relation.replace(id_, 'Id="rIdS{number}"').replace(
        f"/slide{number}.xml", "/slide{number}.xml"
    )
    relations["text"] = relations["text"].replace(relation, each(list_, renamed))
    presentation = part_named(parts, "ppt/presentation.xml")
    slide = _match(
        rf"<p:sldId [^>]*r:{id_.lower()}[^>]*>".replace("rid", "rId"), presentation["text"]
    )
    # Slide ids start at 256.
    repeated = each(list_, '<p:sldId id="100{number}" r:id="rIdS{number}"/>')
    presentation["text"] = presentation["text"].replace(slide, repeated)
    rels = part_named(parts, f"ppt/slides/_rels/slide{number}.xml.rels")
    notes = re.search(r"/notesSlide(\d+)\.xml", rels["text"])
    names = {f"/slide{number}.xml": "/slide{number}.xml"}
    if notes:
        names[notes[0]] = "/notesSlide{number}.xml"
    for part in parts:
        for old, new in names.items():
            if f"/{part['name']}".removesuffix(".rels").endswith(old):
                part["name"] = part["name"].replace(old[1:], new[1:])
                part["each"] = list_
                for before, after in names.items():
                    part["text"] = part["text"].replace(before, after)
    types = part_named(parts, "[Content_Types].xml")
    for old, new in names.items():
        override = _match(rf"<Override [^>]*{re.escape(old)}[^>]*>", types["text"])
        types["text"] = types["text"].replace(override, each(list_, override.replace(old, new)))


def _match(pattern: str, text: str) -> str:
    """The first match of a pattern that python-pptx's output always contains."""
    match = re.search(pattern, text)
    assert match, pattern
    return match[0]
