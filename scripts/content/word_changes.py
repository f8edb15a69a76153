"""A word diff of two texts, short enough for one line of a report."""

from __future__ import annotations

from difflib import SequenceMatcher

# Words of context on each side of a change, changes shown, and words shown of one change.
_CONTEXT, _MAX_CHANGES, _MAX_WORDS = 3, 3, 12


def changed_words(before: str, now: str) -> str:
    """A diff such as `målene var [nådd -> nesten nådd] i Steinkjer`, "" if no word differs."""
    old, new = before.split(), now.split()
    edits = [
        code
        for code in SequenceMatcher(None, old, new, autojunk=False).get_opcodes()
        if code[0] != "equal"
    ]
    shown = [_shown(old[a:b], new[c:d], new, c, d) for _, a, b, c, d in edits[:_MAX_CHANGES]]
    more = len(edits) - len(shown)
    return " … ".join(shown) + (f" … and {more} more" if more else "")


def _shown(removed: list[str], added: list[str], new: list[str], start: int, end: int) -> str:
    what = f"[{_elided(removed)} -> {_elided(added)}]"
    if not removed:
        what = f"[+ {_elided(added)}]"
    elif not added:
        what = f"[- {_elided(removed)}]"
    return " ".join([*new[max(0, start - _CONTEXT) : start], what, *new[end : end + _CONTEXT]])


def _elided(words: list[str]) -> str:
    if len(words) <= _MAX_WORDS:
        return " ".join(words)
    half = _MAX_WORDS // 2
    return " ".join([*words[:half], "…", *words[-half:]])
