"""Finished files kept between builds in a folder below .cache, each under a key of its own.

A key says all that the file depends on (see `cache.key_of`), so that nothing kept is ever
stale. What no build asked for in a while is thrown away. A damaged or missing file only costs
the time of making it: each begins with the hash of the rest.
"""

from __future__ import annotations

import os
import pickle
import time
from contextlib import suppress
from hashlib import sha256
from pathlib import Path
from typing import Any

_DAYS = 14


class FileCache:
    """A folder of finished files."""

    def __init__(self, root: Path, name: str) -> None:
        """`root` is the project's; the files lie in .cache/`name`."""
        self._folder = root / ".cache" / name

    def get(self, key: str) -> bytes | None:
        """What is kept under a key, or None."""
        path = self._folder / key
        with suppress(OSError):
            digest, content = _cut(path.read_bytes())
            if digest == sha256(content).digest():
                os.utime(path)
                return content
        return None

    def put(self, key: str, content: bytes) -> bytes:
        """Keep a file, and hand it back. A cache that cannot be written only costs time."""
        with suppress(OSError):
            self._folder.mkdir(parents=True, exist_ok=True)
            # Written aside: another build may read it at the same moment.
            aside = self._folder / f"{key}.{os.getpid()}"
            aside.write_bytes(sha256(content).digest() + content)
            aside.replace(self._folder / key)
        return content

    def get_object(self, key: str) -> Any:
        """What `put_object` kept under a key, or None."""
        with suppress(Exception):  # whatever a damaged file makes of unpickling
            return pickle.loads(self.get(key) or b"")
        return None

    def put_object(self, key: str, value: Any) -> None:
        """Keep what is no file."""
        self.put(key, pickle.dumps(value, pickle.HIGHEST_PROTOCOL))

    def forget_old(self) -> None:
        """Throw away what no build asked for in two weeks."""
        oldest = time.time() - _DAYS * 86400
        with suppress(OSError):
            for path in self._folder.iterdir():
                with suppress(OSError):
                    if path.stat().st_mtime < oldest:
                        path.unlink()


def _cut(kept: bytes) -> tuple[bytes, bytes]:
    size = sha256().digest_size
    return kept[:size], kept[size:]
