"""How well a matter is told of, in a few words: “3 sources, 1 independent”."""

from __future__ import annotations

from collections.abc import Mapping

from scripts.content.records import Municipality
from scripts.content.sources import Source
from scripts.content.standing import Standing, standing
from scripts.language.messages import Messages


def told(found: Standing, words: Messages) -> str:
    """How many sources there are, and how many of them are independent."""
    number = _number(found.independent)
    if found.independent + found.party == 1:
        number = "only" if found.independent else "not"
    independent = words(f"told.independent.{number}")
    return f"{_counted(found, words)}, {independent.format(count=found.independent)}"


def told_of_municipality(
    municipality: Municipality, sources: Mapping[str, Source], words: Messages
) -> str:
    """How well the work in a municipality is told of.

    An independent source that only says that a municipality took part would seem to vouch for
    what stands beside it: where none tells of the work itself, the words say so instead.
    """
    name = municipality["name"]
    all_ = standing(municipality["sources"], sources, name)
    known = municipality.get("known")
    if known is None or not all_.independent:
        return told(all_, words)
    work = [id_ for each in known if each["matter"] != "afterwards" for id_ in each["sources"]]
    if standing(work, sources, name).independent:
        return told(all_, words)
    return f"{_counted(all_, words)}, {words('told.silent')}"


def _counted(found: Standing, words: Messages) -> str:
    count = found.independent + found.party
    return words(f"told.{_number(count)}").format(count=count)


def _number(count: int) -> str:
    return {0: "none", 1: "one"}.get(count, "many")
