"""The settings of the desk, data/desk.yml: how long a review is valid, and what counts as thin."""

from __future__ import annotations

from typing import cast

from scripts.common.data_file import load_data
from scripts.common.paths import Project
from scripts.common.problems import ProblemsFound
from scripts.content.records import DeskSettings

NAME = "desk"


def load_settings(project: Project) -> DeskSettings:
    """The validated settings.

    Raises:
        ProblemsFound: the file cannot be read, or is invalid.
    """
    parsed, unreadable, faulty = load_data(project, NAME)
    if problems := [*unreadable, *faulty]:
        raise ProblemsFound(problems)
    return cast("DeskSettings", parsed.data)
