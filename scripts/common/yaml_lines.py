"""Parses YAML and keeps line numbers, so that problems can be located."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

from scripts.common.files import read_text, relative_of_link
from scripts.common.problems import Kind, Problem
from scripts.common.yaml_faults import fault, too_deep, too_much
from scripts.common.yaml_slips import slips

Where = tuple[str | int, ...]

# The C loader is some ten times faster, but not built on every platform.
_Base: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class _Loader(_Base):  # type: ignore[misc]
    """Booleans and numbers as in YAML 1.2; dates and keys are strings.

    In YAML 1.1 the language code `no` is false, `2002:24` a sexagesimal number, and a date an
    object that no schema can describe. JSON Schema knows only string keys, so the keys 2007
    and ~ are strings too. MkDocs gets front matter as parsed here
    (scripts/pipeline/page_loop.py).
    """

    def flatten_mapping(self, node: yaml.MappingNode) -> None:
        """Make every key a string; PyYAML calls this before it constructs a mapping."""
        super().flatten_mapping(node)
        for key, _ in node.value:
            if isinstance(key, yaml.ScalarNode):
                key.tag = "tag:yaml.org,2002:str"


# Plain scalars that are not strings: the JSON subset of YAML 1.2, with the characters they may
# begin with. Nothing with a leading zero or a colon is a number, nor is a date or a word.
_RESOLVERS = {
    "bool": ("true|false", "tf"),
    "null": ("~|null|", "~n"),
    "int": ("-?(?:0|[1-9][0-9]*)", "-0123456789"),
    "float": (r"-?(?:0|[1-9][0-9]*)\.[0-9]+", "-0123456789"),
    "merge": ("<<", "<"),
}
_Loader.yaml_implicit_resolvers = {}
for _name, (_pattern, _first) in _RESOLVERS.items():
    _first_characters = [*_first, ""] if _name == "null" else [*_first]
    _regex = re.compile(f"^(?:{_pattern})$")
    _Loader.add_implicit_resolver(f"tag:yaml.org,2002:{_name}", _regex, _first_characters)


@dataclass
class YamlText:
    """Parsed YAML: the data, and the line number of each key and item.

    `words` holds the source text of unquoted values, including one-line flow sequences and
    mappings. `digest` is a hash of the file and its schema, "" for a text that stands in no file:
    what is found in that is never kept.
    """

    path: str
    data: Any
    lines: dict[Where, int] = field(default_factory=dict)
    words: dict[Where, str] = field(default_factory=dict)
    digest: str = field(default="", compare=False, repr=False)

    def line(self, where: Where) -> int:
        """The line number of `where`, or of its nearest ancestor that has one."""
        while where and where not in self.lines:
            where = where[:-1]
        return self.lines.get(where, 1)

    def texts(self) -> Iterator[tuple[Where, str]]:
        """Every string among the values, with its path."""
        yield from _texts((), self.data)


def _texts(where: Where, value: Any) -> Iterator[tuple[Where, str]]:
    if isinstance(value, str):
        yield where, value
    elif isinstance(value, dict | list):
        items = value.items() if isinstance(value, dict) else enumerate(value)
        for key, value_ in items:
            yield from _texts((*where, key), value_)


def parse_yaml(text: str, path: str, first_line: int = 1) -> tuple[YamlText, list[Problem]]:
    """Parse YAML that begins on `first_line` of the file `path`.

    Duplicate keys are reported: YAML would silently keep the last.
    """
    loader = None
    try:
        loader = _Loader(text)
        node = loader.get_single_node()
        if oversize := too_much(node, path, first_line):
            return YamlText(path, None), [oversize]
        parsed = YamlText(path, None)
        problems: list[Problem] = []
        if node is not None:
            problems = slips(node, text, path, first_line)
            if any(value_.kind is Kind.UNREAD for value_ in problems):
                return YamlText(path, None), problems
            _Index(text.split("\n"), first_line, parsed, problems).add(node, ())
            parsed.data = loader.construct_document(node)
    # Constructing a tagged value may raise nearly anything (`!!bool kanskje`: KeyError).
    except (yaml.YAMLError, ValueError, LookupError, AttributeError, TypeError) as error:
        return YamlText(path, None), [fault(error, text, path, first_line)]
    except RecursionError:
        return YamlText(path, None), [too_deep(path, first_line)]
    finally:
        if loader is not None:
            loader.dispose()
    return parsed, problems


def load_yaml(path: Path, root: Path) -> tuple[YamlText, list[Problem]]:
    """Read and parse a YAML file; messages give its path relative to `root`."""
    name = relative_of_link(path, root)
    text, problems = read_text(path, root)
    if problems:
        return YamlText(name, None), problems
    return parse_yaml(text, name)


@dataclass
class _Index:
    """Fills in `lines` and `words` of `parsed` from the nodes of a text.

    `first_line` is the line of the file on which the text begins. Duplicate keys are added to
    `problems`.
    """

    rows: list[str]
    first_line: int
    parsed: YamlText
    problems: list[Problem]

    def add(self, node: yaml.Node, where: Where) -> None:
        """Index a node and its descendants."""
        parsed, first_line = self.parsed, self.first_line
        parsed.lines.setdefault(where, first_line + node.start_mark.line)
        if isinstance(node, yaml.MappingNode):
            seen: set[str] = set()
            for key, value in node.value:
                name = str(key.value)
                line = first_line + key.start_mark.line
                if name in seen:
                    what = f'the key "{name}" stands twice'
                    self.problems.append(Problem(parsed.path, line, what, "keep one of them"))
                seen.add(name)
                parsed.lines[(*where, name)] = line
                self.add(value, (*where, name))
        elif isinstance(node, yaml.ScalarNode):
            if not node.style:
                parsed.words[where] = node.value
        elif isinstance(node, yaml.SequenceNode):
            for number, item in enumerate(node.value):
                parsed.lines[(*where, number)] = first_line + item.start_mark.line
                self.add(item, (*where, number))
        first, last = node.start_mark, node.end_mark
        if getattr(node, "flow_style", False) and first.line == last.line < len(self.rows):
            parsed.words[where] = self.rows[first.line][first.column : last.column]
