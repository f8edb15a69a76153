"""The "edit this page" link: the source file of a page on the hosting site, from SITE_EDIT.

URLs differ between hosting sites, so the owner gives that of the folder
(https://github.com/owner/name/edit/main/, https://codeberg.org/owner/name/_edit/main/), or one
with the placeholder {path} for the file. Nothing is guessed; without the setting there is no link.
"""

from __future__ import annotations

import re
from urllib.parse import quote

from scripts.common.problems import Problem

SETTING = "SITE_EDIT"
_PLACEHOLDER = "{path}"
_ADDRESS = re.compile(r"https?://[\w.-]+(?::\d+)?/[^\s<>\"'\\{}]*", re.IGNORECASE)


def edit_url(setting: object, path: str) -> str | None:
    """The URL at which a file of the project is edited, None without a valid setting."""
    base = str(setting or "").strip()
    if not base or edit_problems(base):
        return None
    if _PLACEHOLDER not in base:
        base = f"{base.rstrip('/')}/{_PLACEHOLDER}"
    return base.replace(_PLACEHOLDER, quote(path))


def edit_problems(setting: object) -> list[Problem]:
    """What is wrong with the setting."""
    text = str(setting or "").strip()
    if not text or _ADDRESS.fullmatch(text.replace(_PLACEHOLDER, "", 1)):
        return []
    what = f'"{text}" is no address at which files are edited'
    mend = "write that of the folder, such as https://github.com/owner/name/edit/main/"
    return [Problem(SETTING, 0, what, mend)]
