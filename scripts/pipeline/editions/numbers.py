"""The numbers of editions: one form each, and none that rises or falls by mistake."""

from __future__ import annotations

import re
from collections.abc import Iterable

from scripts.common.problems import Problem

PLACE = "VERSION"
# As published with earlier rules too; ASCII alone, where \d takes the digits of any script.
NUMBER = re.compile(r"[0-9]{1,6}(\.[0-9]{1,6}){0,3}")


def order(version: str) -> tuple[int, ...]:
    """What editions are sorted by; equal for two spellings of one number (1, 1.0, 01.0)."""
    parts = [int(part) for part in version.split(".")]
    while parts and parts[-1] == 0:
        parts.pop()
    return tuple(parts)


def one_form(version: str) -> str:
    """The spelling we use: no zeros before a number, and no third part that is zero."""
    parts = [str(int(part)) for part in version.split(".")]
    while len(parts) > 2 and parts[-1] == "0":
        parts.pop()
    return ".".join(parts)


def form_problem(version: str) -> Problem | None:
    """What is wrong with the number as it is written."""
    if not NUMBER.fullmatch(version):
        mend = "use numbers and full stops: make publish VERSION=1.0"
        return Problem(PLACE, 0, f'"{version}" is not an edition', mend)
    wanted = one_form(version)
    if version != wanted:
        mend = f"a number has one form: VERSION={wanted}"
        return Problem(PLACE, 0, f"{version} is another spelling of {wanted}", mend)
    return None


def spelling_problem(version: str, editions: Iterable[str]) -> Problem | None:
    """The edition exists under another spelling (1 where there is 1.0)."""
    for edition in editions:
        if edition != version and order(edition) == order(version):
            what = f"{version} is another spelling of the edition {edition}"
            return Problem(
                PLACE, 0, what, f"publish under a new number, such as {next_of(edition)}"
            )
    return None


def step_problem(version: str, editions: Iterable[str]) -> Problem | None:
    """A new number that falls below the newest, or leaps over the next one, may be a slip."""
    newest = max(editions, key=order, default=None)
    if newest is None or order(version) in map(order, followers(newest)):
        return None
    falls = order(version) < order(newest)
    what = f"{version} {'falls below' if falls else 'leaps far above'} the newest edition, {newest}"
    *most, last = followers(newest)
    mend = f"the next is {', '.join(most)} or {last}; if it is meant, add --yes (make: YES=1)"
    return Problem(PLACE, 0, what, mend)


def followers(version: str) -> list[str]:
    """The numbers that may come next: one more in any part, or a new part (1.3, 1.2.1, 2.0)."""
    parts = [*order(version)]
    parts += [0] * (2 - len(parts))
    risen = [[*parts[:at], parts[at] + 1] for at in reversed(range(len(parts)))]
    return [".".join(map(str, each if len(each) > 1 else [*each, 0])) for each in risen] + [
        ".".join(map(str, [*parts, 1]))
    ]


def next_of(version: str) -> str:
    """The nearest number that may follow."""
    return followers(version)[0]
