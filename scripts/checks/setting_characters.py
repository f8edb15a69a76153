"""Characters in the owner's settings (SITE_PUBLISHER etc.) that are invisible or lack a glyph.

Settings are environment variables shown on every page and printout; problems give their name
instead of a path.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from unicodedata import normalize

from scripts.checks.glyph_coverage import missing_glyphs, printable_characters
from scripts.checks.invisible_characters import character_problems
from scripts.common.paths import Project
from scripts.common.problems import Problem
from scripts.web.contact import SETTING as CONTACT
from scripts.web.sender import EDITOR, PUBLISHER, sender_problems
from scripts.web.site_address import SETTING as ADDRESS

# Key of `extra` in mkdocs.yml -> environment variable, and the address, which paper shows too.
# The others are dates, or addresses that no reader sees.
_NAMES = {"publisher": PUBLISHER, "editor": EDITOR, "contact": CONTACT, "site_url": ADDRESS}


def check_setting_characters(project: Project) -> list[Problem]:
    """Report characters in settings that are invisible or missing from the print typefaces."""
    return [
        problem
        for key, name in _NAMES.items()
        if (value := normalize("NFC", os.environ.get(name, "")))
        and not sender_problems({key: value})
        for problem in _characters(name, value, project)
    ]


def _characters(name: str, value: str, project: Project) -> Iterator[Problem]:
    yield from character_problems(name, 0, value)
    printable = printable_characters(project)
    if printable is not None:
        yield from missing_glyphs(name, 0, value, printable)
