"""Checks that permanent ids (`/id/…`) are unique: no page has the id of a record."""

from __future__ import annotations

from collections.abc import Iterable

from scripts.common.problems import Problem
from scripts.content.permanent_ids import FOLDER, PermanentId


def check_permanent_ids(permanent_ids: Iterable[PermanentId]) -> list[Problem]:
    """Report pages whose id is that of a record which they are not about."""
    all_ids = list(permanent_ids)
    records = {each.id: each for each in all_ids if each.page != each.id}
    return [
        Problem(
            each.path,
            each.line,
            f'the id "{each.id}" is that of “{next(iter(record.titles.values()))}” in '
            f"{record.path}, and {FOLDER}/{each.id}/ can lead to one thing only",
            "give the page another id, or the record",
        )
        for each in all_ids
        if each.page == each.id and (record := records.get(each.id))
    ]
