r"""Markdown, HTML and template syntax in plain texts, where it would be shown literally.

Plain are titles and descriptions, data, and the settings of mkdocs.yml: `Lønn &amp; vilkår` is
published as is, and so are `20 m<sup>2</sup>`, `Lønn {{ page.title }}` and `Lønn \* nå`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from scripts.checks.config_texts import texts_of_config
from scripts.checks.source_values import SOURCES, foreign_markup
from scripts.common.paths import Project
from scripts.common.problems import Problem, relative
from scripts.common.schema_messages import field_name
from scripts.common.yaml_lines import YamlText
from scripts.content.page_cache import cached_of_files, cached_per_page
from scripts.content.pages import Site

_BRACES = re.compile(r"\{\{[^{}]{0,200}\}\}|\{%[^{}]{0,200}%\}")
_ESCAPE = re.compile(r"\\(?P<sign>[!-/:-@\[-`{-~])")


def check_plain_texts(site: Site, files: Mapping[str, YamlText], project: Project) -> list[Problem]:
    """Report markup in front matter, data and settings, all of which are plain text.

    Args:
        site: The pages.
        files: The data files by name; those of sources have a check of their own.
        project: The project, for mkdocs.yml.
    """
    by_page = cached_per_page(
        site.root, "plain", site.pages, lambda page: list(_values(page.front_matter)), of_keys=True
    )
    checked = [each for name, each in files.items() if name not in SOURCES]
    of_data = cached_of_files(
        site.root,
        "plain-data",
        checked,
        lambda: [problem for each in checked for problem in _values(each)],
    )
    of_pages = (problem for found in by_page for problem in found)
    return [*of_pages, *of_data, *_settings(project)]


def _values(parsed: YamlText) -> Iterator[Problem]:
    for where, text in parsed.texts():
        # URLs may contain any of these characters.
        if fault := None if "://" in text else plain_fault(text):
            what = f"{field_name(parsed, where)}: {fault[0]}"
            yield Problem(parsed.path, parsed.line(where), what, fault[1])


def _settings(project: Project) -> Iterator[Problem]:
    name = relative(project.config, project.root)
    for each in texts_of_config(project):
        if fault := None if "://" in each.text else plain_fault(each.text):
            yield Problem(name, each.line, f"{each.setting}: {fault[0]}", fault[1])


def plain_fault(text: str) -> tuple[str, str] | None:
    """Return the first markup in a plain text, with the remedy; None if there is none."""
    if fault := foreign_markup(text):
        return fault
    if braces := _BRACES.search(text):
        what = f'"{braces.group()}" stands there as it is: nothing is put in its place'
        return what, "take it away"
    if escape := _ESCAPE.search(text):
        what = f'"{escape.group()}" stands there as it is: the text is plain'
        return what, f"write {escape['sign']} alone"
    return None
