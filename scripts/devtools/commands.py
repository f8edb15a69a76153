"""The commands of developers: tests, benchmarks, mutants, a build twice, generated files."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import Annotated

import typer

# More would need more memory than a machine with four cores may have.
_MOST_PROCESSES = 4
_HANDED_ON = {"allow_extra_args": True, "ignore_unknown_options": True}


def commands(root: Path) -> typer.Typer:
    """The commands for the project at `root`."""
    app = typer.Typer()

    @app.command("test", context_settings=_HANDED_ON)
    def run_tests(
        context: typer.Context,
        changed: Annotated[
            bool,
            typer.Option("--changed", help="Only what differs from the last commit can touch."),
        ] = False,
    ) -> None:
        """Install the browsers and libraries that tests need, then run every test."""
        from scripts.devtools.changed_tests import changed_files, selection
        from scripts.devtools.npm import install
        from scripts.devtools.system_packages import ensure

        ensure()
        install(root / "tests", "make test")
        chosen = selection(root, changed_files(root)) if changed else []
        # One process more than there are cores, since tests also wait for browsers, servers and
        # Word: a quarter of the time of two cores. Each takes whole files (tests/scheduling.py).
        processes = min((os.cpu_count() or 1) + 1, _MOST_PROCESSES)
        at_once = [f"--numprocesses={processes}", "--no-loadscope-reorder"]
        command = [sys.executable, "-m", "pytest", *at_once, *context.args, *chosen]
        raise typer.Exit(subprocess.run(command, cwd=root).returncode)

    @app.command()
    def bench() -> None:
        """Measure build time, weight and Lighthouse beside stock Material and Starlight."""
        from scripts.devtools.bench.run import run
        from scripts.devtools.system_packages import ensure

        ensure()
        run(root)

    @app.command()
    def mutants(
        number: Annotated[int, typer.Option(help="How many changes.")] = 150,
        seed: Annotated[int, typer.Option(help="Another seed, another sample.")] = 1,
    ) -> None:
        """Change the code in one place at a time, and list what no unit test notices."""
        from scripts.devtools.mutate import mutate

        mutate(root, number, seed)

    @app.command()
    def twice() -> None:
        """Build the last commit twice, elsewhere and at another hour, and compare every file."""
        from scripts.devtools.twice import build_twice

        files, differing = build_twice(root)
        for path in differing:
            print(f"{path}: differs")
        print(f"{files} files, {len(differing)} differ.")
        raise typer.Exit(1 if differing else 0)

    @app.command()
    def guide(
        folder: Annotated[Path, typer.Argument(help="Where it goes.")] = root / "site-guide",
    ) -> None:
        """Make the guide with pictures for whoever writes in a browser (Chromium takes them)."""
        from scripts.devtools.guide.camera import chromium
        from scripts.devtools.guide.make import PAGE, make_guide

        with chromium() as browser:
            pictures = make_guide(root, folder, browser)
        print(f"Wrote {folder / PAGE}, with {len(pictures)} pictures.")

    @app.command(context_settings=_HANDED_ON)
    def broken(context: typer.Context) -> None:
        """Break the project in a thousand ways, and list what `make check` tells badly."""
        command = [sys.executable, "-m", "tests.broken", *context.args]
        raise typer.Exit(subprocess.run(command, cwd=root).returncode)

    @app.command("record-types")
    def write_record_types() -> None:
        """Write the types of records from the schemas, for mypy and whoever reads the code."""
        from scripts.devtools.record_types import OUTPUT, write

        print(f"Wrote {OUTPUT}." if write(root) else f"{OUTPUT} is as the schemas are.")

    return app
