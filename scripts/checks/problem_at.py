"""Problems at a place within a data file: at the path of keys and indexes that leads there."""

from __future__ import annotations

from dataclasses import dataclass

from scripts.common.problems import Kind, Problem
from scripts.common.yaml_lines import Where, YamlText


@dataclass(frozen=True)
class ProblemAt:
    """Creates problems for places in a file, or below one place in it (`within`)."""

    parsed: YamlText
    within: Where = ()

    def __call__(
        self, where: Where, what: str, fix: str, kind: Kind | None = None, about: str = ""
    ) -> Problem:
        """The problem of what stands at `where`, with the number of its line."""
        line = self.parsed.line((*self.within, *where))
        return Problem(self.parsed.path, line, what, fix, kind=kind, about=about)
