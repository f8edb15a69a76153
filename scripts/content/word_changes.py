"""The words that changed between two texts, short enough for a row of a report."""

from __future__ import annotations

from difflib import SequenceMatcher

# Words on each side of a change, changes that are shown, and words of one of them.
_BESIDE, _MOST, _LONGEST = 3, 3, 12


def changed_words(before: str, now: str) -> str:
    """Such as `målene var [nådd -> nesten nådd] i Steinkjer`, "" where no word differs."""
    old, new = before.split(), now.split()
    edits = [
        code
        for code in SequenceMatcher(None, old, new, autojunk=False).get_opcodes()
        if code[0] != "equal"
    ]
    shown = [_shown(old[a:b], new[c:d], new, c, d) for _, a, b, c, d in edits[:_MOST]]
    more = len(edits) - len(shown)
    return " … ".join(shown) + (f" … and {more} more" if more else "")


def _shown(gone: list[str], come: list[str], new: list[str], start: int, end: int) -> str:
    what = f"[{_cut(gone)} -> {_cut(come)}]"
    if not gone:
        what = f"[+ {_cut(come)}]"
    elif not come:
        what = f"[- {_cut(gone)}]"
    return " ".join([*new[max(0, start - _BESIDE) : start], what, *new[end : end + _BESIDE]])


def _cut(words: list[str]) -> str:
    if len(words) <= _LONGEST:
        return " ".join(words)
    half = _LONGEST // 2
    return " ".join([*words[:half], "…", *words[-half:]])
