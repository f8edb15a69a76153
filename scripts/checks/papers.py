"""Checks that each handout of a workshop has its section on a page, with something to print."""

from __future__ import annotations

from collections.abc import Iterator

from scripts.checks.forms import is_fillable
from scripts.common.problems import Kind, Problem, did_you_mean
from scripts.common.yaml_lines import Where, YamlText
from scripts.content.datasets import Datasets
from scripts.content.markdown import headings, sections
from scripts.content.pages import Site, SourcePage
from scripts.content.papers import FORM
from scripts.content.records import Paper
from scripts.content.statements import ITEM, PLACEHOLDER, ROW, blocks

# The heading level of sections that become Word files.
_FORM_LEVEL = 2


def check_papers(site: Site, records: Datasets) -> list[Problem]:
    """Report handouts without a heading or printable content, or with an unknown phase."""
    parsed = records.files.get("papers")
    if parsed is None:
        return []
    papers = records.records.get("papers", [])
    problems = [*_files(parsed, papers)]
    for number, paper in enumerate(papers):
        problems += _phases(parsed, number, paper, records)
        for page in site.pages:
            if page.id == paper["page"]:
                problems += _page(parsed.line((number, "id")), page, paper)
    return problems


def _files(parsed: YamlText, papers: list[Paper]) -> Iterator[Problem]:
    """Report handouts whose files would overwrite each other."""
    used: set[tuple[str, str]] = set()
    for number, paper in enumerate(papers):
        for code, name in paper["file"].items():
            if (code, name) in used:
                line = parsed.line((number, "file", code))
                what = f'two papers have the file "{name}"'
                yield Problem(parsed.path, line, what, "call one of them otherwise")
            used.add((code, name))


def _phases(parsed: YamlText, number: int, paper: Paper, records: Datasets) -> Iterator[Problem]:
    known = [phase["id"] for phase in records.records.get("phases", [])]
    for at, phase in enumerate(paper["phases"]):
        if known and phase not in known:
            where: Where = (number, "phases", at)
            fix = did_you_mean(phase, known) or "see data/phases.yml"
            what, line = f'unknown phase "{phase}"', parsed.line(where)
            yield Problem(parsed.path, line, what, fix, kind=Kind.UNKNOWN_PHASE, about=phase)


def _page(line: int, page: SourcePage, paper: Paper) -> Iterator[Problem]:
    title = paper["title"][page.locale.code]
    heading = next(
        (each for each in headings(page.body, page.body_line) if each.anchor == paper["id"]), None
    )
    if heading is None:
        what = f'the paper "{paper["id"]}" has no heading in {page.path}'
        fix = f"add ## {title} {{ #{paper['id']} .editorial }} there"
        yield Problem("data/papers.yml", line, what, fix)
        return
    if FORM in paper["prints"] and heading.level != _FORM_LEVEL:
        what = f'the heading of the form "{title}" is no heading of the second level'
        yield Problem(page.path, heading.line, what, f"write ## {title} {{ #{paper['id']} }}")
    if heading.text != title:
        what = f'the heading is "{heading.text}", but "{title}" in data/papers.yml'
        yield Problem(page.path, heading.line, what, "make the two the same")
    section = next(
        each for each in sections(page.body, page.body_line) if each.anchor == heading.anchor
    )
    units = blocks(section.text, section.line)
    if any(unit.kind == PLACEHOLDER for unit in units):
        return  # Its content is generated from data, including blanks.
    if FORM in paper["prints"] and not any(is_fillable(unit) for unit in units):
        what = f'the paper "{title}" has no blank to fill in'
        fix = "add a table with blank cells, written &nbsp;, or print it as wall or cards"
        yield Problem(page.path, heading.line, what, fix)
    elif not any(unit.kind in (ITEM, ROW) for unit in units):
        what = f'the paper "{title}" has nothing to print'
        yield Problem(page.path, heading.line, what, "add a table or a list below its heading")
