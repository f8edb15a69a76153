"""Checks that pages of one type have the same headings in the same order (data/shapes.yml).

That makes pages predictable for readers; printed guides and search rely on the headings too.
A page may insert headings of its own and omit optional ones. Some have alternative wordings.
"""

from __future__ import annotations

from typing import Any

from scripts.common.data_file import load_data
from scripts.common.json_schema import validator
from scripts.common.paths import Project
from scripts.common.problems import Problem, ProblemsFound, did_you_mean
from scripts.common.yaml_lines import YamlText
from scripts.content.markdown import headings
from scripts.content.page_cache import cached_of_files, cached_per_page, file_digest
from scripts.content.pages import Site, SourcePage


def check_type_headings(site: Site, project: Project) -> list[Problem]:
    """Report required headings that a page lacks, or has in another order or wording."""
    required_by_type, unreadable, faulty = load_data(project, "shapes")
    if unreadable or faulty:
        return unreadable or faulty
    problems = cached_of_files(
        project.root,
        "types",
        [required_by_type],
        lambda: _unknown_types(required_by_type, project),
        file_digest(project.schema("page")),
    )
    by_page = cached_per_page(
        project.root,
        "type-headings",
        site.pages,
        lambda page: _page(page, required_by_type.data.get(page.kind) or []),
        lambda _: required_by_type.digest,
    )
    return [*problems, *(problem for found in by_page for problem in found)]


def _unknown_types(required_by_type: YamlText, project: Project) -> list[Problem]:
    """Report page types in data/shapes.yml that do not exist."""
    try:
        known = validator(project.schema("page")).schema["properties"]["kind"]["enum"]
    except (ProblemsFound, LookupError, TypeError):
        return []  # A broken schema is reported when pages are validated.
    return [
        Problem(
            required_by_type.path,
            required_by_type.line((kind,)),
            f'unknown type of page "{kind}"',
            did_you_mean(kind, known) or f"use one of: {', '.join(known)}",
        )
        for kind in required_by_type.data
        if kind not in known
    ]


def _page(page: SourcePage, required: list[dict[str, Any]]) -> list[Problem]:
    by_anchor = {h.anchor: h for h in headings(page.body, page.body_line) if h.level == 2}
    problems = []
    last = 0
    for wanted in required:
        name, anchor = wanted[page.locale.code], wanted["id"]
        names = {name, *wanted.get("also", {}).get(page.locale.code, ())}
        editorial_class = " .editorial" if wanted.get("editorial") else ""
        written = f"## {name} {{ #{anchor}{editorial_class} }}"
        heading = by_anchor.get(anchor)
        if heading is None:
            if wanted.get("may_lack"):
                continue
            what = f'a {page.kind} page needs the heading "{name}"'
            problems.append(Problem(page.path, 0, what, f"add {written}"))
            continue
        if heading.text not in names or ("editorial" in heading.classes) != bool(editorial_class):
            what = f'the heading "{heading.text}" (#{anchor}) is not as on the other pages'
            problems.append(Problem(page.path, heading.line, what, f"write {written}"))
        if heading.line < last:
            what = f'the heading "{name}" comes too early'
            fix = f"keep the order of data/shapes.yml: {', '.join(part['id'] for part in required)}"
            problems.append(Problem(page.path, heading.line, what, fix))
        last = max(last, heading.line)
    return problems
