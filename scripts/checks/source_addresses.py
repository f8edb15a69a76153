"""What was seen at addresses is told of sources that there are, and says where what moved is."""

from __future__ import annotations

from collections.abc import Mapping

from scripts.common.problems import Problem, did_you_mean
from scripts.content.datasets import Datasets
from scripts.content.load import Content
from scripts.content.sources import Source


def check_addresses(loaded: Datasets, sources: Mapping[str, Source]) -> list[Problem]:
    """Rows of data/source-addresses.yml about no source, and moves that lead nowhere."""
    parsed = loaded.files.get("source-addresses")
    problems: list[Problem] = []
    for number, row in enumerate(loaded.records.get("source-addresses", [])):
        if parsed and row["id"] not in sources:
            mend = did_you_mean(row["id"], sources) or "take the row away, as make sources does"
            what = f'no source has the id "{row["id"]}"'
            problems.append(Problem(parsed.path, parsed.line((number, "id")), what, mend))
        if parsed and row["state"] == "moved" and "to" not in row:
            what = f'"{row["id"]}" has moved, and nothing says where to'
            mend = "add to: with the address, or take the row away"
            problems.append(Problem(parsed.path, parsed.line((number, "state")), what, mend))
    return problems


def untried(content: Content) -> list[str]:
    """A row for editors on the addresses that nobody has tried, none where all were."""
    states = content.addresses.values()
    never = sum(not each.state for each in states)
    if not never:
        return []
    return [f"{never} of {len(states)} addresses of sources were never tried: make sources."]
