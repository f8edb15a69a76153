"""YAML with line numbers, so that a fault in a field can be pointed at."""

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

# The C loader reads the data files some ten times faster; it is not built everywhere.
_Base: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class _Loader(_Base):  # type: ignore[misc]
    """YAML 1.2 words for true, false and numbers, and dates and keys as text.

    In YAML 1.1 the language code `no` is false, `2002:24` a number of minutes, and a date an
    object that no schema can describe. A schema names keys as text too, so 2007 and ~ are
    read as such. MkDocs gets front matter as it is read here (scripts/pipeline/page_loop.py).
    """

    def flatten_mapping(self, node: yaml.MappingNode) -> None:
        """Called for each mapping before its keys are made."""
        super().flatten_mapping(node)
        for key, _ in node.value:
            if isinstance(key, yaml.ScalarNode):
                key.tag = "tag:yaml.org,2002:str"


# What a plain word may mean beside itself: the words of YAML 1.2, as JSON has them. Nothing
# that begins with 0, holds a colon or a date, or is read by people as a word is a number.
_WORDS = {
    "bool": ("true|false", "tf"),
    "null": ("~|null|", "~n"),
    "int": ("-?(?:0|[1-9][0-9]*)", "-0123456789"),
    "float": (r"-?(?:0|[1-9][0-9]*)\.[0-9]+", "-0123456789"),
    "merge": ("<<", "<"),
}
_Loader.yaml_implicit_resolvers = {}
for _name, (_pattern, _first) in _WORDS.items():
    _signs = [*_first, ""] if _name == "null" else [*_first]
    _word = re.compile(f"^(?:{_pattern})$")
    _Loader.add_implicit_resolver(f"tag:yaml.org,2002:{_name}", _word, _signs)


@dataclass
class YamlText:
    """Parsed YAML: the data, and for each key or item the line it stands on.

    `words` are the values that stand there without quotation marks, as they are written, lists and
    sets of keys in brackets on one row among them.
    """

    path: str
    data: Any
    lines: dict[Where, int] = field(default_factory=dict)
    words: dict[Where, str] = field(default_factory=dict)

    def line(self, where: Where) -> int:
        """The line of `where`, or of its nearest parent that has one."""
        while where and where not in self.lines:
            where = where[:-1]
        return self.lines.get(where, 1)

    def texts(self) -> Iterator[tuple[Where, str]]:
        """Every text among the values, with its place."""
        yield from _texts((), self.data)


def _texts(where: Where, value: Any) -> Iterator[tuple[Where, str]]:
    if isinstance(value, str):
        yield where, value
    elif isinstance(value, dict | list):
        items = value.items() if isinstance(value, dict) else enumerate(value)
        for key, each in items:
            yield from _texts((*where, key), each)


def parse_yaml(text: str, path: str, first_line: int = 1) -> tuple[YamlText, list[Problem]]:
    """Parse YAML that begins on `first_line` of the file `path`.

    Repeated keys are a problem: YAML would silently keep the last.
    """
    loader = None
    try:
        loader = _Loader(text)
        node = loader.get_single_node()
        if size := too_much(node, path, first_line):
            return YamlText(path, None), [size]
        parsed = YamlText(path, None)
        problems: list[Problem] = []
        if node is not None:
            problems = slips(node, text, path, first_line)
            if any(each.kind is Kind.UNREAD for each in problems):
                return YamlText(path, None), problems
            _Index(text.split("\n"), first_line, parsed, problems).add(node, ())
            parsed.data = loader.construct_document(node)
    # What a tag is made of a value may raise nearly anything (`!!bool kanskje`: KeyError).
    except (yaml.YAMLError, ValueError, LookupError, AttributeError, TypeError) as error:
        return YamlText(path, None), [fault(error, text, path, first_line)]
    except RecursionError:
        return YamlText(path, None), [too_deep(path, first_line)]
    finally:
        if loader is not None:
            loader.dispose()
    return parsed, problems


def load_yaml(path: Path, root: Path) -> tuple[YamlText, list[Problem]]:
    """Read and parse a YAML file; its name in messages is relative to `root`."""
    name = relative_of_link(path, root)
    text, problems = read_text(path, root)
    if problems:
        return YamlText(name, None), problems
    return parse_yaml(text, name)


@dataclass
class _Index:
    """What is noted of the nodes of a text, which begins on `first_line`: lines and words.

    Repeated keys are added to `problems`.
    """

    rows: list[str]
    first_line: int
    parsed: YamlText
    problems: list[Problem]

    def add(self, node: yaml.Node, where: Where) -> None:
        """Notes a node and all that stands in it."""
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
