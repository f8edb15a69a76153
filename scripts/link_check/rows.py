"""The file of what was seen, data/source-addresses.yml: whole at any time, and the tool's own."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping
from contextlib import suppress
from datetime import date, timedelta
from pathlib import Path
from typing import Any, cast

import yaml

from scripts.common.data_file import load_data
from scripts.common.paths import Project
from scripts.common.problems import Problem, ProblemsFound
from scripts.content.records import SourceAddress
from scripts.content.sources import Source
from scripts.link_check.verdict import Verdict
from scripts.link_check.web_archive import Copy

NAME, PATH = "source-addresses", "data/source-addresses.yml"
_HEAD = """\
# Written by `make sources`, which tries the address of each source; do not edit.
# An archived copy that an editor chose stands in data/sources.yml (archived, archived_on).
"""
_ASIDE = ".being-written"
Rows = dict[str, SourceAddress]


def read_rows(project: Project) -> Rows:
    """What was seen so far, by the id of the source; nothing where the file is not there.

    Raises:
        ProblemsFound: the file has faults. Nothing is written over what somebody may want back.
    """
    if not (project.root / PATH).is_file():
        return {}
    parsed, unreadable, faulty = load_data(project, NAME)
    if problems := [*unreadable, *faulty]:
        mend = "mend it, or take the file away and begin anew"
        raise ProblemsFound(Problem(each.path, each.line, each.what, mend) for each in problems)
    return {row["id"]: row for row in cast("list[SourceAddress]", parsed.data or [])}


def due(sources: Mapping[str, Source], rows: Rows, today: date, days: int) -> dict[str, list[str]]:
    """The ids of the sources by the addresses to try now: those never tried, then the oldest.

    Several sources may have one address. One that was tried less than `days` ago waits.
    """
    found: dict[str, list[str]] = {}
    tried: dict[str, str] = {}
    for id_, source in sources.items():
        address = source.record.get("URL", "")
        row = rows.get(id_)
        day = row["tried"] if row and row["address"] == address else ""
        if address and (not day or _days_ago(day, today) >= days):
            found.setdefault(address, []).append(id_)
            tried[address] = min(day, tried.get(address, day))
    return {address: found[address] for address in sorted(found, key=lambda each: tried[each])}


def _days_ago(day: str, today: date) -> int:
    with suppress(ValueError):
        return (today - date.fromisoformat(day)).days
    return timedelta.max.days


def row_of(
    id_: str, address: str, said: Verdict, today: date, before: SourceAddress | None
) -> SourceAddress:
    """The row of one source after a try; what was seen of the same address before stays."""
    old: Mapping[str, Any] = before if before and before["address"] == address else {}
    row: dict[str, Any] = {"id": id_, "address": address, "state": said.state}
    row |= {key: each for key, each in
            (("code", said.code), ("why", said.why), ("to", said.to)) if each}  # fmt: skip
    row["tried"] = today.isoformat()
    if said.state in ("ok", "moved"):
        row["answered"] = today.isoformat()
    row |= {key: old[key] for key in ("answered", "archived", "archived_on")
            if key in old and key not in row}  # fmt: skip
    return cast("SourceAddress", row)


def with_copy(row: SourceAddress, copy: Copy) -> SourceAddress:
    """The row with a copy in an archive."""
    return {**row, "archived": copy.address, "archived_on": copy.day}


def write_rows(project: Project, new: Rows, known: Iterable[str]) -> None:
    """Put rows into the file, in the order of `known`, the sources that there are.

    It is read anew, so that nothing which another run wrote in the meantime is lost, written
    aside and put in its place in one step: whoever stops the program finds the old file or the
    new one.

    Raises:
        ProblemsFound: the file has got faults, or cannot be written.
    """
    rows = {**read_rows(project), **new}
    listed = [dict(rows[id_]) for id_ in known if id_ in rows]
    text = yaml.safe_dump(listed, allow_unicode=True, sort_keys=False, width=1000)
    path = project.root / PATH
    aside = path.with_name(path.name + _ASIDE)
    try:
        with aside.open("w", encoding="utf-8", newline="\n") as file:
            file.write(_HEAD + text)
            file.flush()
            os.fsync(file.fileno())
        aside.replace(path)
    except OSError as failed:
        _take_away(aside)
        what = f"the file cannot be written ({failed.strerror or failed})"
        mend = "let it be written, and run again"
        raise ProblemsFound([Problem(PATH, 0, what, mend)]) from None


def _take_away(path: Path) -> None:
    with suppress(OSError):
        path.unlink(missing_ok=True)
