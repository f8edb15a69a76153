"""Unquoted values in mkdocs.yml that MkDocs does not read as text.

It loads the file as YAML 1.1, where `On` and `No` are booleans, `2002:24` is a base-60 number,
`010` is eight and 2026-11-28 a date; pages and data are parsed without (common/yaml_lines.py).
A menu section would be called "True" on every page, or a build would fail without a line number.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

import yaml

# Settings whose value is text, even within !ENV […].
_TEXTS = frozenset(
    {"site_name", "site_url", "site_description", "site_author", "copyright", "name", "language"}
    | {"locale", "repo_name", "repo_url", "edit_uri", "edit_uri_template", "dev_addr"}
)
# Settings whose values are all text.
_ALL_TEXT = frozenset({"nav_translations", "extra"})
# Below it only keys are checked here; entries that are not pages are reported by nav.py.
_KEYS_ALONE = "nav"
_TAG = "tag:yaml.org,2002:"
_KINDS = {"int": "a number", "float": "a number", "timestamp": "a date", "null": "nothing"}
_TRUE = frozenset({"yes", "true", "on"})
_QUOTE = "put the whole value in quotation marks"
# Scalars that every YAML version, and people too, read alike.
_SAME = re.compile(r"true|false|null|~|-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?")


def misread_values(root: yaml.Node) -> Iterator[tuple[yaml.Node, str, str]]:
    """Yield the values that MkDocs reads as something else than what is written.

    Args:
        root: The settings, composed as YAML 1.1.

    Yields:
        The node, what is wrong with it, and the remedy.
    """
    yield from _within(root, "", is_text=False)


def _within(node: yaml.Node, key: str, *, is_text: bool) -> Iterator[tuple[yaml.Node, str, str]]:
    if isinstance(node, yaml.MappingNode):
        if key in _TEXTS:
            yield node, f"{key} is a set of keys, but should be text", _QUOTE
            return
        for name, value in node.value:
            if isinstance(name, yaml.ScalarNode):
                yield from _scalar(name, is_text=True)
            inner = str(name.value)
            if key == _KEYS_ALONE:
                inner = key
            yield from _within(value, inner, is_text=key in _ALL_TEXT)
    elif isinstance(node, yaml.SequenceNode):
        if key in _TEXTS and not node.tag.startswith("!"):
            yield node, f"{key} is a list, but should be text", _QUOTE
            return
        for item in node.value:
            yield from _within(
                item, key if key == _KEYS_ALONE else "", is_text=_is_text(key, is_text)
            )
    elif isinstance(node, yaml.ScalarNode) and key != _KEYS_ALONE:
        yield from _scalar(node, is_text=_is_text(key, is_text))


def _is_text(key: str, is_text: bool) -> bool:
    return is_text or key in _TEXTS


def _scalar(node: yaml.ScalarNode, *, is_text: bool) -> Iterator[tuple[yaml.Node, str, str]]:
    """Report an unquoted value or key that is not read as text."""
    kind, word = node.tag.removeprefix(_TAG), str(node.value)
    if node.style or not word or not node.tag.startswith(_TAG) or kind in {"str", "merge"}:
        return
    if not is_text and _SAME.fullmatch(word):
        return
    read = _KINDS.get(kind, "a sign of YAML")
    fix = f'put it in quotation marks: "{word}"'
    if kind == "bool":
        read = "true" if word.lower() in _TRUE else "false"
    if not is_text:
        fix = f"write {read if kind == 'bool' else 'a plain number'}, or {fix}"
    yield node, f'"{word}" is read as {read}, and not as text', fix
