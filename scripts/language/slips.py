"""What a language does not write, as a pattern, and what it writes instead."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

Mend = Callable[[re.Match[str]], str]


@dataclass(frozen=True)
class Slip:
    """A pattern that some languages do not write, and what they write instead.

    `mend` is a template of the right text (as `re.Match.expand` has it) or makes it; where it
    is "", only a person knows, and `ask` says what to do. Only a text that holds one of the
    signs `needs` has to be searched.
    """

    codes: tuple[str, ...]
    pattern: str
    what: str
    mend: str | Mend = ""
    ask: str = ""
    needs: str = ""

    def mended(self, match: re.Match[str]) -> str:
        """What is written instead of a match."""
        return match.expand(self.mend) if isinstance(self.mend, str) else self.mend(match)
