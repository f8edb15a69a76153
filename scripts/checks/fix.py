"""Automatic fixes (`make check FIX=1`) for problems with a single possible fix.

These are blank lines, invisible characters, trailing spaces, Unicode normalisation (NFC), line
endings, typography and the order of word lists. All else needs a person who knows what was meant.
"""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable
from pathlib import Path

from scripts.checks.typography import RULE as TYPOGRAPHY
from scripts.checks.typography_fix import with_typography
from scripts.common.problems import Kind, Problem
from scripts.content.word_lists import FOLDER, sorted_words

_INVISIBLE = re.compile("[\u00ad\u200b\u200c\u2060\ufeff\u200e\u200f]")
_SUFFIXES = {".md", ".yml", ".txt"}


def fix(root: Path, problems: Iterable[Problem]) -> list[str]:
    """Fix the files in docs/ and data/ in place.

    Returns:
        The paths that were changed, relative to the project.
    """
    by_path: dict[str, list[Problem]] = defaultdict(list)
    for problem in problems:
        by_path[problem.path].append(problem)
    changed = []
    files = [path for part in ("docs", "data") for path in sorted((root / part).rglob("*"))]
    for path in files:
        if path.suffix not in _SUFFIXES or path.is_symlink() or not path.is_file():
            continue
        relative_path = path.relative_to(root).as_posix()
        old_bytes = path.read_bytes()
        try:
            text = old_bytes.decode("utf-8")
        except UnicodeDecodeError:
            continue
        new_text = fixed(text, by_path.get(relative_path, ()))
        if path.suffix == ".txt":
            new_text = sorted_words(new_text.split("\n")) if path.parent == root / FOLDER else text
        if new_text.encode() != old_bytes:
            path.write_bytes(new_text.encode())
            changed.append(relative_path)
    return changed


def fixed(text: str, problems: Iterable[Problem]) -> str:
    """Return a text in NFC with LF line endings, and with the fixes that its problems ask for."""
    text = unicodedata.normalize("NFC", text.removeprefix("\ufeff"))
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    problems = list(problems)
    typographic = [problem for problem in problems if problem.rule == TYPOGRAPHY]
    if typographic:
        text = with_typography(text, typographic[0].path, typographic)
    lines = text.split("\n")
    blank_above: set[int] = set()
    for problem in problems:
        index = problem.line - 1
        if not 0 <= index < len(lines):
            continue
        if problem.kind is Kind.NO_BLANK:
            blank_above.add(index)
        elif problem.kind is Kind.BREAK:
            lines[index] = lines[index].rstrip(" ")
        elif problem.kind is Kind.LOCATOR:
            lines[index] = lines[index].replace(problem.about, problem.right)
        elif problem.rule == "characters":
            lines[index] = _INVISIBLE.sub("", lines[index])
    return "\n".join(
        line if index not in blank_above else f"\n{line}" for index, line in enumerate(lines)
    )
