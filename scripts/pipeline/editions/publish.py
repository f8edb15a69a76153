"""Publishes an edition: one commit on a branch with everything in it, or nothing.

`publish` defines the order of a run. Each step has its own module: `preflight` (what prevents
publishing), `run` (lock, folder, scratch repository), `origin` (comparison with the remote),
`listing`, `record` and `mend` (the list of editions, the metadata of one, the changes of a mend),
`given_addresses` (redirects), `edition_tree` (the new tree of the branch), `commit_messages` (what
commit and tag say) and `branch` (the commit, and the push that moves branch and tag). A
`PublishJob` is passed through all of them.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from scripts.common.problems import Problem
from scripts.common.progress import step
from scripts.pipeline.build import build_site  # first: it silences Material's banner
from scripts.pipeline.editions.branch import push_refs, worktrees_of, write_commit, write_tag
from scripts.pipeline.editions.commit_messages import (
    Step,
    commit_message,
    mend_tag,
    subject,
    tag_message,
    tag_of,
)
from scripts.pipeline.editions.edition_tree import edition_tree
from scripts.pipeline.editions.failures import failures_as_problems, refuse
from scripts.pipeline.editions.given_addresses import keep_addresses
from scripts.pipeline.editions.job import PublishJob
from scripts.pipeline.editions.listing import read_editions, unpack
from scripts.pipeline.editions.lock import Move
from scripts.pipeline.editions.mend import changed, lost
from scripts.pipeline.editions.missing import missing_problems
from scripts.pipeline.editions.moved import moved_problems
from scripts.pipeline.editions.noticed import noticed
from scripts.pipeline.editions.open_pages import keep_parts
from scripts.pipeline.editions.origin import Start, agree, remember
from scripts.pipeline.editions.preflight import (
    Options,
    number_problems,
    preflight,
    site_address,
)
from scripts.pipeline.editions.record import Source, describe, note_mend, seal
from scripts.pipeline.editions.run import Run, exclusive_run
from scripts.pipeline.editions.sbom import write_sbom

# isort: split

Build = Callable[[Path, Path, Mapping[str, str]], None]


@dataclass(frozen=True)
class Published:
    """The result of a run; without a `tag`, nothing changed.

    `mended` are the files that a mend changed, `noticed` the effects for readers, and
    `worktrees` those that have the branch checked out and still show its previous state.
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
        options: What is permitted; by default nothing that could be a mistake.
        build: Builds the site into a folder.

    Raises:
        ProblemsFound: something prevents it or failed; branch and tags are unchanged.
        BuildFailed: the build failed; branch and tags are unchanged.
    """
    options = options or Options()
    with failures_as_problems(root):
        step("Look for what hinders it")
        refuse(preflight(root, version, options))
        return _publish(root, version, options, build)


def _publish(root: Path, version: str, options: Options, build: Build) -> Published:
    """Run the steps in order, under the lock."""
    with exclusive_run(root) as run:
        source = Source.of(root)
        write_tag(run, "probe", source.commit, "Find out before the build whether tags can be made")
        step("Compare the branch with the remote's")
        start = agree(run, options.branch, offline=options.offline)
        editions = read_editions(run, start.base, options.branch)
        unusual: list[Problem] = []
        if not options.yes:
            address = site_address(root)
            unusual += missing_problems(run, start, editions, version)
            unusual += moved_problems(root, start, editions, version, address)
        refuse(unusual or number_problems(version, editions, start, options))
        job = PublishJob(run, root, version, options, source, start, editions)
        step("Build the site (minutes; a quarter of an hour the first time on a busy machine)")
        with run.temporary():
            settings = {"MIKE_DOCS_VERSION": version, "SOURCE_DATE_EPOCH": source.seconds}
            build(root, job.site, {**settings, "SITE_OFFLINE": "on"})
        refuse(_source_problems(root, source))
        return _write(job)


def _source_problems(root: Path, source: Source) -> list[Problem]:
    """A problem if the working tree changed during the build."""
    if Source.of(root) == source:
        return []
    what = "the work tree changed while the site was built"
    return [Problem("git status", 0, what, "let it rest and publish again")]


def _write(job: PublishJob) -> Published:
    """Commit a built site, and move branch and tag."""
    run, site, version, source, start = job.run, job.site, job.version, job.source, job.start
    step("Have every address that was given away lead on")
    before, is_latest = job.editions.latest, job.is_latest
    describe(site, version, site_address(job.root), source)
    write_sbom(job.root, site, source)
    changes: list[str] = []
    action, tag = Step.PUBLISH, tag_of(version)
    old = unpack(run, start.base, version, run.folder / "old") if job.options.mend else None
    if old:
        refuse(lost(version, old, site))
        keep_parts(old, site)
    ids = keep_addresses(job, old)
    if old:
        changes = changed(old, site)
        if not changes:
            _fast_forward(run, start)
            return Published(version, start, is_latest, None)
        mends = note_mend(site, old, f"{datetime.now(UTC):%Y-%m-%d}", source, changes)
        action, tag = Step.MEND, _free_tag(version, mends, start)
    step("Commit the edition")
    sealed = seal(site)
    message = commit_message(action, version, source.commit)
    commit = write_commit(run, edition_tree(job, ids), start.base, message)
    title, place = subject(action, version), (start.branch, commit)
    told = tag_message(title, place, sealed, uncommitted=bool(source.uncommitted))
    tag_object = write_tag(run, tag, source.commit, told)
    notice = noticed(run, start.base, commit, before, version if is_latest else before)
    branch = Move(f"refs/heads/{start.branch}", start.local, commit)
    push_refs(run, start, [branch, Move(f"refs/tags/{tag}", None, tag_object)])
    remember(run, start)
    worktrees = worktrees_of(run, start.branch)
    return Published(
        version, start, is_latest, tag, tuple(changes), tuple(notice), tuple(worktrees)
    )


def _fast_forward(run: Run, start: Start) -> None:
    """Fast-forward a branch that is behind the remote's."""
    if start.base != start.local:
        push_refs(run, start, [Move(f"refs/heads/{start.branch}", start.local, start.base)])
        remember(run, start)


def _free_tag(version: str, number: int, start: Start) -> str:
    """The first free tag of a mend, from this number on: tags are never overwritten."""
    while mend_tag(version, number) in start.tags:
        number += 1
    return mend_tag(version, number)
