"""Every paper of a workshop stands on its page, and has what it is printed for."""

from __future__ import annotations

from collections.abc import Iterator

from scripts.checks.forms import is_to_fill_in
from scripts.common.problems import Kind, Problem, did_you_mean
from scripts.common.yaml_lines import Where, YamlText
from scripts.content.datasets import Datasets
from scripts.content.markdown import headings, sections
from scripts.content.pages import Site, SourcePage
from scripts.content.papers import FORM
from scripts.content.records import Paper
from scripts.content.statements import ITEM, PLACEHOLDER, ROW, blocks

# Word files are made of the sections of a page.
_OF_FORMS = 2


def check_papers(site: Site, records: Datasets) -> list[Problem]:
    """Papers without a heading, without what is printed, or of a phase that is none."""
    parsed = records.files.get("papers")
    if parsed is None:
        return []
    papers = records.records.get("papers", [])
    found = [*_files(parsed, papers)]
    for number, paper in enumerate(papers):
        found += _phases(parsed, number, paper, records)
        for page in site.pages:
            if page.id == paper["page"]:
                found += _page(parsed.line((number, "id")), page, paper)
    return found


def _files(parsed: YamlText, papers: list[Paper]) -> Iterator[Problem]:
    """Papers whose files would be written over each other."""
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
            mend = did_you_mean(phase, known) or "see data/phases.yml"
            what, line = f'unknown phase "{phase}"', parsed.line(where)
            yield Problem(parsed.path, line, what, mend, kind=Kind.UNKNOWN_PHASE, about=phase)


def _page(line: int, page: SourcePage, paper: Paper) -> Iterator[Problem]:
    title = paper["title"][page.locale.code]
    own = next(
        (each for each in headings(page.body, page.body_line) if each.anchor == paper["id"]), None
    )
    if own is None:
        what = f'the paper "{paper["id"]}" has no heading in {page.path}'
        mend = f"add ## {title} {{ #{paper['id']} .editorial }} there"
        yield Problem("data/papers.yml", line, what, mend)
        return
    if FORM in paper["prints"] and own.level != _OF_FORMS:
        what = f'the heading of the form "{title}" is no heading of the second level'
        yield Problem(page.path, own.line, what, f"write ## {title} {{ #{paper['id']} }}")
    if own.text != title:
        what = f'the heading is "{own.text}", but "{title}" in data/papers.yml'
        yield Problem(page.path, own.line, what, "make the two the same")
    section = next(
        each for each in sections(page.body, page.body_line) if each.anchor == own.anchor
    )
    units = blocks(section.text, section.line)
    if any(unit.kind == PLACEHOLDER for unit in units):
        return  # Its table is made from data, with blanks of its own.
    if FORM in paper["prints"] and not any(is_to_fill_in(unit) for unit in units):
        what = f'the paper "{title}" has no blank to fill in'
        mend = "add a table with blank cells, written &nbsp;, or print it as wall or cards"
        yield Problem(page.path, own.line, what, mend)
    elif not any(unit.kind in (ITEM, ROW) for unit in units):
        what = f'the paper "{title}" has nothing to print'
        yield Problem(page.path, own.line, what, "add a table or a list below its heading")
