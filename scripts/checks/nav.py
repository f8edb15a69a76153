"""The nav of mkdocs.yml: every page stands in it once, and every entry is a page."""

from __future__ import annotations

from collections.abc import Iterator

import yaml

from scripts.common.files import read_text
from scripts.common.paths import Project
from scripts.common.problems import Problem, did_you_mean, relative
from scripts.common.yaml_lines import fault
from scripts.content.pages import Site
from scripts.language.locales import ENGLISH, NORWEGIAN


def check_nav(site: Site, project: Project) -> list[Problem]:
    """Pages that the nav lacks or has twice, and entries without a page."""
    name = relative(project.config, project.root)
    if not project.config.exists():
        return [Problem(name, 0, "the file is missing", "put it back")]
    text, problems = read_text(project.config, project.root)
    if problems:
        return problems
    try:
        # Not loaded: its tags (`!ENV`, `!!python/name:`) are for MkDocs.
        config = yaml.compose(text, Loader=yaml.SafeLoader)
    except yaml.YAMLError as error:
        return [fault(error, text, name, "mend the YAML")]
    english = site.of(ENGLISH)
    alone = {key for key, page in english.items() if page.only}
    keys = set(site.of(NORWEGIAN)) | alone
    first: dict[str, int] = {}
    nav_line, nav = _nav(config)
    for entry, line in _entries(nav):
        if entry in first:
            what = f'nav names "{entry}" twice (first on line {first[entry]})'
            problems.append(Problem(name, line, what, "keep one of them"))
        elif entry not in keys and entry not in english:
            mend = did_you_mean(entry, keys) or f"write docs/no/{entry} and docs/en/{entry}"
            what = f'nav names "{entry}", but there is no such page'
            problems.append(Problem(name, line, what, mend))
        first.setdefault(entry, line)
    problems += [
        Problem(
            name, nav_line, f'nav lacks the page "{key}"', "add it where readers should meet it"
        )
        for key in sorted(keys - set(first))
    ]
    return problems


def _nav(config: yaml.Node | None) -> tuple[int, yaml.Node | None]:
    """The line of the key `nav` (0 if there is none) and what it holds."""
    pairs = config.value if isinstance(config, yaml.MappingNode) else []
    for key, value in pairs:
        if key.value == "nav":
            return key.start_mark.line + 1, value
    return 0, None


def _entries(node: yaml.Node | None) -> Iterator[tuple[str, int]]:
    """Every page that the nav names, with its line."""
    if isinstance(node, yaml.ScalarNode) and node.value:
        yield node.value, node.start_mark.line + 1
    elif isinstance(node, yaml.SequenceNode):
        for item in node.value:
            yield from _entries(item)
    elif isinstance(node, yaml.MappingNode):
        for _, value in node.value:
            yield from _entries(value)
