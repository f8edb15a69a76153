"""Puts .gz and .br beside the text files of a folder, for a host that sends them as they are.

Done where the site is served, and not on the branch: every page of an edition tells its number,
and of two packed files that differ a little git keeps both whole. The packed pages of an edition
are 6.4 MB; one of which only words have changed may add three to the branch in all.
"""

from __future__ import annotations

import gzip
import os
import shutil
import tempfile
import zlib
from collections import defaultdict
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

import brotli

from scripts.common.fork_map import fork_map

TEXTS = frozenset({".html", ".js", ".css", ".json", ".svg", ".xml", ".txt"})


@dataclass(frozen=True)
class _Packing:
    """One way to pack: how, and how it is undone. The same bytes give the same file."""

    pack: Callable[[bytes], bytes]
    unpack: Callable[[bytes], bytes]


PACKINGS = {
    # No time and no name in it.
    ".gz": _Packing(lambda data: gzip.compress(data, 9, mtime=0), gzip.decompress),
    ".br": _Packing(lambda data: brotli.compress(data, quality=11), brotli.decompress),
}


@dataclass(frozen=True)
class Packed:
    """What was done: texts that were looked at, files written, and files taken away."""

    texts: int
    written: int
    removed: int


def compress(folder: Path) -> Packed:
    """Pack every text in a folder that becomes smaller, unless that is done already.

    Each file is there whole or not at all, at any moment. What was packed of a text that has
    gone, or that does not become smaller, is taken away: a host would send it.

    Raises:
        OSError: a file cannot be read or written.
    """
    alike: defaultdict[bytes, list[Path]] = defaultdict(list)
    removed = 0
    for path in _files(folder):
        if path.suffix in TEXTS:
            alike[sha256(path.read_bytes()).digest()].append(path)
        elif _stands_for_nothing(path):
            path.unlink()
            removed += 1
    # The newest edition lies at two addresses: what is alike is packed once.
    done = fork_map(_pack, list(alike.values()))
    return Packed(
        sum(map(len, alike.values())),
        sum(written for written, _ in done),
        removed + sum(stale for _, stale in done),
    )


def _files(folder: Path) -> Iterator[Path]:
    """Every file below a folder; what git keeps there, and links to elsewhere, is left alone."""
    for place, folders, names in os.walk(folder):
        folders[:] = sorted(each for each in folders if each != ".git")
        for name in sorted(names):
            path = Path(place, name)
            if path.is_file() and not path.is_symlink():
                yield path


def _stands_for_nothing(path: Path) -> bool:
    """Whether a file was packed of a text that has gone."""
    text = path.with_suffix("")
    return path.suffix in PACKINGS and text.suffix in TEXTS and not text.exists()


def _pack(paths: list[Path]) -> tuple[int, int]:
    """Pack texts that are alike; how many files were written, and taken away."""
    written = removed = 0
    data = paths[0].read_bytes()
    for ending, packing in PACKINGS.items():
        waiting = [path for path in paths if not _is_done(_beside(path, ending), data, packing)]
        packed = packing.pack(data) if waiting else b""
        for path in waiting:
            target = _beside(path, ending)
            if len(packed) < len(data):
                _write(target, packed, path)
                written += 1
            elif target.exists():
                target.unlink()
                removed += 1
    return written, removed


def _beside(path: Path, ending: str) -> Path:
    return path.with_name(f"{path.name}{ending}")


def _is_done(target: Path, data: bytes, packing: _Packing) -> bool:
    """Whether what lies there is the text, packed, and smaller."""
    with suppress(FileNotFoundError, EOFError, gzip.BadGzipFile, zlib.error, brotli.error):
        found = target.read_bytes()
        return len(found) < len(data) and packing.unpack(found) == data
    return False


def _write(target: Path, packed: bytes, original: Path) -> None:
    """Write a file as old as the one it stands for, and as readable: hosts tell its age."""
    handle, name = tempfile.mkstemp(prefix=".compress-", dir=target.parent)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(packed)
        shutil.copystat(original, name)
        Path(name).replace(target)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise
