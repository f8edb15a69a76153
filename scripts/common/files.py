"""Text files as editors write them: UTF-8, or a problem that says where not."""

from __future__ import annotations

import unicodedata
from pathlib import Path

from scripts.common.problems import Problem, relative


def read_text(path: Path, root: Path) -> tuple[str, list[Problem]]:
    """The text of `path`, or an empty text and the problem that hinders it.

    Letters of two signs (a and a ring), as file names of a Mac and copies of PDFs have them,
    become letters of one: they are equal to the eye and must be so to every comparison. Soft
    hyphens, which copies of PDFs and of other sites have in the midst of words, are left out.
    """
    raw = path.read_bytes()
    try:
        text = raw.decode("utf-8-sig").replace("\N{SOFT HYPHEN}", "")
        return unicodedata.normalize("NFC", text), []
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        return "", [
            Problem(
                relative(path, root),
                line,
                f"the file is not in UTF-8 (byte 0x{raw[error.start]:02x})",
                "open it in its own encoding and save it as UTF-8",
            )
        ]


def write_if_changed(path: Path, text: str) -> bool:
    """Write `text` unless the file already says so; True when it was written.

    An untouched file keeps its time stamp, so that a preview that watches the
    folder does not rebuild without reason.
    """
    content = text.encode()
    # As bytes: what stands there may be damaged, and no text at all.
    if path.exists() and path.read_bytes() == content:
        return False
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)
    return True
