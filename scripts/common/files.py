"""Reads text files written by editors, reporting where they are not valid UTF-8."""

from __future__ import annotations

import stat
import unicodedata
from contextlib import suppress
from pathlib import Path

from scripts.common.problems import Kind, Problem, relative

# In bytes. No hand-written file is larger, and the checks would take minutes on one that is.
LARGEST = 4_000_000
_UTF_16 = (b"\xff\xfe", b"\xfe\xff")


def read_text(path: Path, root: Path, largest: int = LARGEST) -> tuple[str, list[Problem]]:
    r"""The text of `path`, or an empty string and the problem that prevents reading it.

    The text is normalised to NFC: decomposed characters (a and a combining ring), as in text
    pasted from PDFs and in file names from macOS, look the same and must compare equal. Soft
    hyphens, which come along when text is copied from PDFs and websites, are removed. Line
    endings become `\n`.
    """
    if hindrance := unreadable(path, root, largest):
        return "", [hindrance]
    raw = path.read_bytes()
    name = relative_of_link(path, root)
    if raw.startswith(_UTF_16):
        return "", [Problem(name, 0, "the file is in UTF-16", "save it as UTF-8", kind=Kind.UNREAD)]
    try:
        text = raw.decode("utf-8-sig").replace("\N{SOFT HYPHEN}", "")
        text = unicodedata.normalize("NFC", text)
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        what = f"the file is not in UTF-8 (byte 0x{raw[error.start]:02x})"
        fix = "open it in its own encoding and save it as UTF-8"
        return "", [Problem(name, line, what, fix, kind=Kind.UNREAD)]
    if "\0" in text:
        line = text.count("\n", 0, text.index("\0")) + 1
        what = "the character NUL stands in the file, as in files that are no text"
        return "", [
            Problem(name, line, what, "take it away, or put the text back", kind=Kind.UNREAD)
        ]
    return text.replace("\r\n", "\n").replace("\r", "\n"), []


def unreadable(path: Path, root: Path, largest: int = LARGEST) -> Problem | None:
    """Why a file cannot be read: not a regular file, too large, or outside the project."""
    name = relative_of_link(path, root)
    try:
        what = path.lstat()
        inside = True
        if stat.S_ISLNK(what.st_mode):
            what, inside = path.stat(), path.resolve().is_relative_to(root.resolve())
    except (OSError, RuntimeError) as error:
        if path.is_symlink():
            fix = "put the file itself here"
            return Problem(name, 0, "the symbolic link leads to no file", fix, kind=Kind.UNREAD)
        if isinstance(error, FileNotFoundError | NotADirectoryError):
            return Problem(name, 0, "the file is missing", "put it back", kind=Kind.UNREAD)
        reason = getattr(error, "strerror", None) or str(error)
        return Problem(
            name, 0, f"the file cannot be opened ({reason})", "let it be read", kind=Kind.UNREAD
        )
    if not inside:
        where = "the symbolic link leads out of the project"
        return Problem(name, 0, where, "put the file itself here", kind=Kind.UNREAD)
    if stat.S_ISDIR(what.st_mode):
        return Problem(
            name, 0, "this is a folder and no file", "put the file back", kind=Kind.UNREAD
        )
    if not stat.S_ISREG(what.st_mode):
        return Problem(name, 0, "this is no file of text", "put the file back", kind=Kind.UNREAD)
    if what.st_size > largest:
        size = f"the file is larger ({what.st_size // 1000} kB) than any page or list"
        return Problem(
            name, 0, size, f"divide it: at most {largest // 1000} kB can be read", kind=Kind.UNREAD
        )
    return None


def relative_of_link(path: Path, root: Path) -> str:
    """The path relative to the project, without following a symbolic link."""
    with suppress(ValueError):
        return path.relative_to(root).as_posix()
    try:
        return (path.parent.resolve() / path.name).relative_to(root.resolve()).as_posix()
    except (ValueError, OSError, RuntimeError):
        return relative(path, root)


def write_if_changed(path: Path, text: str) -> bool:
    """Write `text` unless the file already has that content; True when it was written.

    An untouched file keeps its modification time, so that a preview watching the
    folder does not rebuild needlessly.
    """
    content = text.encode()
    # Compare bytes: the existing file may be corrupt, and not decode.
    if path.exists() and path.read_bytes() == content:
        return False
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)
    return True
