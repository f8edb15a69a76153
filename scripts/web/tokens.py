"""The colour tokens of overrides/tokens.css, for everything that uses colours.

Each is defined once, for the light and the dark scheme: `--text: light-dark(…, …)`. For browsers
both are expanded. WeasyPrint and Word support neither schemes nor, in drawings, custom
properties: they get the light values.
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
    """The text of tokens.css, and the colours in it by name."""

    css: str

    @cached_property
    def light(self) -> dict[str, str]:
        """The colours of the light scheme, and of everything on paper."""
        return self._scheme("light")

    @cached_property
    def dark(self) -> dict[str, str]:
        """The colours of the dark scheme."""
        return self._scheme("dark")

    @property
    def for_browsers(self) -> str:
        """The style sheet with every `light-dark()` expanded, for browsers without it.

        Light is the default; dark applies where the device asks for it and the reader did not
        choose light, or where the reader chose dark (`data-scheme`).
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
        """The first block, which defines every colour, and the rest."""
        first, _, rest = self.css.partition("}")
        return first, rest

    def _scheme(self, name: str) -> dict[str, str]:
        colours = _COLOUR.finditer(self._parts[0])
        return {colour[1]: colour["both"] or colour[name] for colour in colours}

    def resolved(self, css: str) -> str:
        """Styles for paper, with `var(--…)` replaced by the light colours."""
        return _USED.sub(lambda used: self.light.get(used[1], used[0]), css)


def _declared(scheme: str, colours: Mapping[str, str]) -> str:
    declarations = (f"--{name}:{colour};" for name, colour in colours.items())
    return f"color-scheme:{scheme};{''.join(declarations)}"


def read_tokens(project: Project) -> Tokens:
    """The tokens of a project.

    Raises:
        ProblemsFound: there is no colour, so everything would be published without.
    """
    path = project.tokens
    tokens = Tokens(path.read_text(encoding="utf-8") if path.is_file() else "")
    if not tokens.light:
        what = "there is no colour in it"
        remedy = "write each as --text: light-dark(…, …);"
        place = path.relative_to(project.root).as_posix()
        raise ProblemsFound([Problem(place, 0, what, remedy)])
    return tokens
