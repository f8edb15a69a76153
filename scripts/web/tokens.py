"""The colours of overrides/tokens.css, for everything that shows any.

Each is written once, for light and dark together: `--text: light-dark(…, …)`.
Browsers get both, written out. WeasyPrint and Word know neither schemes nor, in drawings,
variables: they are given the light values.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
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
        """The style sheet with every pair written out, as all browsers with variables know it.

        Light first; dark where the device asks for it and the reader did not choose light, or
        where the reader chose dark (`data-scheme`).
        """
        pairs = [name for name, colour in self.light.items() if colour != self.dark[name]]
        light = _declared("light", self.light)
        dark = _declared("dark", {name: self.dark[name] for name in pairs})
        return (
            f":root{{{light}}}"
            "@media screen and (prefers-color-scheme:dark)"
            f"{{:root:not([data-scheme=light]){{{dark}}}}}"
            f":root[data-scheme=dark]{{{dark}}}"
            f"{self._parts[1]}"
        )

    @cached_property
    def _parts(self) -> tuple[str, str]:
        """The first block, which names every colour, and what holds for a part or for print."""
        first, _, rest = self.css.partition("}")
        return first, rest

    def _scheme(self, name: str) -> dict[str, str]:
        found = _COLOUR.finditer(self._parts[0])
        return {colour[1]: colour["both"] or colour[name] for colour in found}

    def filled(self, css: str) -> str:
        """Styles for paper, with the light colours in the places of their names."""
        return _USED.sub(lambda used: self.light.get(used[1], used[0]), css)


def _declared(scheme: str, colours: Mapping[str, str]) -> str:
    declarations = (f"--{name}:{colour};" for name, colour in colours.items())
    return f"color-scheme:{scheme};{''.join(declarations)}"


def read_tokens(project: Project) -> Tokens:
    """The colours of a project.

    Raises:
        ProblemsFound: when there are none, and everything would go out without.
    """
    path = project.tokens
    tokens = Tokens(path.read_text(encoding="utf-8") if path.is_file() else "")
    if not tokens.light:
        what = "there is no colour in it"
        remedy = "write each as --text: light-dark(…, …);"
        place = path.relative_to(project.root).as_posix()
        raise ProblemsFound([Problem(place, 0, what, remedy)])
    return tokens
