"""Edition numbers: one canonical spelling each, and checks against accidental jumps."""

from __future__ import annotations

import re
from collections.abc import Iterable

from scripts.common.problems import Problem, listed

PLACE = "VERSION"
# Includes numbers published under earlier rules; ASCII only, since \d matches any script.
NUMBER = re.compile(r"[0-9]{1,6}(\.[0-9]{1,6}){0,3}")


def order(version: str) -> tuple[int, ...]:
    """The sort key of editions; equal for spellings of the same number (1, 1.0, 01.0)."""
    parts = [int(part) for part in version.split(".")]
    while parts and parts[-1] == 0:
        parts.pop()
    return tuple(parts)


def canonical(version: str) -> str:
    """The canonical spelling: no leading zeros, and no third part that is zero."""
    parts = [str(int(part)) for part in version.split(".")]
    while len(parts) > 2 and parts[-1] == "0":
        parts.pop()
    return ".".join(parts)


def form_problem(version: str) -> Problem | None:
    """A problem if the number is not in its canonical spelling."""
    if not NUMBER.fullmatch(version):
        remedy = "use numbers and full stops: make publish VERSION=1.0"
        return Problem(PLACE, 0, f'"{version}" is not an edition', remedy)
    spelling = canonical(version)
    if version != spelling:
        remedy = f"a number has one form: VERSION={spelling}"
        return Problem(PLACE, 0, f"{version} is another spelling of {spelling}", remedy)
    return None


def spelling_problem(version: str, editions: Iterable[str]) -> Problem | None:
    """A problem if the edition exists under another spelling (1 where there is 1.0)."""
    for edition in editions:
        if edition != version and order(edition) == order(version):
            what = f"{version} is another spelling of the edition {edition}"
            return Problem(
                PLACE, 0, what, f"publish under a new number, such as {next_number(edition)}"
            )
    return None


def step_problem(version: str, editions: Iterable[str]) -> Problem | None:
    """A problem if a new number is below the newest, or skips the next one: maybe a typo."""
    newest = max(editions, key=order, default=None)
    if newest is None or order(version) in map(order, next_numbers(newest)):
        return None
    falls = order(version) < order(newest)
    what = f"{version} {'falls below' if falls else 'leaps far above'} the newest edition, {newest}"
    remedy = f"the next is {listed(next_numbers(newest))}; if it is meant, add --yes (make: YES=1)"
    return Problem(PLACE, 0, what, remedy)


def next_numbers(version: str) -> list[str]:
    """The possible next numbers: any part incremented, or a new part (1.3, 1.2.1, 2.0)."""
    parts = [*order(version)]
    parts += [0] * (2 - len(parts))
    incremented = [[*parts[:index], parts[index] + 1] for index in reversed(range(len(parts)))]
    return [".".join(map(str, each if len(each) > 1 else [*each, 0])) for each in incremented] + [
        ".".join(map(str, [*parts, 1]))
    ]


def next_number(version: str) -> str:
    """The smallest regular next number."""
    return next_numbers(version)[0]
