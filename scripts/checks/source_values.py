"""Finds markup of other programs in records of sources, and values that belong in several keys."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator, Mapping
from typing import Any

from scripts.common.problems import Fault, Problem
from scripts.common.schema_messages import field_name
from scripts.common.yaml_lines import Where, YamlText
from scripts.content.citations import MARKS

ENTITY = re.compile(r"&(?:#\d{1,7}|#x[0-9A-Fa-f]{1,6}|[A-Za-z][A-Za-z0-9]{1,30});")
TAG = re.compile(
    r"<(?P<end>/?)(?P<name>i|b|u|p|s|a|em|strong|span|su[bp]|scp|small|br|kbd|code|mark|del|ins|div"
    r"|font|(?:jats|mml):[a-z]{1,20})(?:\s[^<>]*)?/?>",
    re.IGNORECASE,
)
# Superscript digits that every typeface has.
_SUPERSCRIPT = re.compile(r"<sup>(?P<digit>[123])</sup>", re.IGNORECASE)
_TO_SUPERSCRIPT = str.maketrans("123", "¹²³")
TEX = re.compile(r"\\[A-Za-z]+")
# A page label, which the citation style adds in the language of the page.
PAGE_WORD = re.compile(r"(?:s|ss|p|pp|sider?|pages?)\b\.?\s*(?=\d)", re.IGNORECASE)
# The names of the data files.
SOURCES = ("sources", "publications")
_SEVERAL = re.compile(r"[;&]|\s(?:and|og)\s", re.IGNORECASE)
# At the end of a name: that there are more people, and what this one did.
OTHERS = re.compile(
    r"(?:^|[\s,]+)(?:(?:and|og|&)\s+)?(?:others|andre|et\.?\s*al\b\.?|m\.?\s?fl\.?|med flere)\s*$",
    re.IGNORECASE,
)
ROLE = re.compile(
    r"\s*[(\[](?:(?P<translator>overs(?:\.|etter)?|trans(?:\.|lator)?)"
    r"|eds?\.?|editors?|red(?:s|\.|aktør(?:er)?)?|hrsg\.?|utg\.)[)\]]\s*$",
    re.IGNORECASE,
)
_PEOPLE = frozenset({"author", "authors", "editor", "translator"})
# Identifiers and URLs, which may contain any of these characters.
_NOT_TEXT = frozenset({"id", "URL", "DOI", "urls", "archived"})


def check_values(parsed: YamlText) -> Iterator[Problem]:
    """Report reserved ids, and page numbers with a label, in one of the files of `SOURCES`."""
    for at, record in _records(parsed):
        if record.get("id") in MARKS:
            yield Problem(parsed.path, parsed.line((at, "id")), *reserved_id_fault(record["id"]))
        page = record.get("page")
        if isinstance(page, str) and (word := PAGE_WORD.match(page)):
            what = f'"{word.group().strip()}" stands there, in one language for both'
            yield _problem(parsed, (at, "page"), (what, f'write "{page[word.end() :]}"'))


def check_foreign_markup(files: Mapping[str, YamlText]) -> list[Problem]:
    """Report markup of other programs in those files, and several people in one name.

    Such values are shown literally, so they do not prevent rendering a page.
    """
    return [
        problem
        for parsed in (files[name] for name in SOURCES if name in files)
        for at, record in _records(parsed)
        for key, value in record.items()
        if key not in _NOT_TEXT
        for problem in _faults(parsed, (at, key), value)
    ]


def _records(parsed: YamlText) -> Iterator[tuple[int, dict[str, Any]]]:
    for at, record in enumerate(parsed.data if isinstance(parsed.data, list) else []):
        if isinstance(record, dict):
            yield at, record


def reserved_id_fault(id_: str) -> Fault:
    """Return the fault of an id that is reserved for an editorial mark."""
    what = f'the id "{id_}" is kept: pages mark with [@{id_}] what cites no source'
    return what, "give the source another id"


def _faults(parsed: YamlText, where: Where, value: Any) -> Iterator[Problem]:
    if isinstance(value, dict | list):
        for at, each in value.items() if isinstance(value, dict) else enumerate(value):
            yield from _faults(parsed, (*where, at), each)
    elif isinstance(value, str):
        fault = foreign_markup(value)
        if fault is None and _PEOPLE.intersection(where):
            fault = _fault_of_name(value, of_person=where[-1] in {"family", "given"})
        if fault:
            yield _problem(parsed, where, fault)


def _problem(parsed: YamlText, where: Where, fault: Fault) -> Problem:
    name = field_name(parsed, where)
    return Problem(parsed.path, parsed.line(where), f"{name}: {fault[0]}", fault[1])


def foreign_markup(text: str) -> Fault | None:
    """Return the first HTML or TeX markup in a text, with the remedy; None if there is none."""
    if match := ENTITY.search(text):
        read = html.unescape(match.group())
        if read != match.group():
            return f'"{match.group()}" is HTML and stands there as it is', f'write "{read}"'
    if match := _SUPERSCRIPT.search(text):
        written = match["digit"].translate(_TO_SUPERSCRIPT)
        return f'"{match.group()}" is HTML and stands there as it is', f'write "{written}"'
    if match := TAG.search(text):
        end = f"</{match['name']}>"
        pair = not match["end"] and end in text[match.end() :]
        fix = f"take {match.group()} and {end} away" if pair else "take it away"
        return f'"{match.group()}" is HTML and stands there as it is', fix
    if match := TEX.search(text):
        what = f'"{match.group()}" is a command of TeX and stands there as it is'
        return what, "write in its place what it prints"
    return None


def _fault_of_name(name: str, *, of_person: bool) -> Fault | None:
    if match := OTHERS.search(name) if of_person else None:
        what = f'"{name}" holds "{match.group().strip(" ,")}", which is nobody\'s name'
        return what, "take it away, and name all those who stand in the source"
    if match := ROLE.search(name):
        what = f'"{name}" holds "{match.group().strip()}" as if it were a part of the name'
        key = "translator" if match["translator"] else "editor"
        return what, f"take it away, and put the name under {key}"
    if match := _SEVERAL.search(name) if of_person else None:
        what = f'"{name}" holds "{match.group().strip()}" as if it were several people'
        return what, "list each by itself, as {family: …, given: …}"
    return None
