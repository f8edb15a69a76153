"""The command line: reads what was typed, calls, and prints.

Each command imports what it needs when it is called, so that none waits for another's libraries.

`python3 scripts/run.py COMMAND` sets the project up first; `make COMMAND` does the same.
"""

from __future__ import annotations

import io
import sys
import time
from pathlib import Path
from typing import Annotated

import typer

from scripts.common.failures import BuildFailed
from scripts.common.git import GitFailed
from scripts.common.paths import Project
from scripts.common.problems import Problem, ProblemsFound
from scripts.desk import commands as desk
from scripts.devtools import commands as devtools
from scripts.editing import commands as editing
from scripts.language.locales import LOCALES
from scripts.link_check import commands as link_check
from scripts.pipeline.editions import commands as editions

ROOT = Path(__file__).resolve().parent.parent
app = typer.Typer(
    add_completion=False, no_args_is_help=True, help=__doc__, pretty_exceptions_enable=False
)
app.add_typer(editing.commands(ROOT))
app.add_typer(link_check.commands(ROOT))
app.add_typer(devtools.commands(ROOT))
app.add_typer(desk.commands(ROOT, lambda: _site_reviewed()))
app.add_typer(editions.commands(ROOT))


def _site_reviewed() -> str | None:
    """The date of the last review of the whole site, from the owner's settings."""
    from scripts.pipeline.sender import sender_at

    return sender_at(ROOT).reviewed


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
    from scripts.pipeline.build import build_site
    from scripts.pipeline.sender import sender_at

    start = time.monotonic()
    build_site(ROOT, site_dir.resolve())
    print(f"Built {site_dir} in {time.monotonic() - start:.1f} s.")
    if notice := sender_at(ROOT).notice:
        print(notice)


@app.command()
def offline(
    site_dir: Annotated[Path, typer.Option(help="Where the site goes.")] = ROOT / "site",
) -> None:
    """Build the whole site with a .zip a language, to be read without a network."""
    from scripts.pipeline.build import build_site
    from scripts.pipeline.offline import SWITCH, zip_path

    build_site(ROOT, site_dir.resolve(), {SWITCH: "on"})
    for locale in LOCALES:
        path = site_dir / zip_path(locale)
        print(f"Wrote {path} ({path.stat().st_size / 1e6:.1f} MB).")


@app.command()
def compress(
    folder: Annotated[Path, typer.Argument(help="What a host serves: a checkout of the branch.")],
) -> None:
    """Put .gz and .br beside the texts of a folder, for a host that sends them as they are."""
    from scripts.web.precompressed import compress as compress_folder

    if not folder.is_dir():
        what = "there is no such folder"
        raise ProblemsFound([Problem(str(folder), 0, what, "name the one that the host serves")])
    try:
        done = compress_folder(folder)
    except OSError as error:
        what = f"cannot be packed ({error.strerror or error})"
        raise ProblemsFound(
            [Problem(error.filename or str(folder), 0, what, "mend that and try again")]
        ) from None
    print(f"{done.texts} texts: wrote {done.written} packed files, took {done.removed} away.")


@app.command()
def check(
    path: Annotated[list[str] | None, typer.Option(help="Tell of this file or folder.")] = None,
    lang: Annotated[str, typer.Option(help="Tell of one language: no or en.")] = "",
    as_json: Annotated[bool, typer.Option("--json", help="For programs.")] = False,
    github: Annotated[bool, typer.Option("--github", help="Annotations of GitHub.")] = False,
    fixing: Annotated[bool, typer.Option("--fix", help="Mend what has one right mend.")] = False,
    explain: Annotated[str, typer.Option(help="Tell what a rule asks for, and why.")] = "",
) -> None:
    """Check pages, data and settings without building (a second or so)."""
    from scripts.checks import report
    from scripts.checks.chosen_paths import concerning, language_fault, resolve_paths
    from scripts.checks.run import check_everything

    if explain:
        _exit_with(report.unknown_rule(explain))
        print(report.rules()[explain])
        return
    project = Project(ROOT)
    content, problems = check_everything(project)
    paths, faults = resolve_paths(ROOT, path or [], problems, content.site)
    faults += language_fault(lang)
    if fixing and not faults and _mended(problems):
        content, problems = check_everything(project)
    shown = faults or concerning(problems, paths, lang)
    elsewhere = 0 if faults else len(set(problems) - set(shown))
    formatter = report.FORMATS.get("json" if as_json else "github" if github else "")
    if formatter:
        print(formatter(shown))
    _exit_with(shown, elsewhere, silent=bool(formatter))
    if not formatter:
        named = paths or [f"docs/{lang}"] * bool(lang)
        print(report.summary_of(content, named, elsewhere) if named else report.summary(content))


def _mended(problems: list[Problem]) -> bool:
    """Mend what has one right mend, print the names of the files, and say whether there are any."""
    from scripts.checks.fix import fix

    changed = fix(ROOT, problems)
    for name in changed:
        print(f"Mended {name}.")
    return bool(changed)


def _exit_with(problems: list[Problem], elsewhere: int = 0, *, silent: bool = False) -> None:
    """Print the problems and exit with code 1, if there are any."""
    if not problems:
        return
    if not silent:
        from scripts.checks import report

        colour = report.has_colour(sys.stderr)
        print(report.for_people(problems, colour=colour, elsewhere=elsewhere), file=sys.stderr)
    raise typer.Exit(1)


@app.command()
def spelling() -> None:
    """Spell the text of pages, data and interface with hunspell, in both languages."""
    from scripts.checks.spelling import spell

    if words := spell(Project(ROOT)):
        raise ProblemsFound(words)
    print("Every word is known to a dictionary or stands in data/words/.")


@app.command()
def evidence() -> None:
    """Work out how sure each phase, tool and building block is, point by point."""
    from scripts.checks.run import checked_content
    from scripts.web.evidence_report import evidence_lines

    print("\n".join(evidence_lines(checked_content(Project(ROOT)))))


@app.command("report")
def report_talk() -> None:
    """List what editors should thin out: talk of sources, facts told often, heavy pages."""
    from scripts.checks.readability import report_lines as heaviest
    from scripts.checks.source_talk import report_lines
    from scripts.content.pages import load_site

    site = load_site(ROOT)
    print("\n".join([*report_lines(site), *heaviest(site)]))


def main(commands: typer.Typer = app) -> int:
    """Run the command; turns errors that editors can fix into messages without traceback."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            # File names may hold bytes that are not valid text.
            stream.reconfigure(errors="backslashreplace")
    try:
        commands()
    except ProblemsFound as problems:
        print(problems, file=sys.stderr)
    except (BuildFailed, GitFailed) as failure:
        print(failure, file=sys.stderr)
    except KeyboardInterrupt:
        return 130
    return 1


if __name__ == "__main__":
    raise SystemExit(main())
