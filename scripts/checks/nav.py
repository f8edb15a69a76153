"""Checks the nav of mkdocs.yml: it lists every page once, and every entry is a page."""

from __future__ import annotations

from collections.abc import Iterator

import yaml

from scripts.checks.nav_sections import check_nav_sections
from scripts.common.files import read_text
from scripts.common.paths import Project
from scripts.common.problems import Kind, Problem, relative
from scripts.common.yaml_faults import LOADER, fault, too_much
from scripts.common.yaml_lookalikes import dashed_items
from scripts.content.addresses import is_outside
from scripts.content.near_pages import near_key
from scripts.content.pages import Site
from scripts.language.locales import BY_CODE, ENGLISH, NORWEGIAN


def check_nav(site: Site, project: Project) -> list[Problem]:
    """Report pages that the nav lacks or has twice, and entries without a page."""
    name = relative(project.config, project.root)
    if not project.config.exists():
        return [Problem(name, 0, "the file is missing", "put it back", kind=Kind.UNREAD)]
    text, problems = read_text(project.config, project.root)
    if problems:
        return problems
    try:
        # Not loaded: its tags (`!ENV`, `!!python/name:`) are for MkDocs.
        config = yaml.compose(text, Loader=LOADER)
        if config is not None and (
            too_much(config, name) or dashed_items(config, text, name, first_line=1)
        ):
            return []  # Reported by config.py.
    except RecursionError:
        return []
    except yaml.YAMLError as error:
        return [fault(error, text, name, fix="mend the YAML")]
    nav_line, nav = _nav(config)
    if nav is None:
        return [Problem(name, 0, 'the key "nav" is missing', "put it back", kind=Kind.UNREAD)]
    if isinstance(nav, yaml.ScalarNode) and nav.value:
        # Otherwise every page would be reported as missing.
        return [Problem(name, nav_line, "nav is no list of pages", "put the list back")]
    problems += check_nav_sections(name, config, nav)
    return [*problems, *_check_entries(site, name, nav_line, nav)]


def _check_entries(site: Site, name: str, nav_line: int, nav: yaml.Node) -> Iterator[Problem]:
    """Compare the entries of the nav with the pages; `nav_line` is where the nav starts."""
    english = site.of(ENGLISH)
    english_only = {key for key, page in english.items() if page.only}
    keys = set(site.of(NORWEGIAN)) | english_only
    first_lines: dict[str, int] = {}
    for entry, line in _entries(nav):
        if entry in first_lines:
            what = f'nav names "{entry}" twice (first on line {first_lines[entry]})'
            fix = "keep one of them"
            yield Problem(name, line, what, fix, kind=Kind.NAV_NAMES, about=entry)
        # An English page without its Norwegian original is reported by front_matter.py.
        elif entry not in keys and entry not in english:
            fix = _fix(entry, keys)
            what = f'nav names "{entry}", but there is no such page'
            yield Problem(name, line, what, fix, kind=Kind.NAV_NAMES, about=entry)
        first_lines.setdefault(entry, line)
    for key in sorted(keys - set(first_lines)):
        what, fix = f'nav lacks the page "{key}"', "add it where readers should meet it"
        yield Problem(name, nav_line, what, fix, kind=Kind.NAV_LACKS, about=key)


def _fix(entry: str, keys: set[str]) -> str:
    if is_outside(entry):
        return "take it away: the menu holds pages of this site"
    if entry.startswith("/") or ".." in entry:
        return "name the page from docs/no/, without a slash at the front"
    code, _, rest = entry.partition("/")
    if code in BY_CODE and rest in keys:
        return f"write {rest}: pages are named without their language"
    if near := near_key(entry, keys):
        return f'did you mean "{near}"?'
    return f"write docs/no/{entry} and docs/en/{entry}, or take the row away"


def _nav(config: yaml.Node | None) -> tuple[int, yaml.Node | None]:
    """The line of the key `nav` (0 if there is none) and what it holds."""
    pairs = config.value if isinstance(config, yaml.MappingNode) else []
    for key, value in pairs:
        if key.value == "nav":
            return key.start_mark.line + 1, value
    return 0, None


def _entries(node: yaml.Node | None) -> Iterator[tuple[str, int]]:
    """Yield every page that the nav lists, with its line number."""
    if isinstance(node, yaml.ScalarNode) and node.value:
        yield node.value, node.start_mark.line + 1
    elif isinstance(node, yaml.SequenceNode):
        for item in node.value:
            yield from _entries(item)
    elif isinstance(node, yaml.MappingNode):
        for _, value in node.value:
            yield from _entries(value)
