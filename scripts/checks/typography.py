"""Signs, numbers and dates as each language writes them, and words that stand twice.

The patterns stand in language/typography.py. What has one right mend ends with `write "…"`, and
`make check FIX=1` writes it (checks/typography_fix.py).
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


# Of a word that is no text, such as where a link leads, nothing is shown.
_BEFORE, _AFTER = re.compile(rf"[^\s{BLANK}]*$"), re.compile(rf"[^\s{BLANK}]*")
_BLANKS = re.compile(f"{BLANK}+")


@dataclass(frozen=True)
class Found:
    """A slip in a passage: from where to where, and what has to stand there.

    `new` is "" where only a person knows.
    """

    problem: Problem
    start: int
    end: int
    new: str


_QUOTATIONS, _SLIPS = _compiled(QUOTATIONS), _compiled(SLIPS)


def check_typography(passage: Passage) -> Iterator[Problem]:
    """What a passage writes otherwise than its language does; what is quoted stays as it was."""
    yield from (found.problem for found in slips_in(passage))
    for match in REPEATED.finditer(passage.unquoted):
        if match["word"].casefold() not in TWICE[passage.code]:
            what = f'"{" ".join(match.group().split())}": the word stands twice'
            mend = "take one away, or write the sentence anew"
            yield Problem(passage.path, passage.line_at(match.start()), what, mend, RULE)


def slips_in(passage: Passage) -> Iterator[Found]:
    """The slips of a passage with their places, those of quotation marks first."""
    code = passage.code
    for text, slips in ((passage.text, _QUOTATIONS[code]), (passage.unquoted, _SLIPS[code])):
        for slip, pattern in slips:
            if slip.needs and not any(sign in text for sign in slip.needs):
                continue
            for match in pattern.finditer(text):
                yield _found(passage, match, slip)


def _shown(text: str) -> str:
    """A text with … for what is masked in it: a citation, an address or code."""
    return _BLANKS.sub("…", text)


def _found(passage: Passage, match: re.Match[str], slip: Slip) -> Found:
    text, start, end = passage.text, match.start(), match.end()
    # With the words around it, so that it is found again where it stands more than once.
    before = _BEFORE.search(text[max(0, start - 30) : start])
    after = _AFTER.match(text[end : end + 30])
    left, right = (part.group() if part else "" for part in (before, after))
    new = "" if slip.ask else slip.mended(match)
    mend = slip.ask or f'write "{_shown(left + new + right)}"'
    what = f'"{_shown(left + match.group() + right)}" {slip.what}'
    return Found(Problem(passage.path, passage.line_at(start), what, mend, RULE), start, end, new)
