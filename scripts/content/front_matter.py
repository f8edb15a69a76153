"""Finds the front matter of a page: the keys between two rows of ---."""

from __future__ import annotations

import re
from dataclasses import dataclass

from scripts.common.problems import Problem

_FRONT_MATTER = re.compile(
    r"\A---[ \t]*\n(?P<keys>.*?)^---[ \t]*(?:\n|\Z)", re.DOTALL | re.MULTILINE
)
# More keys right behind the end, up to another one.
_KEY = r"[a-z_]+:(?:[ ].*)?\n"
_TORN = re.compile(rf"(?P<keys>{_KEY}(?:{_KEY}|[ ].*\n|- .*\n)*)---[ \t]*(?:\n|\Z)")


@dataclass(frozen=True)
class FrontMatter:
    """The YAML text of the keys, and the offset at which the body begins.

    `torn_at` is the line of a row of --- that stands among the keys, 0 where there is none; in
    `keys` it is a blank one, so that lines keep their number.
    """

    keys: str
    end: int
    torn_at: int = 0

    def problems(self, path: str) -> list[Problem]:
        """What is wrong with its rows in the file `path`."""
        if not self.torn_at:
            return []
        what = "the row of --- ends the front matter, and the keys below it would be published"
        return [Problem(path, self.torn_at, what, "take the row away")]


def front_matter(text: str) -> FrontMatter | None:
    """The front matter of a page, None if it is missing or not closed."""
    match = _FRONT_MATTER.match(text)
    if match is None:
        return None
    torn = _TORN.match(text, match.end())
    if torn is None:
        return FrontMatter(match["keys"], match.end())
    line = text.count("\n", 0, match.end())
    return FrontMatter(f"{match['keys']}\n{torn['keys']}", torn.end(), line)
