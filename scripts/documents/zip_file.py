"""Reproducible zip files (office files, e-books, archives): equal content gives equal bytes."""

from __future__ import annotations

import re
import shutil
import zipfile
import zlib
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path, PurePosixPath

# Formats that are already compressed, and are stored without deflating.
_COMPRESSED = {".docx", ".epub", ".pdf", ".pptx", ".xlsx", ".zip", ".woff2"}
_COMPRESSED |= {".avif", ".gif", ".jpeg", ".jpg", ".png", ".webp"}
# Candidates for the end of a chunk of HTML, XML or JSON; about one in a hundred is one.
_BOUNDARY = re.compile(rb"[>}\n]")
_DIVISOR = 101
# The window before a candidate that is hashed to decide (bytes).
_WINDOW = 24

# The timestamp of all members, so that equal content gives equal bytes.
EPOCH = datetime(1980, 1, 1, tzinfo=UTC)


def timeless(
    content: bytes, changes: Mapping[str, Callable[[bytes], bytes]] | None = None
) -> bytes:
    """The same zip with a fixed timestamp on every member; `changes` maps names to edits."""
    return zipped(
        (name, (changes or {}).get(name, bytes)(data)) for name, data in _members(content)
    )


def zipped(members: Iterable[tuple[str, bytes]]) -> bytes:
    """A zip of named members, in order and without timestamps.

    A small change of a member's text is a small change of the zip too, so that git's deltas of
    two editions of a file stay small.
    """
    fixed = BytesIO()
    with zipfile.ZipFile(fixed, "w") as target:
        for name, data in members:
            member = _entry(name)
            with target.open(member, "w") as entry:
                if member.compress_type == zipfile.ZIP_DEFLATED:
                    # zipfile accepts no custom compressor (none reported). Remove when it does; a
                    # test checks that this attribute is still used.
                    entry._compressor = _ChunkedDeflate()  # type: ignore[attr-defined]
                for chunk in _chunks(data):
                    entry.write(chunk)
    return fixed.getvalue()


def zip_folder(folder: Path, target: Path) -> None:
    """Write a folder as a zip, with its name as prefix and members sorted by name.

    Raises:
        OSError: a file cannot be read or written; a partial zip may be left.
    """
    files = sorted(
        (path.relative_to(folder.parent).as_posix(), path)
        for path in folder.rglob("*")
        if path.is_file()
    )
    with zipfile.ZipFile(target, "w") as packed:
        for name, path in files:
            with path.open("rb") as source, packed.open(_entry(name), "w") as entry:
                shutil.copyfileobj(source, entry)


def _chunks(data: bytes) -> Iterator[bytes]:
    """Content-defined chunks: boundaries depend on the preceding bytes, not on the offset.

    As in `gzip --rsyncable`: a change moves only the adjacent boundaries.
    """
    start = 0
    for boundary in _BOUNDARY.finditer(data):
        end = boundary.end()
        if zlib.crc32(data[max(end - _WINDOW, 0) : end]) % _DIVISOR == 0:
            yield data[start:end]
            start = end
    yield data[start:]


class _ChunkedDeflate:
    """A deflater that flushes after each chunk, so that changes do not propagate."""

    def __init__(self) -> None:
        self._deflate = zlib.compressobj(9, zlib.DEFLATED, -zlib.MAX_WBITS)

    def compress(self, chunk: bytes) -> bytes:
        return self._deflate.compress(chunk) + self._deflate.flush(zlib.Z_SYNC_FLUSH)

    def flush(self) -> bytes:
        return self._deflate.flush()


def _entry(name: str) -> zipfile.ZipInfo:
    member = zipfile.ZipInfo(name, EPOCH.timetuple()[:6])
    # OCF 3.3, 4.2.2: the first member of an EPUB, mimetype, is not compressed.
    stored = name == "mimetype" or PurePosixPath(name).suffix.lower() in _COMPRESSED
    member.compress_type = zipfile.ZIP_STORED if stored else zipfile.ZIP_DEFLATED
    # Regular files, readable by everyone after unpacking.
    member.external_attr = 0o644 << 16
    return member


def _members(content: bytes) -> Iterator[tuple[str, bytes]]:
    with zipfile.ZipFile(BytesIO(content)) as source:
        for name in source.namelist():
            yield name, source.read(name)
