"""The nav of mkdocs.yml: every page stands in it once, and every entry is a page."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import yaml

from scripts.knowledge.locales import NORWEGIAN
from scripts.knowledge.pages import Site
from scripts.knowledge.problems import Problem, relative
from scripts.knowledge.project import Project
from scripts.knowledge.suggest import did_you_mean
from scripts.knowledge.textfile import read_text


class _Loader(yaml.SafeLoader):
    """Reads mkdocs.yml without its tags (`!ENV`, `!!python/name:`)."""


def _plain(loader: yaml.Loader, suffix: str, node: yaml.Node) -> Any:
    return None


_Loader.add_multi_constructor("!", _plain)
_Loader.add_multi_constructor("tag:yaml.org,2002:python/", _plain)


def check_nav(site: Site, project: Project) -> list[Problem]:
    """Pages that the nav lacks, and entries without a page."""
    name = relative(project.config, project.root)
    if not project.config.exists():
        return [Problem(name, 0, "the file is missing", "put it back")]
    text, problems = read_text(project.config, project.root)
    if problems:
        return problems
    try:
        config = yaml.load(text, Loader=_Loader)
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        line = mark.line + 1 if mark else 0
        what = f"YAML cannot be read: {getattr(error, 'problem', error)}"
        return [Problem(name, line, what, "mend the YAML")]
    keys = set(site.of(NORWEGIAN))
    entries = list(_entries((config or {}).get("nav") or []))
    lines = text.splitlines()
    for entry in entries:
        if entry not in keys:
            line = next((n for n, row in enumerate(lines, 1) if row.rstrip().endswith(entry)), 0)
            mend = did_you_mean(entry, keys) or f"write docs/no/{entry} and docs/en/{entry}"
            problems.append(
                Problem(name, line, f'nav names "{entry}", but there is no such page', mend)
            )
    nav_line = next((n for n, row in enumerate(lines, 1) if row.startswith("nav:")), 0)
    problems += [
        Problem(
            name, nav_line, f'nav lacks the page "{key}"', "add it where readers should meet it"
        )
        for key in sorted(keys - set(entries))
    ]
    return problems


def _entries(items: Any) -> Iterator[str]:
    for item in items:
        values = item.values() if isinstance(item, dict) else [item]
        for value in values:
            if isinstance(value, list):
                yield from _entries(value)
            elif isinstance(value, str):
                yield value
