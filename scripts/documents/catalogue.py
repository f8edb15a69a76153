"""Which files to print each page offers, what they are called and where they lie.

Names are in the reader's language and stay, so that a link to a file lasts: `trykk/`
below the edition's root in Norwegian, `en/print/` in English.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import Any

from scripts.content.pages import Site, SourcePage
from scripts.content.records import Paper
from scripts.content.short_forms import VARIANTS
from scripts.language.locales import Locale
from scripts.language.messages import Messages

PDF = "application/pdf"
DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
PPTX = "application/vnd.openxmlformats-officedocument.presentationml.presentation"
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
ZIP = "application/zip"
# Ending of a file -> what a browser is told of it, and what readers call it.
FORMATS = {
    ".pdf": (PDF, "PDF"),
    ".docx": (DOCX, "Word"),
    ".pptx": (PPTX, "PowerPoint"),
    ".xlsx": (XLSX, "Excel"),
    ".zip": (ZIP, "zip"),
}

_FOLDERS = {"no": "trykk", "en": "print"}
# The kind of a document -> its file in each language.
_NAMES = {
    "guide": {"no": "fase-{number}-{slug}-veiledning.pdf", "en": "phase-{number}-{slug}-guide.pdf"},
    "pack": {
        "no": "fase-{number}-{slug}-verkstedspakke.pdf",
        "en": "phase-{number}-{slug}-workshop-pack.pdf",
    },
    "roles": {
        "no": "fase-{number}-{slug}-rolleark.pdf",
        "en": "phase-{number}-{slug}-role-sheets.pdf",
    },
    "slides": {"no": "{slug}-lysbilder.pptx", "en": "{slug}-slides.pptx"},
    "introduction": {"no": "mkm-lysbilder.pptx", "en": "mkm-slides.pptx"},
    "plan": {"no": "mkm-regneark.xlsx", "en": "mkm-workbook.xlsx"},
    "folder": {"no": "fase-{number}-{slug}-alt.zip", "en": "phase-{number}-{slug}-everything.zip"},
    "short-pack": {
        "no": "fase-{number}-{slug}-kort-mote.pdf",
        "en": "phase-{number}-{slug}-short-meeting.pdf",
    },
    "short-workshop": {"no": "{slug}-kort-mote.docx", "en": "{slug}-short-meeting.docx"},
    "short-slides": {
        "no": "{slug}-kort-mote-lysbilder.pptx",
        "en": "{slug}-short-meeting-slides.pptx",
    },
    "screen-pack": {
        "no": "fase-{number}-{slug}-skjermmote.pdf",
        "en": "phase-{number}-{slug}-screen-meeting.pdf",
    },
    "screen-workshop": {"no": "{slug}-skjermmote.docx", "en": "{slug}-screen-meeting.docx"},
    "screen-slides": {
        "no": "{slug}-skjermmote-lysbilder.pptx",
        "en": "{slug}-screen-meeting-slides.pptx",
    },
    "workshop": {"no": "{slug}-verksted.docx", "en": "{slug}-workshop.docx"},
    "sheet": {"no": "{slug}-ark.pdf", "en": "{slug}-sheet.pdf"},
    "form": {"no": "{slug}-skjema.docx", "en": "{slug}-form.docx"},
    "draft": {"no": "{slug}-utkast.docx", "en": "{slug}-draft.docx"},
    "leaflet": {"no": "{slug}-utskrift.pdf", "en": "{slug}-printout.pdf"},
    "handbook": {"no": "handbok.pdf", "en": "handbook.pdf"},
    "poster": {"no": "plakat-a3.pdf", "en": "poster-a3.pdf"},
    "paper": {"no": "{file}-a4.pdf", "en": "{file}-a4.pdf"},
    "paper-form": {"no": "{file}-a4.docx", "en": "{file}-a4.docx"},
    "wall": {"no": "{file}-a3.pdf", "en": "{file}-a3.pdf"},
    "cards": {"no": "{file}-kort.pdf", "en": "{file}-cards.pdf"},
}
# How a paper is printed -> its documents.
_OF_PAPER = {"form": ("paper", "paper-form"), "wall": ("wall",), "cards": ("cards",)}
# What each variant of a workshop has, besides those of the long one.
_OF_VARIANT = ("pack", "workshop", "slides")
_OF_PAGE_KIND = {
    "phase": (
        *("guide", "pack", "roles", "workshop", "slides", "folder"),
        *(f"{variant}-{kind}" for variant in VARIANTS for kind in _OF_VARIANT),
    ),
    "tool": ("sheet", "form"),
    "template": ("draft",),
}
# Documents that are of no single phase or tool.
_OF_EVERYTHING = ("handbook", "poster", "introduction", "plan")
# The pages for one reader, each of which is printed on one sheet.
_READERS = (
    "for-shop-stewards",
    "for-elected-politicians",
    "for-managers",
    "for-development-guides",
    "for-researchers",
)
# The pages that lead to the documents of everything, and the one these are made from.
_OF_PAGE_ID = {
    "phases": ("handbook", "poster", "plan"),
    "tool-action-plan": ("plan",),
    "tools": ("handbook",),
    "method-one-page": ("leaflet", "introduction"),
    **dict.fromkeys(_READERS, ("leaflet",)),
}
_WHOLE = ("phases", "method-one-page")


@dataclass(frozen=True)
class Document:
    """One file: `path` is below the edition's root."""

    kind: str
    page: SourcePage
    path: str
    paper: Paper | None = None

    @property
    def locale(self) -> Locale:
        """The language it is written in."""
        return self.page.locale

    @property
    def media_type(self) -> str:
        """What a browser is told of the file."""
        return FORMATS[PurePosixPath(self.path).suffix][0]

    @property
    def variant(self) -> str:
        """Which short form of a workshop it belongs to, "" if to none."""
        name, _, kind = self.kind.partition("-")
        return name if kind else ""

    def title(self, words: Messages) -> str:
        """What the document is called: its page and what it is of it."""
        kind = words(f"print.{self.kind}")
        if self.kind in _OF_EVERYTHING:
            return kind
        if self.paper is not None:
            return f"{self.paper['title'][words.code]} – {kind[:1].lower()}{kind[1:]}"
        return f"{group_of(self, words)} – {kind[:1].lower()}{kind[1:]}"


