"""A whole edition in one language as EPUB 3: what is in the file, and in which order.

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
from scripts.documents.pdf.render import Language, environment
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
# Pages that readers look for by name -> what they are to a reader of books.
_LANDMARKS = {"glossary": "glossary", "sources": "bibliography"}


@dataclass(frozen=True)
class Part:
    """Some pages under the name that the menu gives them; a part may hold parts."""

    title: str
    entries: tuple[Part | SourcePage, ...]

    def pages(self) -> Iterator[SourcePage]:
        """The pages in order."""
        for entry in self.entries:
            if isinstance(entry, Part):
                yield from entry.pages()
            else:
                yield entry


def epub(made: Language, document: Document, contents: Part) -> bytes:
    """The file: equal bytes for an equal edition.

    Args:
        made: What the documents of the language are made from.
        document: The book as it is offered.
        contents: All pages, as the menu orders them.
    """
    drawings = Drawings(made.project)
    found = chapters(made, contents.pages(), drawings)
    values = _told(made, document, found)
    titles = foreign_titles(made.pages.values(), made.records["publications"])

    def filled(template: str, **more: object) -> bytes:
        page = environment(made.project).get_template(f"epub/{template}")
        return mark_titles(page.render(**values, **more), titles).encode()

    style = (made.project.print_templates / "epub" / "book.css").read_text(encoding="utf-8")
    files = {
        "book.css": read_tokens(made.project).resolved(style).encode(),
        "nav.xhtml": filled("nav.html", contents=contents.entries, landmarks=_landmarks(found)),
        "title.xhtml": filled("title.html"),
        **{each.file: filled("chapter.html", chapter=each) for each in found},
        **dict(sorted(drawings.files.items())),
    }
    members = {
        "mimetype": MEDIA_TYPE.encode(),
        "META-INF/container.xml": _CONTAINER.encode(),
        f"{_FOLDER}/package.opf": filled(
            "package.xml",
            chapters=found,
            images=[(name, guess_type(name)[0]) for name in sorted(drawings.files)],
        ),
        **{f"{_FOLDER}/{name}": data for name, data in files.items()},
    }
    return zipped(members.items())


def _told(made: Language, document: Document, found: Sequence[Chapter]) -> dict[str, object]:
    """What each part of the book may say of it."""
    day = made.day(*(each.page for each in found))
    imprint, words = made.imprint, made.words
    return {
        "t": words,
        "lang": made.locale.lang,
        "imprint": imprint,
        "rights": f"{licence.NAME} ({licence.URL})",
        "title": imprint.name,
        # The same edition is the same book, whoever makes it anew.
        "identifier": f"urn:uuid:{uuid5(NAMESPACE_URL, imprint.address + document.path)}",
        "day": day,
        "modified": f"{day or EPOCH.date().isoformat()}T00:00:00Z",
        "date": written_date(day, made.locale.code) if day else None,
        "address": imprint.address + made.locale.prefix,
        "reference": made.reference(document, day),
        "file_of": file_of,
        "first": found[0].file,
    }


def _landmarks(found: Sequence[Chapter]) -> list[tuple[str, str, str]]:
    """What readers are led to at once: its type, its file and its name."""
    return [
        (_LANDMARKS[each.page.id], each.file, each.page.title)
        for each in found
        if each.page.id in _LANDMARKS
    ]
