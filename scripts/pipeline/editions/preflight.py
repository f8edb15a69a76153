"""Checks everything that would prevent publishing, before anything is built."""

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
from scripts.pipeline.editions.branch_name import branch_problem
from scripts.pipeline.editions.commit_messages import tag_of
from scripts.pipeline.editions.listing import Editions
from scripts.pipeline.editions.numbers import (
    form_problem,
    next_number,
    spelling_problem,
    step_problem,
)
from scripts.pipeline.editions.origin import Start
from scripts.pipeline.editions.record import uncommitted
from scripts.pipeline.sender import unsigned_problems

BRANCH = "gh-pages"
_SHOWN = 5


@dataclass(frozen=True)
class Options:
    """What the publisher permits; by default nothing that could be a mistake.

    Attributes:
        branch: The branch that holds the editions.
        mend: Publish an existing edition again.
        yes: Confirms an irregular number, another address, or the rollback of a pushed edition.
        dirty: The working tree may differ from the last commit.
        local: The address may be one of the local machine.
        offline: The remote is not contacted.
        unsigned: The edition may lack publisher and contact.
    """

    branch: str = BRANCH
    mend: bool = False
    yes: bool = False
    dirty: bool = False
    local: bool = False
    offline: bool = False
    unsigned: bool = False


def preflight(root: Path, version: str, options: Options) -> list[Problem]:
    """The problems that prevent publishing from this working tree."""
    problems = [problem] if (problem := form_problem(version)) else []
    hindrances = branch_hindrances(root, options.branch)
    problems += hindrances + address_problems(root, local=options.local)
    problems += unsigned_problems(root, unsigned=options.unsigned)
    if not hindrances and not options.dirty:
        problems += _uncommitted_problems(root)
    return problems


def branch_hindrances(root: Path, branch: str, *, writes: bool = True) -> list[Problem]:
    """The problems that prevent any commit on the branch, or reading it."""
    try:
        git(root, "rev-parse", "--show-toplevel")
    except GitFailed as error:
        return [_no_repository(root, str(error))]
    problem = branch_problem(root, branch)
    problems = [problem] if problem else []
    if ask(root, "rev-parse", "--verify", "--quiet", "HEAD") is None:
        problems.append(Problem(".git", 0, "there is no commit yet", "commit the work first"))
    if writes and not has_identity(root):
        remedy = 'run git config user.name "…" and git config user.email "…"'
        what = "git does not know who you are"
        problems.append(Problem(".git/config", 0, what, remedy))
    return problems


def number_problems(
    version: str, editions: Editions, start: Start, options: Options
) -> list[Problem]:
    """The problems that prevent publishing, or mending, this number on this branch."""
    if version in editions.withdrawn:
        what, remedy = f"edition {version} was withdrawn", "publish under a new number"
        return [Problem("VERSION", 0, what, remedy)]
    if problem := spelling_problem(version, editions.used):
        return [problem]
    if version in editions.numbers:
        what = f"edition {version} is published, and editions do not change"
        remedy = (
            f"publish {next_number(editions.numbers[0])}, or mend it with --mend (make: MEND=1), "
            "which keeps its addresses"
        )
        return [] if options.mend else [Problem("VERSION", 0, what, remedy)]
    if options.mend:
        what, remedy = f"there is no edition {version} to mend", "leave --mend out (make: MEND)"
        return [Problem("VERSION", 0, what, remedy)]
    if tag_of(version) in start.tags:
        what = f"edition {version} was published once: there is a tag {tag_of(version)}"
        return [Problem("VERSION", 0, what, "publish under a new number")]
    problem = None if options.yes else step_problem(version, editions.used)
    return [problem] if problem else []


def site_address(root: Path) -> str:
    """The address of the site, from `mkdocs.yml` and SITE_URL.

    Raises:
        BuildFailed: `mkdocs.yml` cannot be read.
    """
    return str(_settings(root).get("site_url") or "")


def site_setting(root: Path, name: str) -> object:
    """A setting under `extra` of `mkdocs.yml`, None if not set.

    Raises:
        BuildFailed: `mkdocs.yml` cannot be read.
    """
    return (_settings(root).get("extra") or {}).get(name)


def _settings(root: Path) -> dict[str, Any]:
    try:
        with (root / "mkdocs.yml").open("rb") as file:
            return dict(yaml_load(file))
    except MkDocsException as error:
        raise BuildFailed(f"mkdocs.yml: {error}") from None


def address_problems(root: Path, *, local: bool) -> list[Problem]:
    """Problems of the site's address, which citations, QR codes and the sitemap hold forever."""
    address = site_address(root)
    parts = urlsplit(address)
    example = "export SITE_URL=https://address.of.the.site/"
    if parts.scheme not in ("http", "https") or not parts.hostname:
        what = f'"{address}" is not the address of a site'
        return [Problem("SITE_URL", 0, what, f"set it: {example}")]
    if not local and is_of_this_machine(address):
        what = f"{address} leads to this machine only"
        remedy = f"set SITE_URL to the public address ({example}), or add --local (make: LOCAL=1)"
        return [Problem("SITE_URL", 0, what, remedy)]
    return []


def _uncommitted_problems(root: Path) -> list[Problem]:
    """A problem if files differ from the commit that the edition names as its source."""
    paths = uncommitted(root)
    if not paths:
        return []
    shown = ", ".join(paths[:_SHOWN]) + (" …" if len(paths) > _SHOWN else "")
    what = f"{len(paths)} file{'' if len(paths) == 1 else 's'} not committed: {shown}"
    remedy = "commit them, or publish with --dirty (make: DIRTY=1), which the edition then says"
    return [Problem("git status", 0, what, remedy)]


def _no_repository(root: Path, message: str) -> Problem:
    if "no git program" in message:
        return Problem("git", 0, message, "install git, and see that it is on the PATH")
    if "not a git repository" in message:
        remedy = "publish from a clone of the repository"
        return Problem(root.name, 0, "this is not a git repository", remedy)
    line = " ".join(message.split())
    return Problem(root.name, 0, f"git cannot use this repository: {line}", "do as git says")
