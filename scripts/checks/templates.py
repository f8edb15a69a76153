"""Checks the templates, styles and other files that pages are rendered with.

Otherwise a fault there would only surface in the middle of a build, without a file name.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from pathlib import Path

from jinja2 import Environment, TemplateSyntaxError, meta, nodes

from scripts.checks.other_parts import check_outline, check_style
from scripts.common.file_cache import FileCache
from scripts.common.files import read_text, unreadable
from scripts.common.paths import Project
from scripts.common.problems import Problem
from scripts.common.versions import code_fingerprint
from scripts.content.datasets import BY_PAGE_TYPE
from scripts.content.placeholders import LISTS

FOLDERS = ("overrides/components", "overrides/partials", "overrides/print", "overrides/styles",
    "docs/assets/fonts", "docs/assets/js", "docs/assets/css",
           "overrides/branch-root", "data/schema", "data/csl")  # fmt: skip
NEEDED = ("overrides/main.html", "overrides/404.html", "overrides/sitemap.xml",
          "overrides/tokens.css", "overrides/embed.css", "overrides/styles/order.txt",
          "data/norway.json")  # fmt: skip
# Lists that are rendered by code, without a template of that name.
_NO_TEMPLATE = frozenset({"glossary-links"})
_SAFE = re.compile(r"\|\s*safe\b|autoescape\s+false")
_MESSAGE_KEY = re.compile(r"""\b(?:t|words)\(\s*["']([a-z][\w.-]*)["']\s*[,)]""")
_LOADS = re.compile(r"@import\b|url\(\s*[\"']?(?:https?:)?//", re.IGNORECASE)
_COMMENT_OR_STRING = re.compile(r"/\*.*?\*/|\"(?:\\.|[^\"\\\n])*\"|'(?:\\.|[^'\\\n])*'", re.DOTALL)


def check_templates(project: Project, interface: dict[str, dict[str, str]]) -> list[Problem]:
    """Report missing and broken files; `interface` holds the messages that templates may use."""
    root = project.root
    missing = [name for name in FOLDERS if not (root / name).is_dir()]
    problems = [Problem(name, 0, "the folder is missing", "put it back") for name in missing]
    for name in NEEDED:
        if not (root / name).is_file() and not any(name.startswith(f"{each}/") for each in missing):
            problems.append(Problem(name, 0, "the file is missing", "put it back"))
    names = {path.relative_to(root / "overrides").as_posix()
             for path in (root / "overrides").rglob("*") if path.is_file()}  # fmt: skip
    problems += _overrides(root, names, interface)
    if "overrides/components" not in missing:
        problems += _list_templates(names)
    if "overrides/styles" not in missing:
        problems += _order(project, names)
    problems += [*check_outline(project), *check_style(project)]
    problems += _keys_of_code(interface)
    return problems


def _overrides(
    root: Path, names: set[str], interface: dict[str, dict[str, str]]
) -> Iterator[Problem]:
    """Check templates and styles; results are cached until a file or what it may name changes."""
    cache = FileCache(root, "checks")
    cached: dict[str, list[Problem]] = cache.get_object("templates") or {}
    context = f"{code_fingerprint()}\0{sorted(names)}\0{sorted(interface)}\0"
    results = {}
    environment = _environment()
    for name in sorted(names):
        path = root / "overrides" / name
        if path.suffix not in {".html", ".xml", ".css"}:
            continue
        fault = unreadable(path, root)
        content = repr(fault).encode() if fault else path.read_bytes()
        key = sha256(f"{context}{name}\0".encode("utf-8", "replace") + content).hexdigest()
        if key in cached:
            results[key] = cached[key]
            continue
        check = _style if path.suffix == ".css" else _template
        results[key] = list(check(_Part(path, root, names, environment, interface)))
    if list(results) != list(cached):
        cache.put_object("templates", results)
    for problems in results.values():
        yield from problems


@dataclass(frozen=True)
class _Part:
    """A template or style, and the names that it may refer to."""

    path: Path
    root: Path
    names: set[str]
    environment: Environment
    interface: dict[str, dict[str, str]]


def _environment() -> Environment:
    environment = Environment(
        autoescape=True, extensions=["jinja2.ext.do", "jinja2.ext.loopcontrols"]
    )
    environment.filters |= {"url": str, "css_string": str, "script_tag": str}
    return environment


def _template(part: _Part) -> Iterator[Problem]:
    path, root, names, interface = part.path, part.root, part.names, part.interface
    text, problems = read_text(path, root)
    yield from problems
    name = path.relative_to(root).as_posix()
    try:
        tree = part.environment.parse(text)
        part.environment.compile(text)
    except TemplateSyntaxError as error:
        what = f"the template cannot be read: {error.message}"
        mend = "mend the row, or put back what stood there"
        yield Problem(name, error.lineno, what, mend)
        return
    # Compiling finds some of these too, but none outside the blocks of a template that extends
    # another: nothing is compiled there.
    for each in tree.find_all(nodes.Filter):
        if each.name not in part.environment.filters:
            mend = "mend the row, or put back what stood there"
            yield Problem(name, each.lineno, f'there is no filter "{each.name}"', mend)
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
        mend = "mark as Markup where the HTML is made (scripts/pipeline/templates.py)"
        yield Problem(name, _line(text, match.group()), "a template trusts a text as HTML", mend)
    for key in _MESSAGE_KEY.findall(text) if interface else ():
        if key not in interface:
            yield _missing_key(name, _line(text, key), key)


def _missing_key(name: str, line: int, key: str) -> Problem:
    mend = f"put {key} in data/interface.yml, in both languages"
    return Problem(name, line, f'data/interface.yml lacks the words "{key}"', mend)


def _keys_of_code(interface: dict[str, dict[str, str]]) -> Iterator[Problem]:
    """Report messages that Python code uses and data/interface.yml lacks."""
    for key in sorted(_used_keys() - set(interface)) if interface else ():
        mend = "put it back, in both languages"
        yield Problem("data/interface.yml", 0, f'the words "{key}" are missing', mend)


@cache
def _used_keys() -> frozenset[str]:
    modules = Path(__file__).resolve().parents[1].rglob("*.py")
    texts = (path.read_text(encoding="utf-8") for path in modules)
    return frozenset(key for text in texts for key in _MESSAGE_KEY.findall(text))


def _list_templates(names: set[str]) -> Iterator[Problem]:
    wanted = {*LISTS, *BY_PAGE_TYPE, "cite-this"}
    for name in sorted(wanted - _NO_TEMPLATE):
        if f"components/{name}.html" not in names:
            path = f"overrides/components/{name}.html"
            yield Problem(path, 0, "the file is missing", "put it back")


def _style(part: _Part) -> Iterator[Problem]:
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


def _order(project: Project, names: set[str]) -> Iterator[Problem]:
    order = project.styles / "order.txt"
    if not order.is_file():
        return
    text, problems = read_text(order, project.root)
    yield from problems
    name = "overrides/styles/order.txt"
    lines = [(number, entry.strip()) for number, entry in enumerate(text.split("\n"), 1)]
    entries = [(number, entry) for number, entry in lines if entry and not entry.startswith("#")]
    for number, entry in entries:
        if f"styles/{entry}.css" not in names:
            yield Problem(
                name, number, f'there is no part "{entry}.css"', "put it back, or take the row away"
            )
    for part in sorted(each for each in names if re.fullmatch(r"styles/[^/]+\.css", each)):
        if part[7:-4] not in {entry for _, entry in entries}:
            what = f'the part "{part[7:]}" has no place in the order'
            yield Problem(name, 0, what, "name it on a row of its own")


def _line(text: str, part: str) -> int:
    at = text.find(part)
    return text.count("\n", 0, at) + 1 if at >= 0 else 1
