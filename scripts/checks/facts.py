"""Values that fit their schema but cannot be true: impossible dates, wrong check digits.

Also values that contradict each other, within a record or between a page and its record.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from typing import Any

from scripts.checks.docs_files import RESERVED
from scripts.checks.identifiers import doi_fault, isbn_fault, issn_fault
from scripts.checks.record_pages import check_record_pages
from scripts.checks.source_values import check_values
from scripts.common.problems import Problem
from scripts.common.schema_messages import field_name
from scripts.common.yaml_lines import Where, YamlText
from scripts.content.addresses import web_fault
from scripts.content.datasets import Datasets
from scripts.content.page_cache import cached_of_files
from scripts.content.pages import Site
from scripts.language.locales import BY_CODE

_DAY = re.compile(r"(\d{4})(?:-(\d\d))?(?:-(\d\d))?", re.ASCII)
# Formula injection: a spreadsheet evaluates such a cell when the open data is loaded.
_FORMULA = re.compile(r"[=+@\t\r]|-(?=[^\W\d])")
_EARLIEST = 1700
_DATES = frozenset({"date", "issued", "seen", "tried", "answered", "archived_on"})
_YEARS = frozenset({"year", "start", "end"})
_NUMBERS: dict[str, Callable[[str], tuple[str, str] | None]] = {
    "ISBN": isbn_fault,
    "isbn": isbn_fault,
    "ISSN": issn_fault,
    "issn": issn_fault,
}
_NUMBERS |= {"DOI": doi_fault, **dict.fromkeys(("URL", "urls", "archived"), web_fault)}


def check_facts(
    site: Site, records: Datasets, files: Mapping[str, YamlText], today: date | None = None
) -> list[Problem]:
    """Report values of data and pages that are impossible or contradict each other.

    `today` is the date to check against, by default that of the system.
    """
    day = today or date.today()
    of_values = cached_of_files(
        site.root, "facts", files.values(), lambda: _faults_of_values(files, day), day
    )
    return [
        *of_values,
        *_chronology(records),
        *_phases(records),
        *check_record_pages(site, records),
        *_pages(site),
    ]


def _faults_of_values(files: Mapping[str, YamlText], day: date) -> list[Problem]:
    # Values that do not fit their schema are included; consequences.py drops the rest.
    problems = [
        problem
        for parsed in files.values()
        for problem in _value_faults(parsed, (), parsed.data, day)
    ]
    for name in ("sources", "publications"):
        problems += check_values(files[name]) if name in files else []
    return problems


def _value_faults(parsed: YamlText, where: Where, value: Any, day: date) -> Iterator[Problem]:
    if isinstance(value, dict):
        for key, each in value.items():
            yield from _value_faults(parsed, (*where, key), each, day)
        yield from _ranges(parsed, where, value)
        views = value.get("views")
        if value.get("kind") == "disagreement" and not (isinstance(views, list) and len(views) > 1):
            what = f'"{value.get("id")}" is a disagreement without two views'
            fix = "give each view with its sources, or write kind: unknown"
            yield Problem(parsed.path, parsed.line(where), what, fix)
    elif isinstance(value, list):
        for index, each in enumerate(value):
            yield from _value_faults(parsed, (*where, index), each, day)
    elif fault := _fault(where, value, day):
        name = field_name(parsed, where)
        yield Problem(parsed.path, parsed.line(where), f"{name}: {fault[0]}", fault[1])


def _fault(where: Where, value: object, day: date) -> tuple[str, str] | None:
    key = next((part for part in reversed(where) if isinstance(part, str)), "")
    if isinstance(value, str):
        if not value.strip() and key not in {"no", "en"}:
            return "the text is blank", "write it, or take the key away"
        if _FORMULA.match(value):
            return "it begins like a formula of a spreadsheet", "begin it with a letter or digit"
        if key in _DATES:
            return date_fault(value, day)
        if key in _NUMBERS:
            return _NUMBERS[key](value)
    if key in _YEARS and isinstance(value, int):
        return date_fault(f"{value:04d}", day)
    if key == "pages" and isinstance(value, int) and value < 1:
        return f"{value} is no number of pages", "write how many there are"
    return None


def date_fault(value: str, day: date) -> tuple[str, str] | None:
    """Return what is wrong with a date and the remedy, or None; `day` is today.

    A date must exist, not lie in the future, and not be earlier than anything on the site.
    """
    match = _DAY.fullmatch(value)
    if match is None:
        return None  # The schema reports the wrong format.
    year, month, day_of_month = (int(part or 1) for part in match.groups())
    try:
        parsed_date = date(year, month, day_of_month)
    except ValueError:
        return f'there is no day "{value}"', "look the date up again"
    if parsed_date > day or year > day.year:
        return f'"{value}" has not been yet', "look the date up again"
    if year < _EARLIEST:
        return f'"{value}" is before anything here', "look the date up again"
    return None


def _ranges(parsed: YamlText, where: Where, value: Mapping[str, Any]) -> Iterator[Problem]:
    start, end, people = value.get("start"), value.get("end"), value.get("people")
    if isinstance(start, int) and isinstance(end, int) and end < start:
        what = f"{field_name(parsed, (*where, 'end'))}: it ends ({end}) before it starts ({start})"
        yield Problem(
            parsed.path, parsed.line((*where, "end")), what, "let the years change places"
        )
    if _is_reversed(people):
        yield _people(parsed, (*where, "people"), people)


def _is_reversed(people: object) -> bool:
    return (
        isinstance(people, list)
        and len(people) == 2
        and all(isinstance(each, int) for each in people)
        and people[0] > people[1]
    )


def _people(parsed: YamlText, where: Where, people: Any) -> Problem:
    what = f"{field_name(parsed, where)}: the least number ({people[0]}) is greater than the other"
    return Problem(parsed.path, parsed.line(where), what, f"write [{people[1]}, {people[0]}]")


def _chronology(records: Datasets) -> Iterator[Problem]:
    """Report events of the timeline that are not in chronological order."""
    events = records.records.get("timeline", [])
    parsed = records.files.get("timeline")
    for index, (before, event) in enumerate(itertools.pairwise(events), 1):
        if parsed and before["date"] > event["date"]:
            what = f'"{event["id"]}" ({event["date"]}) stands after "{before["id"]}"'
            line = parsed.line((index, "date"))
            fix = f"move it: that is of {before['date']}"
            yield Problem(parsed.path, line, what, fix)


def _phases(records: Datasets) -> Iterator[Problem]:
    phases, parsed = records.records.get("phases", []), records.files.get("phases")
    if parsed is None or not phases:
        return
    for index, phase in enumerate(phases):
        if phase["number"] != index + 1:
            what = f'number of "{phase["id"]}" is {phase["number"]}'
            fix = f"write {index + 1}: phases stand in their order and are counted from 1"
            yield Problem(parsed.path, parsed.line((index, "number")), what, fix)


_NEEDED = {
    "minutes": "add the length of the workshop, such as minutes: 120",
    "people": "add how many take part, such as people: [8, 20]",
}


def _pages(site: Site) -> Iterator[Problem]:
    for page in site.pages:
        if _is_reversed(page.meta.get("people")):
            yield _people(page.front_matter, ("people",), page.meta["people"])
        first = page.text("url").partition("/")[0]
        if first in {*RESERVED, *BY_CODE}:
            what = f'"{first}/" is an address that the site itself uses'
            yield Problem(page.path, page.front_matter.line(("url",)), what, "choose another url")
        counterparts = [
            counterpart
            for counterpart in site.pages
            if counterpart.key == page.key and counterpart is not page
        ]
        for key, fix in _NEEDED.items() if page.kind == "phase" else ():
            # If only one of the two languages lacks the key, front_matter.py reports it.
            if key not in page.meta and all(
                key not in counterpart.meta for counterpart in counterparts
            ):
                yield Problem(page.path, 1, f'a phase page needs the key "{key}"', fix)
