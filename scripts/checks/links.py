"""Checks that each link in the text of pages leads to an existing page or file, and anchor."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple
from urllib.parse import unquote, urlsplit

from scripts.checks.broken_addresses import broken_addresses, spaced_addresses
from scripts.checks.reserved_ids import BUILT_ANCHORS
from scripts.common.files import read_text
from scripts.common.problems import Kind, Problem, did_you_mean
from scripts.common.slugs import SLUG
from scripts.content.addresses import address_fault, is_outside, scheme_of
from scripts.content.anchors import anchors_by_path
from scripts.content.markdown import Link, links
from scripts.content.near_pages import near_key
from scripts.content.page_cache import cached_per_page, digest
from scripts.content.pages import Site, SourcePage
from scripts.language.locales import other

_MAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
_HOST = re.compile(
    r"(?:www\.|(?:[a-z0-9-]+\.)+(?:no|com|org|net|info|eu|se|dk|fi|de|uk|gov|edu|int)(?:[/?#]|$))"
)
_EXCLUDED = re.compile(r"^exclude_docs:[ ]*(/\S+)", re.MULTILINE)


class _NoTarget(NamedTuple):
    """What is wrong with a link whose target does not exist, and the remedy."""

    what: str
    fix: str


def check_links(site: Site) -> list[Problem]:
    """Report the broken links of all pages; addresses on other sites are not requested."""
    found, docs = anchors_by_path(site), site.root / "docs"
    anchors = {page.path: found[page.path] | BUILT_ANCHORS for page in site.pages if page.readable}
    shared = digest(
        [(page.path, sorted(anchors.get(page.path, ("unreadable",)))) for page in site.pages],
        _excluded(site.root),
    )
    # What a page leads to besides pages: whether these are files may change, and it does not.
    files = cached_per_page(site.root, "link-files", site.pages, _files_of)
    there = {
        page.path: [name for name in names if (docs / name).is_file()]
        for page, names in zip(site.pages, files, strict=True)
    }
    by_page = cached_per_page(
        site.root,
        "links",
        site.pages,
        lambda page: _of_page(page, site.of(page.locale), anchors, docs),
        lambda page: (shared, there[page.path]),
    )
    return [problem for problems in by_page for problem in problems]


def _of_page(
    page: SourcePage,
    ours: Mapping[str, SourcePage],
    anchors: Mapping[str, frozenset[str]],
    docs: Path,
) -> list[Problem]:
    problems = []
    for link in links(page.body, page.body_line):
        if fault := _fault(link, page, ours, anchors, docs):
            kind = Kind.NO_TARGET if isinstance(fault, _NoTarget) else None
            problem = Problem(page.path, link.line, *fault, kind=kind, about=link.target)
            problems.append(problem)
    return [*problems, *spaced_addresses(page), *broken_addresses(page)]


def _files_of(page: SourcePage) -> list[str]:
    """Return the files below docs/ that the faults of a page's links may depend on."""
    found = set()
    for link in links(page.body):
        key = "" if is_outside(link.target) or _syntax_fault(link) else _key_of(link, page)
        if key.endswith(".md"):
            found.add(f"{other(page.locale).code}/{key}")
        elif key:
            found |= {*_candidates(page.locale.code, key)}
    return sorted(found)


def _key_of(link: Link, page: SourcePage) -> str:
    """Return the page or file that a link leads to, relative to the folder of its language."""
    path = unquote(urlsplit(link.target).path)
    return (
        posixpath.normpath(posixpath.join(posixpath.dirname(page.key), path)) if path else page.key
    )