def documents_of(page: SourcePage) -> list[Document]:
    """What a page offers, in the order readers want them."""
    kinds = _OF_PAGE_KIND.get(page.kind, ()) + _OF_PAGE_ID.get(page.id, ())
    return [_document(kind, page) for kind in kinds]


def word_file(page: SourcePage) -> Document:
    """The Word file of a tool or a phase."""
    return next(each for each in documents_of(page) if each.media_type == DOCX)


def slides_file(page: SourcePage) -> Document | None:
    """The slides of a page, if it has any."""
    return next((each for each in documents_of(page) if each.media_type == PPTX), None)


def variant_file(page: SourcePage, variant: str, kind: str) -> Document:
    """A file of a short form of a phase's workshop: its pack, its Word file or its slides."""
    wanted = f"{variant}-{kind}"
    return next(each for each in documents_of(page) if each.kind == wanted)


def of_kind(kind: str, site: Site, locale: Locale) -> list[Document]:
    """Every document of a kind in one language."""
    return [each for each in documents(site, locale) if each.kind == kind]


def documents_of_paper(paper: Paper, page: SourcePage) -> list[Document]:
    """The files of a paper of the workshops, whose section stands on a page."""
    kinds = [kind for form in paper["prints"] for kind in _OF_PAPER[form]]
    return [_document(kind, page, paper) for kind in kinds]


def documents(site: Site, locale: Locale, papers: Iterable[Paper] = ()) -> list[Document]:
    """Every document of one language once: of everything, readers, phases, tools and papers."""
    pages = site.by_id(locale)
    of_all = [pages[id_] for id_ in (*_WHOLE, *_READERS) if id_ in pages]
    found = [each for page in of_all for each in documents_of(page)]
    phases = [page for page in pages.values() if page.kind == "phase"]
    for page in sorted(phases, key=lambda page: page.meta.get("number", 0)):
        found += documents_of(page)
    for page in pages.values():
        if page.kind in ("tool", "template"):
            found += documents_of(page)
    for paper in papers:
        if paper["page"] in pages:
            found += documents_of_paper(paper, pages[paper["page"]])
    # A file that two pages offer is listed with the first of them.
    listed: dict[str, Document] = {}
    for each in found:
        listed.setdefault(each.path, each)
    return list(listed.values())


def _document(kind: str, page: SourcePage, paper: Paper | None = None) -> Document:
    slug = PurePosixPath(page.url).name
    code = page.locale.code
    file = paper["file"][code] if paper else ""
    name = _NAMES[kind][code].format(number=page.meta.get("number"), slug=slug, file=file)
    return Document(kind, page, f"{page.locale.prefix}{_FOLDERS[code]}/{name}", paper)


def rows(found: list[Document], words: Messages) -> list[dict[str, Any]]:
    """Documents as the templates list them."""
    groups = [group_of(each, words) for each in found]
    return [
        {
            "group": group,
            "order": groups.index(group),
            "path": each.path,
            "kind": each.kind,
            "name": _name(each, words),
            "title": each.title(words),
            "type": each.media_type,
            "format": FORMATS[PurePosixPath(each.path).suffix][1],
            "lang": each.locale.lang,
            "page": "papers" if each.paper else each.page.id,
        }
        for each, group in zip(found, groups, strict=True)
    ]


def _name(document: Document, words: Messages) -> str:
    """What a file is called where its page or its group is named; a paper says which it is."""
    return document.title(words) if document.paper else words(f"print.{document.kind}")


def group_of(document: Document, words: Messages) -> str:
    """Under what a list of all documents has it: its page, or everything."""
    number = document.page.meta.get("number")
    if document.kind in _OF_EVERYTHING:
        return words("downloads.whole")
    if document.paper is not None:
        return words("downloads.papers")
    title = document.page.title
    return f"{words('facts.phase')} {number}: {title}" if number else title
