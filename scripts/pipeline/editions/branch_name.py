"""Whether BRANCH names a branch, and one that editions may be on."""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path

from scripts.common.git import ask
from scripts.common.problems import Problem

_REMEDY = "leave BRANCH out, or name a branch for editions alone"
# How many parts git writes before the name of a branch of each kind.
_BEFORE = {"heads": 1, "remotes": 2}


def branch_problem(root: Path, branch: str) -> Problem | None:
    """A problem if editions cannot be on a branch of this name: the first that is found."""
    if not _is_possible(root, branch):
        return Problem("BRANCH", 0, f'"{branch}" cannot be a branch', _REMEDY)
    name = _bare_name(branch, (ask(root, "remote") or "").split())
    if name != branch:
        what = f'"{branch}" is not the name of a branch alone'
        return Problem("BRANCH", 0, what, f"name the branch alone: {name}" if name else _REMEDY)
    if what := _holds_sources(root, branch):
        return Problem("BRANCH", 0, what, _REMEDY)
    return None


def _is_possible(root: Path, branch: str) -> bool:
    fits = ask(root, "check-ref-format", f"refs/heads/{branch}") is not None
    return fits and not branch.startswith("-") and branch != "HEAD"


def _bare_name(branch: str, remotes: Collection[str]) -> str:
    """The name without what stands before it in `git branch --all`; "" for a name of no branch."""
    if branch == "@":  # another name of HEAD
        return ""
    first, *others = branch.split("/")
    parts = others if first == "refs" else [first, *others]
    kind = parts[0] if parts else ""
    return "/".join(parts[_BEFORE.get(kind, int(kind in remotes)) :])


def _holds_sources(root: Path, branch: str) -> str:
    """In what way it is the branch that the site is written on, "" if it is not."""
    if ask(root, "symbolic-ref", "--quiet", "--short", "HEAD") == branch:
        return f"{branch} is checked out here and holds the sources"
    default = ask(root, "symbolic-ref", "--quiet", "--short", "refs/remotes/origin/HEAD")
    return f"{branch} is the default branch of origin" if default == f"origin/{branch}" else ""
