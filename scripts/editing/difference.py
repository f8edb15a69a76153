"""A diff of a draft, by file and line, with long lines shortened to what differs.

A line of a page is a whole paragraph, in which a changed link would be hard to spot.
"""

from __future__ import annotations

from collections.abc import Iterator
from difflib import SequenceMatcher

from scripts.editing.draft import Draft

# Characters of context around a difference, and the maximum number of lines of one change.
_CONTEXT, _MAX_LINES = 40, 12


def difference(draft: Draft) -> str:
    """A header for each file that changes, followed by its lines with - and +."""
    lines: list[str] = []
    for path in sorted(draft.texts, key=lambda each: (draft.renamed.get(each, each), each)):
        text, source = draft.texts[path], draft.renamed.get(path, path)
        original = draft.original(source)
        before = (original or "").splitlines()
        if text is None:
            if path not in draft.renamed.values():
                lines.append(f"{path}: taken away ({len(before)} rows)")
            continue
        lines.append(f"{source} -> {path}" if source != path else path)
        if original is None:
            lines[-1] += ": new"
        lines += _changed_lines(before, text.splitlines())
    return "\n".join(lines)


def _changed_lines(old: list[str], new: list[str]) -> Iterator[str]:
    for tag, a, b, c, d in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if tag == "equal":
            continue
        removed, added = old[a:b], new[c:d]
        if len(removed) == len(added):
            for number, (left, right) in enumerate(zip(removed, added, strict=True), a + 1):
                yield from _pair(number, left, right)
            continue
        yield from _listed("-", a, removed)
        yield from _listed("+", c, added)


def _listed(sign: str, first: int, lines: list[str]) -> Iterator[str]:
    longest = 4 * _CONTEXT
    for number, line in enumerate(lines[:_MAX_LINES], first + 1):
        yield f"{number:>5} {sign} {line[:longest]}{'…' if len(line) > longest else ''}"
    if len(lines) > _MAX_LINES:
        yield f"      {sign} … and {len(lines) - _MAX_LINES} more rows"


def _pair(number: int, old: str, new: str) -> Iterator[str]:
    """Two versions of one line, without their common prefix and suffix."""
    start = _common_prefix(old, new)
    end = _common_prefix(old[start:][::-1], new[start:][::-1])
    for sign, line in (("-", old), ("+", new)):
        first, last = max(0, start - _CONTEXT), min(len(line), len(line) - end + _CONTEXT)
        cut = f"{'…' if first else ''}{line[first:last]}{'…' if last < len(line) else ''}"
        yield f"{number if sign == '-' else '':>5} {sign} {cut}"


def _common_prefix(old: str, new: str) -> int:
    """The length of the common prefix of two texts."""
    pairs = enumerate(zip(old, new, strict=False))
    return next((index for index, (left, right) in pairs if left != right), min(len(old), len(new)))
