"""A page and the record that it is about name each other, and say the same."""

from __future__ import annotations

from collections.abc import Iterator

from scripts.common.problems import Problem
from scripts.content.datasets import BY_PAGE_TYPE, Datasets
from scripts.content.pages import Site

# Pages of these types and their records are one to one.
_ONE_TO_ONE = ("municipality", "phase", "tool")


def check_pairs(site: Site, records: Datasets) -> Iterator[Problem]:
    """A page and its record name each other, and say the same."""
    for kind in _ONE_TO_ONE:
        name = BY_PAGE_TYPE[kind]
        parsed = records.files.get(name)
        # Those with other faults are held against their pages too, so that all is told at once.
        known = [
            (at, each)
            for at, each in records.as_written(name)
            if isinstance(each.get("id"), str) and isinstance(each.get("page", ""), str)
        ]
        if parsed is None:
            continue
        pages = [page for page in site.pages if page.kind == kind]
        ids = {each["id"] for _, each in known}
        by_id = {page.id: page for page in pages}
        for at, record in known:
            page = by_id.get(record.get("page", ""))
            own = next((each for each in pages if each.text("record") == record["id"]), None)
            if (
                "page" not in record
                and own
                and records.of(name)
                and any("page" in each for _, each in known)
            ):
                what = f'"{record["id"]}" names no page, but {own.path} is about it'
                mend = f"add page: {own.id}"
                yield Problem(parsed.path, parsed.line((at, "id")), what, mend)
            elif page and page.text("record") in ids - {record["id"]}:
                what = f'page of "{record["id"]}" is {page.id}, whose record is another'
                mend = f'name the page about it here (that one is about "{page.text("record")}")'
                yield Problem(parsed.path, parsed.line((at, "page")), what, mend)
        for page in pages:
            record = next((each for _, each in known if each["id"] == page.text("record")), {})
            if not record:
                continue
            line = page.front_matter.line
            named = by_id.get(record.get("page", ""))
            # One whose record is another is told above, once.
            if named and named.id != page.id and named.text("record") == record["id"]:
                what = f'the record "{record["id"]}" is about the page "{named.id}"'
                mend = "name the record of this page, or change the key page of that record"
                yield Problem(page.path, line(("record",)), what, mend)
                continue
            number = page.meta.get("number")
            said = {twin.meta.get("number") for twin in pages if twin.key == page.key}
            # Where twins differ, that is told.
            if isinstance(record.get("number"), int) and said == {number} - {
                record["number"],
                None,
            }:
                what = f'number is "{number}", but "{record["number"]}" in {parsed.path}'
                yield Problem(page.path, line(("number",)), what, "make the two the same")
            titles = record.get("title") if kind == "tool" else None
            title = titles.get(page.locale.code) if isinstance(titles, dict) else None
            if title and title != page.title:
                what = f'title is "{page.title}", but "{title}" in {parsed.path}'
                yield Problem(page.path, line(("title",)), what, "make the two the same")
