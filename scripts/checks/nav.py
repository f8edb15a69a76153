"""The nav of mkdocs.yml: every page stands in it once, and every entry is a page."""

from __future__ import annotations

from collections.abc import Iterator

import yaml

from scripts.checks.nav_sections import check_sections
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
    """Pages that the nav lacks or has twice, and entries without a page."""
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
            return []  # Told where the settings are read.
    except RecursionError:
        return []
    except yaml.YAMLError as error:
        return [fault(error, text, name, mend="mend the YAML")]
    english = site.of(ENGLISH)
    alone = {key for key, page in english.items() if page.only}
    keys = set(site.of(NORWEGIAN)) | alone
    first: dict[str, int] = {}
    nav_line, nav = _nav(config)
    if nav is None:
        return [Problem(name, 0, 'the key "nav" is missing', "put it back", kind=Kind.UNREAD)]
    if isinstance(nav, yaml.ScalarNode) and nav.value:
        # Every page would be called missing for it.
        return [Problem(name, nav_line, "nav is no list of pages", "put the list back")]
    problems += check_sections(name, config, nav)
    for entry, line in _entries(nav):
        if entry in first:
            what = f'nav names "{entry}" twice (first on line {first[entry]})'
            told = Problem(name, line, what, "keep one of them", kind=Kind.NAV_NAMES, about=entry)
            problems.append(told)
        elif entry not in keys and entry not in english:  # a twin that is missing is told of
            mend = _mend(entry, keys)
            what = f'nav names "{entry}", but there is no such page'
            problems.append(Problem(name, line, what, mend, kind=Kind.NAV_NAMES, about=entry))
        first.setdefault(entry, line)
    for key in sorted(keys - set(first)):
        what, mend = f'nav lacks the page "{key}"', "add it where readers should meet it"
        problems.append(Problem(name, nav_line, what, mend, kind=Kind.NAV_LACKS, about=key))
    return problems


def _mend(entry: str, keys: set[str]) -> str:
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
    """Every page that the nav names, with its line."""
    if isinstance(node, yaml.ScalarNode) and node.value:
        yield node.value, node.start_mark.line + 1
    elif isinstance(node, yaml.SequenceNode):
        for item in node.value:
            yield from _entries(item)
    elif isinstance(node, yaml.MappingNode):
        for _, value in node.value:
            yield from _entries(value)
