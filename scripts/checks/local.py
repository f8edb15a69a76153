"""Keeps what the checks of isolated.py find, until the page or the data changes."""

from __future__ import annotations

from collections.abc import Mapping

from scripts.common.file_cache import FileCache
from scripts.common.paths import Project
from scripts.common.problems import Problem
from scripts.common.yaml_lines import YamlText
from scripts.content.page_cache import cached_per_page, digest, file_digest
from scripts.content.pages import Site, SourcePage


def check_each_page(site: Site, project: Project) -> list[Problem]:
    """Check each page in isolation."""
    shapes = file_digest(project.data / "shapes.yml")
    problems_of_pages = cached_per_page(
        project.root, "pages", site.pages, _check_page, lambda page: shapes
    )
    return [problem for part in problems_of_pages for problem in part]


def _check_page(page: SourcePage) -> list[Problem]:
    # Imported on demand, since most pages have not changed.
    from scripts.checks.isolated import check_page

    return check_page(page)


def check_data_texts(files: Mapping[str, YamlText], project: Project) -> list[Problem]:
    """Check the texts of the data files, independently of the pages."""
    cache = FileCache(project.root, "checks")
    key = digest(*((name, file_digest(project.data / f"{name}.yml")) for name in sorted(files)))
    cached: dict[str, list[Problem]] = cache.get_object("data") or {}
    if key not in cached:
        from scripts.checks.isolated import check_data

        cached = {key: check_data(files, Site(project.root))}
        cache.put_object("data", cached)
    return list(cached[key])
