"""Publishes an edition with mike: one commit on a branch, or none at all.

mike commits the edition, its alias and its list of versions each by itself. That
happens on a scratch branch here; the real one then gets a single commit with the
outcome, and only when something changed. What fails leaves it as it was.
"""

from __future__ import annotations

import os
import re
import tempfile
from collections.abc import Iterator
from contextlib import chdir, contextmanager
from dataclasses import dataclass
from pathlib import Path

from jinja2 import Environment, FileSystemLoader
from markupsafe import Markup

from scripts.common.git import ask, git, has_identity
from scripts.common.paths import Project
from scripts.common.problems import Problem, ProblemsFound
from scripts.language.locales import LOCALES
from scripts.language.messages import load_entries, words_for
from scripts.pipeline.build import build_site  # first: it quietens Material
from scripts.web.critical_css import StyleSheet
from scripts.web.tokens import read_tokens

# isort: split
from mike import commands, git_utils
from verspec.python import Version

ALIAS = "latest"
BRANCH = "gh-pages"
_SCRATCH = "publish-scratch"
# Pagefind writes its index in another order each time. It is made from the pages, so
# equal pages (and an equal pagefind.js) mean an equal index.
_NOT_COMPARED = [
    f":(exclude,glob)*/pagefind/{name}"
    for name in ("filter/**", "fragment/**", "index/**", "*.pf_meta", "pagefind-entry.json")
]
_VERSION = re.compile(r"\d+(\.\d+)*")


@dataclass(frozen=True)
class Published:
    """What publishing did: `changed` is False when the branch already held it."""

    version: str
    branch: str
    is_latest: bool
    changed: bool


def publish(root: Path, version: str, branch: str = BRANCH) -> Published:
    """Build the project and commit it as an edition to `branch` of its repository."""
    problems = preflight(root, version)
    if problems:
        raise ProblemsFound(problems)
    with tempfile.TemporaryDirectory(prefix="edition-") as folder:
        site = Path(folder) / "site"
        # The time of the commit, so that the same content gives the same bytes.
        time = git(root, "log", "-1", "--format=%ct")
        build_site(root, site, {"MIKE_DOCS_VERSION": version, "SOURCE_DATE_EPOCH": time})
        with _scratch_branch(root, branch) as base:
            is_latest = _deploy(root, site, version)
            _add_front_door(root)
            changed = _commit(root, branch, base, f"Publish edition {version}")
    return Published(version, branch, is_latest, changed)


def preflight(root: Path, version: str) -> list[Problem]:
    """What would hinder publishing, all at once and before anything is built."""
    problems = []
    if not _VERSION.fullmatch(version):
        what = f'"{version}" is not an edition'
        mend = "use numbers and full stops: make publish VERSION=1.0"
        problems.append(Problem("VERSION", 0, what, mend))
    if ask(root, "rev-parse", "--git-dir") is None:
        mend = "publish from a clone of the repository"
        problems.append(Problem(root.name, 0, "this is not a git repository", mend))
        return problems
    if ask(root, "rev-parse", "HEAD") is None:
        problems.append(Problem(".git", 0, "there is no commit yet", "commit the work first"))
    if not has_identity(root):
        mend = 'run git config user.name "…" and git config user.email "…"'
        what = "git does not know who you are"
        problems.append(Problem(".git/config", 0, what, mend))
    return problems


def warnings(root: Path, site_url: str) -> list[str]:
    """What an owner would want to know, but may mean."""
    said = []
    if "127.0.0.1" in site_url:
        said.append(
            "mkdocs.yml: site_url is the preview's – set SITE_URL to the public address, "
            "or canonical links and the sitemap will point to this machine"
        )
    if ask(root, "status", "--porcelain", "--untracked-files=no"):
        said.append("the work tree has changes that are not committed; they are published too")
    return said


@contextmanager
def _scratch_branch(root: Path, branch: str) -> Iterator[str | None]:
    """A branch for mike to work on, begun where `branch` is; yields that commit."""
    base = ask(root, "rev-parse", "--verify", f"refs/heads/{branch}")
    base = base or ask(root, "rev-parse", "--verify", f"refs/remotes/origin/{branch}")
    _forget(root)
    if base:
        git(root, "update-ref", f"refs/heads/{_SCRATCH}", base)
    try:
        yield base
    finally:
        _forget(root)


def _forget(root: Path) -> None:
    if ask(root, "rev-parse", "--verify", f"refs/heads/{_SCRATCH}"):
        git(root, "update-ref", "-d", f"refs/heads/{_SCRATCH}")


def _deploy(root: Path, site: Path, version: str) -> bool:
    """Let mike add the edition; the alias moves only to the newest one."""
    config = {"site_dir": str(site), "use_directory_urls": True}
    with chdir(root):
        others = [str(info.version) for info in commands.list_versions(_SCRATCH)]
        is_latest = all(Version(version) >= Version(other) for other in others)
        with commands.deploy(
            config,
            version,
            aliases=[ALIAS] if is_latest else [],
            update_aliases=is_latest,
            alias_type=commands.AliasType.copy,
            branch=_SCRATCH,
            message=f"Edition {version}",
            allow_empty=True,
        ):
            pass  # mike would build here; the site lies ready
    return is_latest


def _add_front_door(root: Path) -> None:
    """The branch's root: a redirect to the reader's language, and a 404 page."""
    project = Project(root)
    entries, problems = load_entries(project)
    if problems:
        raise ProblemsFound(problems)
    folder = root / "overrides" / "branch-root"
    environment = Environment(loader=FileSystemLoader(folder), autoescape=True)
    languages = [(locale, words_for(entries, locale)) for locale in LOCALES]
    # Without the rules that ask for a class: these pages have none.
    tokens = Markup(StyleSheet(read_tokens(project).for_browsers).used(set(), set()))
    with chdir(root), git_utils.Commit(_SCRATCH, "Front door", allow_empty=True) as commit:
        for name in ("index.html", "404.html"):
            page = environment.get_template(name).render(
                alias=ALIAS, languages=languages, tokens=tokens
            )
            commit.add_file(git_utils.FileInfo(name, page + os.linesep))


def _commit(root: Path, branch: str, base: str | None, message: str) -> bool:
    """One commit with the scratch branch's outcome, unless nothing changed."""
    tree = git(root, "rev-parse", f"refs/heads/{_SCRATCH}^{{tree}}")
    if base and not git(root, "diff", "--name-only", base, tree, "--", ".", *_NOT_COMPARED):
        git(root, "update-ref", f"refs/heads/{branch}", base)
        return False
    parent = ["-p", base] if base else []
    commit = git(root, "commit-tree", tree, *parent, "-m", message)
    git(root, "update-ref", f"refs/heads/{branch}", commit)
    return True
