"""Checks the templates, styles and other files that pages are rendered with.

Otherwise a fault there would only surface in the middle of a build, without a file name.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path

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
# A message that a template or module names.
MESSAGE_KEY = re.compile(r"""\b(?:t|words)\(\s*["']([a-z][\w.-]*)["']\s*[,)]""")


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
    problems += _keys_of_code(root, interface)
    return problems


def _overrides(
    root: Path, names: set[str], interface: dict[str, dict[str, str]]
) -> Iterator[Problem]:
    """Check templates and styles; results are cached until a file or what it may name changes."""
    cache = FileCache(root, "checks")
    cached: dict[str, list[Problem]] = cache.get_object("templates") or {}
    context = f"{code_fingerprint()}\0{sorted(names)}\0{sorted(interface)}\0"
    results = {}
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
        # Imported on demand, with Jinja: most templates have not changed.
        from scripts.checks.template_parts import Part, check_part

        results[key] = check_part(Part(path, root, names, interface))
    if list(results) != list(cached):
        cache.put_object("templates", results)
    for problems in results.values():
        yield from problems


def _keys_of_code(root: Path, interface: dict[str, dict[str, str]]) -> Iterator[Problem]:
    """Report messages that Python code uses and data/interface.yml lacks."""
    for key in sorted(_used_keys(root) - set(interface)) if interface else ():
        fix = "put it back, in both languages"
        yield Problem("data/interface.yml", 0, f'the words "{key}" are missing', fix)


def _used_keys(root: Path) -> frozenset[str]:
    """The messages that our modules name, kept until one of them changes."""
    cache, key = FileCache(root, "checks"), f"keys-{code_fingerprint()[:24]}"
    kept: frozenset[str] | None = cache.get_object(key)
    if kept is None:
        modules = Path(__file__).resolve().parents[1].rglob("*.py")
        texts = (path.read_text(encoding="utf-8") for path in modules)
        kept = frozenset(key for text in texts for key in MESSAGE_KEY.findall(text))
        cache.put_object(key, kept)
    return kept


def _list_templates(names: set[str]) -> Iterator[Problem]:
    wanted = {*LISTS, *BY_PAGE_TYPE, "cite-this"}
    for name in sorted(wanted - _NO_TEMPLATE):
        if f"components/{name}.html" not in names:
            path = f"overrides/components/{name}.html"
            yield Problem(path, 0, "the file is missing", "put it back")


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
