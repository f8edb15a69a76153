"""Files of equal bytes for equal content: office files, books and archives are zips, with times."""

from __future__ import annotations

import shutil
import zipfile
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path

# A file says what it holds and not when it was built, so that equal content is equal bytes.
EPOCH = datetime(1980, 1, 1, tzinfo=UTC)


def timeless(
    content: bytes, changes: Mapping[str, Callable[[bytes], bytes]] | None = None
) -> bytes:
    """The same zip with the same time on every member; `changes` are made by member name."""
    return zipped(
        (name, (changes or {}).get(name, bytes)(data)) for name, data in _members(content)
    )


def zipped(members: Iterable[tuple[str, bytes]], stored: Collection[str] = ()) -> bytes:
    """A zip of members by name, in order, that says nothing of when it was made.

    `stored` names those that are not compressed.
    """
    fixed = BytesIO()
    with zipfile.ZipFile(fixed, "w") as target:
        for name, data in members:
            target.writestr(_entry(name, stored), data)
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


def _entry(name: str, stored: Collection[str] = ()) -> zipfile.ZipInfo:
    member = zipfile.ZipInfo(name, EPOCH.timetuple()[:6])
    member.compress_type = zipfile.ZIP_STORED if name in stored else zipfile.ZIP_DEFLATED
    # Ordinary files that everybody may read, wherever they are unpacked.
    member.external_attr = 0o644 << 16
    return member


def _members(content: bytes) -> Iterator[tuple[str, bytes]]:
    with zipfile.ZipFile(BytesIO(content)) as source:
        for name in source.namelist():
            yield name, source.read(name)
