"""Precompresses the text files of a folder (.gz and .br), for hosts that serve such files.

Done on the server and not on the branch: every page contains the number of its edition, and git
cannot store compressed files as deltas. The compressed pages of an edition are 6.4 MB; an edition
in which only texts have changed adds at most three to the branch in all.
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
class _Codec:
    """A deterministic compression format."""

    compress: Callable[[bytes], bytes]
    decompress: Callable[[bytes], bytes]


CODECS = {
    # Without time stamp and file name.
    ".gz": _Codec(lambda data: gzip.compress(data, 9, mtime=0), gzip.decompress),
    ".br": _Codec(lambda data: brotli.compress(data, quality=11), brotli.decompress),
}


@dataclass(frozen=True)
class Packed:
    """The number of texts examined, of files written and of stale files removed."""

    texts: int
    written: int
    removed: int


def compress(folder: Path) -> Packed:
    """Compress every text in a folder that becomes smaller, unless that is done already.

    Each file is written atomically. A compressed file whose text is gone, or does not become
    smaller, is removed: a host would serve it.

    Raises:
        OSError: a file cannot be read or written.
    """
    by_hash: defaultdict[bytes, list[Path]] = defaultdict(list)
    removed = 0
    for path in _files(folder):
        if path.suffix in TEXTS:
            by_hash[sha256(path.read_bytes()).digest()].append(path)
        elif _is_orphan(path):
            path.unlink()
            removed += 1
    # The newest edition is at two addresses: equal files are compressed once.
    results = fork_map(_compress_equal, list(by_hash.values()))
    return Packed(
        sum(map(len, by_hash.values())),
        sum(written for written, _ in results),
        removed + sum(stale for _, stale in results),
    )


def _files(folder: Path) -> Iterator[Path]:
    """Every regular file below a folder, without symbolic links and `.git`."""
    for place, folders, names in os.walk(folder):
        folders[:] = sorted(each for each in folders if each != ".git")
        for name in sorted(names):
            path = Path(place, name)
            if path.is_file() and not path.is_symlink():
                yield path


def _is_orphan(path: Path) -> bool:
    """Whether this is a compressed file whose text is gone."""
    text = path.with_suffix("")
    return path.suffix in CODECS and text.suffix in TEXTS and not text.exists()


def _compress_equal(paths: list[Path]) -> tuple[int, int]:
    """Compress files of equal content; the number of files written, and of those removed."""
    written = removed = 0
    data = paths[0].read_bytes()
    for suffix, codec in CODECS.items():
        stale = [path for path in paths if not _is_current(_beside(path, suffix), data, codec)]
        compressed = codec.compress(data) if stale else b""
        for path in stale:
            target = _beside(path, suffix)
            if len(compressed) < len(data):
                _write(target, compressed, path)
                written += 1
            elif target.exists():
                target.unlink()
                removed += 1
    return written, removed


def _beside(path: Path, suffix: str) -> Path:
    return path.with_name(f"{path.name}{suffix}")


def _is_current(target: Path, data: bytes, codec: _Codec) -> bool:
    """Whether the target holds exactly this text, compressed to a smaller size."""
    with suppress(FileNotFoundError, EOFError, gzip.BadGzipFile, zlib.error, brotli.error):
        compressed = target.read_bytes()
        return len(compressed) < len(data) and codec.decompress(compressed) == data
    return False


def _write(target: Path, compressed: bytes, original: Path) -> None:
    """Write a file atomically, with the mtime (hosts send it) and the mode of the original."""
    handle, name = tempfile.mkstemp(prefix=".compress-", dir=target.parent)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(compressed)
        shutil.copystat(original, name)
        Path(name).replace(target)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise
