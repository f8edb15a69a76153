"""Checks the front matter and lists of one page: schema, record, language, placeholders."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from pathlib import Path

from scripts.common.json_schema import check_schema, faulty_keys
from scripts.common.problems import Kind, Problem, did_you_mean, listed
from scripts.content.datasets import BY_PAGE_TYPE
from scripts.content.pages import SourcePage
from scripts.content.placeholders import LISTS, OWN_LISTS, placeholders
from scripts.language.locales import ENGLISH

# Keys of English pages only: Norwegian URLs follow from file names, and only a translation has
# an original.
_ENGLISH_ONLY = ("url", "original")


Told = tuple[list[Problem], set[str] | None]


def check_keys(page: SourcePage, schema: Path) -> Told:
    """Hold the front matter of a page against its schema.

    Returns:
        The problems, and the keys that they are about; None for a page without front matter.
    """
    problems = [] if page.front_matter.data is None else check_schema(page.front_matter, schema)
    if not isinstance(page.front_matter.data, dict):
        return problems, None
    return problems, faulty_keys(page.front_matter, schema) if problems else set()


def check_own_keys(page: SourcePage, told: Told, records: Mapping[str, set[str]]) -> Told:
    """Check what a page says of itself besides; `records` maps data files to record ids.

    Returns:
        The problems with those that `check_keys` has told, and all keys that they are about.
    """
    problems, faulty = told
    if faulty is None:
        return [*problems, *_placeholders(page, OWN_LISTS)], None
    faulty = set(faulty)
    found = [] if "kind" in faulty else _other_type(page, records)
    if found:
        faulty |= {"kind", "record"}
    elif found := _record_problems(page, records, faulty):
        faulty.add("record")
    # Without a page type we cannot know whether the page has a record.
    has_record = "kind" in faulty or page.kind in {"", *BY_PAGE_TYPE}
    lists = _placeholders(page, OWN_LISTS if has_record else ())
    return [*problems, *lists, *found, *_own_language(page, faulty)], faulty


def _own_language(page: SourcePage, reported: Collection[str]) -> list[Problem]:
    problems = []
    english = page.locale is ENGLISH
    for key in _ENGLISH_ONLY:
        if key in page.meta and not english:
            line = page.front_matter.line((key,))
            fix = "take it away: Norwegian addresses follow the file names"
            problems.append(Problem(page.path, line, f'"{key}" is for English pages', fix))
    if english and "url" not in page.meta and "url" not in reported:
        fix = 'add the English address, for example "url: phases/anchoring/"'
        problems.append(Problem(page.path, 1, 'the key "url" is missing', fix))
    return problems


def _other_type(page: SourcePage, records: Mapping[str, set[str]]) -> list[Problem]:
    """A problem if record and id of a page are those of another page type than its own."""
    record, ours = page.text("record"), BY_PAGE_TYPE.get(page.kind)
    types = [each for each, name in BY_PAGE_TYPE.items() if record in records.get(name, ())]
    if ours not in (files := {BY_PAGE_TYPE[each] for each in types}) and len(files) != 1:
        return []
    # Two pages of one record differ by the end of the id.
    end = "-knowledge"
    right = [each for each in types if each.endswith(end) == page.id.endswith(end)]
    if page.kind in right or not right:
        return []
    said = f'record "{record}" is one of data/{BY_PAGE_TYPE[right[0]]}.yml'
    said = f'id "{page.id}" is that of a {right[0]}' if ours in files else said
    what, fix = f'kind is "{page.kind}", but the {said}', f"write kind: {listed(right)}"
    line = page.front_matter.line(("kind",))
    return [Problem(page.path, line, what, fix, kind=Kind.OTHER_TYPE, about=page.kind)]


def _record_problems(
    page: SourcePage, records: Mapping[str, set[str]], reported: Collection[str]
) -> list[Problem]:
    name = BY_PAGE_TYPE.get(page.kind)
    if name is None or ("record" in reported and "record" not in page.meta):
        return []
    known = records.get(name, set())
    record = page.text("record")
    if "record" not in page.meta:
        fix = f"add the id of its record in data/{name}.yml"
        return [Problem(page.path, 1, f'a {page.kind} page needs the key "record"', fix)]
    if record and known and record not in known:
        fix = did_you_mean(record, known) or f"add its record to data/{name}.yml, or mend the id"
        line = page.front_matter.line(("record",))
        return [Problem(page.path, line, f'unknown record "{record}"', fix)]
    return []


def _placeholders(page: SourcePage, of_record: Collection[str]) -> list[Problem]:
    """Report unknown lists; `of_record` are those that the page may have besides the common."""
    known = (*LISTS, *of_record)
    return [
        Problem(
            page.path,
            placeholder.line,
            f'unknown list "{placeholder.name}"',
            did_you_mean(placeholder.name, known) or f"use one of: {', '.join(known)}",
        )
        for placeholder in placeholders(page.body, page.body_line)
        if placeholder.name not in known
    ]
