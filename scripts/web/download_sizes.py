"""Fills in what a page offers to download: the size of each file, once there are files.

Pages are written before the files to print, so their lists hold places for the size. In
a build without PDFs their lines are taken away, and a list without lines with
them; any other file that is offered and not there is a fault.
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
# Made for print, or from what is: not there in a build without it.
_PRINTED = (".pdf", ".zip", ".epub")
# A number and its unit stay on one line.
_GAP = "\N{NO-BREAK SPACE}"
# What readers call the files that are no PDF.
FORMATS = {".docx": "Word", ".pptx": "PowerPoint", ".xlsx": "Excel", ".zip": "zip", ".epub": "EPUB"}


def filled(html: str, site: Path, words: Messages, *, prints: bool) -> str:
    """A page with the sizes of its files; `site` is the folder the paths begin in.

    `prints` tells whether this build makes PDFs.
    """

    def line(match: re.Match[str]) -> str:
        path = site / match["path"]
        if not prints and path.suffix in _PRINTED:
            return ""
        return match["html"].replace(_SIZE, escape(told(path, words)))

    def listed(match: re.Match[str]) -> str:
        kept = _FILE.sub(line, match["html"])
        return kept if "<li" in kept else ""

    return _LIST.sub(listed, html)


def not_made(html: str, page: str, site: Path, *, prints: bool) -> list[Problem]:
    """What a page offers although no hook has made it; `page` is its path in the project."""
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


def told(path: Path, words: Messages) -> str:
    """The format of a file, how many pages it has and how large it is."""
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
    """The pages of a PDF and the bytes of any file."""
    if path.suffix != ".pdf":
        return None, path.stat().st_size
    with pikepdf.open(path) as pdf:
        return len(pdf.pages), path.stat().st_size
