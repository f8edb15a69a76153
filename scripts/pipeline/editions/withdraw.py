"""Withdraws an edition: puts a notice at each of its addresses."""

from __future__ import annotations

import json
import shutil
from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path

from mike import git_utils

from scripts.common.problems import Problem
from scripts.content.permanent_ids import LATEST
from scripts.pipeline.editions.branch import entries, write_commit, write_tree
from scripts.pipeline.editions.change import Change, Done, begin_change, finish_change
from scripts.pipeline.editions.commit_messages import Step, subject
from scripts.pipeline.editions.failures import refuse
from scripts.pipeline.editions.feeds import edition_feeds
from scripts.pipeline.editions.kept import Keeper, answer_with_notice, read_permalink_rules
from scripts.pipeline.editions.leads import Withdrawn, write_leads
from scripts.pipeline.editions.ledger import ever_published, read_site
from scripts.pipeline.editions.listing import VERSIONS, WITHDRAWN, Editions, read_editions, unpack
from scripts.pipeline.editions.mend import redirected_in
from scripts.pipeline.editions.notices import write_notices
from scripts.pipeline.editions.open_pages import keep_parts
from scripts.pipeline.editions.permanent import PermanentIds, ids_at, ids_published
from scripts.pipeline.editions.preflight import Options, site_address
from scripts.pipeline.editions.record import seal
from scripts.pipeline.editions.run import EDITION


def withdraw(root: Path, version: str, options: Options) -> Done:
    """Put a notice at every address of an edition, in one commit.

    The alias moves to the newest remaining edition. The number is not reused, and the text stays
    in the history of the branch.

    Raises:
        ProblemsFound: there is no such edition, or something failed; the branch is unchanged.
    """
    with begin_change(root, options) as change:
        editions = read_editions(change.run, change.base, options.branch)
        refuse(_problems(version, editions))
        before = editions.latest
        remaining = [each for each in editions.numbers if each != version]
        after = before if before != version else remaining[0] if remaining else version
        day = f"{datetime.now(UTC):%Y-%m-%d}"
        editions.versions.remove(version)
        editions.withdrawn[version] = day
        if after != version and after != before:
            editions.versions.update(after, aliases=[LATEST])
        notices = _notices(change, root, version, day, None if after == version else after)
        newest = None
        if before == version:
            newest = _newest(change, root, Withdrawn(version, day), editions, after, notices)
        ids_after = ids_at(change.run, change.base, after) if after and after != version else {}
        ids = PermanentIds(
            root, ids_after, ids_published(change.run, change.base), read_permalink_rules(root)
        )
        beside = ids.files(remaining, editions.withdrawn)
        tree = _tree(change, root, notices, version, editions, newest, beside)
        tree_object = write_tree(change.run, tree)
        message = subject(Step.WITHDRAW, version)
        commit = write_commit(change.run, tree_object, change.base, message)
        remarks = (
            f"every page and file of edition {version} says that it was withdrawn; "
            "its pictures and its search are gone",
            "the text is still in the history of the branch and, as sources, under its tag",
        )
        return finish_change(change, commit, (before, after), (), remarks)


def _problems(version: str, editions: Editions) -> list[Problem]:
    if version in editions.numbers:
        return []
    day = editions.withdrawn.get(version)
    what = f"edition {version} was withdrawn {day}" if day else f"there is no edition {version}"
    return [Problem("VERSION", 0, what, "see which there are with make editions")]


def _notices(change: Change, root: Path, version: str, day: str, newest: str | None) -> Path:
    """The folder of the notices that replace the edition."""
    run = change.run
    old = unpack(run, change.base, version, run.folder / "old")
    latest = unpack(run, change.base, newest, run.folder / "newest") if newest else None
    notices = run.folder / "notices"
    with run.temporary():
        write_notices(root, old, notices, version, day, latest)
    seal(notices)
    return notices


def _newest(
    change: Change,
    root: Path,
    withdrawn: Withdrawn,
    editions: Editions,
    after: str | None,
    notices: Path,
) -> Path:
    """The new folder of the alias: the previous edition, and all published addresses.

    Addresses that only the withdrawn edition had get a notice.
    """
    run = change.run
    folder = run.folder / "alias"
    if after is None or after == withdrawn.version:
        shutil.copytree(notices, folder)
    else:
        unpack(run, change.base, after, folder)
    # A page below the alias may be open in a browser, and loads its scripts on demand.
    parts = keep_parts(unpack(run, change.base, LATEST, run.folder / "alias-before"), folder)
    kept = redirected_in(folder)
    ever = {
        path: each for path, each in ever_published(run, change.base).items() if path not in kept
    }
    keeper = Keeper(ever, read_site(folder), read_permalink_rules(root))
    answer_with_notice(keeper)
    standing = tuple(editions.numbers)
    with run.temporary():
        redirects = write_leads(root, folder, keeper, ever, site_address(root), withdrawn, standing)
    if redirects or parts:
        seal(folder)
    return folder


def _tree(
    change: Change, root: Path, notices: Path, version: str, editions: Editions,
    newest: Path | None, beside: Mapping[str, str],
) -> dict[str, str]:  # fmt: skip
    """The root tree of the branch, with the notices in place of the edition."""
    run = change.run
    lists = {
        VERSIONS: f"{editions.versions.dumps()}\n",
        WITHDRAWN: f"{json.dumps(editions.withdrawn, indent=2)}\n",
    }
    lists |= edition_feeds(root, run, change.base, editions.numbers, editions.withdrawn)
    lists |= beside
    run.begin(change.base)
    with run.environment(), git_utils.Commit(EDITION, "Notices", allow_empty=True) as commit:
        folders = {version: notices} | ({LATEST: newest} if newest else {})
        commit.delete_files(list(folders))
        for name, folder in folders.items():
            for file in git_utils.walk_real_files(str(folder)):
                commit.add_file(file.copy(name, str(folder)))
        for name, text in lists.items():
            commit.add_file(git_utils.FileInfo(name, text))
    return entries(run, EDITION)
