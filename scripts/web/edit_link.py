"""The "edit this page" link: the source file of a page on the hosting site, from SITE_EDIT.

URLs differ between hosting sites, so the owner gives that of the folder
(https://github.com/owner/name/edit/main/, https://codeberg.org/owner/name/_edit/main/), or one
with the placeholder {path} for the file. Nothing is guessed; without the setting there is no link.
"""

from __future__ import annotations

import re
from urllib.parse import quote, urlsplit

from scripts.common.problems import Problem

SETTING = "SITE_EDIT"
_PLACEHOLDER = "{path}"
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
    fault = _fault(text) if text else None
    return [Problem(SETTING, 0, *fault)] if fault else []


def _fault(text: str) -> tuple[str, str] | None:
    if not _ADDRESS.fullmatch(text.replace(_PLACEHOLDER, "", 1)):
        what = f'"{text}" is no address at which files are edited'
        return what, "write that of the folder, such as https://github.com/owner/name/edit/main/"
    rest = _REST.search(text)
    if rest and _PLACEHOLDER not in text:
        what = f'"{text}" goes on with "{rest.group()}", behind which no file is found'
        fix = (
            f"take {rest.group()} away, or write {_PLACEHOLDER} where the name of the file belongs"
        )
        return what, fix
    return _folder_fault(text)


def _folder_fault(text: str) -> tuple[str, str] | None:
    """That an address of a large hosting site is another than the one for editing."""
    parts = urlsplit(text)
    host = parts.netloc.lower().removeprefix("www.")
    if host not in _EDITED:
        return None
    between, behind = _EDITED[host]
    if re.match(rf"/[^/]+/.+?/{between}/[^/]", parts.path) and (not behind or _PLACEHOLDER in text):
        return None
    path = parts.path.split(_PLACEHOLDER)[0]
    owned = re.match(r"/[^/]+/[^/]+", path)
    shown = _SHOWN.search(path, owned.end()) if owned else None
    repository = (path[: shown.start()] if shown else path).rstrip("/").removesuffix(".git")
    branch = (shown and shown["branch"]) or "main"
    if repository.count("/") < len(("owner", "name")):
        repository = "/owner/name"
    right = f"https://{host}{repository}/{between}/{branch}/{behind}"
    what = f'"{text}" is no address at which files are edited'
    fix = f"write {right}" + ("" if shown else ", or with the name of your branch for main")
    return what, fix
