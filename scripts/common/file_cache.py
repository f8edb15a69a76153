"""A persistent cache of files between builds, in a folder below .cache.

A key names everything that the file depends on (see `cache.key_of`), so that no entry is ever
stale. Entries that no build has read for a while are deleted. A corrupt or missing entry only
costs the time to rebuild it: each starts with a hash of its content.
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
    """A folder of cached files."""

    def __init__(self, root: Path, name: str) -> None:
        """`root` is the project folder; the files are in .cache/`name`."""
        self._folder = root / ".cache" / name

    def get(self, key: str) -> bytes | None:
        """The content cached under a key, or None."""
        path = self._folder / key
        with suppress(OSError):
            digest, content = _split_digest(path.read_bytes())
            if digest == sha256(content).digest():
                os.utime(path)
                return content
        return None

    def put(self, key: str, content: bytes) -> bytes:
        """Cache a file and return it. A cache that cannot be written only costs time."""
        with suppress(OSError):
            self._folder.mkdir(parents=True, exist_ok=True)
            # Write to a temporary file and rename: another build may read it concurrently.
            temporary = self._folder / f"{key}.{os.getpid()}"
            temporary.write_bytes(sha256(content).digest() + content)
            temporary.replace(self._folder / key)
        return content

    def get_object(self, key: str) -> Any:
        """The object that `put_object` cached under a key, or None."""
        with suppress(Exception):  # unpickling a corrupt file may raise anything
            return pickle.loads(self.get(key) or b"")
        return None

    def put_object(self, key: str, value: Any) -> None:
        """Cache any object that can be pickled."""
        self.put(key, pickle.dumps(value, pickle.HIGHEST_PROTOCOL))

    def forget_old(self) -> None:
        """Delete entries that no build has read for two weeks."""
        oldest = time.time() - _DAYS * 86400
        with suppress(OSError):
            for path in self._folder.iterdir():
                with suppress(OSError):
                    if path.stat().st_mtime < oldest:
                        path.unlink()


def _split_digest(entry: bytes) -> tuple[bytes, bytes]:
    size = sha256().digest_size
    return entry[:size], entry[size:]
