"""Checks that each link in the text of pages leads to an existing page or file, and anchor."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import NamedTuple
from urllib.parse import unquote, urlsplit

from scripts.checks.docs_files import slugify
from scripts.checks.reserved_ids import BUILT_ANCHORS
from scripts.common.files import read_text
from scripts.common.problems import Kind, Problem, did_you_mean
from scripts.common.slugs import SLUG
from scripts.content.addresses import BROKEN, address_fault, is_outside, scheme_of
from scripts.content.markdown import Link, headings, line_at, links, mask_code
from scripts.content.near_pages import near_key
from scripts.content.pages import Site, SourcePage
from scripts.language.locales import other

# A link target without a title after it.
_SPACED = re.compile(r"(?P<image>!?)\[[^\[\]\n]*\]\((?P<target>[^()<>\"'\n]*)\)")
_ENDING = re.compile(r"\.(?:md|png|jpe?g|svg|webp|avif|gif|pdf|docx)(?:#\S*)?$", re.IGNORECASE)
_MAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
_HOST = re.compile(
    r"(?:www\.|(?:[a-z0-9-]+\.)+(?:no|com|org|net|info|eu|se|dk|fi|de|uk|gov|edu|int)(?:[/?#]|$))"
)
_EXCLUDED = re.compile(r"^exclude_docs:[ ]*(/\S+)", re.MULTILINE)

# A link title in the curly quotation marks of a word processor.
_CURLY_TITLE = re.compile(r"(?P<address>\S+)\s+[“”«‘’](?P<title>[^“”«»‘’]*)[“”»‘’]")
# A picture size after the target, as in some Markdown dialects.
_SIZED = re.compile(r"(?P<address>\S+)\s+=\d*%?x?\d*%?")


class _NoTarget(NamedTuple):
    """What is wrong with a link whose target does not exist, and the remedy."""

    what: str
    mend: str


def check_links(site: Site) -> list[Problem]:
    """Report the broken links of all pages; addresses on other sites are not requested."""
    anchors = {page.path: _anchors(page) for page in site.pages if page.readable}
    problems: list[Problem] = []
    for page in site.pages:
        ours = site.of(page.locale)
        for link in links(page.body, page.body_line):
            fault = _fault(link, page, ours, anchors, site.root / "docs")
            if fault:
                kind = Kind.NO_TARGET if isinstance(fault, _NoTarget) else None
                problem = Problem(page.path, link.line, *fault, kind=kind, about=link.target)
                problems.append(problem)
        problems += [*_spaced(page), *_broken_across_lines(page)]
    return problems


def _spaced(page: SourcePage) -> Iterator[Problem]:
    """Report link targets that contain a space, where the parser ends them."""
    for match in _SPACED.finditer(mask_code(page.body)):
        if not _is_spaced(match):
            continue
        folder, name = posixpath.split(match["target"].strip())
        stem, ending = posixpath.splitext(name)
        suggested = posixpath.join(folder, f"{slugify(stem)}{ending.lower()}")
        what = f'the address "{match["target"].strip()}" holds a space, and would end there'
        mend = f"give the file the name {posixpath.basename(suggested)}, and write {suggested}"
        if sized := _SIZED.fullmatch(match["target"].strip()):
            mend = f"write {sized['address']}: a picture is as wide as there is room"
        elif titled := _CURLY_TITLE.fullmatch(match["target"].strip()):
            mend = f'write straight quotation marks: {titled["address"]} "{titled["title"]}"'
        elif is_outside(match["target"]) or not re.search(r"\s", name):
            escaped = re.sub(r"\s", "%20", match["target"].strip())
            mend = f"take the space away, or write %20 for it: {escaped}"
        line, about = line_at(page.body, match.start(), page.body_line), match["target"].strip()
        yield Problem(page.path, line, what, mend, kind=Kind.SPACED, about=about)


def _broken_across_lines(page: SourcePage) -> Iterator[Problem]:
    """Report addresses that are broken across lines."""
    for match in BROKEN.finditer(mask_code(page.body)):
        whole = match["begin"] + match["rest"]
        what = f'the address "{match["begin"]}" goes on in the next row'
        mend = f"put it on one row: {whole}"
        line = line_at(page.body, match.start(), page.body_line)
        yield Problem(page.path, line, what, mend, kind=Kind.SPACED, about=whole)


def _is_spaced(match: re.Match[str]) -> bool:
    target = match["target"].strip()
    in_folder = re.search(r"\S/\S", target)
    is_file = bool(match["image"]) or bool(in_folder) or bool(_ENDING.search(target))
    return bool(re.search(r"\s", target)) and is_file


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
    quoted, parts, key = f'the link "{link.target}"', urlsplit(link.target), page.key
    if parts.path:
        key = posixpath.normpath(posixpath.join(posixpath.dirname(page.key), unquote(parts.path)))
    if not key.endswith(".md"):
        return _fault_of_file(link, page, key, docs)
    if link.image:
        return f"{quoted} is a page and no picture", "name a file in docs/assets"
    if key not in ours:
        mend = "link to a page that there is, or take the link away"
        if (docs / other(page.locale).code / key).is_file():
            mend = f"write docs/{page.locale.code}/{key}, or link elsewhere"
        mend = _near_page(page, key, ours) or mend
        return _NoTarget(f"{quoted} leads to no page", mend)
    target = ours[key].path
    # The anchors of an unreadable page are unknown.
    known = anchors.get(target)
    if not parts.fragment or known is None or parts.fragment in known:
        return None
    mend = did_you_mean(parts.fragment, known) or f"see the headings of {target}"
    if any(name in mend for name in known if not SLUG.fullmatch(name)):
        return None  # The invalid anchor is reported on the page itself.
    return f'"{link.target}": that page has no anchor "{parts.fragment}"', mend


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
    if mend := _with_scheme(link.target):
        return _NoTarget(f"{quoted} leads to no file", mend)
    file = _file(docs, page.locale.code, key)
    if file and file in _excluded(docs.parent):
        return f"{quoted} is left out of the site (exclude_docs)", "link to another file"
    if file:
        return None
    mend = "link to a .md file of the same language, or to a file in docs/assets"
    return _NoTarget(f"{quoted} leads to no file", mend)


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
    real_location = posixpath.normpath(f"{code}/{key}")
    candidates = (path for path in (real_location, key) if not path.startswith(".."))
    return next((path for path in candidates if (docs / path).is_file()), "")


def _excluded(root: Path) -> list[str]:
    """Return the files that mkdocs.yml excludes by their full path."""
    text, _ = read_text(root / "mkdocs.yml", root)
    return [path.lstrip("/") for path in _EXCLUDED.findall(text)]


def _anchors(page: SourcePage) -> frozenset[str]:
    return frozenset(heading.anchor for heading in headings(page.body)) | BUILT_ANCHORS
