"""Changes to the files of a project, collected in memory before anything is written."""

from __future__ import annotations

from codecs import BOM_UTF8
from dataclasses import dataclass, field
from pathlib import Path

from scripts.common.files import read_text
from scripts.common.problems import ProblemsFound


@dataclass
class Draft:
    """The new content of files; paths are relative to `root`.

    Attributes:
        root: The root of the project.
        originals: The bytes of each file when it was first read (None: no file).
        texts: The new text of each changed file (None: deleted).
        renamed: New path -> old path of each moved file.
    """

    root: Path
    originals: dict[str, bytes | None] = field(default_factory=dict)
    texts: dict[str, str | None] = field(default_factory=dict)
    renamed: dict[str, str] = field(default_factory=dict)

    def text(self, path: str) -> str:
        """The text of a file with the changes so far, with LF line endings.

        Raises:
            ProblemsFound: the file cannot be read.
        """
        changed = self.texts.get(path)
        if changed is not None:
            return changed
        raw, problems = read_text(self.root / path, self.root)
        if problems:
            raise ProblemsFound(problems)
        self._remember(path)
        return raw

    def original(self, path: str) -> str | None:
        """The text of a file before the changes, without its BOM (None: no file)."""
        raw = self.originals.get(path)
        return None if raw is None else raw.decode("utf-8-sig", "replace")

    def put(self, path: str, text: str) -> None:
        """Set the text of a file; no change if it has this text already."""
        self._remember(path)
        if path in self.texts or not self._is_there(path) or self.text(path) != text:
            self.texts[path] = text

    def delete(self, path: str) -> None:
        """Delete a file."""
        self._remember(path)
        self.texts[path] = None

    def move(self, old: str, new: str) -> None:
        """Move a file."""
        text = self.text(old)
        self.delete(old)
        self._remember(new)
        self.texts[new] = text
        self.renamed[new] = old

    def content(self, path: str) -> bytes | None:
        """The bytes to write, with the line endings and the BOM of the original; None: delete."""
        text = self.texts[path]
        if text is None:
            return None
        before = self.originals.get(self.renamed.get(path, path)) or b""
        newline = "\r\n" if b"\r\n" in before else "\n"
        bom = BOM_UTF8 if before.startswith(BOM_UTF8) else b""
        return bom + text.replace("\n", newline).encode()

    def _is_there(self, path: str) -> bool:
        return self.originals.get(path) is not None

    def _remember(self, path: str) -> None:
        if path not in self.originals:
            file = self.root / path
            self.originals[path] = file.read_bytes() if file.is_file() else None
