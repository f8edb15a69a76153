"""Editions that tags tell of and the branch lacks, though nobody rolled them back.

The branch was deleted, forced back or mistyped, or a folder was renamed on it by hand: going on
from there would take away addresses that readers have, without a word.
"""

from __future__ import annotations

from scripts.common.git import ask
from scripts.common.problems import Problem
from scripts.pipeline.editions.commit_messages import TAG, commit_named_by, tag_of, taken_back
from scripts.pipeline.editions.listing import Editions
from scripts.pipeline.editions.numbers import NUMBER, order
from scripts.pipeline.editions.origin import Start
from scripts.pipeline.editions.run import Run


def missing_problems(run: Run, start: Start, editions: Editions, version: str) -> list[Problem]:
    """A problem if the branch lacks editions that have a tag; `version` is told otherwise."""
    log = run.git("log", "--format=%s", start.base) if start.base else ""
    known = {*editions.used, *taken_back(log.splitlines()), version}
    tagged = (tag.removeprefix(TAG) for tag in start.tags)
    gone = sorted({each for each in tagged if NUMBER.fullmatch(each)} - known, key=order)
    if not gone:
        return []
    several = len(gone) > 1
    what = (
        f"edition{'s' if several else ''} {', '.join(gone)} {'were' if several else 'was'} "
        f"published ({'there are tags' if several else f'there is a tag {tag_of(gone[0])}'}), "
        f"and {start.branch} lacks {'them' if several else 'it'}"
    )
    commit = _commit(run, start, gone[-1])
    if commit and start.base is None:
        back = f"bring it back with `git branch {start.branch} {commit}`"
    else:
        see = f"`git log {commit[:12]}` has it; " if commit else ""
        back = f"{see}`git log {start.branch}` shows what took it away" if start.base else ""
        back = back or "fetch the branch that has it, or name it (BRANCH)"
    return [Problem(start.branch, 0, what, f"{back}; if it is meant, add --yes (make: YES=1)")]


def _commit(run: Run, start: Start, version: str) -> str:
    """The commit of the branch that the tag of an edition names, if it is here."""
    tag = ask(run.root, "cat-file", "-p", start.tags[tag_of(version)]) or ""
    commit = commit_named_by(tag)
    return commit if commit and ask(run.root, "cat-file", "-t", commit) == "commit" else ""
