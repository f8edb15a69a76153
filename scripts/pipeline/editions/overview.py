"""Lists the editions that a branch holds."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

from scripts.common.git import GitFailed
from scripts.content.permanent_ids import LATEST
from scripts.pipeline.editions.change import Change, begin_change
from scripts.pipeline.editions.commit_messages import tag_of
from scripts.pipeline.editions.listing import Editions, read_editions
from scripts.pipeline.editions.numbers import order
from scripts.pipeline.editions.preflight import Options
from scripts.pipeline.editions.record import EDITION, MENDED


def edition_lines(root: Path, options: Options) -> list[str]:
    """A line for each edition, newest first, and what is not pushed yet.

    The remote is not contacted: its last fetched state counts.

    Raises:
        ProblemsFound: there are no editions, or they cannot be read.
    """
    with begin_change(root, replace(options, offline=True), writes=False) as change:
        editions = read_editions(change.run, change.base, options.branch)
        lines = [_line(change, each, editions) for each in sorted(editions.used, key=order)]
        no_alias = [f"{LATEST}/ shows no edition: the next that is published takes it"]
        lacks = editions.numbers and not editions.latest
        return [*reversed(lines), *(no_alias if lacks else []), *_not_pushed(change)]


def _line(change: Change, version: str, editions: Editions) -> str:
    if version in editions.withdrawn:
        return f"{version}  withdrawn {editions.withdrawn[version]}"
    parts = [version]
    if editions.latest == version:
        parts.append(LATEST)
    if record := _json(change, f"{version}/{EDITION}"):
        parts.append(f"from {str(record.get('commit'))[:8]} of {str(record.get('date'))[:10]}")
    if mends := _json(change, f"{version}/{MENDED}").get("mends"):
        parts.append("mended " + ", ".join(str(mend.get("date")) for mend in mends))
    if tag_of(version) in change.start.tags:
        parts.append(f"tag {tag_of(version)}")
    return "  ".join(parts)


def _json(change: Change, path: str) -> dict[str, Any]:
    """A JSON file of the branch; empty if it is missing or invalid."""
    try:
        value = json.loads(change.run.git("show", f"{change.base}:{path}"))
    except (GitFailed, ValueError):
        return {}
    return value if isinstance(value, dict) else {}


def _not_pushed(change: Change) -> list[str]:
    start = change.start
    if start.remote is None or start.pushed == change.base:
        return []
    beyond = ["--not", start.pushed] if start.pushed else []
    subjects = change.run.git("log", "--reverse", "--format=%s", change.base, *beyond)
    return [f"not pushed: {subject}" for subject in subjects.splitlines()]
