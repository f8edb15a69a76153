"""Publishes an edition: one commit on a branch with everything in it, or none at all.

The order of a run stands in `publish`. What each step needs has a module of its own:
`preflight` (what hinders), `run` (lock, folder, scratch repository), `origin` (the remote
compared), `listing`, `record` and `mend` (the list of editions, what one says of itself,
what a mend changed) and `branch` (the commit, and the step that moves branch and tag).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from scripts.common.problems import Problem
from scripts.common.progress import step
from scripts.pipeline.build import build_site  # first: it quietens Material
from scripts.pipeline.editions.branch import bring_over, committed, holders, scratch_tree, tagged
from scripts.pipeline.editions.deploy import deploy
from scripts.pipeline.editions.failures import failures_told, refuse
from scripts.pipeline.editions.feeds import edition_feeds
from scripts.pipeline.editions.front_door import add_files, add_front_door, root_icon
from scripts.pipeline.editions.host_files import host_files
from scripts.pipeline.editions.kept import Keeper, read_rules
from scripts.pipeline.editions.leads import write_leads
from scripts.pipeline.editions.ledger import Ledger, ever_published, read_site, write_addresses
from scripts.pipeline.editions.listing import Editions, read_editions, unpack
from scripts.pipeline.editions.lock import Move
from scripts.pipeline.editions.mend import changed, files, lost
from scripts.pipeline.editions.noticed import noticed
from scripts.pipeline.editions.numbers import order
from scripts.pipeline.editions.open_pages import keep_parts, parts_before
from scripts.pipeline.editions.origin import TAG, Start, agree
from scripts.pipeline.editions.permanent import PermanentIds, ids_in, ids_published
from scripts.pipeline.editions.preflight import (
    Options,
    number_problems,
    preflight,
    site_address,
    site_setting,
)
from scripts.pipeline.editions.record import Source, describe, note_mend, read_record, seal
from scripts.pipeline.editions.run import EDITION, Run, alone
from scripts.pipeline.editions.sbom import write_sbom
from scripts.web.contact import read_contact

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
        site = run.folder / "site"
        step("Build the site (minutes; a quarter of an hour the first time on a busy machine)")
        with run.temporary():
            settings = {"MIKE_DOCS_VERSION": version, "SOURCE_DATE_EPOCH": source.seconds}
            build(root, site, {**settings, "SITE_OFFLINE": "on"})
        refuse(_moved(root, source))
        return _write(run, root, site, version, source, start, editions, options)


def _moved(root: Path, source: Source) -> list[Problem]:
    """The work tree changed under the build, so that it is from no one commit."""
    if Source.of(root) == source:
        return []
    what = "the work tree changed while the site was built"
    return [Problem("git status", 0, what, "let it rest and publish again")]


def _write(
    run: Run, root: Path, site: Path, version: str, source: Source, start: Start,
    editions: Editions, options: Options,
) -> Published:  # fmt: skip
    """Commit a built site, and move branch and tag to what was made."""
    step("Have every address that was given away lead on")
    before = editions.latest
    is_latest = all(order(version) >= order(other) for other in editions.numbers)
    describe(site, version, site_address(root), source)
    write_sbom(root, site, source)
    changes: list[str] = []
    action, tag = "Publish", TAG + version
    old = unpack(run, start.base, version, run.folder / "old") if options.mend else None
    if old:
        refuse([*_other_address(old, site, version, options), *lost(version, old, site)])
        keep_parts(old, site)
    ids = _keep(run, root, site, start, editions, everything=is_latest, own=old)
    if old:
        changes = changed(old, site)
        if not changes:
            _fast_forward(run, start)
            return Published(version, start, is_latest, None)
        mends = note_mend(site, old, f"{datetime.now(UTC):%Y-%m-%d}", source, changes)
        action, tag = "Mend", _free(f"{TAG}{version}-mended-", mends, start)
    step("Commit the edition")
    sealed = seal(site)
    run.begin(start.base)
    with run.environment():
        deploy(site, version, is_latest)
        if is_latest:
            add_files(parts_before(run, start.base, before, version))
        numbers = sorted({*editions.numbers, version}, key=order)
        add_files(edition_feeds(root, run, EDITION, numbers, editions.withdrawn))
        if is_latest:
            day, contact = source.date[:10], read_contact(site_setting(root, "contact"))
            beside = host_files(site_address(root), numbers, day, contact)
            before_it = [each for each in editions.numbers if each != version]
            add_front_door(root, {**beside, **root_icon(root), **ids.files(before_it)})
        elif late := ids.new_files(version):
            add_files(late)
    title = f"{action} edition {version}"
    commit = committed(run, scratch_tree(run), start.base, f"{title}\n\nSource: {source.commit}")
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


def _keep(
    run: Run, root: Path, site: Path, start: Start, editions: Editions, *,
    everything: bool, own: Path | None,
) -> PermanentIds:  # fmt: skip
    """Have addresses that were given away lead on: of all editions, or of the mended one alone.

    An edition that comes late and is not the newest keeps none but its own: readers are led to
    the newest. Returns the permanent ids.
    """
    now = read_site(site, root)
    ever: Ledger = ever_published(run, start.base) if everything or own else {}
    if own and not everything:
        had = files(own)
        ever = {path: each for path, each in ever.items() if path in had}
    rules = read_rules(root)
    keeper = Keeper(ever, now, rules)
    ids = PermanentIds(root, ids_in(site), ids_published(run, start.base), rules)
    refuse([*keeper.lost, *ids.problems(is_newest=everything)])
    standing = tuple(editions.numbers)
    kept = write_leads(root, site, keeper, ever, site_address(root), standing=standing)
    write_addresses(site, now, kept, ids.listed(is_newest=everything))
    return ids


def _other_address(old: Path, site: Path, version: str, options: Options) -> list[Problem]:
    """The edition was published for another address, which stands in all its pages."""
    then, now = (read_record(folder).get("site_url") for folder in (old, site))
    if options.yes or not then or then == now:
        return []
    what = f"edition {version} was published for {then}, and not for {now}"
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
