r"""Signs of Markdown, HTML and templates in texts that are none: readers see them as typed.

Titles and descriptions, data, and the settings of mkdocs.yml: `Lønn &amp; vilkår` is published
so, and so are `20 m<sup>2</sup>`, `Lønn {{ page.title }}` and `Lønn \* nå`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

import yaml

from scripts.checks.config_texts import config_texts
from scripts.checks.source_values import SOURCES, foreign_sign
from scripts.common.files import read_text
from scripts.common.paths import Project
from scripts.common.problems import Problem, relative
from scripts.common.schema_messages import field_name
from scripts.common.yaml_faults import LOADER, too_much
from scripts.common.yaml_lines import YamlText
from scripts.content.pages import Site

_BRACES = re.compile(r"\{\{[^{}]{0,200}\}\}|\{%[^{}]{0,200}%\}")
_ESCAPE = re.compile(r"\\(?P<sign>[!-/:-@\[-`{-~])")


def check_plain_texts(site: Site, files: Mapping[str, YamlText], project: Project) -> list[Problem]:
    """What pages' front matter, data and settings hold that only Markdown or HTML would read.

    Args:
        site: The pages.
        files: The data by name; those of sources have a check of their own.
        project: Where mkdocs.yml lies.
    """
    parsed = [page.front_matter for page in site.pages]
    parsed += [each for name, each in files.items() if name not in SOURCES]
    problems = [problem for each in parsed for problem in _values(each)]
    return [*problems, *_settings(project)]


def _values(parsed: YamlText) -> Iterator[Problem]:
    for where, text in parsed.texts():
        # An address may hold any sign.
        if fault := None if "://" in text else plain_fault(text):
            what = f"{field_name(parsed, where)}: {fault[0]}"
            yield Problem(parsed.path, parsed.line(where), what, fault[1])


def _settings(project: Project) -> Iterator[Problem]:
    text, unread = read_text(project.config, project.root)
    try:
        node = None if unread else yaml.compose(text, Loader=LOADER)
    except (yaml.YAMLError, RecursionError):
        return  # Told where the settings are read.
    name = relative(project.config, project.root)
    if node is None or too_much(node, name):
        return  # So is what is nested without end.
    for each in config_texts(node):
        if fault := None if "://" in each.text else plain_fault(each.text):
            yield Problem(name, each.line, f"{each.setting}: {fault[0]}", fault[1])


def plain_fault(text: str) -> tuple[str, str] | None:
    """The first sign of a plain text that readers would see as it was typed, and its mend."""
    if fault := foreign_sign(text):
        return fault
    if braces := _BRACES.search(text):
        what = f'"{braces.group()}" stands there as it is: nothing is put in its place'
        return what, "take it away"
    if escape := _ESCAPE.search(text):
        what = f'"{escape.group()}" stands there as it is: the text is plain'
        return what, f"write {escape['sign']} alone"
    return None
