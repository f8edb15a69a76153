"""Links within the text of the pages: each leads to a page or file, and to an anchor in it."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import NamedTuple
from urllib.parse import unquote, urlsplit

from scripts.checks.docs_files import plain_name
from scripts.checks.reserved_ids import BUILT_ANCHORS
from scripts.common.files import read_text
from scripts.common.problems import Kind, Problem, did_you_mean
from scripts.common.slugs import SLUG
from scripts.content.addresses import BROKEN, address_fault, is_outside, scheme_of
from scripts.content.markdown import Link, headings, line_at, links, mask_code
from scripts.content.near_pages import near_key
from scripts.content.pages import Site, SourcePage
from scripts.language.locales import other

# What stands where an address does, and no title behind it.
_SPACED = re.compile(r"(?P<image>!?)\[[^\[\]\n]*\]\((?P<target>[^()<>\"'\n]*)\)")
_ENDING = re.compile(r"\.(?:md|png|jpe?g|svg|webp|avif|gif|pdf|docx)(?:#\S*)?$", re.IGNORECASE)
_MAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
_HOST = re.compile(
    r"(?:www\.|(?:[a-z0-9-]+\.)+(?:no|com|org|net|info|eu|se|dk|fi|de|uk|gov|edu|int)(?:[/?#]|$))"
)
_EXCLUDED = re.compile(r"^exclude_docs:[ ]*(/\S+)", re.MULTILINE)

# The title of a link, in the quotation marks that a word processor puts.
_CURLY_TITLE = re.compile(r"(?P<address>\S+)\s+[“”«‘’](?P<title>[^“”«»‘’]*)[“”»‘’]")
# The size of a picture, as some programs write it behind the address.
_SIZED = re.compile(r"(?P<address>\S+)\s+=\d*%?x?\d*%?")


class _NoTarget(NamedTuple):
    """What is wrong with a link to what is not there, and how to mend it."""

    what: str
    mend: str


def check_links(site: Site) -> list[Problem]:
    """The links of all pages that lead nowhere within the site."""
    anchors = {page.path: _anchors(page) for page in site.pages if page.readable}
    problems: list[Problem] = []
    for page in site.pages:
        ours = site.of(page.locale)
        for link in links(page.body, page.body_line):
            fault = _fault(link, page, ours, anchors, site.root / "docs")
            if fault:
                kind = Kind.NO_TARGET if isinstance(fault, _NoTarget) else None
                told = Problem(page.path, link.line, *fault, kind=kind, about=link.target)
                problems.append(told)
        problems += [*_spaced(page), *_broken(page)]
    return problems


def _spaced(page: SourcePage) -> Iterator[Problem]:
    """Addresses with a space in them, at which every address ends."""
    for match in _SPACED.finditer(mask_code(page.body)):
        if not _is_spaced(match):
            continue
        folder, name = posixpath.split(match["target"].strip())
        stem, ending = posixpath.splitext(name)
        named = posixpath.join(folder, f"{plain_name(stem)}{ending.lower()}")
        what = f'the address "{match["target"].strip()}" holds a space, and would end there'
        mend = f"give the file the name {posixpath.basename(named)}, and write {named}"
        if sized := _SIZED.fullmatch(match["target"].strip()):
            mend = f"write {sized['address']}: a picture is as wide as there is room"
        elif titled := _CURLY_TITLE.fullmatch(match["target"].strip()):
            mend = f'write straight quotation marks: {titled["address"]} "{titled["title"]}"'
        elif is_outside(match["target"]) or not re.search(r"\s", name):
            escaped = re.sub(r"\s", "%20", match["target"].strip())
            mend = f"take the space away, or write %20 for it: {escaped}"
        line, about = line_at(page.body, match.start(), page.body_line), match["target"].strip()
        yield Problem(page.path, line, what, mend, kind=Kind.SPACED, about=about)


def _broken(page: SourcePage) -> Iterator[Problem]:
    """Addresses that go on in the next row."""
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
    """What is wrong with a link and how to mend it, None when nothing is."""
    if is_outside(link.target):
        return _fault_outside(link)
    if fault := _fault_as_written(link):
        return fault
    named, parts, key = f'the link "{link.target}"', urlsplit(link.target), page.key
    if parts.path:
        key = posixpath.normpath(posixpath.join(posixpath.dirname(page.key), unquote(parts.path)))
    if not key.endswith(".md"):
        return _fault_of_file(link, page, key, docs)
    if link.image:
        return f"{named} is a page and no picture", "name a file in docs/assets"
    if key not in ours:
        mend = "link to a page that there is, or take the link away"
        if (docs / other(page.locale).code / key).is_file():
            mend = f"write docs/{page.locale.code}/{key}, or link elsewhere"
        mend = _near_page(page, key, ours) or mend
        return _NoTarget(f"{named} leads to no page", mend)
    target = ours[key].path
    # What stands in a page that cannot be read, nobody knows.
    known = anchors.get(target)
    if not parts.fragment or known is None or parts.fragment in known:
        return None
    mend = did_you_mean(parts.fragment, known) or f"see the headings of {target}"
    if any(name in mend for name in known if not SLUG.fullmatch(name)):
        return None  # That the anchor itself is misspelt is told there.
    return f'"{link.target}": that page has no anchor "{parts.fragment}"', mend


def _fault_outside(link: Link) -> tuple[str, str] | None:
    """What is wrong with a link to another site, or to a person."""
    if link.image and scheme_of(link.target) in {"", "http", "https"}:
        what = f"the picture {link.target} lies on another site"
        return what, "put the file in docs/assets and link to it: nothing is loaded from others"
    return address_fault(link.target)


def _fault_as_written(link: Link) -> tuple[str, str] | None:
    """What is wrong with a link within the site, whatever it leads to."""
    named = f'the link "{link.target}"'
    if "\\" in link.target:
        return f"{named} holds a backslash", "write / between folders"
    try:
        parts = urlsplit(link.target)
    except ValueError:
        return f"{named} is no address", "mend the address"
    if not link.text.strip() and not link.image:
        return f"{named} has no text", "write what it leads to between the brackets: [text](…)"
    if parts.query:
        return f"{named} holds a question", "write the page and, after #, the heading alone"
    if not parts.path and not parts.fragment:
        return f"{named} leads nowhere", "write the page, or # and the anchor of a heading"
    if parts.path.startswith("/"):
        return f"{named} begins with /", "link to the .md file, relatively"
    return None


def _fault_of_file(link: Link, page: SourcePage, key: str, docs: Path) -> tuple[str, str] | None:
    """What is wrong with a link to a file that is no page."""
    named = f'the link "{link.target}"'
    if mend := _outside(link.target):
        return _NoTarget(f"{named} leads to no file", mend)
    found = _file(docs, page.locale.code, key)
    if found and found in _excluded(docs.parent):
        return f"{named} is left out of the site (exclude_docs)", "link to another file"
    if found:
        return None
    mend = "link to a .md file of the same language, or to a file in docs/assets"
    return _NoTarget(f"{named} leads to no file", mend)


def _outside(target: str) -> str:
    """How to write the address of another site, or of a person, that lacks its beginning."""
    if _MAIL.fullmatch(target):
        return f"write mailto:{target}"
    return f"write https://{target}" if _HOST.match(target) else ""


def _near_page(page: SourcePage, key: str, ours: Mapping[str, SourcePage]) -> str:
    """The page that is a slip away, as it is written from where the link stands; "" if none is."""
    near = near_key(key, ours)
    if not near:
        return ""
    written = posixpath.relpath(near, posixpath.dirname(page.key) or ".")
    return f'did you mean "{written}"?'


def _file(docs: Path, code: str, key: str) -> str:
    """The file that a link leads to, from docs/, "" if there is none.

    Files that both languages share lie in docs/, one level above the pages. They
    may be linked as they lie, or as if they lay among the pages of each language.
    """
    as_it_lies = posixpath.normpath(f"{code}/{key}")
    found = (path for path in (as_it_lies, key) if not path.startswith(".."))
    return next((path for path in found if (docs / path).is_file()), "")


def _excluded(root: Path) -> list[str]:
    """The files that mkdocs.yml leaves out, of those that it names by their path."""
    text, _ = read_text(root / "mkdocs.yml", root)
    return [path.lstrip("/") for path in _EXCLUDED.findall(text)]


def _anchors(page: SourcePage) -> frozenset[str]:
    return frozenset(heading.anchor for heading in headings(page.body)) | BUILT_ANCHORS
