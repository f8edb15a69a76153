"""Checks that a page and the record that it is about refer to each other and agree."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from scripts.common.problems import Problem
from scripts.common.yaml_lines import YamlText
from scripts.content.datasets import BY_PAGE_TYPE, Datasets
from scripts.content.pages import Site, SourcePage

# Page types with exactly one page per record.
_ONE_TO_ONE = ("municipality", "phase", "tool")
# A record as written, and its index in the file.
_Record = tuple[int, dict[str, Any]]


def check_record_pages(site: Site, records: Datasets) -> Iterator[Problem]:
    """Report pages and records that do not refer to each other, or differ in number or title."""
    for kind in _ONE_TO_ONE:
        name = BY_PAGE_TYPE[kind]
        parsed = records.files.get(name)
        if parsed is None:
            continue
        # Records with other faults are included, so that everything is reported at once.
        known = [
            (index, each)
            for index, each in records.as_written(name)
            if isinstance(each.get("id"), str) and isinstance(each.get("page", ""), str)
        ]
        pages = [page for page in site.pages if page.kind == kind]
        needs_page = bool(records.of(name)) and any("page" in each for _, each in known)
        yield from _check_records(parsed, known, pages, needs_page=needs_page)
        for page in pages:
            yield from _check_page(page, pages, known, parsed.path)


def _check_records(
    parsed: YamlText, known: Sequence[_Record], pages: Sequence[SourcePage], *, needs_page: bool
) -> Iterator[Problem]:
    """Report records that name no page, or one about another record."""
    ids = {each["id"] for _, each in known}
    by_id = {page.id: page for page in pages}
    for index, record in known:
        page = by_id.get(record.get("page", ""))
        about_it = next((each for each in pages if each.text("record") == record["id"]), None)
        if "page" not in record and about_it and needs_page:
            what = f'"{record["id"]}" names no page, but {about_it.path} is about it'
            fix = f"add page: {about_it.id}"
            yield Problem(parsed.path, parsed.line((index, "id")), what, fix)
        elif page and page.text("record") in ids - {record["id"]}:
            what = f'page of "{record["id"]}" is {page.id}, whose record is another'
            fix = f'name the page about it here (that one is about "{page.text("record")}")'
            yield Problem(parsed.path, parsed.line((index, "page")), what, fix)


def _check_page(
    page: SourcePage, pages: Sequence[SourcePage], known: Sequence[_Record], data_path: str
) -> Iterator[Problem]:
    """Report a page whose record names another page, or has another number or title."""
    record = next((each for _, each in known if each["id"] == page.text("record")), None)
    if not record:
        return
    line = page.front_matter.line
    by_id = {each.id: each for each in pages}
    named = by_id.get(record.get("page", ""))
    # A page with another record is reported at its record.
    if named and named.id != page.id and named.text("record") == record["id"]:
        what = f'the record "{record["id"]}" is about the page "{named.id}"'
        fix = "name the record of this page, or change the key page of that record"
        yield Problem(page.path, line(("record",)), what, fix)
        return
    number = page.meta.get("number")
    numbers = {each.meta.get("number") for each in pages if each.key == page.key}
    # Different numbers in the two languages are reported by front_matter.py.
    if isinstance(record.get("number"), int) and numbers == {number} - {record["number"], None}:
        what = f'number is "{number}", but "{record["number"]}" in {data_path}'
        yield Problem(page.path, line(("number",)), what, "make the two the same")
    titles = record.get("title") if page.kind == "tool" else None
    title = titles.get(page.locale.code) if isinstance(titles, dict) else None
    if title and title != page.title:
        what = f'title is "{page.title}", but "{title}" in {data_path}'
        yield Problem(page.path, line(("title",)), what, "make the two the same")
