"""Where an editor with a browser changes a page: the file on the hosting site that the owner names.

Hosting sites have their own forms of such an address, so the owner gives the one of the folder
(https://github.com/owner/name/edit/main/, https://codeberg.org/owner/name/_edit/main/), or one
in which {path} stands for the file. Nothing is guessed, and without it no link is shown.
"""

from __future__ import annotations

import re
from urllib.parse import quote, urlsplit

from scripts.common.problems import Problem

SETTING = "SITE_EDIT"
_PLACE = "{path}"
_ADDRESS = re.compile(r"https?://[\w.-]+(?::\d+)?/[^\s<>\"'\\{}]*", re.IGNORECASE)
# What stands between the repository and the branch on large hosting sites, and behind it.
_EDITED = {
    "github.com": ("edit", ""),
    "gitlab.com": ("-/edit", ""),
    "codeberg.org": ("_edit", ""),
    "bitbucket.org": ("src", "{path}?mode=edit"),
}
# Where those sites show a repository or a branch of it: addresses that people copy.
_SHOWN = re.compile(
    r"/(?:-/)?(?:tree|blob|raw|edit|_edit|src/branch|src)(?:/(?P<branch>[^/]+)|/?$)"
)
_REST = re.compile(r"[?#].*")


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
    fault = _fault(text) if text else None
    return [Problem(SETTING, 0, *fault)] if fault else []


def _fault(text: str) -> tuple[str, str] | None:
    if not _ADDRESS.fullmatch(text.replace(_PLACE, "", 1)):
        what = f'"{text}" is no address at which files are edited'
        return what, "write that of the folder, such as https://github.com/owner/name/edit/main/"
    rest = _REST.search(text)
    if rest and _PLACE not in text:
        what = f'"{text}" goes on with "{rest.group()}", behind which no file is found'
        mend = f"take {rest.group()} away, or write {_PLACE} where the name of the file belongs"
        return what, mend
    return _folder_fault(text)


def _folder_fault(text: str) -> tuple[str, str] | None:
    """That an address of a large hosting site is another than the one for editing."""
    parts = urlsplit(text)
    host = parts.netloc.lower().removeprefix("www.")
    if host not in _EDITED:
        return None
    between, behind = _EDITED[host]
    if re.match(rf"/[^/]+/.+?/{between}/[^/]", parts.path) and (not behind or _PLACE in text):
        return None
    path = parts.path.split(_PLACE)[0]
    owned = re.match(r"/[^/]+/[^/]+", path)
    shown = _SHOWN.search(path, owned.end()) if owned else None
    repository = (path[: shown.start()] if shown else path).rstrip("/").removesuffix(".git")
    branch = (shown and shown["branch"]) or "main"
    if repository.count("/") < len(("owner", "name")):
        repository = "/owner/name"
    right = f"https://{host}{repository}/{between}/{branch}/{behind}"
    what = f'"{text}" is no address at which files are edited'
    mend = f"write {right}" + ("" if shown else ", or with the name of your branch for main")
    return what, mend
