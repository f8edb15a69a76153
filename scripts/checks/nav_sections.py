"""Checks the sections of the nav: each has pages and a unique name in both languages."""

from __future__ import annotations

from collections.abc import Iterator

import yaml

from scripts.common.problems import Problem


def check_nav_sections(name: str, config: yaml.Node | None, nav: yaml.Node) -> list[Problem]:
    """Check the structure of the nav in the file `name`; nav.py checks the pages that it lists."""
    if not isinstance(nav, yaml.SequenceNode):
        line = nav.start_mark.line + 1
        return [Problem(name, line, "nav is no list", "list the pages, each on a row: - page.md")]
    translated = _translations(config)
    return list(_entries(name, nav, translated, {}))


def _entries(
    name: str, nav: yaml.SequenceNode, translated: set[str] | None, seen: dict[str, int]
) -> Iterator[Problem]:
    for item in nav.value:
        line = item.start_mark.line + 1
        if isinstance(item, yaml.MappingNode):
            for key, value in item.value:
                yield from _section(name, key, value, translated, seen)
        elif not isinstance(item, yaml.ScalarNode) or not item.value:
            yield Problem(name, line, "an entry of nav is empty", "name a page, or take it away")


def _section(
    name: str,
    key: yaml.Node,
    value: yaml.Node,
    translated: set[str] | None,
    seen: dict[str, int],
) -> Iterator[Problem]:
    line, title = key.start_mark.line + 1, str(key.value)
    if title in seen:
        what = f'nav has two sections "{title}" (the first on line {seen[title]})'
        yield Problem(name, line, what, "give one of them another name")
    seen.setdefault(title, line)
    if isinstance(value, yaml.ScalarNode) and value.value:
        what = f'nav gives "{value.value}" a title'
        yield Problem(name, line, what, f"write - {value.value}: titles stand in the pages")
    elif not value.value:
        yield Problem(
            name, line, f'the section "{title}" has no pages', "list some, or take it away"
        )
    elif isinstance(value, yaml.SequenceNode):
        yield from _entries(name, value, translated, seen)
        if translated is not None and title not in translated:
            what = f'the section "{title}" has no English name'
            yield Problem(name, line, what, f"add {title}: … to nav_translations")


def _translations(config: yaml.Node | None) -> set[str] | None:
    """The sections that have an English name; None where no translations are set at all."""
    todo = [config] if config is not None else []
    while todo:
        node = todo.pop()
        if isinstance(node, yaml.MappingNode):
            for key, value in node.value:
                if key.value == "nav_translations" and isinstance(value, yaml.MappingNode):
                    return {str(each.value) for each, _ in value.value}
                todo.append(value)
        elif isinstance(node, yaml.SequenceNode):
            todo += node.value
    return None
