"""Reads mkdocs.yml as YAML nodes with line numbers, and checks single settings and lists."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

import yaml

from scripts.common.paths import Project
from scripts.common.problems import Problem, did_you_mean

_KNOWN = frozenset(
    {"site_name", "site_url", "site_description", "site_author", "copyright", "docs_dir"}
    | {"site_dir", "strict", "theme", "use_directory_urls", "exclude_docs", "not_in_nav"}
    | {"draft_docs", "watch", "extra", "plugins", "hooks", "nav", "markdown_extensions"}
    | {"validation", "repo_url", "repo_name", "edit_uri", "edit_uri_template", "dev_addr"}
)
# Tags that MkDocs may construct while it loads the file; any other could run arbitrary code.
_TAGS = ("!ENV", "tag:yaml.org,2002:python/object/apply:pymdownx.slugs.slugify")
_PLAIN = re.compile(r"tag:yaml\.org,2002:(?:str|int|float|bool|null|map|seq|merge|timestamp|value)")


@dataclass(frozen=True)
class Setting:
    """A setting with the only value that the site supports."""

    key: str
    value: str


class SettingsReader:
    """Reads one file; each `check_` method yields the problems of what it is named after."""

    def __init__(self, name: str, node: yaml.MappingNode, project: Project) -> None:
        self.name, self.node, self.project = name, node, project

    def problem(self, node: yaml.Node, what: str, fix: str) -> Problem:
        """A problem on the line of a node."""
        return Problem(self.name, node.start_mark.line + 1, what, fix)

    def check_tags(self, node: yaml.Node) -> Iterator[Problem]:
        """Report tags that are not allowed, in a node and all below it."""
        if node.tag not in _TAGS and not _PLAIN.fullmatch(node.tag):
            tag = node.tag.replace("tag:yaml.org,2002:", "!!")
            fix = "take the tag away: only !ENV and the one of toc are used"
            yield self.problem(node, f"the tag {tag} could run a program", fix)
        if node.tag == "!ENV" and isinstance(node, yaml.MappingNode):
            yield self.problem(node, "!ENV names no variable", 'write !ENV [NAME, "value"]')
        for inner in children(node):
            yield from self.check_tags(inner)

    def check_keys(self) -> Iterator[Problem]:
        """Report top-level keys that are unknown, missing or duplicated."""
        seen: dict[str, int] = {}
        for key, _ in self.node.value:
            line = key.start_mark.line + 1
            if key.value in seen:
                what = f'the key "{key.value}" stands twice (first on line {seen[key.value]})'
                yield self.problem(key, what, "keep one of them")
            elif key.value not in _KNOWN:
                fix = did_you_mean(str(key.value), _KNOWN) or "take it away"
                yield self.problem(key, f'unknown key "{key.value}"', fix)
            seen.setdefault(str(key.value), line)
        misspelt = {did_you_mean(key, _KNOWN) for key in seen if key not in _KNOWN}
        for key in ("site_name", "theme", "plugins", "markdown_extensions", "hooks"):
            if key not in seen and f'did you mean "{key}"?' not in misspelt:
                yield Problem(self.name, 0, f'the key "{key}" is missing', "put it back")

    def get(self, path: str) -> yaml.Node | None:
        """The value at a path such as `plugins.i18n`, or None."""
        node: yaml.Node | None = self.node
        for part in path.split("."):
            node = child(node, part)
        return node

    def check_fixed(self, setting: Setting) -> Iterator[Problem]:
        """Report a setting that is missing or differs from the only value the site supports."""
        parent = self.get(setting.key.rpartition(".")[0]) if "." in setting.key else self.node
        node = self.get(setting.key)
        if node is None:
            if parent is not None and setting.key not in {"docs_dir", "site_dir"}:
                what = f"{setting.key} is missing"
                yield self.problem(
                    parent, what, f"write {setting.key.split('.')[-1]}: {setting.value}"
                )
        elif not isinstance(node, yaml.ScalarNode) or node.value != setting.value:
            what = f'{setting.key} is "{shown(node)}", and the site is made for another value'
            yield self.problem(node, what, f"write {setting.key.split('.')[-1]}: {setting.value}")

    def names_in(self, key: str) -> dict[str, yaml.Node] | None:
        """Map the names in a list of settings to their nodes; None if it is not a list."""
        node = self.get(key)
        if not isinstance(node, yaml.SequenceNode):
            return None
        nodes_by_name: dict[str, yaml.Node] = {}
        for item in node.value:
            if isinstance(item, yaml.MappingNode) and item.value:
                nodes_by_name[str(item.value[0][0].value)] = item
            else:
                nodes_by_name[str(item.value)] = item
        return nodes_by_name

    def check_list(self, key: str, wanted: tuple[str, ...], word: str) -> Iterator[Problem]:
        """Report the names that a list lacks, and unknown ones in it; `word` is what it lists."""
        node, nodes_by_name = self.get(key), self.names_in(key)
        if node is None:
            return
        if nodes_by_name is None:
            yield self.problem(node, f"{key} is no list", f"list each {word} on a row: - name")
            return
        for name, item in nodes_by_name.items():
            if name not in wanted:
                fix = did_you_mean(name, wanted) or "take it away: nothing here is made for it"
                yield self.problem(item, f'unknown {word} "{name}"', fix)
        near = {did_you_mean(name, wanted) for name in nodes_by_name if name not in wanted}
        for name in wanted:
            if name not in nodes_by_name and f'did you mean "{name}"?' not in near:
                yield self.problem(node, f'{key} lacks "{name}"', f"put - {name} back")


def children(node: yaml.Node | None) -> list[yaml.Node]:
    """The child nodes: items of a sequence, or keys and values of a mapping."""
    if isinstance(node, yaml.MappingNode):
        return [each for pair in node.value for each in pair]
    return list(node.value) if isinstance(node, yaml.SequenceNode) else []


def child(node: yaml.Node | None, name: str) -> yaml.Node | None:
    """The value of a key, in a mapping or in a sequence of mappings; None if there is none."""
    if isinstance(node, yaml.MappingNode):
        return next((value for key, value in node.value if key.value == name), None)
    if isinstance(node, yaml.SequenceNode):
        return next((found for item in node.value if (found := child(item, name))), None)
    return None


def shown(node: yaml.Node) -> str:
    """A scalar as it is written; `…` for any other node."""
    return str(node.value) if isinstance(node, yaml.ScalarNode) else "…"
