"""The command line: reads what was typed, calls, and prints.

`python3 scripts/run.py COMMAND` sets the project up first; `make COMMAND` does the same.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
import time
from pathlib import Path
from typing import Annotated

import typer

from scripts.checks.coverage import coverage
from scripts.checks.run import checked_content
from scripts.common.git import GitFailed
from scripts.common.paths import Project
from scripts.common.problems import ProblemsFound, relative
from scripts.content.pages import load_site
from scripts.content.scaffold import new_page
from scripts.content.translation import mark_translated
from scripts.pipeline.build import BuildFailed, build_site

ROOT = Path(__file__).resolve().parent.parent
app = typer.Typer(
    add_completion=False, no_args_is_help=True, help=__doc__, pretty_exceptions_enable=False
)


@app.command()
def serve(port: Annotated[int, typer.Option(help="The port on 127.0.0.1.")] = 8000) -> None:
    """Preview both languages, reloaded as pages, data and theme change."""
    from scripts.pipeline.preview import serve as serve_preview

    serve_preview(ROOT, port)


@app.command()
def build(
    site_dir: Annotated[Path, typer.Option(help="Where the site goes.")] = ROOT / "site",
) -> None:
    """Build the whole site into site/, which changes only when all went well."""
    start = time.monotonic()
    build_site(ROOT, site_dir.resolve())
    print(f"Built {site_dir} in {time.monotonic() - start:.1f} s.")


@app.command()
def check() -> None:
    """Check pages and data without building (a second or so)."""
    content = checked_content(Project(ROOT))
    pages, sources = len(content.site.pages), len(content.sources)
    stated = coverage(content.site)
    print(f"{pages} pages and {sources} sources: no problems.")
    print(
        f"{stated.statements} statements: {stated.cited} cited, {stated.editorial} marked as "
        f"the site's own, {stated.lead_in} lead-ins."
    )


@app.command(
    context_settings={"allow_extra_args": True, "ignore_unknown_options": True},
)
def test(context: typer.Context) -> None:
    """Install the browser and libraries that tests need, then run every test."""
    from scripts.devtools.npm import install
    from scripts.devtools.system_packages import ensure

    ensure()
    install(ROOT / "tests", "make test")
    # A process for each core, up to four; each takes whole files (see tests/conftest.py).
    at_once = ["--numprocesses=auto", "--maxprocesses=4", "--no-loadscope-reorder"]
    command = [sys.executable, "-m", "pytest", *at_once, *context.args]
    raise typer.Exit(subprocess.run(command, cwd=ROOT).returncode)


@app.command()
def publish(
    version: Annotated[str, typer.Argument(help="The edition, such as 1.0.")],
    branch: Annotated[str, typer.Option(help="The branch that holds the editions.")] = "gh-pages",
) -> None:
    """Commit an edition and the alias "latest" to a branch of the repository."""
    from mkdocs.config import load_config

    from scripts.pipeline.publish import publish as publish_edition
    from scripts.pipeline.publish import warnings

    for warning in warnings(ROOT, load_config(str(ROOT / "mkdocs.yml")).site_url or ""):
        print(f"Note: {warning}.", file=sys.stderr)
    done = publish_edition(ROOT, version, branch)
    alias = " as the latest edition" if done.is_latest else ""
    if done.changed:
        print(
            f"Published {done.version}{alias} on {done.branch}. Push it: git push origin {branch}"
        )
    else:
        print(f"{done.version} is published already; {branch} is as it was.")


@app.command()
def bench() -> None:
    """Measure build time, weight and Lighthouse beside stock Material and Starlight."""
    from scripts.devtools.bench.run import run
    from scripts.devtools.system_packages import ensure

    ensure()
    run(ROOT)


@app.command()
def mutants(
    number: Annotated[int, typer.Option(help="How many changes.")] = 150,
    seed: Annotated[int, typer.Option(help="Another seed, another sample.")] = 1,
) -> None:
    """Change the code in one place at a time, and list what no unit test notices."""
    from scripts.devtools.mutate import mutate

    mutate(ROOT, number, seed)


@app.command()
def new(
    path: Annotated[str, typer.Argument(help="Such as metoden/kritikk (without .md).")],
    kind: Annotated[str, typer.Option(help="concept, municipality, publication …")] = "concept",
) -> None:
    """Begin a page in both languages."""
    for written in new_page(Project(ROOT), path, kind):
        print(f"Wrote {written}.")
    print("Now write the two, and add the page to nav in mkdocs.yml.")


@app.command()
def translated(
    pages: Annotated[list[Path] | None, typer.Argument(help="English pages; none: all.")] = None,
) -> None:
    """Record that English pages render the Norwegian text as it is now."""
    names = [relative(path, ROOT) for path in pages or []]
    for name in mark_translated(load_site(ROOT), names):
        print(f"Marked {name}.")


@app.command()
def clean() -> None:
    """Take away what was built, and the environment."""
    for name in ("site", ".cache", ".pytest_cache", ".mypy_cache", ".ruff_cache", ".venv"):
        shutil.rmtree(ROOT / name, ignore_errors=True)


def main() -> int:
    """Run the command; faults of editors become messages, not tracebacks."""
    try:
        app()
    except ProblemsFound as found:
        print(found, file=sys.stderr)
    except (BuildFailed, GitFailed) as failed:
        print(failed, file=sys.stderr)
    except KeyboardInterrupt:
        return 130
    return 1


if __name__ == "__main__":
    raise SystemExit(main())
