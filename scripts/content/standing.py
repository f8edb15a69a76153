"""Whether a source is independent of the method, or a party to it.

The rule is published on the page on how much we know (`#independent`); nothing is set by hand.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from scripts.content.evidence_classes import State, is_independent_class
from scripts.content.sources import Source


@dataclass(frozen=True)
class Standing:
    """The number of independent sources and of parties for one matter."""

    independent: int
    party: int

    @property
    def state(self) -> State:
        """`independent` with at least one independent source, `unknown` without any source."""
        if self.independent:
            return "independent"
        return "party" if self.party else "unknown"


def is_independent(source: Source, subject: str = "") -> bool:
    """Whether a source is independent of the method.

    Args:
        source: The source.
        subject: The name of the municipality that it is about. What a municipality publishes
            about itself counts as a party's, whatever the class of the source.
    """
    own = f"{subject} kommune"
    publisher = str(source.record.get("publisher", ""))
    return is_independent_class(source.evidence) and not (subject and publisher.startswith(own))


def standing(ids: Iterable[str], sources: Mapping[str, Source], subject: str = "") -> Standing:
    """The standing of a set of sources; unknown ids are left to the checks."""
    independent = [is_independent(sources[id_], subject) for id_ in ids if id_ in sources]
    return Standing(sum(independent), len(independent) - sum(independent))
