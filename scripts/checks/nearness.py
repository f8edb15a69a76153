"""How near one problem is to another: where it stands, and the places round it.

consequences.py says by these which problem follows from which.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Callable, Hashable, Iterable
from dataclasses import dataclass, replace
from functools import cached_property

from scripts.checks.page_lines import PageLines
from scripts.common.problems import Problem

_FILE = re.compile(r"[\w./-]+\.\w+")
_NAME = re.compile(r"(?<=#)[\w-]+")


@dataclass(frozen=True)
class Found:
    """A problem that was found, and the page that it stands in (none: not in a page)."""

    problem: Problem
    page: PageLines | None

    @cached_property
    def text(self) -> str:
        """The line that the problem is about."""
        return self.page.text(self.problem.line).lstrip() if self.page else ""

    def lines(self, near: Callable[[PageLines, int], range]) -> Iterable[Hashable]:
        """The places near the problem; its own line, if it does not stand in a page."""
        line = self.problem.line
        numbers = near(self.page, line) if self.page else ()
        return [(self.problem.path, number) for number in {line, *numbers}]

    def anchors(self) -> Iterable[Hashable]:
        """The headings that the problem may name, as path#anchor."""
        text = str(self.problem)
        return [f"{path}#{name}" for path in _FILE.findall(text) for name in _NAME.findall(text)]


@dataclass(frozen=True)
class Where:
    """How near a cause is: the place that it counts for, and those where an effect looks for it."""

    cause: Callable[[Problem], Hashable]
    effect: Callable[[Found], Iterable[Hashable]]


def _line(problem: Problem) -> Hashable:
    return (problem.path, problem.line)


LINE = Where(_line, lambda found: [_line(found.problem)])
BLOCK = Where(_line, lambda found: found.lines(PageLines.block))
BELOW = Where(_line, lambda found: found.lines(PageLines.rest))
IN_FILE = Where(lambda problem: problem.path, lambda found: [found.problem.path])
NAMED = Where(lambda problem: problem.path, lambda found: _FILE.findall(found.problem.fix))
# A changed anchor (`about`: that which each language lacks, as path#anchor), and what names one.
ANCHOR = Where(lambda problem: problem.about.partition(" ")[0], lambda found: found.anchors())
THERE = replace(ANCHOR, cause=lambda problem: problem.about.partition(" ")[2])
ANYWHERE = Where(lambda problem: "", lambda found: [""])
PICTURE = Where(
    lambda problem: posixpath.basename(problem.about),
    lambda found: [posixpath.basename(found.problem.path)],
)
