"""Where a source stands towards the method: outside it, or a party to it.

The rule is printed on the page on how much we know (`#independent`); nobody sets a grade.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Literal

from scripts.content.sources import Source

# Classes whose authors had no part in the method. The others are the union and its adviser
# (party), and allies, campaigns and political parties (campaign).
INDEPENDENT = ("research", "official", "press")

State = Literal["independent", "party", "unknown"]


@dataclass(frozen=True)
class Standing:
    """How many sources of each kind tell of one matter."""

    independent: int
    party: int

    @property
    def state(self) -> State:
        """One independent source is enough for the first; without any source all is unknown."""
        if self.independent:
            return "independent"
        return "party" if self.party else "unknown"


def is_independent(source: Source, subject: str = "") -> bool:
    """Whether a source stands outside the method.

    Args:
        source: The source.
        subject: The municipality that it tells of. What a municipality publishes of itself
            is the word of a party, whatever the class of the source.
    """
    own = f"{subject} kommune"
    publisher = str(source.record.get("publisher", ""))
    return source.evidence in INDEPENDENT and not (subject and publisher.startswith(own))


def standing(ids: Iterable[str], sources: Mapping[str, Source], subject: str = "") -> Standing:
    """Who speaks among some sources; ids of no source are left to the checks."""
    found = [is_independent(sources[id_], subject) for id_ in ids if id_ in sources]
    return Standing(sum(found), len(found) - sum(found))
