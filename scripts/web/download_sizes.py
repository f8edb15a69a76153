"""Fills in the size of each file that a page offers to download, once the files exist.

Pages are rendered before the print files, so their lists hold placeholders. In a build without
PDFs the items of print files are removed, and with them a list that is left empty; any other
file that is offered and missing is an error.
"""

from __future__ import annotations

import re
from html import escape
from pathlib import Path

import pikepdf

from scripts.common.problems import Problem
from scripts.language.messages import Messages

_FILE = re.compile(r"<!--file (?P<path>\S+)-->(?P<html>.*?)<!--/file-->\n?", re.DOTALL)
_LIST = re.compile(r"<!--downloads-->(?P<html>.*?)<!--/downloads-->\n?", re.DOTALL)
_SIZE = "<!--size-->"
# Print files, and archives of them: missing in a build without print.
_PRINTED = (".pdf", ".zip", ".epub")
# A number and its unit stay on one line.
_GAP = "\N{NO-BREAK SPACE}"
# Display names of the formats other than PDF.
FORMATS = {".docx": "Word", ".pptx": "PowerPoint", ".xlsx": "Excel", ".zip": "zip", ".epub": "EPUB"}


def with_sizes(html: str, site: Path, words: Messages, *, prints: bool) -> str:
    """A page with the sizes of its files.

    Args:
        html: The page, with a placeholder for each file.
        site: The folder to which the paths of files are relative.
        words: The messages in the language of the page.
        prints: Whether this build makes PDFs.
    """

    def item(match: re.Match[str]) -> str:
        path = site / match["path"]
        if not prints and path.suffix in _PRINTED:
            return ""
        return match["html"].replace(_SIZE, escape(_size_label(path, words)))

    def download_list(match: re.Match[str]) -> str:
        kept = _FILE.sub(item, match["html"])
        return kept if "<li" in kept else ""

    return _LIST.sub(download_list, html)


def missing_files(html: str, page: str, site: Path, *, prints: bool) -> list[Problem]:
    """The files that a page offers and no step has written; `page` is its path in the project."""
    offered = dict.fromkeys(match["path"] for match in _FILE.finditer(html))
    return [
        Problem(
            page,
            0,
            f"the page offers {path}, which the build did not make",
            "name it as the modules …_files.py in scripts/pipeline do",
        )
        for path in offered
        if not (site / path).is_file() and (prints or not path.endswith(_PRINTED))
    ]


def _size_label(path: Path, words: Messages) -> str:
    """The format of a file, its number of pages (PDF) and its size."""
    pages, size = _measured(path)
    kilobytes = max(round(size / 1000), 1)
    weight = f"{kilobytes}{_GAP}kB"
    if kilobytes >= 1000:
        number = f"{kilobytes / 1000:.1f}"
        weight = f"{number.replace('.', ',') if words.code == 'no' else number}{_GAP}MB"
    if pages is None:
        return f"{FORMATS[path.suffix]}, {weight}"
    many = words("downloads.page") if pages == 1 else words("downloads.pages")
    return f"PDF, {many.format(pages=pages)}, {weight}"


def _measured(path: Path) -> tuple[int | None, int]:
    """The number of pages (None unless a PDF) and the size in bytes."""
    if path.suffix != ".pdf":
        return None, path.stat().st_size
    with pikepdf.open(path) as pdf:
        return len(pdf.pages), path.stat().st_size
