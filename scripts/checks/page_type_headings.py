"""Pages of one kind have the same headings in the same order (data/shapes.yml).

A reader who has read one phase finds the way in the next, and the printed guides and
search rely on the same names. A page may add headings of its own between them, and leave out
optional ones when it has nothing to say there. Some may be worded in another way.
"""

from __future__ import annotations

from typing import Any

from scripts.common.data_file import load_data
from scripts.common.json_schema import validator
from scripts.common.paths import Project
from scripts.common.problems import Problem, ProblemsFound, did_you_mean
from scripts.common.yaml_lines import YamlText
from scripts.content.markdown import headings
from scripts.content.pages import Site, SourcePage


def check_shape(site: Site, project: Project) -> list[Problem]:
    """Headings of its kind that a page lacks, or has in another order or name."""
    shapes, unreadable, faulty = load_data(project, "shapes")
    if unreadable or faulty:
        return unreadable or faulty
    problems = _unknown_types(shapes, project)
    for page in site.pages:
        shape = shapes.data.get(page.kind)
        if shape:
            problems += _page(page, shape)
    return problems


def _unknown_types(shapes: YamlText, project: Project) -> list[Problem]:
    """Types that no page may have."""
    try:
        known = validator(project.schema("page")).schema["properties"]["kind"]["enum"]
    except (ProblemsFound, LookupError, TypeError):
        return []  # The schema is broken, which is told where pages are held to it.
    return [
        Problem(
            shapes.path,
            shapes.line((kind,)),
            f'unknown type of page "{kind}"',
            did_you_mean(kind, known) or f"use one of: {', '.join(known)}",
        )
        for kind in shapes.data
        if kind not in known
    ]


def _page(page: SourcePage, shape: list[dict[str, Any]]) -> list[Problem]:
    found = {h.anchor: h for h in headings(page.body, page.body_line) if h.level == 2}
    problems = []
    last = 0
    for wanted in shape:
        name, anchor = wanted[page.locale.code], wanted["id"]
        names = {name, *wanted.get("also", {}).get(page.locale.code, ())}
        mark = " .editorial" if wanted.get("editorial") else ""
        written = f"## {name} {{ #{anchor}{mark} }}"
        heading = found.get(anchor)
        if heading is None:
            if wanted.get("may_lack"):
                continue
            what = f'a {page.kind} page needs the heading "{name}"'
            problems.append(Problem(page.path, 0, what, f"add {written}"))
            continue
        if heading.text not in names or ("editorial" in heading.classes) != bool(mark):
            what = f'the heading "{heading.text}" (#{anchor}) is not as on the other pages'
            problems.append(Problem(page.path, heading.line, what, f"write {written}"))
        if heading.line < last:
            what = f'the heading "{name}" comes too early'
            mend = f"keep the order of data/shapes.yml: {', '.join(part['id'] for part in shape)}"
            problems.append(Problem(page.path, heading.line, what, mend))
        last = max(last, heading.line)
    return problems
