"""Mutation testing: changes the code in one place at a time, and lists undetected mutants.

`make mutants` takes a seeded sample (SEED, NUMBER), applies each mutant in a copy of the project,
and runs the unit tests of its module there. A surviving mutant is a line that a test should
cover, or an equivalent mutant. Own code, since mutmut and cosmic-ray run every test for each
mutant, and ours take minutes.
"""

from __future__ import annotations

import os
import random
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from queue import SimpleQueue

from scripts.common.problems import Problem, ProblemsFound
from scripts.devtools.mutants import Mutant, changed_code, mutants
from scripts.devtools.record_types import OUTPUT

ROOT = Path(__file__).resolve().parents[2]
PACKAGES = ("content", "checks", "bibliography", "search")
# The inputs of unit tests; a copy of these is a complete project.
_PARTS = ("scripts", "tests", "data", "docs", "overrides", "mkdocs.yml", "pyproject.toml")
# Left out of a copy: generated files, and slow tests in tests/ (elsewhere folders of the same
# names are needed: overrides/print holds the fonts).
_MADE, _OTHER_TESTS = {"__pycache__", "node_modules"}, {"browser", "print", "build"}
# How many times as long tests may take as they should: the machine may have other things to do.
_SLOWER = 5
# The tests of bad input also cover these packages.
_CASES, _CHECKED = "tests/unit/checks/test_run.py", ("content", "checks")


def sample(root: Path, number: int, seed: int, packages: Sequence[str] = PACKAGES) -> list[Mutant]:
    """A seeded random sample of all mutants of the packages, but for those of generated types.

    A type is held by mypy, and the generated file by the test that generates it again.
    """
    modules = [
        path.relative_to(root).as_posix()
        for package in packages
        for path in sorted((root / "scripts" / package).rglob("*.py"))
        if path != root / OUTPUT
    ]
    candidates = [mutant for module in modules for mutant in mutants(root, module)]
    return random.Random(seed).sample(candidates, min(number, len(candidates)))


def tests_of(root: Path, module: str) -> list[str]:
    """The unit tests of a module: those in its package that import it, or else all of them."""
    path = Path(module)
    folder, name = root / "tests" / "unit" / path.parts[1], ".".join(path.with_suffix("").parts)
    files = [file for file in sorted(folder.glob("test_*.py")) if file.name != Path(_CASES).name]
    own = [file for file in files if f"{name} import" in file.read_text(encoding="utf-8")]
    tests = [file.relative_to(root).as_posix() for file in own or files]
    return [*tests, _CASES] if path.parts[1] in _CHECKED else tests


def run(
    root: Path, chosen: Sequence[Mutant], limit: float, jobs: int
) -> Iterator[tuple[Mutant, bool]]:
    """Test the mutants in parallel; yields each with whether it survived, in order.

    `limit` is in seconds: tests that take longer than that, and several times as long as without
    the mutation, count as failed.

    Raises:
        ProblemsFound: a test fails without any mutation, and would count all as killed.
    """
    with tempfile.TemporaryDirectory(prefix="mutants-") as folder:
        free: SimpleQueue[Path] = SimpleQueue()
        for number in range(jobs):
            free.put(copied(root, Path(folder) / str(number)))

        def survives(mutant: Mutant) -> bool:
            project = free.get()
            path = project / mutant.module
            path.write_text(changed_code(root, mutant), encoding="utf-8")
            tests = tests_of(root, mutant.module)
            longest = max(limit, _SLOWER * sum(seconds[test] or 0 for test in tests))
            try:
                return passes(project, tests, longest)
            finally:
                shutil.copy(root / mutant.module, path)
                free.put(project)

        def unchanged(test: str) -> float | None:
            """The seconds that a test takes without any mutation; None if it fails."""
            project = free.get()
            start = time.monotonic()
            try:
                is_passing = passes(project, [test], _SLOWER * limit)
                return time.monotonic() - start if is_passing else None
            finally:
                free.put(project)

        with ThreadPoolExecutor(jobs) as pool:
            tests = sorted({test for each in chosen for test in tests_of(root, each.module)})
            seconds = dict(zip(tests, pool.map(unchanged, tests), strict=True))
            if failing := [test for test in tests if seconds[test] is None]:
                what = "fails, or takes too long, without any change"
                raise ProblemsFound(Problem(test, 0, what, "mend it first") for test in failing)
            yield from zip(chosen, pool.map(survives, chosen), strict=True)


def passes(project: Path, tests: Sequence[str], limit: float) -> bool:
    """Whether the tests pass within the time limit (seconds); a timeout counts as detected."""
    options = ["-x", "-q", "--no-header", "--tb=no", "-p", "no:xdist", "-p", "no:cacheprovider"]
    # -B: a copy changes several times per second, which timestamps of .pyc files do not detect.
    command = [sys.executable, "-B", "-m", "pytest", *options, *tests]
    environment = {**os.environ, "PYTHONPATH": str(project)}
    try:
        done = subprocess.run(
            command, cwd=project, env=environment, capture_output=True, timeout=limit, check=False
        )
    except subprocess.TimeoutExpired:
        return False
    return done.returncode == 0


def copied(root: Path, target: Path) -> Path:
    """Copy the inputs of unit tests to a folder that does not exist yet."""
    target.mkdir()
    for part in _PARTS:
        if (root / part).is_dir():
            shutil.copytree(root / part, target / part, ignore=_left_out)
        elif (root / part).is_file():
            shutil.copy(root / part, target / part)
    return target


def _left_out(folder: str, names: list[str]) -> set[str]:
    left_out = _MADE | _OTHER_TESTS if Path(folder).name == "tests" else _MADE
    return left_out & set(names)


def mutate(root: Path, number: int, seed: int, limit: float = 120) -> None:
    """Test a sample on every core at low priority, and print survivors and scores."""
    if hasattr(os, "nice"):
        os.nice(10)
    survived = {}
    for mutant, survives in run(root, sample(root, number, seed), limit, os.cpu_count() or 1):
        survived[mutant] = survives
        if survives:
            print(f"survived  {mutant}", flush=True)
    for package in [*PACKAGES, ""]:
        of_package = [
            survives for each, survives in survived.items() if package in ("", each.package)
        ]
        killed, total = of_package.count(False), len(of_package)
        print(
            f"{package or 'all':13} {killed:4} of {total:4} killed ({killed / max(total, 1):.0%})"
        )
