"""How well a matter is documented, in a few words: “3 sources, 1 independent”."""

from __future__ import annotations

from collections.abc import Mapping

from scripts.content.records import Municipality
from scripts.content.sources import Source
from scripts.content.standing import Standing, standing
from scripts.language.messages import Messages


def source_counts(counts: Standing, words: Messages) -> str:
    """The number of sources, and of independent ones."""
    form = _form(counts.independent)
    if counts.independent + counts.party == 1:
        form = "only" if counts.independent else "not"
    independent = words(f"told.independent.{form}")
    return f"{_total(counts, words)}, {independent.format(count=counts.independent)}"


def municipality_source_counts(
    municipality: Municipality, sources: Mapping[str, Source], words: Messages
) -> str:
    """How well the work in a municipality is documented.

    An independent source that only mentions the participation of a municipality would seem to
    vouch for the rest: where none covers the work itself, the text says so instead.
    """
    name = municipality["name"]
    counts = standing(municipality["sources"], sources, name)
    known = municipality.get("known")
    if known is None or not counts.independent:
        return source_counts(counts, words)
    work = [id_ for each in known if each["matter"] != "afterwards" for id_ in each["sources"]]
    if standing(work, sources, name).independent:
        return source_counts(counts, words)
    return f"{_total(counts, words)}, {words('told.silent')}"


def _total(counts: Standing, words: Messages) -> str:
    count = counts.independent + counts.party
    return words(f"told.{_form(count)}").format(count=count)


def _form(count: int) -> str:
    """The last part of a message key."""
    return {0: "none", 1: "one"}.get(count, "many")
