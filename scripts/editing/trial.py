"""Runs every check on a draft before any file of the project is changed."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections import Counter
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

from scripts.checks.frame import check_frame
from scripts.checks.run import load_content
from scripts.common.paths import Project
from scripts.common.problems import Problem, ProblemsFound
from scripts.content.pages import Site
from scripts.editing.draft import Draft

# The files and folders that the checks read.
_PARTS = ("docs", "data", "overrides", "mkdocs.yml", "scripts/pipeline/hooks.py")


def checked_draft(project: Project, draft: Draft) -> Site:
    """The pages after the changes.

    Problems that exist already are ignored, so that an unfinished page can be moved.

    Raises:
        ProblemsFound: the changes cause new problems, which are reported at the current paths.
    """
    site, after = _checked(project, draft)
    if after:
        _, before = _checked(project, Draft(project.root))
        existing = Counter(_identity(problem, draft) for problem in before)
        new = []
        for problem in after:
            if existing[_identity(problem, draft)] > 0:
                existing[_identity(problem, draft)] -= 1
            else:
                new.append(problem)
        if new:
            raise ProblemsFound(
                replace(each, path=draft.renamed.get(each.path, each.path)) for each in new
            )
    return site


def _identity(problem: Problem, draft: Draft) -> tuple[str, str]:
    """A problem without its line number, which a change further up shifts."""
    what = problem.what
    for new, old in draft.renamed.items():
        what = what.replace(new.split("/", 2)[-1], old.split("/", 2)[-1])
    return draft.renamed.get(problem.path, problem.path), what


def _checked(project: Project, draft: Draft) -> tuple[Site, list[Problem]]:
    """The pages and all problems of a temporary copy of the project with the draft applied."""
    cache = project.root / ".cache"
    cache.mkdir(exist_ok=True)
    folder = Path(tempfile.mkdtemp(prefix="trial-", dir=cache))
    try:
        for part in _PARTS:
            source = project.root / part
            if source.is_dir():
                shutil.copytree(source, folder / part, symlinks=True, copy_function=_link)
            elif source.is_file():
                (folder / part).parent.mkdir(parents=True, exist_ok=True)
                shutil.copy(source, folder / part)
        with suppress(OSError):  # share the parse cache
            (folder / ".cache").symlink_to(cache, target_is_directory=True)
        for path in draft.texts:
            file, content = folder / path, draft.content(path)
            file.unlink(missing_ok=True)  # a hard link: writing through it would change the project
            if content is not None:
                file.parent.mkdir(parents=True, exist_ok=True)
                file.write_bytes(content)
        trial = Project(folder)
        loaded = load_content(trial)
        return loaded.site, [*loaded.problems, *check_frame(trial)]
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _link(source: str, target: str) -> None:
    """Hard-link a file, which is fast; copy it where hard links are impossible."""
    try:
        os.link(source, target, follow_symlinks=False)
    except OSError:
        shutil.copy2(source, target, follow_symlinks=False)
