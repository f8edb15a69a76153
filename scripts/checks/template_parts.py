"""The checks of a single template or style sheet, whose results templates.py keeps."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from jinja2 import Environment, TemplateSyntaxError, meta, nodes

from scripts.checks.templates import MESSAGE_KEY
from scripts.common.files import read_text
from scripts.common.problems import Problem

_SAFE = re.compile(r"\|\s*safe\b|autoescape\s+false")
_LOADS = re.compile(r"@import\b|url\(\s*[\"']?(?:https?:)?//", re.IGNORECASE)
_COMMENT_OR_STRING = re.compile(r"/\*.*?\*/|\"(?:\\.|[^\"\\\n])*\"|'(?:\\.|[^'\\\n])*'", re.DOTALL)


@dataclass(frozen=True)
class Part:
    """A template or style, and the names that it may refer to."""

    path: Path
    root: Path
    names: set[str]
    interface: dict[str, dict[str, str]]


@cache
def _environment() -> Environment:
    environment = Environment(
        autoescape=True, extensions=["jinja2.ext.do", "jinja2.ext.loopcontrols"]
    )
    environment.filters |= {"url": str, "css_string": str, "script_tag": str}
    return environment


def check_part(part: Part) -> list[Problem]:
    """Return the faults of a style sheet (.css) or template."""
    return list(_style(part) if part.path.suffix == ".css" else _template(part))


def _template(part: Part) -> Iterator[Problem]:
    path, root, names, interface = part.path, part.root, part.names, part.interface
    text, problems = read_text(path, root)
    yield from problems
    name = path.relative_to(root).as_posix()
    try:
        tree = _environment().parse(text)
        _environment().compile(text)
    except TemplateSyntaxError as error:
        what = f"the template cannot be read: {error.message}"
        fix = "mend the row, or put back what stood there"
        yield Problem(name, error.lineno, what, fix)
        return
    # Compiling finds some of these too, but none outside the blocks of a template that extends
    # another: nothing is compiled there.
    for each in tree.find_all(nodes.Filter):
        if each.name not in _environment().filters:
            fix = "mend the row, or put back what stood there"
            yield Problem(name, each.lineno, f'there is no filter "{each.name}"', fix)
    folder = name.split("/")[1] if name.count("/") > 1 else ""
    for included in meta.find_referenced_templates(tree):
        if included is None or {included, f"{folder}/{included}"} & names:
            continue
        line = _line(text, included)
        if not included.startswith(".icons/"):
            yield Problem(
                name, line, f'there is no template "{included}"', "name one that there is"
            )
    if match := _SAFE.search(text):
        fix = "mark as Markup where the HTML is made (scripts/pipeline/templates.py)"
        yield Problem(name, _line(text, match.group()), "a template trusts a text as HTML", fix)
    for key in MESSAGE_KEY.findall(text) if interface else ():
        if key not in interface:
            yield _missing_key(name, _line(text, key), key)


def _missing_key(name: str, line: int, key: str) -> Problem:
    fix = f"put {key} in data/interface.yml, in both languages"
    return Problem(name, line, f'data/interface.yml lacks the words "{key}"', fix)


def _style(part: Part) -> Iterator[Problem]:
    path, root = part.path, part.root
    text, problems = read_text(path, root)
    yield from problems
    name = path.relative_to(root).as_posix()
    rules = _COMMENT_OR_STRING.sub(lambda match: re.sub(r"[^\n]", " ", match.group()), text)
    unbalanced = rules.count("{") - rules.count("}")
    if unbalanced:
        count = abs(unbalanced)
        braces = "1 brace is" if count == 1 else f"{count} braces are"
        what = f"{braces} {'not closed' if unbalanced > 0 else 'too many'}"
        yield Problem(name, text.count("\n") + 1, what, "close each rule with one }")
    without_comments = re.sub(r"/\*.*?\*/", "", text, flags=re.DOTALL)
    if match := _LOADS.search(without_comments):
        what = f'"{match.group()}" loads a file from elsewhere'
        yield Problem(name, _line(text, match.group()), what, "put the file in docs/assets")


def _line(text: str, part: str) -> int:
    at = text.find(part)
    return text.count("\n", 0, at) + 1 if at >= 0 else 1
