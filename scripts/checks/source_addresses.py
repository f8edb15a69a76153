"""Checks data/source-addresses.yml: known sources only, and a new address for what has moved."""

from __future__ import annotations

from collections.abc import Mapping

from scripts.common.problems import Problem, did_you_mean
from scripts.content.datasets import Datasets
from scripts.content.load import Content
from scripts.content.sources import Source


def check_addresses(loaded: Datasets, sources: Mapping[str, Source]) -> list[Problem]:
    """Report records about unknown sources, and those that have moved without a new address."""
    parsed = loaded.files.get("source-addresses")
    problems: list[Problem] = []
    for number, row in enumerate(loaded.records.get("source-addresses", [])):
        if parsed and row["id"] not in sources:
            fix = did_you_mean(row["id"], sources) or "take the row away, as make sources does"
            what = f'no source has the id "{row["id"]}"'
            problems.append(Problem(parsed.path, parsed.line((number, "id")), what, fix))
        if parsed and row["state"] == "moved" and "to" not in row:
            what = f'"{row["id"]}" has moved, and nothing says where to'
            fix = "add to: with the address, or take the row away"
            problems.append(Problem(parsed.path, parsed.line((number, "state")), what, fix))
    return problems


def untried(content: Content) -> list[str]:
    """Return a line on the number of addresses that were never tried; none if all were."""
    states = content.addresses.values()
    never = sum(not each.state for each in states)
    if not never:
        return []
    return [f"{never} of {len(states)} addresses of sources were never tried: make sources."]
