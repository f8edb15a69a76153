"""Signs in the settings of the owner (SITE_PUBLISHER and the like) that paper or eyes lack.

Settings are no file, and stand on every page and paper: they are told by their name.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from unicodedata import normalize

from scripts.checks.glyph_coverage import missing_letters, print_letters
from scripts.checks.invisible_characters import signs_of
from scripts.common.paths import Project
from scripts.common.problems import Problem
from scripts.web.contact import SETTING as CONTACT
from scripts.web.sender import EDITOR, PUBLISHER, sender_problems

# Key of `extra` in mkdocs.yml -> the setting. Others are told when they are no address or day.
_NAMES = {"publisher": PUBLISHER, "editor": EDITOR, "contact": CONTACT}


def check_setting_signs(project: Project) -> list[Problem]:
    """Letters without a typeface for print, and signs that nobody sees, in settings."""
    return [
        problem
        for key, name in _NAMES.items()
        if (value := normalize("NFC", os.environ.get(name, "")))
        and not sender_problems({key: value})
        for problem in _signs(name, value, project)
    ]


def _signs(name: str, value: str, project: Project) -> Iterator[Problem]:
    yield from signs_of(name, 0, value)
    letters = print_letters(project)
    if letters is not None:
        yield from missing_letters(name, 0, value, letters)
