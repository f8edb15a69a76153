"""The desk as text for the terminal."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from scripts.common.problems import Problem, ProblemsFound, did_you_mean
from scripts.desk.desk import Desk


def rows(desk: Desk, most: int) -> Iterator[str]:
    """A heading with its count for each group, and at most `most` of its items (0: all)."""
    for group in desk.groups:
        count = len(group.items)
        yield f"{group.title}: {count or 'none'}"
        shown = group.items[:most] if most else group.items
        yield from (f"  {item}" for item in shown)
        if count > len(shown):
            yield f"  … and {count - len(shown)} more (ALL=1, or GROUP={group.name})"
    pages = len(desk.dates)
    reviewed = sum(bool(each.reviewed) for each in desk.dates.values())
    yield f"{reviewed} of {pages} pages were reviewed; a review holds {desk.months} months."


def chosen(desk: Desk, name: str) -> Desk:
    """The desk with only the named group, or all groups if `name` is "".

    Raises:
        ProblemsFound: there is no such group.
    """
    names = [group.name for group in desk.groups]
    if name and name not in names:
        fix = did_you_mean(name, names) or f"name one of: {', '.join(names)}"
        raise ProblemsFound([Problem("GROUP", 0, f'there is no group "{name}"', fix)])
    return replace(desk, groups=tuple(each for each in desk.groups if name in ("", each.name)))
