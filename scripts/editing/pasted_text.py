"""Reads the text of a new source: from the argument, a file or standard input."""

from __future__ import annotations

import re
import sys
from pathlib import Path

from scripts.common.files import read_text
from scripts.common.problems import Problem, ProblemsFound

# The limit of file names on all systems; pasted references may be longer.
_LONGEST_NAME = 250
_ADDRESS = re.compile(r"[a-z]+://|10\.\d|[@{[]|doi:|urn:|www\.|(?:dx\.)?doi\.org/", re.IGNORECASE)


def text_of(typed: str, root: Path, *, asked: bool) -> str:
    """The argument itself, the content of the file it names, or for `-` standard input.

    With `asked`, a prompt is printed.

    Raises:
        ProblemsFound: the input is empty, there is no such file, or it is not UTF-8.
    """
    if typed == "-":
        return _pasted(asked=asked)
    if len(typed) < _LONGEST_NAME and "\n" not in typed and Path(typed).is_file():
        text, unread = read_text(Path(typed).absolute(), root)
        if unread:
            raise ProblemsFound(unread)
        return text
    if is_path(typed):
        what = f"there is no file {typed}"
        fix = "name a .bib, .ris or .json file that is there, with its folder"
        raise ProblemsFound([Problem("SOURCE", 0, what, fix)])
    return typed


def _pasted(*, asked: bool) -> str:
    if asked:
        print("Paste the reference, then press Ctrl-D on a row of its own:")
    try:
        text = sys.stdin.read()
        text.encode()  # Raises for lone surrogates, from undecodable input (surrogateescape).
    except UnicodeError:
        what, fix = "what was pasted is not in UTF-8", "save it as UTF-8 first"
        raise ProblemsFound([Problem("SOURCE", 0, what, fix)]) from None
    if not text.strip():
        fix = "paste a DOI, an ISBN, or a reference as BibTeX, RIS or CSL-JSON, and press Ctrl-D"
        raise ProblemsFound([Problem("SOURCE", 0, "nothing was pasted", fix)])
    return text


def bare(text: str) -> str:
    """A pasted text without the white space around it and without a byte order mark (BOM).

    Programs on Windows begin a file with one, which comes along when its content is pasted.
    """
    return text.strip().lstrip("\ufeff")


def is_path(text: str) -> bool:
    """Whether an argument looks like a path, and not like a URL, identifier or reference."""
    text = text.strip()
    if not text or "\n" in text or _ADDRESS.match(text):
        return False
    ends = text.lower().endswith((".bib", ".ris", ".bibtex", ".txt", ".nbib", ".enw", ".json"))
    return ends or text.startswith(("./", "../", "~/", "/", "\\")) or text[1:3] in (":\\", ":/")
