"""Changes to the files of a project, made in memory until all of them are known."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from scripts.common.files import read_text
from scripts.common.problems import ProblemsFound

_BOM = b"\xef\xbb\xbf"


@dataclass
class Draft:
    """What files are to hold; paths are relative to `root`.

    `found` is what stood in each file when it was first read, `texts` what is to stand there
    (None: no file). `renamed` leads from the new path of a file to the one it had.
    """

    root: Path
    found: dict[str, bytes | None] = field(default_factory=dict)
    texts: dict[str, str | None] = field(default_factory=dict)
    renamed: dict[str, str] = field(default_factory=dict)

    def text(self, path: str) -> str:
        """The text of a file as it is to be; its rows end with a line feed.

        Raises:
            ProblemsFound: the file cannot be read.
        """
        known = self.texts.get(path)
        if known is not None:
            return known
        raw, problems = read_text(self.root / path, self.root)
        if problems:
            raise ProblemsFound(problems)
        self._remember(path)
        return raw

    def put(self, path: str, text: str) -> None:
        """Have a file hold `text`; one that holds it already is no change."""
        self._remember(path)
        if path in self.texts or not self._is_there(path) or self.text(path) != text:
            self.texts[path] = text

    def delete(self, path: str) -> None:
        """Take a file away."""
        self._remember(path)
        self.texts[path] = None

    def move(self, old: str, new: str) -> None:
        """Give a file another path."""
        text = self.text(old)
        self.delete(old)
        self._remember(new)
        self.texts[new] = text
        self.renamed[new] = old

    def content(self, path: str) -> bytes | None:
        """The bytes to write: ends of rows and mark of encoding as the file had them."""
        text = self.texts[path]
        if text is None:
            return None
        before = self.found.get(self.renamed.get(path, path)) or b""
        ends = "\r\n" if b"\r\n" in before else "\n"
        mark = _BOM if before.startswith(_BOM) else b""
        return mark + text.replace("\n", ends).encode()

    def _is_there(self, path: str) -> bool:
        return self.found.get(path) is not None

    def _remember(self, path: str) -> None:
        if path not in self.found:
            file = self.root / path
            self.found[path] = file.read_bytes() if file.is_file() else None
