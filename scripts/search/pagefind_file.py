"""Reads and writes the compressed files of a Pagefind index."""

from __future__ import annotations

import gzip
from pathlib import Path

# Magic bytes at the start of each decompressed file.
_MAGIC = b"pagefind_dcd"


def read_raw(path: Path) -> bytes:
    """The content of a file.

    Raises:
        ValueError: it does not have the format of Pagefind 1.5.
    """
    raw = gzip.decompress(path.read_bytes())
    if not raw.startswith(_MAGIC):
        raise ValueError(f"{path.name} is no file of Pagefind 1.5")
    return raw.removeprefix(_MAGIC)


def write_raw(path: Path, content: bytes) -> None:
    """Write a file, the same bytes for the same content."""
    path.write_bytes(gzip.compress(_MAGIC + content, mtime=0))
