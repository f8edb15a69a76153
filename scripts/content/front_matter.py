"""Finds the front matter of a page, the keys between two rows of ---, and sets one of them."""

from __future__ import annotations

import re
from dataclasses import dataclass

from scripts.common.problems import Problem

_FRONT_MATTER = re.compile(
    r"\A---[ \t]*\n(?P<keys>.*?)^---[ \t]*(?:\n|\Z)", re.DOTALL | re.MULTILINE
)
# More keys right behind the end, up to another one.
_KEY = r"[a-z_]+:(?:[ ].*)?\n"
# The front matter in two parts: up to the row that ends it, and that row.
_PARTS = re.compile(r"\A(---[ \t]*\n.*?)^(---[ \t]*)$", re.DOTALL | re.MULTILINE)
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


def with_key(text: str, key: str, written: str) -> str:
    """The text of a page with a key of its front matter set, at its place or else as the last one.

    Args:
        text: The whole page; without front matter it stays as it is.
        key: The name of the key, whose value may go on in indented rows.
        written: The key and its new value, without a line break at the end.
    """
    known = re.compile(rf"^{re.escape(key)}:.*(?:\n[ \t]+\S.*)*", re.MULTILINE)

    def put(match: re.Match[str]) -> str:
        head, found = known.subn(lambda _: written, match[1], count=1)
        return head + match[2] if found else f"{head}{written}\n{match[2]}"

    return _PARTS.sub(put, text, count=1)
