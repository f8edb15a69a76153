"""Holds a draft against every check before a file of the project is touched."""

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

# What the checks read.
_PARTS = ("docs", "data", "overrides", "mkdocs.yml", "scripts/pipeline/hooks.py")


def tried(project: Project, draft: Draft) -> Site:
    """The pages as they will be.

    A page that waits for its text may be moved: only what the change breaks is told.

    Raises:
        ProblemsFound: with each fault that the change would bring, at the path of now.
    """
    site, after = _checked(project, draft)
    if after:
        _, before = _checked(project, Draft(project.root))
        there = Counter(_form(problem, draft) for problem in before)
        told = []
        for problem in after:
            if there[_form(problem, draft)] > 0:
                there[_form(problem, draft)] -= 1
            else:
                told.append(problem)
        if told:
            raise ProblemsFound(
                replace(each, path=draft.renamed.get(each.path, each.path)) for each in told
            )
    return site


def _form(problem: Problem, draft: Draft) -> tuple[str, str]:
    """A fault without its line, which a change further up moves."""
    what = problem.what
    for new, old in draft.renamed.items():
        what = what.replace(new.split("/", 2)[-1], old.split("/", 2)[-1])
    return draft.renamed.get(problem.path, problem.path), what


def _checked(project: Project, draft: Draft) -> tuple[Site, list[Problem]]:
    """The pages of a copy of the project with the draft in it, and all that is wrong there."""
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
        with suppress(OSError):  # what was read before need not be read again
            (folder / ".cache").symlink_to(cache, target_is_directory=True)
        for path in draft.texts:
            file, content = folder / path, draft.content(path)
            file.unlink(missing_ok=True)  # never through the link, into the project
            if content is not None:
                file.parent.mkdir(parents=True, exist_ok=True)
                file.write_bytes(content)
        trial = Project(folder)
        loaded = load_content(trial)
        return loaded.site, [*loaded.problems, *check_frame(trial)]
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _link(source: str, target: str) -> None:
    """A second name of a file, which takes no time; a copy where there can be none."""
    try:
        os.link(source, target, follow_symlinks=False)
    except OSError:
        shutil.copy2(source, target, follow_symlinks=False)
