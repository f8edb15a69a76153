"""Scripts, styles and fonts under names that carry a hash of what is in them.

What such a name leads to never changes, so that a browser may keep it for ever and asks again for
nothing that it has. All lie in one folder, since rules for hosts (`_headers`) know folders and no
hashes. A script or style holds the names of the files it asks for, and so is named after them.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

ASSETS, FOLDER = "assets", "assets/fixed"
# Every page pays for each sign, since none can be compressed: of twenty versions of a file, two
# share these six once in eighty thousand times.
LENGTH = 6
# In scripts a file is named from the edition's root, in styles from where the style lies.
_IN_SCRIPT = re.compile(r'"(assets/[\w./-]+\.(?:js|css|woff2))"')
_IN_STYLE = re.compile(r'(?<=url\(")(\.\./[^"]+)(?="\))')


@dataclass(frozen=True)
class Asset:
    """A file as it is published: its path below the edition, and what is in it."""

    path: str
    content: bytes


def hashed(files: Mapping[str, bytes], kept: Collection[str] = ()) -> dict[str, Asset]:
    """The files under their hashed names, with the hashed names of others in them.

    Args:
        files: Scripts, styles and fonts by their path in docs/ (`assets/js/site.js`).
        kept: Those of them that keep their names.

    Raises:
        ValueError: a script asks for a file that is not there, or files ask for each other, so
            that none can be named before the other.
    """
    return _Namer(files, kept).all()


def hashed_path(site: Path, path: str) -> str:
    """Where a file of docs/ lies in a built site; `path` itself where it has no hash there."""
    stem, ending = posixpath.splitext(_moved(path))
    sign = "[0-9a-f]" * LENGTH
    found = sorted(site.glob(f"{stem}.{sign}{ending}"))
    return found[0].relative_to(site).as_posix() if found else path


def _moved(path: str) -> str:
    return f"{FOLDER}/{path.removeprefix(f'{ASSETS}/')}"


class _Namer:
    def __init__(self, files: Mapping[str, bytes], kept: Collection[str]) -> None:
        self._files, self._kept = files, kept
        self._made: dict[str, Asset] = {}
        # The files that wait for a name of one that they ask for.
        self._waiting: list[str] = []

    def all(self) -> dict[str, Asset]:
        return {path: self._asset(path) for path in sorted(self._files)}

    def _asset(self, path: str) -> Asset:
        if path not in self._made:
            if path in self._waiting:
                circle = " → ".join([*self._waiting[self._waiting.index(path) :], path])
                raise ValueError(f"files ask for each other, and none can be named: {circle}")
            self._waiting.append(path)
            content = self._with_names(path)
            self._waiting.pop()
            name = path
            if path not in self._kept:
                stem, ending = posixpath.splitext(_moved(path))
                name = f"{stem}.{sha256(content).hexdigest()[:LENGTH]}{ending}"
            self._made[path] = Asset(name, content)
        return self._made[path]

    def _with_names(self, path: str) -> bytes:
        """A file with the published names of those that it asks for."""
        content = self._files[path]
        if path.endswith(".js"):
            return _IN_SCRIPT.sub(
                lambda found: f'"{self._asked(found[1], path)}"', content.decode()
            ).encode()
        if path.endswith(".css"):
            return _IN_STYLE.sub(
                lambda found: self._beside(found[1], path), content.decode()
            ).encode()
        return content

    def _asked(self, asked: str, by: str) -> str:
        if asked not in self._files:
            raise ValueError(f'{by} asks for "{asked}", which is not there')
        # What keeps its name is known without what is in it.
        return asked if asked in self._kept else self._asset(asked).path

    def _beside(self, link: str, by: str) -> str:
        """A link of a style, from where the style is published."""
        path = posixpath.normpath(posixpath.join(posixpath.dirname(by), link))
        found = self._asked(path, by) if path in self._files else path
        home = by if by in self._kept else _moved(by)
        return posixpath.relpath(found, posixpath.dirname(home))


def read_assets(docs: Path) -> Iterator[tuple[str, bytes]]:
    """Styles and fonts of docs/ by their path in it; scripts are made smaller first."""
    for kind in ("css", "woff2"):
        for path in sorted((docs / ASSETS).rglob(f"*.{kind}")):
            yield path.relative_to(docs).as_posix(), path.read_bytes()
