"""What records of sources hold that was meant for another program, or for several keys."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator, Mapping
from typing import Any

from scripts.common.problems import Problem
from scripts.common.schema_messages import field_name
from scripts.common.yaml_lines import Where, YamlText
from scripts.content.citations import MARKS

Fault = tuple[str, str]
ENTITY = re.compile(r"&(?:#\d{1,7}|#x[0-9A-Fa-f]{1,6}|[A-Za-z][A-Za-z0-9]{1,30});")
TAG = re.compile(
    r"<(?P<end>/?)(?P<name>i|b|u|p|s|a|em|strong|span|su[bp]|scp|small|br|kbd|code|mark|del|ins|div"
    r"|font|(?:jats|mml):[a-z]{1,20})(?:\s[^<>]*)?/?>",
    re.IGNORECASE,
)
# Raised figures that every typeface has.
_RAISED = re.compile(r"<sup>(?P<digit>[123])</sup>", re.IGNORECASE)
_RAISE = str.maketrans("123", "¹²³")
TEX = re.compile(r"\\[A-Za-z]+")
# The style writes it, in the language of the page.
PAGE_WORD = re.compile(r"(?:s|ss|p|pp|sider?|pages?)\b\.?\s*(?=\d)", re.IGNORECASE)
# The files, by name.
SOURCES = ("sources", "publications")
_SEVERAL = re.compile(r"[;&]|\s(?:and|og)\s", re.IGNORECASE)
_PEOPLE = frozenset({"author", "authors", "editor", "translator"})
# They hold no text, and an address may hold any sign.
_NO_TEXTS = frozenset({"id", "URL", "DOI", "urls", "archived"})


def check_values(parsed: YamlText) -> Iterator[Problem]:
    """Ids that are kept, and pages with a word, in data/sources.yml or data/publications.yml."""
    for at, record in _records(parsed):
        if record.get("id") in MARKS:
            yield Problem(parsed.path, parsed.line((at, "id")), *mark_fault(record["id"]))
        page = record.get("page")
        if isinstance(page, str) and (word := PAGE_WORD.match(page)):
            what = f'"{word.group().strip()}" stands there, in one language for both'
            yield _told(parsed, (at, "page"), (what, f'write "{page[word.end() :]}"'))


def check_foreign_signs(files: Mapping[str, YamlText]) -> list[Problem]:
    """Signs of other programs in those files, and several people in one name.

    They come out as they stand, which somebody may mean: a page with them can be built.
    """
    return [
        problem
        for parsed in (files[name] for name in SOURCES if name in files)
        for at, record in _records(parsed)
        for key, value in record.items()
        if key not in _NO_TEXTS
        for problem in _faults(parsed, (at, key), value)
    ]


def _records(parsed: YamlText) -> Iterator[tuple[int, dict[str, Any]]]:
    for at, record in enumerate(parsed.data if isinstance(parsed.data, list) else []):
        if isinstance(record, dict):
            yield at, record


def mark_fault(id_: str) -> Fault:
    """That an id is kept for a mark of pages, by which no source can be cited."""
    what = f'the id "{id_}" is kept: pages mark with [@{id_}] what cites no source'
    return what, "give the source another id"


def _faults(parsed: YamlText, where: Where, value: Any) -> Iterator[Problem]:
    if isinstance(value, dict | list):
        for at, each in value.items() if isinstance(value, dict) else enumerate(value):
            yield from _faults(parsed, (*where, at), each)
    elif isinstance(value, str):
        fault = foreign_sign(value)
        if fault is None and _PEOPLE.intersection(where) and where[-1] in {"family", "given"}:
            fault = _several(value)
        if fault:
            yield _told(parsed, where, fault)


def _told(parsed: YamlText, where: Where, fault: Fault) -> Problem:
    name = field_name(parsed, where)
    return Problem(parsed.path, parsed.line(where), f"{name}: {fault[0]}", fault[1])


def foreign_sign(text: str) -> Fault | None:
    """The first sign of a text that only another program reads as what is meant."""
    if match := ENTITY.search(text):
        read = html.unescape(match.group())
        if read != match.group():
            return f'"{match.group()}" is HTML and stands there as it is', f'write "{read}"'
    if match := _RAISED.search(text):
        written = match["digit"].translate(_RAISE)
        return f'"{match.group()}" is HTML and stands there as it is', f'write "{written}"'
    if match := TAG.search(text):
        end = f"</{match['name']}>"
        pair = not match["end"] and end in text[match.end() :]
        mend = f"take {match.group()} and {end} away" if pair else "take it away"
        return f'"{match.group()}" is HTML and stands there as it is', mend
    if match := TEX.search(text):
        what = f'"{match.group()}" is a command of TeX and stands there as it is'
        return what, "write in its place what it prints"
    return None


def _several(name: str) -> Fault | None:
    if match := _SEVERAL.search(name):
        what = f'"{name}" holds "{match.group().strip()}" as if it were several people'
        return what, "list each by itself, as {family: …, given: …}"
    return None
