"""Sources and pages that records name exist."""

from __future__ import annotations

from collections.abc import Mapping

from scripts.common.problems import Problem, did_you_mean
from scripts.common.yaml_lines import Where
from scripts.content.datasets import Datasets


def check_references(
    loaded: Datasets, source_ids: set[str], page_ids: set[str] | None
) -> list[Problem]:
    """Sources and pages that records name but that do not exist.

    Without `page_ids` the pages are not looked at: not all of them are known.
    """
    problems = []
    for parsed, where, id_ in loaded.source_ids():
        if id_ not in source_ids:
            mend = did_you_mean(id_, source_ids) or "add it to data/sources.yml"
            problems.append(
                Problem(parsed.path, parsed.line(where), f'unknown source "{id_}"', mend)
            )
    for name, parsed in loaded.files.items():
        for number, record in enumerate(loaded.of(name)):
            named: list[tuple[Where, object]] = [((number, "page"), record.get("page"))]
            named += [((number, "pages", at), id_) for at, id_ in enumerate(record_pages(record))]
            for where, page in named:
                if isinstance(page, str) and page_ids is not None and page not in page_ids:
                    mend = did_you_mean(page, page_ids) or "write the page, or take the key away"
                    line = parsed.line(where)
                    problems.append(Problem(parsed.path, line, f'unknown page "{page}"', mend))
    return problems


def record_pages(record: Mapping[str, object]) -> list[str]:
    """The ids in a record's list of pages (a publication's `pages` are paper)."""
    pages = record.get("pages")
    return [str(page) for page in pages] if isinstance(pages, list) else []
