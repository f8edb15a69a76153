"""Checks that each material a workshop needs is listed, with where it comes from."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from scripts.common.problems import Problem, did_you_mean, listed
from scripts.content.agendas import agenda_lines
from scripts.content.datasets import Datasets
from scripts.content.materials import named_materials
from scripts.content.page_cache import cached_per_page, digest
from scripts.content.pages import Site, SourcePage
from scripts.content.records import Material

MEND = "name it in data/materials.yml, or spell it as there"
# The columns of an agenda: minutes, what, how and materials.
_COLUMNS = 4
_WORD = re.compile(r"[^\W_]+(?:[-’'][^\W_]+)*")
_LINK = re.compile(r"\[([^\]]*)\]\([^)]*\)")
# Words allowed around a name: articles, numbers, conjunctions, recipients and places.
_SURROUNDING = {
    "no": """og eller med en et ett den det de to tre fire fem på i til for fra om hver hvert gruppe
        deltaker samtale tiltak endringen reserve vegg papir a3 stort format farger fase 1 2 3 4 5 6
        7""",
    "en": """and or with a an the one two three four five on in to for from about each every person
        group participant conversation action change reserve wall paper a3 large format colours
        phase 1 2 3 4 5 6 7""",
}
_SURROUNDING_WORDS = {code: frozenset(words.split()) for code, words in _SURROUNDING.items()}


def check_materials(site: Site, records: Datasets) -> list[Problem]:
    """Report materials of agendas, phases and tools that data/materials.yml lacks."""
    return [
        *_origins(records),
        *_agendas(site, records),
        *_phases_and_tools(records),
        *_short_meetings(records),
    ]


def unknown_materials(text: str, code: str, materials: list[Material]) -> list[str]:
    """Return the parts of a text that name none of the materials, in language `code`."""
    names = sorted({name for each in materials for name in each["names"][code]}, key=len)
    rest = _LINK.sub(r"\1", text)
    if names:
        pattern = "|".join(re.escape(name) for name in reversed(names))
        rest = re.sub(rf"(?<!\w)(?:{pattern})(?!\w)", "|", rest, flags=re.IGNORECASE)
    unknown_parts = []
    for part in re.split(r"[|,.;:()]", rest):
        words = [
            word for word in _WORD.findall(part) if word.lower() not in _SURROUNDING_WORDS[code]
        ]
        if words:
            unknown_parts.append(" ".join(words))
    return unknown_parts


def _agendas(site: Site, records: Datasets) -> Iterator[Problem]:
    data = digest(_known(records))
    by_page = cached_per_page(
        site.root,
        "materials",
        [page for page in site.pages if page.kind == "phase"],
        lambda page: list(_agenda(page, records)),
        lambda page: (data, page.text("record"), (records.record_of(page) is None)),
    )
    for problems in by_page:
        yield from problems


def _agenda(page: SourcePage, records: Datasets) -> Iterator[Problem]:
    phase = records.record_of(page)
    materials, papers = _known(records)
    if phase is None:
        return
    elsewhere = {paper["id"] for paper in papers if phase["id"] not in paper["phases"]}
    code = page.locale.code
    for row in agenda_lines(page) or []:
        if len(row.cells) < _COLUMNS:
            continue
        needed = row.cells[-1]
        for name in unknown_materials(needed, code, materials):
            yield _problem(page.path, row.line, name, code, materials)
        for each, _ in named_materials(needed, code, materials):
            if "paper" in each and each["paper"] in elsewhere:
                what = (
                    f'the agenda names the paper "{each["paper"]}", which the phase does not hold'
                )
                fix = f"add {phase['id']} to its phases in data/papers.yml"
                yield Problem(page.path, row.line, what, fix)


def _phases_and_tools(records: Datasets) -> Iterator[Problem]:
    """Check the key `materials` of phases and tools."""
    materials, _ = _known(records)
    for name in ("phases", "tools"):
        parsed = records.files.get(name)
        known: list[Any] = records.of(name)
        for number, record in enumerate(known):
            for code, text in record.get("materials", {}).items():
                for each in unknown_materials(text, code, materials):
                    line = parsed.line((number, "materials", code)) if parsed else 0
                    yield _problem(f"data/{name}.yml", line, each, code, materials)


def _short_meetings(records: Datasets) -> Iterator[Problem]:
    """Check the materials of the lines of short meetings, in the room and on screen."""
    materials, _ = _known(records)
    parsed = records.files.get("short-forms")
    known: list[Any] = records.of("short-forms")
    for number, form in enumerate(known):
        for at, line in enumerate(form.get("lines", [])):
            for where in ((), ("screen",)):
                texts = line.get("screen", {}) if where else line
                for code, text in texts.get("materials", {}).items():
                    for each in unknown_materials(text, code, materials):
                        place = (number, "lines", at, *where, "materials", code)
                        row = parsed.line(place) if parsed else 0
                        yield _problem("data/short-forms.yml", row, each, code, materials)


def _problem(path: str, line: int, name: str, code: str, materials: list[Material]) -> Problem:
    what = f'the material "{name}" is no form of ours, and nothing says where it comes from'
    names = [each for material in materials for each in material["names"][code]]
    near = did_you_mean(name.lower(), names)
    return Problem(path, line, what, f"{MEND} ({near})" if near else MEND)


def _origins(records: Datasets) -> Iterator[Problem]:
    """Report materials without exactly one origin, or with an unknown paper or tool."""
    parsed = records.files.get("materials")
    materials, _ = _known(records)
    for number, each in enumerate(materials):
        origins = [key for key in ("paper", "tool", "comes") if key in each]
        if len(origins) != 1:
            said = listed(origins, "and") or "nothing"
            what = f'"{each["id"]}" says {said} of where it comes from'
            fix = "write one of: paper, tool, comes"
            yield Problem("data/materials.yml", _line(parsed, number, "id"), what, fix)
        if "paper" in each and (problem := _print_problem(each, number, records)):
            yield problem
        for key, id_ in (("paper", each.get("paper")), ("tool", each.get("tool"))):
            ids = [record["id"] for record in records.of(f"{key}s")]
            if id_ is not None and id_ not in ids:
                fix = did_you_mean(id_, ids) or f"see data/{key}s.yml"
                what = f'unknown {key} "{id_}"'
                yield Problem("data/materials.yml", _line(parsed, number, key), what, fix)


def _print_problem(each: Material, number: int, records: Datasets) -> Problem | None:
    """Return a problem if the paper is not printed in the form that the material names."""
    papers = {paper["id"]: paper for paper in records.records.get("papers", [])}
    paper, form = papers.get(each["paper"]), each.get("prints")
    if paper is None or form is None or form in paper["prints"]:
        return None
    what = f'the paper "{paper["id"]}" is not printed as {form}'
    line = _line(records.files.get("materials"), number, "prints")
    return Problem("data/materials.yml", line, what, f"write one of: {', '.join(paper['prints'])}")


def _line(parsed: Any, number: int, key: str) -> int:
    return parsed.line((number, key)) if parsed else 0


def _known(records: Datasets) -> tuple[list[Material], list[Any]]:
    return records.records.get("materials", []), list(records.records.get("papers", []))
