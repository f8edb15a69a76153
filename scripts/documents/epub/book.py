"""A whole edition in one language as EPUB 3: the members of the file, in order.

EPUB 3.3 (W3C): https://www.w3.org/TR/epub-33/. Metadata on accessibility: EPUB Accessibility 1.1.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from mimetypes import guess_type
from uuid import NAMESPACE_URL, uuid5

from scripts.content import licence
from scripts.content.pages import SourcePage
from scripts.documents.catalogue import Document
from scripts.documents.epub.chapters import Chapter, chapters, file_of
from scripts.documents.epub.drawings import Drawings
from scripts.documents.pdf.render import PrintContext, environment
from scripts.documents.zip_file import EPOCH, zipped
from scripts.language.formats import written_date
from scripts.web.title_languages import foreign_titles, mark_titles
from scripts.web.tokens import read_tokens

MEDIA_TYPE = "application/epub+zip"
_FOLDER = "EPUB"
_CONTAINER = f"""<?xml version="1.0" encoding="utf-8"?>
<container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container">
<rootfiles>
<rootfile full-path="{_FOLDER}/package.opf" media-type="application/oebps-package+xml"/>
</rootfiles>
</container>
"""
# Page id -> its type as a landmark of the book (EPUB Structural Semantics Vocabulary).
_LANDMARKS = {"glossary": "glossary", "sources": "bibliography"}


@dataclass(frozen=True)
class BookPart:
    """A section of the navigation with its pages; parts may be nested."""

    title: str
    entries: tuple[BookPart | SourcePage, ...]

    def pages(self) -> Iterator[SourcePage]:
        """The pages in order."""
        for entry in self.entries:
            if isinstance(entry, BookPart):
                yield from entry.pages()
            else:
                yield entry


def epub(context: PrintContext, document: Document, contents: BookPart) -> bytes:
    """The EPUB file; equal editions give equal bytes.

    Args:
        context: The inputs of the language's documents.
        document: The book in the catalogue.
        contents: All pages, in the order of the navigation.
    """
    drawings = Drawings(context.project)
    book_chapters = chapters(context, contents.pages(), drawings)
    values = _metadata(context, document, book_chapters)
    titles = foreign_titles(context.pages.values(), context.records["publications"])

    def filled(template: str, **more: object) -> bytes:
        page = environment(context.project).get_template(f"epub/{template}")
        return mark_titles(page.render(**values, **more), titles).encode()

    style = (context.project.print_templates / "epub" / "book.css").read_text(encoding="utf-8")
    files = {
        "book.css": read_tokens(context.project).resolved(style).encode(),
        "nav.xhtml": filled(
            "nav.html", contents=contents.entries, landmarks=_landmarks(book_chapters)
        ),
        "title.xhtml": filled("title.html"),
        **{each.file: filled("chapter.html", chapter=each) for each in book_chapters},
        **dict(sorted(drawings.files.items())),
    }
    members = {
        "mimetype": MEDIA_TYPE.encode(),
        "META-INF/container.xml": _CONTAINER.encode(),
        f"{_FOLDER}/package.opf": filled(
            "package.xml",
            chapters=book_chapters,
            images=[(name, guess_type(name)[0]) for name in sorted(drawings.files)],
        ),
        **{f"{_FOLDER}/{name}": data for name, data in files.items()},
    }
    return zipped(members.items())


def _metadata(
    context: PrintContext, document: Document, book_chapters: Sequence[Chapter]
) -> dict[str, object]:
    """The values that all templates of the book share."""
    day = context.day(*(each.page for each in book_chapters))
    imprint, words = context.imprint, context.words
    return {
        "t": words,
        "lang": context.locale.lang,
        "imprint": imprint,
        "rights": f"{licence.NAME} ({licence.URL})",
        "title": imprint.name,
        # Derived from the address, so that rebuilding an edition gives the same book.
        "identifier": f"urn:uuid:{uuid5(NAMESPACE_URL, imprint.address + document.path)}",
        "day": day,
        "modified": f"{day or EPOCH.date().isoformat()}T00:00:00Z",
        "date": written_date(day, context.locale.code) if day else None,
        "address": imprint.address + context.locale.prefix,
        "reference": context.reference(document, day),
        "file_of": file_of,
        "first": book_chapters[0].file,
    }


def _landmarks(book_chapters: Sequence[Chapter]) -> list[tuple[str, str, str]]:
    """The landmarks: type, file and title."""
    return [
        (_LANDMARKS[each.page.id], each.file, each.page.title)
        for each in book_chapters
        if each.page.id in _LANDMARKS
    ]
