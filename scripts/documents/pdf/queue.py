"""Renders changed documents to PDF in two processes, and takes the rest from the cache.

The cache key covers everything that a document is made from: its HTML, the style sheets and
fonts, the versions of all libraries, and the code that calls them. So a build after a change of
one page renders only that page's documents.
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
from scripts.documents.pdf.fonts import missing_fonts, missing_glyphs
from scripts.documents.pdf.weasyprint import NARROWER, OUTSIDE, STYLES, PrintJob, print_job
from scripts.language.glyphs import FONTS, REMEDY, described_character

# More would not help on the two cores of typical build machines.
PROCESSES = 2
# The modules that run in the worker process, below scripts/ (a test follows its imports).
PRINTING = (
    *("documents/pdf/weasyprint.py", "documents/pdf/ua_tags.py", "documents/pdf/ua_artifacts.py"),
    *("documents/pdf/pdf_a.py", "documents/pdf/font_files.py", "documents/pdf/page_fill.py"),
    *("documents/pdf/overflow.py", "documents/pdf/whole_figures.py", "web/tokens.py"),
)
_SCRIPTS = Path(__file__).parents[2]
# Kinds that are handed out as single sheets or cut up: nothing may be on the back.
_ONE_SIDED = ("pack", "short-pack", "screen-pack", "roles", "cards")


@dataclass(frozen=True)
class Printable:
    """A document with its HTML in one or more layouts, the best of which is rendered.

    The best has at most `most` pages and the fewest thin ones; ties go to the first.
    """

    document: Document
    html: tuple[str, ...]
    most: int | None = None

    def styles(self, project: Project) -> tuple[str, ...]:
        """The names of its style sheets: the common ones, and that of its kind if it exists."""
        own = self.document.kind
        return (*STYLES, own) if (project.print_templates / f"{own}.css").is_file() else STYLES


def printed(project: Project, printables: Sequence[Printable]) -> dict[str, Path]:
    """The PDF file (in the cache) of each document by its path.

    Raises:
        ProblemsFound: a document cannot be rendered correctly.
    """
    problems = missing_fonts(project.print_templates / "fonts", project.root)
    if problems:
        raise ProblemsFound(problems)
    folder = project.root / ".cache" / "print"
    states = {styles: _state(project, styles) for styles in {e.styles(project) for e in printables}}
    files = {
        printable.document.path: folder
        / f"{_key(states[printable.styles(project)], printable)}.pdf"
        for printable in printables
    }
    waiting = [printable for printable in printables if not files[printable.document.path].exists()]
    problems = [problem for printable in waiting for problem in _glyph_problems(printable, project)]
    if problems:
        raise ProblemsFound(problems)
    _print_all(project, waiting, files)
    for path in files.values():
        os.utime(path)
    FileCache(project.root, "print").forget_old()
    return files


def _print_all(project: Project, waiting: list[Printable], files: dict[str, Path]) -> None:
    jobs = [
        PrintJob(
            printable.document.path,
            printable.html,
            printable.most,
            printable.styles(project),
            project,
            files[printable.document.path],
            printable.document.kind in _ONE_SIDED,
        )
        for printable in waiting
    ]
    # Longest first, so that the workers finish at about the same time.
    order = sorted(range(len(jobs)), key=lambda index: -len(jobs[index].html[0]))
    problems = [
        _complaint_problem(waiting[index], complaint, project)
        for index, complaints in _finished(jobs, order)
        for complaint in complaints
    ]
    if problems:
        raise ProblemsFound(problems)


def _finished(jobs: list[PrintJob], order: list[int]) -> Iterator[tuple[int, list[str]]]:
    """Run the jobs with a progress bar; yields index and complaints as each finishes."""
    if not jobs:
        return
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn())
    # Spawn, not fork: threads of the build process may hold locks.
    with (
        Progress(*columns, console=Console(stderr=True), transient=True) as progress,
        ProcessPoolExecutor(PROCESSES, mp_context=get_context("spawn")) as pool,
    ):
        bar = progress.add_task("Printing", total=len(jobs))
        indices: dict[Future[list[str]], int] = {
            pool.submit(print_job, jobs[index]): index for index in order
        }
        for future in as_completed(indices):
            progress.advance(bar)
            yield indices[future], future.result()


def _complaint_problem(printable: Printable, complaint: str, project: Project) -> Problem:
    path, line, remedy = (
        printable.document.page.path,
        0,
        "mend the page, or the templates in overrides/print",
    )
    if match := re.fullmatch(rf'"(?P<text>.+)" {OUTSIDE} \d+', complaint):
        path, line = _place(printable, match["text"], project)
        remedy = "take a column away, shorten the word, or make the picture smaller"
    return Problem(path, line, f"printed as {printable.document.path}: {complaint}", remedy)


def _glyph_problems(printable: Printable, project: Project) -> list[Problem]:
    """A problem for each character without a glyph, with a place where it occurs.

    The checks report those in pages and data (checks/glyph_coverage.py); those from templates and
    settings are found here.
    """
    missing = missing_glyphs(html.document_fromstring(printable.html[0]), project)
    problems = []
    for character in missing:
        path, line = _place(printable, character, project)
        described, holder = described_character(character), printable.document.path
        what = f"no typeface for print has {described}, which {holder} holds"
        problems.append(Problem(path, line, what, REMEDY))
    return problems


def _place(printable: Printable, text: str, project: Project) -> tuple[str, int]:
    """The path and line of a text in a document: in its page, or elsewhere in the project."""
    page, text = printable.document.page, _spaced(text)
    if text in (body := _spaced(page.body)):
        return page.path, page.body_line + body.count("\n", 0, body.index(text))
    files = [*sorted((project.root / "docs").rglob("*.md")), *sorted(project.data.glob("*.yml"))]
    for path in [*files, project.config, *sorted(project.print_templates.glob("*.html"))]:
        source = _spaced(path.read_text(encoding="utf-8")) if path.is_file() else ""
        if text in source:
            return relative(path, project.root), source.count("\n", 0, source.index(text)) + 1
    return page.path, 0


def _spaced(text: str) -> str:
    """A text with no-break spaces replaced by ordinary ones."""
    return text.replace("&nbsp;", " ").replace("\N{NO-BREAK SPACE}", " ")


def _key(state: str, printable: Printable) -> str:
    """The cache key of a document."""
    return sha256("\0".join([state, str(printable.most), *printable.html]).encode()).hexdigest()[
        :24
    ]


def _state(project: Project, styles: tuple[str, ...]) -> str:
    """The hash of everything that documents with the same style sheets share."""
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
