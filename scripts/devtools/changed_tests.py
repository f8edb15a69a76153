"""Selects the tests that a change can affect: `make test CHANGED=1`.

For a changed module: its own test, or those that import it, and those of every module that
imports it, directly or transitively (from grimp's import graph). For a template, style, script,
page or data file: the build and browser tests that show it. It is a quick first answer; only
`make test` is authoritative.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import grimp

from scripts.common.git import git
from scripts.devtools.mutate import tests_of

# Path prefix -> tests; the first match counts, so longer prefixes come first.
BY_FOLDER = {
    "docs/assets/js": ["tests/unit/test_javascript.py", "tests/browser/test_journeys.py"],
    "scripts/pipeline/editions": [
        "tests/build/test_publish.py",
        "tests/build/test_publish_clones.py",
        "tests/build/test_publish_mend.py",
        "tests/build/test_publish_refusals.py",
        "tests/build/test_publish_trouble.py",
        "tests/build/test_kept_addresses.py",
        "tests/build/test_edition_changes.py",
        "tests/build/test_open_pages.py",
        "tests/build/test_host_files.py",
        "tests/build/test_archive.py",
    ],
    "scripts/pipeline/preview.py": ["tests/build/test_serve.py"],
    "scripts/pipeline/preview_server.py": ["tests/build/test_serve.py"],
    "scripts/pipeline": ["tests/build/test_build.py"],
    "scripts/documents/pdf": ["tests/print/test_layout.py"],
    "scripts/documents/epub": ["tests/print/test_epub.py"],
    "scripts/documents/pptx": ["tests/print/test_slides.py"],
    "scripts/documents/xlsx": ["tests/print/test_workbook.py"],
    "docs/assets": ["tests/build/test_site.py", "tests/build/test_weight.py"],
    "docs": ["tests/unit/checks/test_run.py", "tests/build/test_site.py"],
    "data/schema": ["tests/unit/checks", "tests/unit/content"],
    "data": ["tests/unit/checks/test_run.py", "tests/build/test_site.py"],
    "overrides/styles": ["tests/unit/web", "tests/browser/test_pages.py"],
    "overrides/print/epub": ["tests/print/test_epub.py"],
    "overrides/print": ["tests/print/test_layout.py"],
    "overrides": ["tests/build/test_html.py", "tests/build/test_site.py"],
    "mkdocs.yml": ["tests/build/test_build.py"],
    "pyproject.toml": ["tests/unit/test_code.py"],
    "requirements.lock": ["tests/unit/devtools"],
}
# Lint, types and import contracts are quick, and any change may break them.
_ALWAYS = ("tests/unit/test_code.py",)
# A module with more dependents than this is tested only by its own tests, to stay within a minute
# or two; `make test` runs the rest.
_MOST_DEPENDENTS = 25


def changed_files(root: Path, base: str = "HEAD") -> list[str]:
    """The paths that differ from `base`, including untracked files.

    Raises:
        GitFailed: outside a repository, or for an unknown base.
    """
    tracked = git(root, "diff", "--name-only", base)
    new = git(root, "ls-files", "--others", "--exclude-standard")
    return sorted({*tracked.splitlines(), *new.splitlines()})


def selection(root: Path, changed: Iterable[str]) -> list[str]:
    """The existing test files and folders to run, without duplicates."""
    graph = grimp.build_graph("scripts")
    tests: dict[str, None] = dict.fromkeys(_ALWAYS)
    for path in changed:
        if path.startswith("tests/") and Path(path).name.startswith("test_"):
            tests[path] = None
        elif path.startswith("scripts/") and path.endswith(".py"):
            tests |= dict.fromkeys(_tests_of_module(root, graph, path))
        else:
            tests |= dict.fromkeys(_tests_of_file(path))
    return [name for name in tests if (root / name).exists()]


def _tests_of_module(root: Path, graph: grimp.ImportGraph, path: str) -> list[str]:
    module = path.removesuffix(".py").removesuffix("/__init__").replace("/", ".")
    tests = [_test_path(module), *_tests_of_file(path)]
    if not (root / tests[0]).exists():
        tests += tests_of(root, path)
    if module in graph.modules:
        dependents = sorted(graph.find_downstream_modules(module))
        if len(dependents) <= _MOST_DEPENDENTS:
            tests += map(_test_path, dependents)
    return tests


def _test_path(module: str) -> str:
    """The test of a module by naming convention, such as tests/unit/web/test_fragments.py."""
    folder, _, name = module.removeprefix("scripts.").replace(".", "/").rpartition("/")
    return "/".join(part for part in ("tests/unit", folder, f"test_{name}.py") if part)


def _tests_of_file(path: str) -> list[str]:
    for folder, tests in BY_FOLDER.items():
        if path == folder or path.startswith(f"{folder}/"):
            return tests
    return []
