"""The classes of evidence that sources are divided into: the only place that lists them.

Their names and letters are messages (data/interface.yml), since each language has its own. The
schemas list the codes too, for editors of data; a test compares them.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from scripts.language.messages import Messages

# The standing of a source, and of all that is known from sources; `unknown` without any source.
State = Literal["independent", "party", "unknown"]


@dataclass(frozen=True)
class EvidenceClass:
    """A class: its code in the data, and whether its authors had no part in the method."""

    code: str
    is_independent: bool

    @property
    def state(self) -> State:
        """The standing of a source of this class."""
        return "independent" if self.is_independent else "party"

    def name(self, words: Messages) -> str:
        """The name, in the language of the messages."""
        return words(f"class.{self.code}")

    def letter(self, words: Messages) -> str:
        """The letter that stands for the class in lists, in the language of the messages."""
        return words(f"class.{self.code}.letter")


# By code, in the order of lists and tables. A party is the union or its adviser; a campaign is
# of allies and political parties.
EVIDENCE_CLASSES = {
    each.code: each
    for each in (
        EvidenceClass("research", is_independent=True),
        EvidenceClass("official", is_independent=True),
        EvidenceClass("party", is_independent=False),
        EvidenceClass("campaign", is_independent=False),
        EvidenceClass("press", is_independent=True),
    )
}

# Those tied to the method first, each group in the same order.
BY_STANDING = tuple(sorted(EVIDENCE_CLASSES.values(), key=lambda each: each.is_independent))


def is_independent_class(code: str) -> bool:
    """Whether a class is independent of the method; a code that is none is not."""
    return code in EVIDENCE_CLASSES and EVIDENCE_CLASSES[code].is_independent
