"""Where an editor with a browser changes a page: the file on the hosting site that the owner names.

Hosting sites have their own forms of such an address, so the owner gives the one of the folder
(https://github.com/owner/name/edit/main/, https://codeberg.org/owner/name/_edit/main/), or one
in which {path} stands for the file. Nothing is guessed, and without it no link is shown.
"""

from __future__ import annotations

import re
from urllib.parse import quote

from scripts.common.problems import Problem

SETTING = "SITE_EDIT"
_PLACE = "{path}"
_ADDRESS = re.compile(r"https?://[\w.-]+(?::\d+)?/[^\s<>\"'\\{}]*", re.IGNORECASE)


def edit_url(setting: object, path: str) -> str | None:
    """The address at which a file of the project is edited, None where the owner named none."""
    base = str(setting or "").strip()
    if not base or edit_problems(base):
        return None
    if _PLACE not in base:
        base = f"{base.rstrip('/')}/{_PLACE}"
    return base.replace(_PLACE, quote(path))


def edit_problems(setting: object) -> list[Problem]:
    """What is wrong with the setting."""
    text = str(setting or "").strip()
    if not text or _ADDRESS.fullmatch(text.replace(_PLACE, "", 1)):
        return []
    what = f'"{text}" is no address at which files are edited'
    mend = "write that of the folder, such as https://github.com/owner/name/edit/main/"
    return [Problem(SETTING, 0, what, mend)]
