"""Prints what has changed since the last time, in two processes, and keeps the rest.

A document is known by all it is made from: its HTML, the style sheets and typefaces, the
versions of all libraries and the code that calls them. Only what is not kept under that name is
printed, so that a build after a change of one page prints that page's documents alone.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor, as_completed
from dataclasses import dataclass
from hashlib import sha256
from multiprocessing import get_context
from pathlib import Path

from lxml import html
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

from scripts.common.file_cache import FileCache
from scripts.common.paths import Project
from scripts.common.problems import Problem, ProblemsFound, relative
from scripts.common.versions import installed_libraries
from scripts.documents.catalogue import Document
from scripts.documents.pdf.fonts import missing_fonts, missing_letters
from scripts.documents.pdf.weasyprint import NARROWER, OUTSIDE, STYLES, Job, print_job
from scripts.language.glyphs import FONTS, REMEDY, described_character

# More would not help on the two cores that most machines lend to a build.
PROCESSES = 2
# What runs in the process that prints, below scripts/ (a test follows its imports).
PRINTING = (
    *("documents/pdf/weasyprint.py", "documents/pdf/ua_tags.py", "documents/pdf/ua_artifacts.py"),
    *("documents/pdf/pdf_a.py", "documents/pdf/font_files.py", "documents/pdf/page_fill.py"),
    *("documents/pdf/overflow.py", "documents/pdf/whole_figures.py", "web/tokens.py"),
)
_SCRIPTS = Path(__file__).parents[2]
# Handed out sheet by sheet, or cut to pieces: nothing may be on the back.
_ONE_SIDED = ("pack", "short-pack", "screen-pack", "roles", "cards")


@dataclass(frozen=True)
class Printable:
    """A document with its HTML in one form or several, the best of which is printed.

    The best fits in `most` pages and has the fewest thin ones; of equals it is the first.
    """

    document: Document
    html: tuple[str, ...]
    most: int | None = None

    def styles(self, project: Project) -> tuple[str, ...]:
        """The style sheets that it needs: those of all, and one of its kind if there is one."""
        own = self.document.kind
        return (*STYLES, own) if (project.print_templates / f"{own}.css").is_file() else STYLES


def printed(project: Project, printables: Sequence[Printable]) -> dict[str, Path]:
    """The finished PDF of each document by its path, or `ProblemsFound`."""
    problems = missing_fonts(project.print_templates / "fonts", project.root)
    if problems:
        raise ProblemsFound(problems)
    folder = project.root / ".cache" / "print"
    states = {styles: _state(project, styles) for styles in {e.styles(project) for e in printables}}
    files = {
        each.document.path: folder / f"{_key(states[each.styles(project)], each)}.pdf"
        for each in printables
    }
    waiting = [each for each in printables if not files[each.document.path].exists()]
    problems = [problem for each in waiting for problem in _letters(each, project)]
    if problems:
        raise ProblemsFound(problems)
    _print_all(project, waiting, files)
    for path in files.values():
        os.utime(path)
    FileCache(project.root, "print").forget_old()
    return files


def _print_all(project: Project, waiting: list[Printable], files: dict[str, Path]) -> None:
    jobs = [
        Job(
            each.document.path,
            each.html,
            each.most,
            each.styles(project),
            project,
            files[each.document.path],
            each.document.kind in _ONE_SIDED,
        )
        for each in waiting
    ]
    # The longest first, so that no process has to wait for one at the end.
    order = sorted(range(len(jobs)), key=lambda at: -len(jobs[at].html[0]))
    problems = [
        _complaint(waiting[at], said, project)
        for at, complaints in _done(jobs, order)
        for said in complaints
    ]
    if problems:
        raise ProblemsFound(problems)


def _done(jobs: list[Job], order: list[int]) -> Iterator[tuple[int, list[str]]]:
    """What each job says when it is done, with a bar that shows how far all are."""
    if not jobs:
        return
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn())
    # Spawned and not forked: the process of the build may hold locks in its threads.
    with (
        Progress(*columns, console=Console(stderr=True), transient=True) as progress,
        ProcessPoolExecutor(PROCESSES, mp_context=get_context("spawn")) as pool,
    ):
        bar = progress.add_task("Printing", total=len(jobs))
        under_way: dict[Future[list[str]], int] = {
            pool.submit(print_job, jobs[at]): at for at in order
        }
        for future in as_completed(under_way):
            progress.advance(bar)
            yield under_way[future], future.result()


def _complaint(each: Printable, said: str, project: Project) -> Problem:
    path, line, mend = (
        each.document.page.path,
        0,
        "mend the page, or the templates in overrides/print",
    )
    if match := re.fullmatch(rf'"(?P<text>.+)" {OUTSIDE} \d+', said):
        path, line = _place(each, match["text"], project)
        mend = "take a column away, shorten the word, or make the picture smaller"
    return Problem(path, line, f"printed as {each.document.path}: {said}", mend)


def _letters(each: Printable, project: Project) -> list[Problem]:
    """Letters without a typeface, with the place where one stands.

    The checks have told of those in pages and data (checks/glyph_coverage.py); what comes from
    templates and settings is found here.
    """
    missing = missing_letters(html.document_fromstring(each.html[0]), project)
    problems = []
    for letter in missing:
        path, line = _place(each, letter, project)
        character = described_character(letter)
        what = f"no typeface for print has {character}, which {each.document.path} holds"
        problems.append(Problem(path, line, what, REMEDY))
    return problems


def _place(each: Printable, text: str, project: Project) -> tuple[str, int]:
    """Where a text of a document is written: in its page, or elsewhere in the project."""
    page, text = each.document.page, _spaced(text)
    if text in (body := _spaced(page.body)):
        return page.path, page.body_line + body.count("\n", 0, body.index(text))
    files = [*sorted((project.root / "docs").rglob("*.md")), *sorted(project.data.glob("*.yml"))]
    for path in [*files, project.config, *sorted(project.print_templates.glob("*.html"))]:
        written = _spaced(path.read_text(encoding="utf-8")) if path.is_file() else ""
        if text in written:
            return relative(path, project.root), written.count("\n", 0, written.index(text)) + 1
    return page.path, 0


def _spaced(text: str) -> str:
    """A text with ordinary spaces: paper has others where a figure or a name stays whole."""
    return text.replace("&nbsp;", " ").replace("\N{NO-BREAK SPACE}", " ")


def _key(state: str, each: Printable) -> str:
    """A name for the document made from everything that it depends on."""
    return sha256("\0".join([state, str(each.most), *each.html]).encode()).hexdigest()[:24]


def _state(project: Project, styles: tuple[str, ...]) -> str:
    """What documents with the same style sheets share."""
    files = [
        project.tokens,
        *(project.print_templates / f"{name}.css" for name in (*styles, *NARROWER)),
    ]
    files += [project.print_templates / "fonts" / f"{name}.ttf" for name in FONTS]
    files += [_SCRIPTS / name for name in PRINTING]
    state = sha256(installed_libraries().encode())
    for path in files:
        state.update(path.read_bytes())
    return state.hexdigest()
