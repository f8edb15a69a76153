"""The measures of the desk, data/desk.yml: how long a review holds, and what is thin."""

from __future__ import annotations

from typing import cast

from scripts.common.data_file import load_data
from scripts.common.paths import Project
from scripts.common.problems import ProblemsFound
from scripts.content.records import DeskSettings

NAME = "desk"


def load_settings(project: Project) -> DeskSettings:
    """The measures.

    Raises:
        ProblemsFound: the file cannot be read, or has faults.
    """
    parsed, unreadable, faulty = load_data(project, NAME)
    if problems := [*unreadable, *faulty]:
        raise ProblemsFound(problems)
    return cast("DeskSettings", parsed.data)
