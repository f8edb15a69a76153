"""Compares an edition before and after a mend: lost addresses and changed files.

An edition is cited, printed as QR codes and linked to. A mend changes the content at its
addresses and removes none of them.
"""

from __future__ import annotations

from contextlib import suppress
from fnmatch import fnmatch
from pathlib import Path

from lxml import etree, html

from scripts.common.problems import Problem
from scripts.pipeline.editions.record import (
    ADDRESSES,
    EDITION,
    MANIFEST,
    MENDED,
    SBOM,
    digest,
    read_json,
)
from scripts.web.hashed_names import FOLDER

# Not addresses for readers: resources of pages and of the search index.
_PARTS = (
    "pagefind/*", f"{FOLDER}/*", "assets/js/*", "assets/agenda/*", "assets/css/*", "assets/fonts/*",
)  # fmt: skip
# The metadata of an edition, written last.
_RECORDS = (EDITION, MANIFEST, MENDED, ADDRESSES, SBOM)
# The search index and the compressed sitemap are reproducible now. Those of older editions differ
# in order and timestamps only, and are derived from pages that are compared. Remove when no
# edition of an older build is mended any more.
_NOT_COMPARED = (
    "pagefind/filter/*", "pagefind/fragment/*", "pagefind/index/*", "pagefind/*.pf_meta",
    "pagefind/pagefind-entry.json", "sitemap.xml.gz", *_RECORDS,
)  # fmt: skip
# Notes are renumbered when one is added, so their anchors are not permanent.
_NUMBERED = ("cite-[0-9]*", "ref-[0-9]*")


def files(folder: Path) -> dict[str, Path]:
    """Every file below a folder by its relative path."""
    paths = (path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path for path in paths}


def vanished(before: Path, after: Path) -> list[str]:
    """Addresses and anchors that the mended edition lacks, as readers type them.

    Redirects from addresses of earlier editions do not count.
    """
    old, new = files(before), files(after)
    kept = redirected_in(before)
    gone = []
    for path in sorted(old):
        if not is_address(path) or path in kept:
            continue
        if path not in new:
            gone.append(address(path))
        elif path.endswith(".html"):
            names = anchors(old[path]) - anchors(new[path])
            gone += [f"{address(path)}#{name}" for name in sorted(names)]
    return gone


def lost(version: str, before: Path, after: Path) -> list[Problem]:
    """A problem for each address that would vanish."""
    remedy = "keep the page and its headings, or publish a new edition"
    what = "this mend would take it away"
    return [Problem(f"{version}/{each}", 0, what, remedy) for each in vanished(before, after)]


def changed(before: Path, after: Path) -> list[str]:
    """Files that differ, are new or are gone, except those that differ in every build."""
    old, new = files(before), files(after)
    return sorted(
        path
        for path in old.keys() | new.keys()
        if not _is_like(path, _NOT_COMPARED)
        and (path not in old or path not in new or digest(old[path]) != digest(new[path]))
    )


def redirected_in(edition: Path) -> set[str]:
    """The addresses that an edition redirects; none if its list was corrupted by hand."""
    with suppress(ValueError, AttributeError):
        return set(read_json(edition / ADDRESSES).get("kept", {}))
    return set()


def is_address(path: str) -> bool:
    """Whether readers can have a link to a file, which is no mere resource of a page."""
    return not _is_like(path, _PARTS) and path not in _RECORDS


def address(path: str) -> str:
    """The address of a file for readers: a page is addressed by its folder."""
    return path.removesuffix("index.html") if path.rpartition("/")[2] == "index.html" else path


def anchors(page: Path) -> set[str]:
    """The anchors in the article of a page."""
    text = page.read_bytes()
    try:
        tree = html.document_fromstring(text, html.HTMLParser(encoding="utf-8"))
    except etree.ParserError:  # an empty file
        return set()
    main = tree.xpath("//main")
    names = {str(each) for root in main or [tree] for each in root.xpath(".//@id | .//a/@name")}
    return {each for each in names if not _is_like(each, _NUMBERED)}


def _is_like(name: str, patterns: tuple[str, ...]) -> bool:
    return any(fnmatch(name, pattern) for pattern in patterns)
