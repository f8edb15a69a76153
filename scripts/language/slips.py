"""A typographic or spelling error as a pattern, with its correction."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

Mend = Callable[[re.Match[str]], str]


@dataclass(frozen=True)
class Slip:
    """An error in some languages: the pattern that matches it, and its correction.

    `fix` is a replacement template (see `re.Match.expand`) or a function that returns the
    correction; where it is "", there is no automatic correction, and `ask` says what to do. Only
    texts that contain one of the characters in `needs` have to be searched.
    """

    codes: tuple[str, ...]
    pattern: str
    what: str
    fix: str | Mend = ""
    ask: str = ""
    needs: str = ""

    def mended(self, match: re.Match[str]) -> str:
        """The correction of a match."""
        return match.expand(self.fix) if isinstance(self.fix, str) else self.fix(match)
