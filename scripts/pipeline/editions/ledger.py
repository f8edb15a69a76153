"""The ledger of published addresses: those of one edition, and of all editions on the branch.

Each edition lists its own in `addresses.json`: pages with their id, language and anchors, and
files with the page they belong to. For editions without the list, every page is parsed.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from fnmatch import fnmatch
from pathlib import Path
from typing import Any

from lxml import etree, html

from scripts.checks.reserved_ids import BUILT_ANCHORS, TEMPLATE_IDS
from scripts.common.paths import Project
from scripts.content.datasets import load_datasets
from scripts.content.pages import load_site
from scripts.documents.catalogue import documents_on
from scripts.pipeline.editions.branch import entries
from scripts.pipeline.editions.listing import unpack
from scripts.pipeline.editions.mend import anchors, files, is_address
from scripts.pipeline.editions.notices import identity, locale_of
from scripts.pipeline.editions.numbers import NUMBER, order
from scripts.pipeline.editions.record import ADDRESSES, write_json
from scripts.pipeline.editions.run import Run

CONTRACT = 1
INDEX = "index.html"
# Kinds of pages at addresses of earlier editions: redirects and explanations.
_KEPT = ("moved", "gone")
_NOT_FOUND = "not-found"
# Embeds and oEmbed responses belong to the page with the id in their path.
_FRAMED = "embed"
_OEMBED = re.compile(r"(?:.+/)?oembed/([\w-]+)\.json")
# Prefixes of the names of files that belong to the page in the same folder.
_BESIDE = ("cite.", "share.", "news.")
# Anchors for scripts and lists, which nobody links to.
_INNER = ("filter-*", "letter-*", "files-*")


@dataclass(frozen=True)
class Address:
    """A page or a file of an edition.

    Attributes:
        page: The id of the page it is or belongs to; "" if none.
        lang: The language of that page.
        part: Its role for the page, "" for the page itself.
        anchors: The anchors of the page.
        headings: Those of headings written by an editor.
        edition: The newest edition that has it.
    """

    page: str = ""
    lang: str = ""
    part: str = ""
    anchors: frozenset[str] = frozenset()
    headings: tuple[str, ...] = ()
    edition: str = ""


Ledger = dict[str, Address]


def read_site(site: Path, root: Path | None = None) -> Ledger:
    """The addresses in a folder, without redirects.

    Args:
        site: A built site.
        root: The project it was built from, which knows the printed files.
    """
    paths = files(site)
    pages: Ledger = {}
    for path, file in paths.items():
        if path.endswith(".html") and is_address(path):
            page, kind, lang = identity(file)
            if kind == _NOT_FOUND:
                pages[path] = Address()
            elif kind == _FRAMED:
                pages[path] = Address(page, lang, _FRAMED)
            elif kind not in _KEPT:
                inner = {each for each in anchors(file) if not _is_inner(each)}
                pages[path] = Address(page, lang, "", frozenset(inner), _headings(file))
    ledger = dict(pages)
    printed = _printed(root) if root else {}
    for path in paths:
        if path not in pages and is_address(path) and not path.endswith(".html"):
            folder, _, name = path.rpartition("/")
            owner = pages.get(f"{folder}/{INDEX}".lstrip("/"))
            beside = owner is not None and owner.page and name.startswith(_BESIDE)
            own = Address(owner.page, owner.lang, name) if owner and beside else Address()
            if framed := _OEMBED.fullmatch(path):
                own = Address(framed[1], locale_of(path).lang, "oembed")
            ledger[path] = printed.get(path, own)
    return ledger


def write_addresses(
    site: Path, ledger: Ledger, kept: dict[str, str], ids: Mapping[str, Any]
) -> None:
    """Write `addresses.json`: the addresses of an edition, and its redirects.

    `kept` maps old addresses to their targets; `ids` are the permanent ids of the edition, and
    those of earlier editions that it lacks.
    """
    listed: dict[str, dict[str, Any]] = {}
    for path, each in ledger.items():
        listed[path] = {
            key: value
            for key, value in (("page", each.page), ("lang", each.lang), ("part", each.part))
            if value
        }
        if not each.part and each.page:
            listed[path]["anchors"] = sorted(each.anchors)
            listed[path]["headings"] = list(each.headings)
    content = {"contract": CONTRACT, "addresses": listed, "kept": kept, "ids": ids}
    write_json(site / ADDRESSES, content)


def ever_published(run: Run, base: str | None) -> Ledger:
    """Every address of every edition on the branch, withdrawn ones too.

    If two editions have the same page at an address, the anchors of both are merged.
    """
    ledger: Ledger = {}
    numbers = [name for name in entries(run, base) if NUMBER.fullmatch(name)]
    for number in sorted(numbers, key=order):
        for path, each in _of_edition(run, base, number).items():
            before = ledger.get(path, Address())
            same = (before.page, before.lang) == (each.page, each.lang)
            known = each.anchors | before.anchors if same else each.anchors
            ledger[path] = Address(each.page, each.lang, each.part, known, (), number)
    return ledger


def _of_edition(run: Run, base: str | None, number: str) -> Ledger:
    """The addresses that an edition lists, or else those read from its pages."""
    if ADDRESSES in run.git("ls-tree", "--name-only", f"{base}:{number}").splitlines():
        with suppress(ValueError, KeyError, TypeError, AttributeError):  # corrupted by hand
            listed = json.loads(run.git("show", f"{base}:{number}/{ADDRESSES}"))["addresses"]
            return {path: _address(each) for path, each in listed.items()}
    return read_site(unpack(run, base, number, run.folder / f"read-{number}"))


def _address(listed: dict[str, Any]) -> Address:
    """Parse an address as written by `write_addresses`."""
    page, lang, part = (str(listed.get(key, "")) for key in ("page", "lang", "part"))
    return Address(page, lang, part, frozenset(listed.get("anchors", ())))


def _printed(root: Path) -> Ledger:
    """The printed files that the project makes, by path."""
    papers = load_datasets(Project(root)).records.get("papers", [])
    return {
        document.path: Address(
            page.id,
            page.locale.lang,
            f"{document.kind}-{document.paper['id']}" if document.paper else document.kind,
        )
        for page in load_site(root).pages
        if page.id
        for document in documents_on(page, papers)
    }


def _headings(page: Path) -> tuple[str, ...]:
    """The anchors of the headings in the article of a page."""
    try:
        tree = html.document_fromstring(page.read_bytes(), html.HTMLParser(encoding="utf-8"))
    except etree.ParserError:  # an empty file
        return ()
    ids = tree.xpath("//main//a[@class='headerlink']/../@id")
    return tuple(str(each) for each in ids if each not in BUILT_ANCHORS)


def _is_inner(anchor: str) -> bool:
    return anchor in TEMPLATE_IDS or any(fnmatch(anchor, pattern) for pattern in _INNER)
