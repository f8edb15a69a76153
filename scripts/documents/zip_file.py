"""Office files of equal bytes for equal content: each is a zip, and a zip holds times."""

from __future__ import annotations

import zipfile
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import UTC, datetime
from io import BytesIO

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
    """A zip of members by name, in order, that says nothing of when it was made."""
    fixed = BytesIO()
    with zipfile.ZipFile(fixed, "w") as target:
        for name, data in members:
            member = zipfile.ZipInfo(name, EPOCH.timetuple()[:6])
            member.compress_type = zipfile.ZIP_DEFLATED
            # Ordinary files that everybody may read, wherever they are unpacked.
            member.external_attr = 0o644 << 16
            target.writestr(member, data)
    return fixed.getvalue()


def _members(content: bytes) -> Iterator[tuple[str, bytes]]:
    with zipfile.ZipFile(BytesIO(content)) as source:
        for name in source.namelist():
            yield name, source.read(name)
