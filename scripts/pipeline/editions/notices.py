"""What stands at the addresses of a withdrawn edition, in the form that each address asks for.

`told_in` gives any notice the form of a file: addresses that an edition has and a later one has
not (`kept.py`) are answered in the same way.
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
from scripts.pipeline.editions.front_door import languages, rendered
from scripts.pipeline.editions.mend import files
from scripts.pipeline.editions.record import ADDRESSES, MANIFEST


class Tellable(Protocol):
    """Something to say at the address of a file, in one language."""

    @property
    def locale(self) -> Locale:
        """The language."""

    @property
    def title(self) -> str:
        """The heading."""

    @property
    def text(self) -> str:
        """The sentence."""

    @property
    def printed(self) -> str:
        """A page of HTML that says it, without links."""

    @property
    def data(self) -> dict[str, str]:
        """The same for programs."""


@dataclass(frozen=True)
class Notice:
    """That an edition was withdrawn, in one language."""

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
        """The notice itself."""
        return withdrawn_text(self.version, self.day, self.words, self.locale)

    @property
    def printed(self) -> str:
        """The notice as a page to print."""
        return self.page(None, False)

    @property
    def data(self) -> dict[str, str]:
        """The notice for programs."""
        return {"withdrawn": self.day, "edition": self.version, "text": self.text}

    def page(self, link: str | None, same: bool, page_id: str = "") -> str:
        """A page with the notice and, if there is one, a link to what is newest."""
        return rendered(
            self.root, "withdrawn.html", locale=self.locale, notice=self, t=self.words,
            link=link, same=same, page_id=page_id,
        )  # fmt: skip


def withdrawn_text(version: str, day: str, words: Messages, locale: Locale) -> str:
    """The sentence that an edition was withdrawn, and when."""
    text = words("withdrawn.text").replace("{edition}", version)
    return text.replace("{date}", written_date(day, locale.code))


def write_notices(
    root: Path, old: Path, target: Path, version: str, day: str, newest: Path | None
) -> None:
    """Write a notice for each file of the edition whose form can carry one.

    Pages lead to the same page in the newest edition (its folder is `newest`), found by its id.

    Raises:
        ProblemsFound: there are PDFs, and what prints is missing.
    """
    notices = {
        locale.lang: Notice(root, version, day, locale, words) for locale, words in languages(root)
    }
    where = _pages(newest)
    made: dict[tuple[str, str], bytes] = {}
    for path, file in files(old).items():
        kind = file.suffix
        if path.startswith(("assets/", "pagefind/")) or path == MANIFEST:
            continue
        if path == ADDRESSES:  # they were given away all the same
            target.mkdir(parents=True, exist_ok=True)
            (target / path).write_bytes(file.read_bytes())
            continue
        if kind == ".html":
            data = _page(notices, path, file, where).encode()
        elif kind in FORMS:
            locale = locale_of(path)
            key = (kind, locale.lang)
            if key not in made:
                made[key] = told_in(kind, notices[locale.lang])
            data = made[key]
        else:
            continue
        (target / path).parent.mkdir(parents=True, exist_ok=True)
        (target / path).write_bytes(data)


def locale_of(path: str) -> Locale:
    """The language of a file, by its address."""
    return ENGLISH if path.startswith(ENGLISH.prefix) else NORWEGIAN


def _pages(newest: Path | None) -> dict[tuple[str, str], str] | None:
    """The addresses of the newest edition by id and language; None if no edition stands."""
    if newest is None:
        return None
    catalogue = newest / "data" / "pages.json"
    if not catalogue.is_file():
        return {}
    pages: list[dict[str, Any]] = json.loads(catalogue.read_text(encoding="utf-8"))["pages"]
    return {(page["id"], page["lang"]): page["url"] for page in pages}


def _page(
    notices: dict[str, Notice], path: str, file: Path, where: dict[tuple[str, str], str] | None
) -> str:
    page_id, _, lang = identity(file)
    notice = notices.get(lang, notices[NORWEGIAN.lang])
    if where is None:
        return notice.page(None, False, page_id)
    url = where.get((page_id, notice.locale.lang))
    up = "../" * (path.count("/") + 1)
    address = notice.locale.prefix if url is None else url
    return notice.page(f"{up}{LATEST}/{address}", url is not None, page_id)


def identity(file: Path) -> tuple[str, str, str]:
    """The id, the kind and the language of a page; "" for what it does not say."""
    try:
        tree = html.document_fromstring(file.read_bytes(), html.HTMLParser(encoding="utf-8"))
    except etree.ParserError:  # an empty file
        return "", "", ""

    def named(name: str) -> str:
        found = tree.xpath(f"//meta[@name='{name}']/@content")
        return str(found[0]) if found else ""

    return named("page-id"), named("page-kind"), str(tree.get("lang") or "")


def told_in(kind: str, notice: Tellable) -> bytes:
    """A file of a kind (".pdf") that says what a notice says.

    Raises:
        ProblemsFound: it is a PDF, and what prints is missing.
        KeyError: the kind can carry no notice.
    """
    return FORMS[kind](notice)


def _pdf(notice: Tellable) -> bytes:
    check_print_libraries()
    source = importlib.import_module("weasyprint").HTML(string=notice.printed)
    return bytes(source.write_pdf(pdf_variant="pdf/ua-1"))


def _docx(notice: Tellable) -> bytes:
    document = Document()
    document.core_properties.title = notice.title
    document.core_properties.language = notice.locale.csl
    document.add_heading(notice.title, level=1)
    document.add_paragraph(notice.text)
    saved = BytesIO()
    document.save(saved)
    return saved.getvalue()


def _json(notice: Tellable) -> bytes:
    return (json.dumps(notice.data, ensure_ascii=False, indent=1) + "\n").encode()


def _text(notice: Tellable) -> bytes:
    return f"{notice.title}. {notice.text}\n".encode()


# The kinds of files that can carry a notice.
FORMS: dict[str, Callable[[Tellable], bytes]] = {
    ".pdf": _pdf, ".docx": _docx, ".json": _json,
    ".csv": _text, ".bib": _text, ".ris": _text, ".txt": _text,
}  # fmt: skip
