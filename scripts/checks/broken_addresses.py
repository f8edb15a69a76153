"""Finds addresses that a space or the end of a row breaks, so that no link comes of them."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator

from scripts.checks.docs_files import slugify
from scripts.common.problems import Kind, Problem
from scripts.content.addresses import BROKEN, is_outside
from scripts.content.markdown import line_at, mask_code
from scripts.content.pages import SourcePage

# A link target without a title after it.
_SPACED = re.compile(r"(?P<image>!?)\[[^\[\]\n]*\]\((?P<target>[^()<>\"'\n]*)\)")
_ENDING = re.compile(r"\.(?:md|png|jpe?g|svg|webp|avif|gif|pdf|docx)(?:#\S*)?$", re.IGNORECASE)
# A link title in the curly quotation marks of a word processor.
_CURLY_TITLE = re.compile(r"(?P<address>\S+)\s+[“”«‘’](?P<title>[^“”«»‘’]*)[“”»‘’]")
# A picture size after the target, as in some Markdown dialects.
_SIZED = re.compile(r"(?P<address>\S+)\s+=\d*%?x?\d*%?")


def spaced_addresses(page: SourcePage) -> Iterator[Problem]:
    """Report link targets that contain a space, where the parser ends them."""
    for match in _SPACED.finditer(mask_code(page.body)):
        if not _is_spaced(match):
            continue
        folder, name = posixpath.split(match["target"].strip())
        stem, ending = posixpath.splitext(name)
        suggested = posixpath.join(folder, f"{slugify(stem)}{ending.lower()}")
        what = f'the address "{match["target"].strip()}" holds a space, and would end there'
        fix = f"give the file the name {posixpath.basename(suggested)}, and write {suggested}"
        if sized := _SIZED.fullmatch(match["target"].strip()):
            fix = f"write {sized['address']}: a picture is as wide as there is room"
        elif titled := _CURLY_TITLE.fullmatch(match["target"].strip()):
            fix = f'write straight quotation marks: {titled["address"]} "{titled["title"]}"'
        elif is_outside(match["target"]) or not re.search(r"\s", name):
            escaped = re.sub(r"\s", "%20", match["target"].strip())
            fix = f"take the space away, or write %20 for it: {escaped}"
        line, about = line_at(page.body, match.start(), page.body_line), match["target"].strip()
        yield Problem(page.path, line, what, fix, kind=Kind.SPACED, about=about)


def broken_addresses(page: SourcePage) -> Iterator[Problem]:
    """Report addresses that are broken across lines."""
    for match in BROKEN.finditer(mask_code(page.body)):
        whole = match["begin"] + match["rest"]
        what = f'the address "{match["begin"]}" goes on in the next row'
        fix = f"put it on one row: {whole}"
        line = line_at(page.body, match.start(), page.body_line)
        yield Problem(page.path, line, what, fix, kind=Kind.SPACED, about=whole)


def _is_spaced(match: re.Match[str]) -> bool:
    target = match["target"].strip()
    in_folder = re.search(r"\S/\S", target)
    is_file = bool(match["image"]) or bool(in_folder) or bool(_ENDING.search(target))
    return bool(re.search(r"\s", target)) and is_file
