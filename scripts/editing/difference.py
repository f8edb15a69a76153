"""What a draft changes, file by file and row by row, cut to what differs.

A row of a page is a paragraph; a link in the midst of it would be lost in the whole.
"""

from __future__ import annotations

from collections.abc import Iterator
from difflib import SequenceMatcher

from scripts.editing.draft import Draft

# Letters shown before and after what differs, and rows of one change.
_BESIDE, _MOST = 40, 12


def difference(draft: Draft) -> str:
    """A head for each file that changes, and below it the rows with - and +."""
    lines: list[str] = []
    for path in sorted(draft.texts, key=lambda each: (draft.renamed.get(each, each), each)):
        text, source = draft.texts[path], draft.renamed.get(path, path)
        raw = draft.found.get(source)
        before = (raw or b"").decode("utf-8-sig", "replace").splitlines()
        if text is None:
            if path not in draft.renamed.values():
                lines.append(f"{path}: taken away ({len(before)} rows)")
            continue
        lines.append(f"{source} -> {path}" if source != path else path)
        if raw is None:
            lines[-1] += ": new"
        lines += _rows(before, text.splitlines())
    return "\n".join(lines)


def _rows(old: list[str], new: list[str]) -> Iterator[str]:
    for tag, a, b, c, d in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if tag == "equal":
            continue
        gone, come = old[a:b], new[c:d]
        if len(gone) == len(come):
            for number, (left, right) in enumerate(zip(gone, come, strict=True), a + 1):
                yield from _pair(number, left, right)
            continue
        yield from _listed("-", a, gone)
        yield from _listed("+", c, come)


def _listed(sign: str, first: int, rows: list[str]) -> Iterator[str]:
    for number, row in enumerate(rows[:_MOST], first + 1):
        yield f"{number:>5} {sign} {row[: 4 * _BESIDE]}{'…' if len(row) > 4 * _BESIDE else ''}"
    if len(rows) > _MOST:
        yield f"      {sign} … and {len(rows) - _MOST} more rows"


def _pair(number: int, old: str, new: str) -> Iterator[str]:
    """Two forms of one row, without what both begin and end with."""
    start = _alike(old, new)
    end = _alike(old[start:][::-1], new[start:][::-1])
    for sign, row in (("-", old), ("+", new)):
        first, last = max(0, start - _BESIDE), min(len(row), len(row) - end + _BESIDE)
        cut = f"{'…' if first else ''}{row[first:last]}{'…' if last < len(row) else ''}"
        yield f"{number if sign == '-' else '':>5} {sign} {cut}"


def _alike(old: str, new: str) -> int:
    """How many letters two texts begin with alike."""
    pairs = enumerate(zip(old, new, strict=False))
    return next((at for at, (left, right) in pairs if left != right), min(len(old), len(new)))
