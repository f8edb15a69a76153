"""Files of equal bytes for equal content: office files, books and archives are zips, with times."""

from __future__ import annotations

import re
import shutil
import zipfile
import zlib
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path, PurePosixPath

# What is compressed in itself, and is stored in a zip as it is.
_COMPRESSED = {".docx", ".epub", ".pdf", ".pptx", ".xlsx", ".zip", ".woff2"}
_COMPRESSED |= {".avif", ".gif", ".jpeg", ".jpg", ".png", ".webp"}
# After these a piece of HTML, XML or JSON may end; about one in a hundred of them ends one.
_SEAM = re.compile(rb"[>}\n]")
_ONE_IN = 101
# How much before a seam decides whether a piece ends there (bytes).
_SEEN = 24

# A file says what it holds and not when it was built, so that equal content is equal bytes.
EPOCH = datetime(1980, 1, 1, tzinfo=UTC)


def timeless(
    content: bytes, changes: Mapping[str, Callable[[bytes], bytes]] | None = None
) -> bytes:
    """The same zip with the same time on every member; `changes` are made by member name."""
    return zipped(
        (name, (changes or {}).get(name, bytes)(data)) for name, data in _members(content)
    )


def zipped(members: Iterable[tuple[str, bytes]]) -> bytes:
    """A zip of members by name, in order, that says nothing of when it was made.

    A member whose text changes a little changes a little in the zip too, so that git keeps two
    editions of a file in hardly more space than one.
    """
    fixed = BytesIO()
    with zipfile.ZipFile(fixed, "w") as target:
        for name, data in members:
            member = _entry(name)
            with target.open(member, "w") as entry:
                if member.compress_type == zipfile.ZIP_DEFLATED:
                    # zipfile takes no compressor of another's (none reported). Remove when it does;
                    # a test holds that it is still asked.
                    entry._compressor = _Steady()  # type: ignore[attr-defined]
                for piece in _pieces(data):
                    entry.write(piece)
    return fixed.getvalue()


def zip_folder(folder: Path, target: Path) -> None:
    """Write a folder as a zip, under its own name and in the order of names.

    Raises:
        OSError: a file cannot be read or written; what is written by then stays.
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


def _pieces(data: bytes) -> Iterator[bytes]:
    """The content in pieces that end where the text says so, wherever in the file it stands.

    What `gzip --rsyncable` does: a change moves no seam but those beside it.
    """
    begun = 0
    for seam in _SEAM.finditer(data):
        end = seam.end()
        if zlib.crc32(data[max(end - _SEEN, 0) : end]) % _ONE_IN == 0:
            yield data[begun:end]
            begun = end
    yield data[begun:]


class _Steady:
    """Deflates each piece so that its bytes depend on those shortly before it alone."""

    def __init__(self) -> None:
        self._deflate = zlib.compressobj(9, zlib.DEFLATED, -zlib.MAX_WBITS)

    def compress(self, piece: bytes) -> bytes:
        return self._deflate.compress(piece) + self._deflate.flush(zlib.Z_SYNC_FLUSH)

    def flush(self) -> bytes:
        return self._deflate.flush()


def _entry(name: str) -> zipfile.ZipInfo:
    member = zipfile.ZipInfo(name, EPOCH.timetuple()[:6])
    # OCF 3.3, 4.2.2: the first member of a book, mimetype, is not compressed.
    stored = name == "mimetype" or PurePosixPath(name).suffix.lower() in _COMPRESSED
    member.compress_type = zipfile.ZIP_STORED if stored else zipfile.ZIP_DEFLATED
    # Ordinary files that everybody may read, wherever they are unpacked.
    member.external_attr = 0o644 << 16
    return member


def _members(content: bytes) -> Iterator[tuple[str, bytes]]:
    with zipfile.ZipFile(BytesIO(content)) as source:
        for name in source.namelist():
            yield name, source.read(name)
