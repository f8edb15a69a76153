"""Notices at the addresses of a withdrawn edition, in the file format of each address.

`notice_file` renders any notice to a file format: addresses that a later edition lacks
(`kept.py`) are answered in the same way.
"""

from __future__ import annotations

import importlib
import json
from collections.abc import Callable
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from typing import Any, Protocol

from docx import Document
from lxml import etree, html

from scripts.content.permanent_ids import LATEST
from scripts.documents.pdf.libraries import check_print_libraries
from scripts.language.formats import written_date
from scripts.language.locales import ENGLISH, NORWEGIAN, Locale
from scripts.language.messages import Messages
from scripts.pipeline.editions.front_door import languages, render_page
from scripts.pipeline.editions.mend import files
from scripts.pipeline.editions.record import ADDRESSES, MANIFEST


class FileNotice(Protocol):
    """A notice for the address of a file, in one language."""

    @property
    def locale(self) -> Locale:
        """The language."""

    @property
    def title(self) -> str:
        """The heading."""

    @property
    def text(self) -> str:
        """The body."""

    @property
    def printed(self) -> str:
        """An HTML page with the notice, without links, from which the PDF is made."""

    @property
    def data(self) -> dict[str, str]:
        """The notice as JSON."""


@dataclass(frozen=True)
class Notice:
    """The notice that an edition was withdrawn, in one language."""

    root: Path
    version: str
    day: str
    locale: Locale
    words: Messages

    @property
    def title(self) -> str:
        """The heading of the notice."""
        return self.words("withdrawn")

    @property
    def text(self) -> str:
        """The body of the notice."""
        return withdrawn_text(self.version, self.day, self.words, self.locale)

    @property
    def printed(self) -> str:
        """The notice as an HTML page for the PDF."""
        return self.page(None, False)

    @property
    def data(self) -> dict[str, str]:
        """The notice as JSON."""
        return {"withdrawn": self.day, "edition": self.version, "text": self.text}

    def page(self, link: str | None, same: bool, page_id: str = "") -> str:
        """An HTML page with the notice and, if given, a link to the newest edition."""
        return render_page(
            self.root, "withdrawn.html", locale=self.locale, notice=self, t=self.words,
            link=link, same=same, page_id=page_id,
        )  # fmt: skip


def withdrawn_text(version: str, day: str, words: Messages, locale: Locale) -> str:
    """The message that an edition was withdrawn, with the date."""
    text = words("withdrawn.text").replace("{edition}", version)
    return text.replace("{date}", written_date(day, locale.code))


def write_notices(
    root: Path, old: Path, target: Path, version: str, day: str, newest: Path | None
) -> None:
    """Write a notice for each file of the edition whose format can carry one.

    Pages link to the same page in the newest edition (in the folder `newest`), found by id.

    Raises:
        ProblemsFound: there are PDFs, and the print libraries are missing.
    """
    notices = {
        locale.lang: Notice(root, version, day, locale, words) for locale, words in languages(root)
    }
    addresses = _pages(newest)
    rendered_files: dict[tuple[str, str], bytes] = {}
    for path, file in files(old).items():
        kind = file.suffix
        if path.startswith(("assets/", "pagefind/")) or path == MANIFEST:
            continue
        if path == ADDRESSES:  # withdrawn addresses stay in the ledger
            target.mkdir(parents=True, exist_ok=True)
            (target / path).write_bytes(file.read_bytes())
            continue
        if kind == ".html":
            data = _page(notices, path, file, addresses).encode()
        elif kind in RENDERERS:
            locale = locale_of(path)
            key = (kind, locale.lang)
            if key not in rendered_files:
                rendered_files[key] = notice_file(kind, notices[locale.lang])
            data = rendered_files[key]
        else:
            continue
        (target / path).parent.mkdir(parents=True, exist_ok=True)
        (target / path).write_bytes(data)


def locale_of(path: str) -> Locale:
    """The language of a file, by its address."""
    return ENGLISH if path.startswith(ENGLISH.prefix) else NORWEGIAN


def _pages(newest: Path | None) -> dict[tuple[str, str], str] | None:
    """The addresses of the newest edition by id and language; None if there is no edition."""
    if newest is None:
        return None
    catalogue = newest / "data" / "pages.json"
    if not catalogue.is_file():
        return {}
    pages: list[dict[str, Any]] = json.loads(catalogue.read_text(encoding="utf-8"))["pages"]
    return {(page["id"], page["lang"]): page["url"] for page in pages}


def _page(
    notices: dict[str, Notice], path: str, file: Path, addresses: dict[tuple[str, str], str] | None
) -> str:
    page_id, _, lang = identity(file)
    notice = notices.get(lang, notices[NORWEGIAN.lang])
    if addresses is None:
        return notice.page(None, False, page_id)
    url = addresses.get((page_id, notice.locale.lang))
    up = "../" * (path.count("/") + 1)
    address = notice.locale.prefix if url is None else url
    return notice.page(f"{up}{LATEST}/{address}", url is not None, page_id)


def identity(file: Path) -> tuple[str, str, str]:
    """The id, kind and language of a page, from its HTML; "" for what is missing."""
    try:
        tree = html.document_fromstring(file.read_bytes(), html.HTMLParser(encoding="utf-8"))
    except etree.ParserError:  # an empty file
        return "", "", ""

    def meta_content(name: str) -> str:
        values = tree.xpath(f"//meta[@name='{name}']/@content")
        return str(values[0]) if values else ""

    return meta_content("page-id"), meta_content("page-kind"), str(tree.get("lang") or "")


def notice_file(kind: str, notice: FileNotice) -> bytes:
    """Render a notice to a file of a kind (".pdf").

    Raises:
        ProblemsFound: it is a PDF, and the print libraries are missing.
        KeyError: the kind cannot carry a notice.
    """
    return RENDERERS[kind](notice)


def _pdf(notice: FileNotice) -> bytes:
    check_print_libraries()
    source = importlib.import_module("weasyprint").HTML(string=notice.printed)
    return bytes(source.write_pdf(pdf_variant="pdf/ua-1"))


def _docx(notice: FileNotice) -> bytes:
    document = Document()
    document.core_properties.title = notice.title
    document.core_properties.language = notice.locale.csl
    document.add_heading(notice.title, level=1)
    document.add_paragraph(notice.text)
    saved = BytesIO()
    document.save(saved)
    return saved.getvalue()


def _json(notice: FileNotice) -> bytes:
    return (json.dumps(notice.data, ensure_ascii=False, indent=1) + "\n").encode()


def _text(notice: FileNotice) -> bytes:
    return f"{notice.title}. {notice.text}\n".encode()


# The renderers of the file kinds that can carry a notice.
RENDERERS: dict[str, Callable[[FileNotice], bytes]] = {
    ".pdf": _pdf, ".docx": _docx, ".json": _json,
    ".csv": _text, ".bib": _text, ".ris": _text, ".txt": _text,
}  # fmt: skip
