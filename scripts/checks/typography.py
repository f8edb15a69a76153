"""Checks punctuation, numbers and dates by the rules of each language, and repeated words.

The patterns are in language/typography.py. The message of a slip with a single possible fix ends
with `write "…"`, which `make check FIX=1` applies (checks/typography_fix.py).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from scripts.common.problems import Problem
from scripts.content.prose import BLANK, Passage
from scripts.language.locales import LOCALES
from scripts.language.slips import Slip
from scripts.language.typography import QUOTATIONS, REPEATED, SLIPS, TWICE

RULE = "typography"
_Compiled = tuple[Slip, re.Pattern[str]]


def _compiled(slips: tuple[Slip, ...]) -> dict[str, list[_Compiled]]:
    return {
        locale.code: [
            (each, re.compile(each.pattern)) for each in slips if locale.code in each.codes
        ]
        for locale in LOCALES
    }


# The part of a word before and after a slip, up to a space or masked text.
_BEFORE, _AFTER = re.compile(rf"[^\s{BLANK}]*$"), re.compile(rf"[^\s{BLANK}]*")
_BLANKS = re.compile(f"{BLANK}+")


@dataclass(frozen=True)
class FoundSlip:
    """A slip in a passage: its span, and the replacement.

    `new` is "" if only a person can decide.
    """

    problem: Problem
    start: int
    end: int
    new: str


_QUOTATIONS, _SLIPS = _compiled(QUOTATIONS), _compiled(SLIPS)


def check_typography(passage: Passage) -> Iterator[Problem]:
    """Yield the slips and repeated words of a passage; quotations keep their typography."""
    yield from (slip.problem for slip in slips_in(passage))
    for match in REPEATED.finditer(passage.unquoted):
        if match["word"].casefold() not in TWICE[passage.code]:
            what = f'"{" ".join(match.group().split())}": the word stands twice'
            fix = "take one away, or write the sentence anew"
            yield Problem(passage.path, passage.line_at(match.start()), what, fix, RULE)


def slips_in(passage: Passage) -> Iterator[FoundSlip]:
    """Yield the slips of a passage with their spans, those of quotation marks first."""
    code = passage.code
    for text, slips in ((passage.text, _QUOTATIONS[code]), (passage.unquoted, _SLIPS[code])):
        for slip, pattern in slips:
            if slip.needs and not any(sign in text for sign in slip.needs):
                continue
            for match in pattern.finditer(text):
                yield _slip_at(passage, match, slip)


def _shown(text: str) -> str:
    """Replace masked parts of a text (citations, URLs, code) by an ellipsis."""
    return _BLANKS.sub("…", text)


def _slip_at(passage: Passage, match: re.Match[str], slip: Slip) -> FoundSlip:
    text, start, end = passage.text, match.start(), match.end()
    # Quote the words around it, so that an editor finds the right occurrence.
    before = _BEFORE.search(text[max(0, start - 30) : start])
    after = _AFTER.match(text[end : end + 30])
    left, right = (part.group() if part else "" for part in (before, after))
    new = "" if slip.ask else slip.mended(match)
    fix = slip.ask or f'write "{_shown(left + new + right)}"'
    what = f'"{_shown(left + match.group() + right)}" {slip.what}'
    return FoundSlip(
        Problem(passage.path, passage.line_at(start), what, fix, RULE), start, end, new
    )
