"""The catalogue of downloads: which files each page offers, and their titles."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import PurePosixPath

from scripts.content.pages import Site, SourcePage
from scripts.content.papers import papers_on
from scripts.content.records import Paper
from scripts.content.short_forms import VARIANTS
from scripts.documents.file_names import file_path
from scripts.language.locales import Locale
from scripts.language.messages import Messages

PDF = "application/pdf"
DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
PPTX = "application/vnd.openxmlformats-officedocument.presentationml.presentation"
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
ZIP = "application/zip"
EPUB = "application/epub+zip"
# File extension -> media type, and the name of the format for readers.
FORMATS = {
    ".pdf": (PDF, "PDF"),
    ".docx": (DOCX, "Word"),
    ".pptx": (PPTX, "PowerPoint"),
    ".xlsx": (XLSX, "Excel"),
    ".zip": (ZIP, "zip"),
    ".epub": (EPUB, "EPUB"),
}

# How a paper is printed -> its documents.
_OF_PAPER = {"form": ("paper", "paper-form"), "wall": ("wall",), "cards": ("cards",)}
# The kinds of documents of each short variant of a workshop.
_OF_VARIANT = ("pack", "workshop", "slides", "letters")
_OF_PAGE_KIND = {
    "phase": (
        *("guide", "pack", "roles", "workshop", "slides", "letters", "folder"),
        *(f"{variant}-{kind}" for variant in VARIANTS for kind in _OF_VARIANT),
    ),
    "tool": ("sheet", "form"),
    "template": ("draft",),
}
# Offered below the agenda, with the planner, instead of at the top of the page.
LETTERS = "letters"
# Documents that belong to no single phase or tool.
_OF_EVERYTHING = ("handbook", "poster", "introduction", "plan", "book")
LEAFLET = "leaflet"
# The pages for one audience, each of which has a one-sheet leaflet.
_READERS = (
    "for-shop-stewards",
    "for-elected-politicians",
    "for-managers",
    "for-development-guides",
    "for-researchers",
)
# The pages that offer general documents, and the ones these are made from.
_OF_PAGE_ID = {
    "phases": ("handbook", "poster", "plan"),
    "tool-action-plan": ("plan",),
    "tools": ("handbook",),
    "method-one-page": (LEAFLET, "introduction"),
    "archive": ("book",),
    **dict.fromkeys(_READERS, (LEAFLET,)),
}
_WHOLE = ("phases", "method-one-page", "archive")


@dataclass(frozen=True)
class Document:
    """A file to download; `path` is relative to the edition's root."""

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
        """The media type (MIME) of the file."""
        return FORMATS[PurePosixPath(self.path).suffix][0]

    @property
    def variant(self) -> str:
        """The short variant of a workshop that it belongs to, "" if none."""
        name, _, kind = self.kind.partition("-")
        return name if kind and name in VARIANTS else ""

    @property
    def is_of_everything(self) -> bool:
        """Whether it is of no single phase, tool or reader."""
        return self.kind in _OF_EVERYTHING

    def title(self, words: Messages) -> str:
        """The title of the document: its page, and its kind."""
        kind = words(f"print.{self.kind}")
        if self.is_of_everything:
            return kind
        if self.kind == LEAFLET:
            return f"{self.page.title} – {_within(kind)}"
        if self.paper is not None:
            return f"{self.paper['title'][words.code]} – {_within(kind)}"
        return f"{group_of(self, words)} – {_within(kind)}"


def _within(kind: str) -> str:
    """The kind as the end of a title: “Guidance” in lower case, “A4 sheet” unchanged."""
    return f"{kind[:1].lower()}{kind[1:]}" if kind[1:2].islower() else kind


def documents_of(page: SourcePage) -> list[Document]:
    """The documents of a page, in the order readers want them."""
    kinds = _OF_PAGE_KIND.get(page.kind, ()) + _OF_PAGE_ID.get(page.id, ())
    return [_document(kind, page) for kind in kinds]


def documents_on(page: SourcePage, papers: Iterable[Paper]) -> list[Document]:
    """The documents of a page, and those of papers with a section on it."""
    of_papers = (documents_of_paper(paper, page) for paper in papers_on(papers, page))
    return documents_of(page) + [each for files in of_papers for each in files]


def word_file(page: SourcePage) -> Document:
    """The Word file of a tool or a phase."""
    return next(each for each in documents_of(page) if each.media_type == DOCX)


def letters_of(page: SourcePage) -> list[Document]:
    """The letters of a phase in Word: for its workshop, and for each short variant."""
    return [
        each for each in documents_of(page) if each.kind.removeprefix(f"{each.variant}-") == LETTERS
    ]


def slides_file(page: SourcePage) -> Document | None:
    """The slides of a page, if it has any."""
    return next((each for each in documents_of(page) if each.media_type == PPTX), None)


def variant_file(page: SourcePage, variant: str, kind: str) -> Document:
    """A file of a phase's workshop, or of a short variant of it: pack, Word or slides."""
    wanted = f"{variant}-{kind}" if variant else kind
    return next(each for each in documents_of(page) if each.kind == wanted)


def of_kind(kind: str, site: Site, locale: Locale) -> list[Document]:
    """Every document of a kind in one language."""
    return [each for each in documents(site, locale) if each.kind == kind]


def documents_of_paper(paper: Paper, page: SourcePage) -> list[Document]:
    """The files of a workshop paper, whose section is on `page`."""
    kinds = [kind for form in paper["prints"] for kind in _OF_PAPER[form]]
    return [_document(kind, page, paper) for kind in kinds]


def documents(site: Site, locale: Locale, papers: Iterable[Paper] = ()) -> list[Document]:
    """Every document of one language, without duplicates and in the order of the full list."""
    pages = site.by_id(locale)
    of_all = [pages[id_] for id_ in _WHOLE if id_ in pages]
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
    found += [each for id_ in _READERS if id_ in pages for each in documents_of(pages[id_])]
    # All leaflets together, though that of the whole method is on a page with other files.
    found.sort(key=lambda each: each.kind == LEAFLET)
    # A file that two pages offer is listed with the first.
    listed: dict[str, Document] = {}
    for each in found:
        listed.setdefault(each.path, each)
    return list(listed.values())


def _document(kind: str, page: SourcePage, paper: Paper | None = None) -> Document:
    return Document(kind, page, file_path(kind, page, paper), paper)


def group_of(document: Document, words: Messages) -> str:
    """The heading of a document's group in a list of all: its page, or a general one."""
    number = document.page.meta.get("number")
    if document.is_of_everything:
        return words("downloads.whole")
    if document.paper is not None:
        return words("downloads.papers")
    if document.kind == LEAFLET:
        return words("downloads.leaflets")
    title = document.page.title
    return f"{words('facts.phase')} {number}: {title}" if number else title
