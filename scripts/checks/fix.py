"""Mends what has one right mend: blank lines, unseen signs, spaces at the end, forms of letters.

Lists of words are sorted.
Everything else is for somebody who knows what was meant.
"""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable
from pathlib import Path

from scripts.checks.typography import RULE as TYPOGRAPHY
from scripts.checks.typography_fix import with_signs
from scripts.common.problems import Kind, Problem
from scripts.content.word_lists import FOLDER, sorted_words

_UNSEEN = re.compile("[\u00ad\u200b\u200c\u2060\ufeff\u200e\u200f]")
_ENDINGS = {".md", ".yml", ".txt"}


def fix(root: Path, problems: Iterable[Problem]) -> list[str]:
    """Write the mends; what was mended, by file.

    Returns:
        The paths that were changed, relative to the project.
    """
    by_path: dict[str, list[Problem]] = defaultdict(list)
    for problem in problems:
        by_path[problem.path].append(problem)
    changed = []
    files = [path for part in ("docs", "data") for path in sorted((root / part).rglob("*"))]
    for path in files:
        if path.suffix not in _ENDINGS or path.is_symlink() or not path.is_file():
            continue
        name = path.relative_to(root).as_posix()
        raw = path.read_bytes()
        try:
            text = raw.decode("utf-8")
        except UnicodeDecodeError:
            continue
        mended = fixed(text, by_path.get(name, ()))
        if path.suffix == ".txt":
            mended = sorted_words(mended.split("\n")) if path.parent == root / FOLDER else text
        if mended.encode() != raw:
            path.write_bytes(mended.encode())
            changed.append(name)
    return changed


def fixed(text: str, problems: Iterable[Problem]) -> str:
    """A text with normal forms of letters and line ends, and what its problems ask for."""
    text = unicodedata.normalize("NFC", text.removeprefix("\ufeff"))
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    problems = list(problems)
    signs = [problem for problem in problems if problem.rule == TYPOGRAPHY]
    if signs:
        text = with_signs(text, signs[0].path, signs)
    rows = text.split("\n")
    above: set[int] = set()
    for problem in problems:
        at = problem.line - 1
        if not 0 <= at < len(rows):
            continue
        if problem.kind is Kind.NO_BLANK:
            above.add(at)
        elif problem.kind is Kind.BREAK:
            rows[at] = rows[at].rstrip(" ")
        elif problem.kind is Kind.LOCATOR:
            rows[at] = rows[at].replace(problem.about, problem.right)
        elif problem.rule == "characters":
            rows[at] = _UNSEEN.sub("", rows[at])
    return "\n".join(row if at not in above else f"\n{row}" for at, row in enumerate(rows))
