"""Each permanent id (`/id/…`) is of one thing: no page has an id that a record's would be."""

from __future__ import annotations

from collections.abc import Iterable

from scripts.common.problems import Problem
from scripts.content.permanent_ids import FOLDER, PermanentId


def check_ids(named: Iterable[PermanentId]) -> list[Problem]:
    """One problem for each page whose id is that of a record which it is not about."""
    things = list(named)
    records = {each.id: each for each in things if each.page != each.id}
    return [
        Problem(
            each.path,
            each.line,
            f'the id "{each.id}" is that of “{next(iter(record.titles.values()))}” in '
            f"{record.path}, and {FOLDER}/{each.id}/ can lead to one thing only",
            "give the page another id, or the record",
        )
        for each in things
        if each.page == each.id and (record := records.get(each.id))
    ]
