"""What would hinder publishing, all at once and before anything is built."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from mkdocs.exceptions import MkDocsException
from mkdocs.utils.yaml import yaml_load

from scripts.common.git import GitFailed, ask, git, has_identity
from scripts.common.problems import Problem
from scripts.content.addresses import is_of_this_machine
from scripts.pipeline.build import BuildFailed
from scripts.pipeline.editions.listing import Editions
from scripts.pipeline.editions.numbers import form_problem, next_of, spelling_problem, step_problem
from scripts.pipeline.editions.origin import TAG, Start
from scripts.pipeline.editions.record import uncommitted
from scripts.pipeline.sender import unsigned_problems

BRANCH = "gh-pages"
_SHOWN = 5


@dataclass(frozen=True)
class Options:
    """What whoever publishes allows; by default nothing that could be a slip.

    Attributes:
        branch: The branch that holds the editions.
        mend: Publish an edition that exists again.
        yes: It is meant: a number that leaps or falls, a pushed edition rolled back.
        dirty: The work tree may differ from the last commit.
        local: The address may be of this machine.
        offline: The remote is not asked.
        unsigned: The edition may go out without publisher and contact.
    """

    branch: str = BRANCH
    mend: bool = False
    yes: bool = False
    dirty: bool = False
    local: bool = False
    offline: bool = False
    unsigned: bool = False


def preflight(root: Path, version: str, options: Options) -> list[Problem]:
    """What stands in the way of publishing from this work tree."""
    problems = [problem] if (problem := form_problem(version)) else []
    hindrance = hindrances(root, options.branch)
    problems += hindrance + address_problems(root, local=options.local)
    problems += unsigned_problems(root, unsigned=options.unsigned)
    if not hindrance and not options.dirty:
        problems += _dirt(root)
    return problems


def hindrances(root: Path, branch: str, *, writes: bool = True) -> list[Problem]:
    """What stands in the way of any commit on the branch, or of reading it."""
    try:
        git(root, "rev-parse", "--show-toplevel")
    except GitFailed as fault:
        return [_no_repository(root, str(fault))]
    problems = _branch_problems(root, branch)
    if ask(root, "rev-parse", "--verify", "--quiet", "HEAD") is None:
        problems.append(Problem(".git", 0, "there is no commit yet", "commit the work first"))
    if writes and not has_identity(root):
        mend = 'run git config user.name "…" and git config user.email "…"'
        what = "git does not know who you are"
        problems.append(Problem(".git/config", 0, what, mend))
    return problems


def number_problems(
    version: str, editions: Editions, start: Start, options: Options
) -> list[Problem]:
    """Whether this edition may be published, or mended, on this branch."""
    if version in editions.withdrawn:
        what, mend = f"edition {version} was withdrawn", "publish under a new number"
        return [Problem("VERSION", 0, what, mend)]
    if problem := spelling_problem(version, editions.used):
        return [problem]
    if version in editions.numbers:
        what = f"edition {version} is published, and editions do not change"
        mend = (
            f"publish {next_of(editions.numbers[0])}, or mend it with --mend (make: MEND=1), "
            "which keeps its addresses"
        )
        return [] if options.mend else [Problem("VERSION", 0, what, mend)]
    if options.mend:
        what, mend = f"there is no edition {version} to mend", "leave --mend out (make: MEND)"
        return [Problem("VERSION", 0, what, mend)]
    if TAG + version in start.tags:
        what = f"edition {version} was published once: there is a tag {TAG}{version}"
        return [Problem("VERSION", 0, what, "publish under a new number")]
    problem = None if options.yes else step_problem(version, editions.used)
    return [problem] if problem else []


def site_address(root: Path) -> str:
    """The address of the site, as `mkdocs.yml` and SITE_URL say.

    Raises:
        BuildFailed: `mkdocs.yml` cannot be read.
    """
    return str(_settings(root).get("site_url") or "")


def site_setting(root: Path, name: str) -> object:
    """What the owner set under `extra` of `mkdocs.yml`, None if nothing.

    Raises:
        BuildFailed: `mkdocs.yml` cannot be read.
    """
    return (_settings(root).get("extra") or {}).get(name)


def _settings(root: Path) -> dict[str, Any]:
    try:
        with (root / "mkdocs.yml").open("rb") as file:
            return dict(yaml_load(file))
    except MkDocsException as fault:
        raise BuildFailed(f"mkdocs.yml: {fault}") from None


def address_problems(root: Path, *, local: bool) -> list[Problem]:
    """Citations, QR codes and the sitemap hold the address for good, so that it must be right."""
    address = site_address(root)
    parts = urlsplit(address)
    example = "export SITE_URL=https://address.of.the.site/"
    if parts.scheme not in ("http", "https") or not parts.hostname:
        what = f'"{address}" is not the address of a site'
        return [Problem("SITE_URL", 0, what, f"set it: {example}")]
    if not local and is_of_this_machine(address):
        what = f"{address} leads to this machine only"
        mend = f"set SITE_URL to the public address ({example}), or add --local (make: LOCAL=1)"
        return [Problem("SITE_URL", 0, what, mend)]
    return []


def _dirt(root: Path) -> list[Problem]:
    """An edition names the commit it is from; what differs from that could not be found again."""
    paths = uncommitted(root)
    if not paths:
        return []
    shown = ", ".join(paths[:_SHOWN]) + (" …" if len(paths) > _SHOWN else "")
    what = f"{len(paths)} file{'' if len(paths) == 1 else 's'} not committed: {shown}"
    mend = "commit them, or publish with --dirty (make: DIRTY=1), which the edition then says"
    return [Problem("git status", 0, what, mend)]


def _branch_problems(root: Path, branch: str) -> list[Problem]:
    place, mend = "BRANCH", "leave BRANCH out, or name a branch for editions alone"
    fit = ask(root, "check-ref-format", f"refs/heads/{branch}") is not None
    if not fit or branch.startswith("-") or branch == "HEAD":
        return [Problem(place, 0, f'"{branch}" cannot be a branch', mend)]
    if ask(root, "symbolic-ref", "--quiet", "--short", "HEAD") == branch:
        return [Problem(place, 0, f"{branch} is checked out here and holds the sources", mend)]
    if (
        ask(root, "symbolic-ref", "--quiet", "--short", "refs/remotes/origin/HEAD")
        == f"origin/{branch}"
    ):
        return [Problem(place, 0, f"{branch} is the default branch of origin", mend)]
    return []


def _no_repository(root: Path, said: str) -> Problem:
    if "no git program" in said:
        return Problem("git", 0, said, "install git, and see that it is on the PATH")
    if "not a git repository" in said:
        mend = "publish from a clone of the repository"
        return Problem(root.name, 0, "this is not a git repository", mend)
    line = " ".join(said.split())
    return Problem(root.name, 0, f"git cannot use this repository: {line}", "do as git says")
