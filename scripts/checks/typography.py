"""Signs, numbers and dates as each language writes them, and words that stand twice.

Norwegian: «quotation», 12 000, 1,5, 3. mars 2007. English: ‘quotation’, 12,000, 1.5,
3 March 2007, -ise. Both: – between spaces and between years, … and ’. Sources: Språkrådet,
“Skriveregler”; New Hart’s Rules, with Oxford’s -ize left aside for the usual British -ise.
What has one right mend ends with `write "…"`, and `make check --fix` writes it (checks/fix.py).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from scripts.common.problems import Problem
from scripts.content.prose import Passage
from scripts.language.formats import MONTHS_BY_CODE, grouped

RULE = "typography"
_BOTH = ("no", "en")
_NO_MONTH = "|".join(MONTHS_BY_CODE["no"])
_EN_MONTH = "|".join(MONTHS_BY_CODE["en"])
_YEAR = r"(?:1[6-9]|20)\d\d"
# What may stand twice: "var det det samme", "that that", "had had".
_TWICE = {"no": frozenset({"det"}), "en": frozenset({"had", "that"})}
_KEEP_Z = r"(?!(?:over|under|down|up|right|re|out)?siz|priz|seiz|capsiz|maiz|assiz|apprais|citizen)"


@dataclass(frozen=True)
class Slip:
    """A pattern that a language does not write: what it is, and what is written instead.

    `mend` makes the right text of a match; where it is None, only a person knows, and `ask`
    says what to do.
    """

    codes: tuple[str, ...]
    pattern: re.Pattern[str]
    what: str
    mend: Callable[[re.Match[str]], str] | None
    ask: str = ""


def _number(code: str) -> Callable[[re.Match[str]], str]:
    def mend(match: re.Match[str]) -> str:
        value = grouped(int(re.sub(r"\D", "", match.group())), code)
        # No-break spaces are put in where the page is made (web/no_break.py).
        return value.replace("\N{NO-BREAK SPACE}", " ")

    return mend


def _slip(
    codes: str | tuple[str, ...],
    pattern: str,
    what: str,
    mend: Callable[[re.Match[str]], str] | str | None,
    ask: str = "",
) -> Slip:
    compiled = re.compile(pattern)
    if isinstance(mend, str):
        template = mend
        return Slip(_codes(codes), compiled, what, lambda match: match.expand(template), ask)
    return Slip(_codes(codes), compiled, what, mend, ask)


def _spaced(match: re.Match[str]) -> str:
    return match.group().replace("—", " – ")


def _codes(codes: str | tuple[str, ...]) -> tuple[str, ...]:
    return (codes,) if isinstance(codes, str) else codes


QUOTATIONS = (
    _slip("no", r'"([^"\n]+)"|“([^“”\n]+)”', "is no Norwegian quotation", lambda m: _in(m, "«»")),
    _slip("en", r'"([^"\n]+)"|«([^«»\n]+)»', "is no English quotation", lambda m: _in(m, "‘’")),
)
SLIPS = (
    _slip(_BOTH, r"(?<!\w)(\w+)'(\w+)", "has a straight apostrophe", r"\1’\2"),
    _slip(_BOTH, r"(?<=[^\s|]) (?:-|—|--) (?=[^\s|\d])", "is no dash", " – "),
    _slip(_BOTH, r"[^\s—]+(?:—[^\s—]+)+", "has an em dash", _spaced),
    _slip(_BOTH, rf"(?<![\w-])({_YEAR})-({_YEAR})(?![\w-])", "has a hyphen", r"\1–\2"),
    _slip(_BOTH, r"(?<=\w)\.\.\.", "is three full stops", "…"),
    _slip(_BOTH, r"(?<=\w) [,;!?](?=\s)", "stands after a space", lambda m: m.group().strip()),
    _slip("no", r"(\d) ?%(?!\w)", "has a per cent sign", r"\1 prosent"),
    _slip("en", r"(\d) ?%(?!\w)", "has a per cent sign", r"\1 per cent"),
    _slip(
        "no",
        r"(?<![\d.,])\d{1,3}(?:[.,]\d{3})+(?![\d.,]*\d)",
        "is no Norwegian number",
        None,
        "write thousands with a space (12 000), a decimal number with fewer digits",
    ),
    _slip(
        "no",
        r"(\d)\.(\d+)(?= (?:prosent|million|milliard|ganger|kroner|timer))",
        "has a decimal point",
        r"\1,\2",
    ),
    _slip("no", r"(?<![\w./:-])\d{5,}(?![\w./:-])", "is hard to read", _number("no")),
    _slip("en", r"(?<![\w./:-])\d{5,}(?![\w./:-])", "is hard to read", _number("en")),
    _slip("en", r"(?<![\d.,])\d{1,3}(?:[ .]\d{3})+(?![\d.,]*\d)", "is no English number", None,
          "write thousands with a comma (12,000)"),
    _slip("en", r"(?<![\d.,])\d+,\d{1,2}(?![\d,])", "has a decimal comma", None,
          "write a point (1.5)"),
    _slip(
        "no",
        rf"(?<![\d.,–-])(\d{{1,2}}) ({_NO_MONTH})\b",
        "is no Norwegian date",
        r"\1. \2",
    ),
    _slip(
        "no",
        rf"\b(\d{{1,2}}\\?\.) ({_NO_MONTH.title()})\b",
        "has a capital letter",
        lambda match: match.group().lower(),
    ),
    _slip("en", rf"\b(\d{{1,2}})(?:(?:st|nd|rd|th)(?: of)?|\.| of) ({_EN_MONTH})\b",
          "is no British date", r"\1 \2"),
    _slip(
        "en",
        rf"\b({_EN_MONTH}) (\d{{1,2}})(?:st|nd|rd|th)?(?:,? ({_YEAR}))?(?![\d,–-])",
        "is no British date",
        lambda match: " ".join(filter(None, (match[2], match[1], match[3]))),
    ),
    _slip(
        "en",
        rf"\b{_KEEP_Z}[a-z]{{2,}}[iy]z(?:e|ed|es|ing|ation|ations|er|ers)\b",
        "is not spelt as the British do",
        lambda match: re.sub("z(?=(?:e|ed|es|ing|ations?|ers?)$)", "s", match.group()),
    ),
)  # fmt: skip
_REPEATED = re.compile(r"(?<![\w’-])(?P<word>[^\W\d_]+)(?:[ *_]+|\n)(?P=word)(?![\w’-])")


def _in(match: re.Match[str], signs: str) -> str:
    inner = next(filter(None, match.groups()))
    return f"{signs[0]}{inner}{signs[1]}"


def check_typography(passage: Passage) -> Iterator[Problem]:
    """What a passage writes otherwise than its language does; what is quoted stays as it was."""
    for text, slips in ((passage.text, QUOTATIONS), (passage.unquoted, SLIPS)):
        for slip in slips:
            if passage.code in slip.codes:
                for match in slip.pattern.finditer(text):
                    yield _problem(passage, match, slip)
    for match in _REPEATED.finditer(passage.unquoted):
        if match["word"].casefold() not in _TWICE[passage.code]:
            what = f'"{" ".join(match.group().split())}": the word stands twice'
            mend = "take one away, or write the sentence anew"
            yield Problem(passage.path, passage.line_at(match.start()), what, mend, RULE)


def _problem(passage: Passage, match: re.Match[str], slip: Slip) -> Problem:
    text, start, end = passage.text, match.start(), match.end()
    # With the words around it, so that it is found again where it stands more than once.
    before = re.search(r"\S*$", text[max(0, start - 30) : start])
    after = re.match(r"\S*", text[end : end + 30])
    left, right = (part.group() if part else "" for part in (before, after))
    found = f"{left}{match.group()}{right}"
    mend = slip.ask or f'write "{left}{slip.mend(match) if slip.mend else ""}{right}"'
    return Problem(passage.path, passage.line_at(start), f'"{found}" {slip.what}', mend, RULE)
