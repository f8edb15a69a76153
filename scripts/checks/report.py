"""What `make check` says, for people and for programs."""

from __future__ import annotations

import json
import os
import re
from collections.abc import Callable, Iterable, Sequence
from functools import cache
from pathlib import Path
from typing import TextIO

from scripts.checks.chosen_paths import is_within
from scripts.checks.coverage import coverage
from scripts.checks.source_addresses import untried
from scripts.checks.translations import waiting
from scripts.common.problems import Problem, counted, did_you_mean
from scripts.content.load import Content

RULES = Path(__file__).with_name("RULES.md")
_RULE = re.compile(r"^## (?P<name>[a-z-]+)\n(?P<text>.*?)(?=^## |\Z)", re.MULTILINE | re.DOTALL)
_BOLD, _RED, _GREEN, _GREY, _END = "\033[1m", "\033[31m", "\033[32m", "\033[2m", "\033[0m"


@cache
def rules() -> dict[str, str]:
    """What each rule asks for, by its name, the most important first."""
    text = RULES.read_text(encoding="utf-8")
    return {match["name"]: match["text"].strip() for match in _RULE.finditer(text)}


def in_order(problems: Iterable[Problem]) -> list[Problem]:
    """Each problem once: the most important rule first, then by place."""
    rank = {name: at for at, name in enumerate(rules())}
    return sorted(set(problems), key=lambda each: (rank.get(each.rule, len(rank)), each))


def has_colour(stream: TextIO) -> bool:
    """Whether colours may be written: on a terminal that nobody has asked to leave them."""
    return stream.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"


def for_people(problems: Iterable[Problem], *, colour: bool, elsewhere: int = 0) -> str:
    """A line a problem, the most important first, and how many there are, here and elsewhere.

    A check writes nothing in any case, so it does not say that nothing was written.
    """
    ordered = in_order(problems)
    last = f"{counted(len(ordered))}.{_elsewhere(elsewhere)}"
    if not colour:
        return "\n".join([*map(str, ordered), last])
    lines = []
    for problem in ordered:
        place, _, rest = str(problem).partition(f": {str(problem.what)[:1]}")
        what, _, mend = (str(problem.what)[:1] + rest).rpartition(" – ")
        rule = f" {_GREY}[{problem.rule}]{_END}" if problem.rule else ""
        lines.append(f"{_BOLD}{place}{_END}: {_RED}{what}{_END} – {_GREEN}{mend}{_END}{rule}")
    return "\n".join([*lines, last])


def _elsewhere(number: int) -> str:
    return f" Elsewhere: {counted(number)} (make check)." if number else ""


def as_json(problems: Iterable[Problem]) -> str:
    """A list of sets of keys: path, line, rule, what, mend."""
    return json.dumps(
        [
            {"path": each.path, "line": each.line, "rule": each.rule, "what": each.what,
             "mend": each.mend}
            for each in in_order(problems)
        ],
        ensure_ascii=False,
        indent=1,
    )  # fmt: skip


def for_github(problems: Iterable[Problem]) -> str:
    """Workflow commands, which GitHub shows beside the row (docs: Workflow commands)."""
    return "\n".join(
        f"::error file={_property(each.path)},line={max(each.line, 1)},"
        f"title={_property(each.rule or 'files')}::{_message(f'{each.what} – {each.mend}')}"
        for each in in_order(problems)
    )


def _message(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _message(text).replace(":", "%3A").replace(",", "%2C")


FORMS: dict[str, Callable[[Iterable[Problem]], str]] = {"json": as_json, "github": for_github}


def summary(content: Content) -> str:
    """What was checked where nothing is wrong, what waits for editors, what was never tried."""
    stated = coverage(content.site)
    lines = [
        f"{len(content.site.pages)} pages and {len(content.sources)} sources: no problems.",
        f"{stated.statements} statements: {stated.cited} cited, {stated.editorial} marked as "
        f"the site's own, {stated.lead_in} lead-ins.",
    ]
    return "\n".join([*lines, *waiting(content.site), *untried(content)])


def summary_of(content: Content, named: Sequence[str], elsewhere: int) -> str:
    """That nothing is wrong with what was asked for, what is elsewhere, and what waits there."""
    keys = {page.key for page in content.site.pages if is_within(page.path, named)}
    pages = [page for page in content.site.pages if page.key in keys]
    first = f"{', '.join(named)}: no problems.{_elsewhere(elsewhere)}"
    return "\n".join([first, *waiting(content.site, pages)])


def unknown_rule(name: str) -> list[Problem]:
    """That a rule is asked for which there is not."""
    known = rules()
    mend = did_you_mean(name, known) or f"name one of: {', '.join(known)}"
    return [] if name in known else [Problem("--explain", 0, f'there is no rule "{name}"', mend)]
