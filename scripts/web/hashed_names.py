"""Scripts, styles and fonts under file names with a hash of their content.

Such a file never changes, so a browser may cache it for ever without revalidation. All are in one
folder, since rules for hosts (`_headers`) match folders and not hashes. A script or style holds
the names of the files it requests, so its hash depends on theirs.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

ASSETS, FOLDER = "assets", "assets/fixed"
# Hex digits. Hashes do not compress, so each digit costs a byte on every page; among twenty
# versions of a file, the chance that two share six digits is one in eighty thousand.
LENGTH = 6
# Scripts name a file relative to the edition's root, styles relative to themselves.
_IN_SCRIPT = re.compile(r'"(assets/[\w./-]+\.(?:js|css|woff2))"')
_IN_STYLE = re.compile(r'(?<=url\(")(\.\./[^"]+)(?="\))')


@dataclass(frozen=True)
class Asset:
    """A file as published: its path below the edition, and its content."""

    path: str
    content: bytes


def hashed(files: Mapping[str, bytes], kept: Collection[str] = ()) -> dict[str, Asset]:
    """The files under their hashed names, with references to each other rewritten.

    Args:
        files: Scripts, styles and fonts by their path in docs/ (`assets/js/site.js`).
        kept: Those of them that keep their names.

    Raises:
        ValueError: a script requests a missing file, or files request each other in a cycle.
    """
    return _Namer(files, kept).all()


def hashed_path(site: Path, path: str) -> str:
    """The path of a file of docs/ in a built site; `path` itself where its name has no hash."""
    stem, ending = posixpath.splitext(_moved(path))
    digest = "[0-9a-f]" * LENGTH
    matches = sorted(site.glob(f"{stem}.{digest}{ending}"))
    return matches[0].relative_to(site).as_posix() if matches else path


def _moved(path: str) -> str:
    return f"{FOLDER}/{path.removeprefix(f'{ASSETS}/')}"


class _Namer:
    def __init__(self, files: Mapping[str, bytes], kept: Collection[str]) -> None:
        self._files, self._kept = files, kept
        self._assets: dict[str, Asset] = {}
        # The stack of files being named, each waiting for the name of the next.
        self._waiting: list[str] = []

    def all(self) -> dict[str, Asset]:
        return {path: self._asset(path) for path in sorted(self._files)}

    def _asset(self, path: str) -> Asset:
        if path not in self._assets:
            if path in self._waiting:
                cycle = " → ".join([*self._waiting[self._waiting.index(path) :], path])
                raise ValueError(f"files ask for each other, and none can be named: {cycle}")
            self._waiting.append(path)
            content = self._with_names(path)
            self._waiting.pop()
            name = path
            if path not in self._kept:
                stem, ending = posixpath.splitext(_moved(path))
                name = f"{stem}.{sha256(content).hexdigest()[:LENGTH]}{ending}"
            self._assets[path] = Asset(name, content)
        return self._assets[path]

    def _with_names(self, path: str) -> bytes:
        """The content of a file, with the published names of the files that it requests."""
        content = self._files[path]
        if path.endswith(".js"):
            return _IN_SCRIPT.sub(
                lambda match: f'"{self._published(match[1], path)}"', content.decode()
            ).encode()
        if path.endswith(".css"):
            return _IN_STYLE.sub(
                lambda match: self._relative(match[1], path), content.decode()
            ).encode()
        return content

    def _published(self, path: str, by: str) -> str:
        if path not in self._files:
            raise ValueError(f'{by} asks for "{path}", which is not there')
        # A file that keeps its name needs no hash, so it may be part of a cycle.
        return path if path in self._kept else self._asset(path).path

    def _relative(self, link: str, by: str) -> str:
        """A URL of a style sheet, relative to where the style sheet is published."""
        path = posixpath.normpath(posixpath.join(posixpath.dirname(by), link))
        target = self._published(path, by) if path in self._files else path
        home = by if by in self._kept else _moved(by)
        return posixpath.relpath(target, posixpath.dirname(home))


def read_assets(docs: Path) -> Iterator[tuple[str, bytes]]:
    """Styles and fonts of docs/ by their path in it; scripts are minified elsewhere."""
    for kind in ("css", "woff2"):
        for path in sorted((docs / ASSETS).rglob(f"*.{kind}")):
            yield path.relative_to(docs).as_posix(), path.read_bytes()