def _fault(
    link: Link,
    page: SourcePage,
    ours: Mapping[str, SourcePage],
    anchors: Mapping[str, frozenset[str]],
    docs: Path,
) -> tuple[str, str] | None:
    """Return what is wrong with a link and the remedy, or None."""
    if is_outside(link.target):
        return _fault_outside(link)
    if fault := _syntax_fault(link):
        return fault
    quoted, parts, key = f'the link "{link.target}"', urlsplit(link.target), _key_of(link, page)
    if not key.endswith(".md"):
        return _fault_of_file(link, page, key, docs)
    if link.image:
        return f"{quoted} is a page and no picture", "name a file in docs/assets"
    if key not in ours:
        fix = "link to a page that there is, or take the link away"
        if (docs / other(page.locale).code / key).is_file():
            fix = f"write docs/{page.locale.code}/{key}, or link elsewhere"
        fix = _near_page(page, key, ours) or fix
        return _NoTarget(f"{quoted} leads to no page", fix)
    target = ours[key].path
    # The anchors of an unreadable page are unknown.
    known = anchors.get(target)
    if not parts.fragment or known is None or parts.fragment in known:
        return None
    fix = did_you_mean(parts.fragment, known) or f"see the headings of {target}"
    if any(name in fix for name in known if not SLUG.fullmatch(name)):
        return None  # The invalid anchor is reported on the page itself.
    return f'"{link.target}": that page has no anchor "{parts.fragment}"', fix


def _fault_outside(link: Link) -> tuple[str, str] | None:
    """Return what is wrong with a link to another site or an e-mail address, or None."""
    if link.image and scheme_of(link.target) in {"", "http", "https"}:
        what = f"the picture {link.target} lies on another site"
        return what, "put the file in docs/assets and link to it: nothing is loaded from others"
    return address_fault(link.target)


def _syntax_fault(link: Link) -> tuple[str, str] | None:
    """Return what is wrong with the syntax of a link within the site, or None."""
    quoted = f'the link "{link.target}"'
    if "\\" in link.target:
        return f"{quoted} holds a backslash", "write / between folders"
    try:
        parts = urlsplit(link.target)
    except ValueError:
        return f"{quoted} is no address", "mend the address"
    if not link.text.strip() and not link.image:
        return f"{quoted} has no text", "write what it leads to between the brackets: [text](…)"
    if parts.query:
        return f"{quoted} holds a question", "write the page and, after #, the heading alone"
    if not parts.path and not parts.fragment:
        return f"{quoted} leads nowhere", "write the page, or # and the anchor of a heading"
    if parts.path.startswith("/"):
        return f"{quoted} begins with /", "link to the .md file, relatively"
    return None


def _fault_of_file(link: Link, page: SourcePage, key: str, docs: Path) -> tuple[str, str] | None:
    """Return what is wrong with a link to a file other than a page, or None."""
    quoted = f'the link "{link.target}"'
    if fix := _with_scheme(link.target):
        return _NoTarget(f"{quoted} leads to no file", fix)
    file = _file(docs, page.locale.code, key)
    if file and file in _excluded(docs.parent):
        return f"{quoted} is left out of the site (exclude_docs)", "link to another file"
    if file:
        return None
    fix = "link to a .md file of the same language, or to a file in docs/assets"
    return _NoTarget(f"{quoted} leads to no file", fix)


def _with_scheme(target: str) -> str:
    """Suggest the full form of a web or e-mail address that lacks its scheme; "" for others."""
    if _MAIL.fullmatch(target):
        return f"write mailto:{target}"
    return f"write https://{target}" if _HOST.match(target) else ""


def _near_page(page: SourcePage, key: str, ours: Mapping[str, SourcePage]) -> str:
    """Suggest the page with the most similar key, relative to the linking page; "" if none is."""
    near = near_key(key, ours)
    if not near:
        return ""
    written = posixpath.relpath(near, posixpath.dirname(page.key) or ".")
    return f'did you mean "{written}"?'


def _file(docs: Path, code: str, key: str) -> str:
    """Return the path of a linked file relative to docs/, "" if there is none.

    Files that both languages share lie in docs/, one level above the pages. They may be linked
    by their real location, or as if they lay in the folder of each language.
    """
    return next((path for path in _candidates(code, key) if (docs / path).is_file()), "")


def _candidates(code: str, key: str) -> list[str]:
    real_location = posixpath.normpath(f"{code}/{key}")
    return [path for path in (real_location, key) if not path.startswith("..")]


def _excluded(root: Path) -> list[str]:
    """Return the files that mkdocs.yml excludes by their full path."""
    text, _ = read_text(root / "mkdocs.yml", root)
    return [path.lstrip("/") for path in _EXCLUDED.findall(text)]
