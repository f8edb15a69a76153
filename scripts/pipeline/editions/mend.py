"""What a mend may not do to an edition, and what it does: two folders compared.

An edition is cited, printed as QR codes and linked to. A mend changes what stands at its
addresses and takes none of them away.
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

# No reader has these addresses: parts of a page, and of the search index.
_PARTS = (
    "pagefind/*", f"{FOLDER}/*", "assets/js/*", "assets/agenda/*", "assets/css/*", "assets/fonts/*",
)  # fmt: skip
# What an edition says of itself, written last.
_RECORDS = (EDITION, MANIFEST, MENDED, ADDRESSES, SBOM)
# Two builds give the same search index and the same packed sitemap. Those of editions made before
# that differ in order and time alone, and all is made from pages that are compared. Remove when
# no edition is mended that older builds made.
_NOT_COMPARED = (
    "pagefind/filter/*", "pagefind/fragment/*", "pagefind/index/*", "pagefind/*.pf_meta",
    "pagefind/pagefind-entry.json", "sitemap.xml.gz", *_RECORDS,
)  # fmt: skip
# Notes are numbered anew when one is added, so their anchors never were promised.
_NUMBERED = ("cite-[0-9]*", "ref-[0-9]*")


def files(folder: Path) -> dict[str, Path]:
    """Every file below a folder by its path."""
    found = (path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path for path in found}


def vanished(before: Path, after: Path) -> list[str]:
    """Addresses and anchors of the edition that the mended one lacks, as readers type them.

    Addresses of still earlier editions, which it only leads on from, are no part of it.
    """
    old, new = files(before), files(after)
    kept = kept_in(before)
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
    """One problem for each address that would vanish."""
    mend = "keep the page and its headings, or publish a new edition"
    what = "this mend would take it away"
    return [Problem(f"{version}/{each}", 0, what, mend) for each in vanished(before, after)]


def changed(before: Path, after: Path) -> list[str]:
    """Files that differ or are new, without what differs in each build."""
    old, new = files(before), files(after)
    return sorted(
        path
        for path in old.keys() | new.keys()
        if not _is_like(path, _NOT_COMPARED)
        and (path not in old or path not in new or digest(old[path]) != digest(new[path]))
    )


def kept_in(edition: Path) -> set[str]:
    """The addresses that an edition only leads on from; none where its list was spoilt by hand."""
    with suppress(ValueError, AttributeError):
        return set(read_json(edition / ADDRESSES).get("kept", {}))
    return set()


def is_address(path: str) -> bool:
    """Whether a reader can have a link to a file, and no part of a page alone."""
    return not _is_like(path, _PARTS) and path not in _RECORDS


def address(path: str) -> str:
    """What readers ask for: a page by its folder."""
    return path.removesuffix("index.html") if path.rpartition("/")[2] == "index.html" else path


def anchors(page: Path) -> set[str]:
    """What can be linked to within the text of a page."""
    text = page.read_bytes()
    try:
        tree = html.document_fromstring(text, html.HTMLParser(encoding="utf-8"))
    except etree.ParserError:  # an empty file
        return set()
    main = tree.xpath("//main")
    found = {str(each) for root in main or [tree] for each in root.xpath(".//@id | .//a/@name")}
    return {each for each in found if not _is_like(each, _NUMBERED)}


def _is_like(name: str, patterns: tuple[str, ...]) -> bool:
    return any(fnmatch(name, pattern) for pattern in patterns)
