"""Formats the output of `make check`, for people and for programs."""

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
    """Map each rule to its explanation in RULES.md, the most important first."""
    text = RULES.read_text(encoding="utf-8")
    return {match["name"]: match["text"].strip() for match in _RULE.finditer(text)}


def in_order(problems: Iterable[Problem]) -> list[Problem]:
    """Remove duplicates, and sort by importance of the rule, then by file and line."""
    rank = {name: at for at, name in enumerate(rules())}
    return sorted(set(problems), key=lambda each: (rank.get(each.rule, len(rank)), each))


def has_colour(stream: TextIO) -> bool:
    """Whether to write colour codes: on a terminal, unless the environment disables them."""
    return stream.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"


def for_people(problems: Iterable[Problem], *, colour: bool, elsewhere: int = 0) -> str:
    """Format one problem per line, the most important first, and the number of problems.

    `elsewhere` is the number of problems in files that were not selected. Unlike other commands
    the check never writes files, so it does not say that nothing was written.
    """
    ordered = in_order(problems)
    last = f"{counted(len(ordered))}.{_elsewhere(elsewhere)}"
    if not colour:
        return "\n".join([*map(str, ordered), last])
    lines = []
    for problem in ordered:
        location, _, rest = str(problem).partition(f": {str(problem.what)[:1]}")
        what, _, fix = (str(problem.what)[:1] + rest).rpartition(" – ")
        rule = f" {_GREY}[{problem.rule}]{_END}" if problem.rule else ""
        lines.append(f"{_BOLD}{location}{_END}: {_RED}{what}{_END} – {_GREEN}{fix}{_END}{rule}")
    return "\n".join([*lines, last])


def _elsewhere(number: int) -> str:
    return f" Elsewhere: {counted(number)} (make check)." if number else ""


def as_json(problems: Iterable[Problem]) -> str:
    """Serialise problems as a JSON array of objects with path, line, rule, what and mend."""
    return json.dumps(
        [
            {"path": each.path, "line": each.line, "rule": each.rule, "what": each.what,
             "mend": each.fix}
            for each in in_order(problems)
        ],
        ensure_ascii=False,
        indent=1,
    )  # fmt: skip


def for_github(problems: Iterable[Problem]) -> str:
    """Format workflow commands, which GitHub shows as annotations (docs: Workflow commands)."""
    return "\n".join(
        f"::error file={_property(each.path)},line={max(each.line, 1)},"
        f"title={_property(each.rule or 'files')}::{_message(f'{each.what} – {each.fix}')}"
        for each in in_order(problems)
    )


def _message(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _message(text).replace(":", "%3A").replace(",", "%2C")


FORMATS: dict[str, Callable[[Iterable[Problem]], str]] = {"json": as_json, "github": for_github}


def summary(content: Content) -> str:
    """Summarise a check without problems: counts, outdated translations, untried addresses."""
    counts = coverage(content.site)
    lines = [
        f"{len(content.site.pages)} pages and {len(content.sources)} sources: no problems.",
        f"{counts.statements} statements: {counts.cited} cited, {counts.editorial} marked as "
        f"the site's own, {counts.lead_in} lead-ins.",
    ]
    return "\n".join([*lines, *waiting(content.site), *untried(content)])


def summary_of(content: Content, named: Sequence[str], elsewhere: int) -> str:
    """Summarise a check of some files without problems, and the translations that wait."""
    keys = {page.key for page in content.site.pages if is_within(page.path, named)}
    pages = [page for page in content.site.pages if page.key in keys]
    first = f"{', '.join(named)}: no problems.{_elsewhere(elsewhere)}"
    return "\n".join([first, *waiting(content.site, pages)])


def unknown_rule(name: str) -> list[Problem]:
    """Return a problem if there is no rule of this name."""
    known = rules()
    fix = did_you_mean(name, known) or f"name one of: {', '.join(known)}"
    return [] if name in known else [Problem("--explain", 0, f'there is no rule "{name}"', fix)]
