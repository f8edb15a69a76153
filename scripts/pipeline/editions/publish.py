"""Publishes an edition: one commit on a branch with everything in it, or none at all.

The order of a run stands in `publish`. What each step needs has a module of its own:
`preflight` (what hinders), `run` (lock, folder, scratch repository), `origin` (the remote
compared), `listing`, `record` and `mend` (the list of editions, what one says of itself,
what a mend changed), `given_addresses` (what leads on), `edition_tree` (the branch as it is
to be) and `branch` (the commit, and the step that moves branch and tag). A `Job` goes through
all of them.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from scripts.common.problems import Problem
from scripts.common.progress import step
from scripts.pipeline.build import build_site  # first: it quietens Material
from scripts.pipeline.editions.branch import bring_over, committed, holders, tagged
from scripts.pipeline.editions.edition_tree import edition_tree
from scripts.pipeline.editions.failures import failures_told, refuse
from scripts.pipeline.editions.given_addresses import keep_addresses
from scripts.pipeline.editions.job import Job
from scripts.pipeline.editions.listing import read_editions, unpack
from scripts.pipeline.editions.lock import Move
from scripts.pipeline.editions.mend import changed, lost
from scripts.pipeline.editions.noticed import noticed
from scripts.pipeline.editions.open_pages import keep_parts
from scripts.pipeline.editions.origin import TAG, Start, agree
from scripts.pipeline.editions.preflight import (
    Options,
    number_problems,
    preflight,
    site_address,
)
from scripts.pipeline.editions.record import Source, describe, note_mend, read_record, seal
from scripts.pipeline.editions.run import Run, alone
from scripts.pipeline.editions.sbom import write_sbom

# isort: split

Build = Callable[[Path, Path, Mapping[str, str]], None]


@dataclass(frozen=True)
class Published:
    """What a run did: without a `tag` it changed nothing.

    `mended` are the files that a mend changed, `noticed` what readers will notice, and
    `worktrees` where the branch is checked out and still shows what was before.
    """

    version: str
    start: Start
    is_latest: bool
    tag: str | None
    mended: tuple[str, ...] = ()
    noticed: tuple[str, ...] = ()
    worktrees: tuple[str, ...] = ()


def publish(
    root: Path, version: str, options: Options | None = None, build: Build = build_site
) -> Published:
    """Build the project and commit it as an edition to a branch of its repository.

    Args:
        root: The project.
        version: The number of the edition.
        options: What is allowed; by default nothing that could be a slip.
        build: Makes the site in a folder.

    Raises:
        ProblemsFound: something hinders it or failed; branch and tags are as before.
        BuildFailed: the build stopped; branch and tags are as before.
    """
    options = options or Options()
    with failures_told(root):
        step("Look for what hinders it")
        refuse(preflight(root, version, options))
        return _publish(root, version, options, build)


def _publish(root: Path, version: str, options: Options, build: Build) -> Published:
    """The order of a run."""
    with alone(root) as run:
        source = Source.of(root)
        tagged(run, "probe", source.commit, "Find out before the build whether tags can be made")
        step("Compare the branch with the remote's")
        start = agree(run, options.branch, offline=options.offline)
        editions = read_editions(run, start.base, options.branch)
        refuse(number_problems(version, editions, start, options))
        job = Job(run, root, version, options, source, start, editions)
        step("Build the site (minutes; a quarter of an hour the first time on a busy machine)")
        with run.temporary():
            settings = {"MIKE_DOCS_VERSION": version, "SOURCE_DATE_EPOCH": source.seconds}
            build(root, job.site, {**settings, "SITE_OFFLINE": "on"})
        refuse(_moved(root, source))
        return _write(job)


def _moved(root: Path, source: Source) -> list[Problem]:
    """The work tree changed under the build, so that it is from no one commit."""
    if Source.of(root) == source:
        return []
    what = "the work tree changed while the site was built"
    return [Problem("git status", 0, what, "let it rest and publish again")]


def _write(job: Job) -> Published:
    """Commit a built site, and move branch and tag to what was made."""
    run, site, version, source, start = job.run, job.site, job.version, job.source, job.start
    step("Have every address that was given away lead on")
    before, is_latest = job.editions.latest, job.is_latest
    describe(site, version, site_address(job.root), source)
    write_sbom(job.root, site, source)
    changes: list[str] = []
    action, tag = "Publish", TAG + version
    old = unpack(run, start.base, version, run.folder / "old") if job.options.mend else None
    if old:
        refuse([*_other_address(old, job), *lost(version, old, site)])
        keep_parts(old, site)
    ids = keep_addresses(job, old)
    if old:
        changes = changed(old, site)
        if not changes:
            _fast_forward(run, start)
            return Published(version, start, is_latest, None)
        mends = note_mend(site, old, f"{datetime.now(UTC):%Y-%m-%d}", source, changes)
        action, tag = "Mend", _free(f"{TAG}{version}-mended-", mends, start)
    step("Commit the edition")
    sealed = seal(site)
    title = f"{action} edition {version}"
    commit = committed(
        run, edition_tree(job, ids), start.base, f"{title}\n\nSource: {source.commit}"
    )
    body = f"On {start.branch}: {commit}\nSHA-256 of manifest.sha256: {sealed}"
    if source.uncommitted:
        body += "\nWith files that were not committed; edition.json names them."
    made = tagged(run, tag, source.commit, f"{title}\n\n{body}")
    notice = noticed(run, start.base, commit, before, version if is_latest else before)
    branch = Move(f"refs/heads/{start.branch}", start.local, commit)
    bring_over(run, start, [branch, Move(f"refs/tags/{tag}", None, made)])
    worktrees = holders(run, start.branch)
    return Published(
        version, start, is_latest, tag, tuple(changes), tuple(notice), tuple(worktrees)
    )


def _other_address(old: Path, job: Job) -> list[Problem]:
    """The edition was published for another address, which stands in all its pages."""
    then, now = (read_record(folder).get("site_url") for folder in (old, job.site))
    if job.options.yes or not then or then == now:
        return []
    what = f"edition {job.version} was published for {then}, and not for {now}"
    mend = f"set SITE_URL={then}; if the site has moved, add --yes (make: YES=1)"
    return [Problem("SITE_URL", 0, what, mend)]


def _fast_forward(run: Run, start: Start) -> None:
    """Bring a branch that is behind to where the remote's is."""
    if start.base != start.local:
        bring_over(run, start, [Move(f"refs/heads/{start.branch}", start.local, start.base)])


def _free(stem: str, number: int, start: Start) -> str:
    """The first tag with this beginning that is not taken: tags are never overwritten."""
    while f"{stem}{number}" in start.tags:
        number += 1
    return f"{stem}{number}"
