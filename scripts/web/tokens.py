"""The colours of overrides/tokens.css, for everything that shows any.

Each is written once, for light and dark together: `--text: light-dark(…, …)`.
Browsers read the file itself. WeasyPrint and Word know neither schemes nor, in drawings,
variables: they are given the light values.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property

from scripts.common.paths import Project
from scripts.common.problems import Problem, ProblemsFound

_COLOUR = re.compile(
    r"--([\w-]+):\s*(?:(?P<both>#[0-9a-f]+)"
    r"|light-dark\((?P<light>#[0-9a-f]+),\s*(?P<dark>#[0-9a-f]+)\));"
)
_USED = re.compile(r"var\(--([\w-]+)\)")


@dataclass(frozen=True)
class Tokens:
    """The text of tokens.css, and the colours in it by their names."""

    css: str

    @cached_property
    def light(self) -> dict[str, str]:
        """The colours on a light ground, and of everything on paper."""
        return self._scheme("light")

    @cached_property
    def dark(self) -> dict[str, str]:
        """The colours on a dark ground."""
        return self._scheme("dark")

    @property
    def for_browsers(self) -> str:
        """The style sheet, after the light colours for browsers that know no others."""
        light = "".join(f"--{name}:{colour};" for name, colour in self.light.items())
        return f":root{{color-scheme:light;{light}}}\n{self.css}"

    def _scheme(self, name: str) -> dict[str, str]:
        # The first block holds them all; those after it are for a part of a page, or for print.
        found = _COLOUR.finditer(self.css.partition("}")[0])
        return {colour[1]: colour["both"] or colour[name] for colour in found}

    def filled(self, css: str) -> str:
        """Styles for paper, with the light colours in the places of their names."""
        return _USED.sub(lambda used: self.light.get(used[1], used[0]), css)


def read_tokens(project: Project) -> Tokens:
    """The colours of a project.

    Raises:
        ProblemsFound: when there are none, and everything would go out without.
    """
    path = project.tokens
    tokens = Tokens(path.read_text(encoding="utf-8") if path.is_file() else "")
    if not tokens.light:
        what = "there is no colour in it"
        remedy = "write each as --text: light-dark(…, …); in the first block"
        place = path.relative_to(project.root).as_posix()
        raise ProblemsFound([Problem(place, 0, what, remedy)])
    return tokens
