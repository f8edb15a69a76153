"""Undoes the last step on the branch of editions, in a new commit on top."""

from __future__ import annotations

from pathlib import Path

from scripts.common.git import GitFailed
from scripts.common.problems import Problem, ProblemsFound
from scripts.pipeline.editions.branch import entries, write_commit, write_tree
from scripts.pipeline.editions.change import Change, Done, begin_change, finish_change
from scripts.pipeline.editions.commit_messages import (
    UNDOES,
    is_rollback,
    is_step,
    rollback_message,
)
from scripts.pipeline.editions.failures import refuse
from scripts.pipeline.editions.listing import read_editions
from scripts.pipeline.editions.lock import Move
from scripts.pipeline.editions.origin import has_ancestor
from scripts.pipeline.editions.preflight import Options


def roll_back(root: Path, options: Options) -> Done:
    """Undo the last publishing, mend or withdrawal that is not yet undone.

    Files that were committed by other means, such as a CNAME, stay. The tag is deleted too if
    nobody can have seen it, because the commit was never pushed.

    Raises:
        ProblemsFound: there is nothing to undo, it was pushed and --yes is missing, or
            something failed; branch and tags are unchanged.
    """
    with begin_change(root, options) as change:
        run, start = change.run, change.start
        target = _last_step(change)
        subject = run.git("log", "-1", "--format=%s", target)
        pushed = start.pushed is not None and has_ancestor(run, start.pushed, target)
        if pushed and not options.yes:
            what = f"“{subject}” is on {start.remote}, where readers have met it"
            remedy = "to take it back all the same, add --yes (make: YES=1)"
            refuse([Problem(start.branch, 0, what, remedy)])
        tree = write_tree(run, _reverted_tree(change, target))
        commit = write_commit(run, tree, change.base, rollback_message(subject, target))
        before = read_editions(run, change.base, start.branch).latest
        after = read_editions(run, commit, start.branch).latest
        tags, remarks = _tag_moves(change, target, pushed)
        return finish_change(change, commit, (before, after), tags, remarks)


def _last_step(change: Change) -> str:
    """The newest of our commits that no later one undoes."""
    undone = set()
    form = f"--format=%H%x00%s%x00%(trailers:key={UNDOES},valueonly,separator=%x20)"
    for line in change.run.git("log", "--first-parent", form, change.base).splitlines():
        commit, subject, undoes = line.split("\0")
        if is_rollback(subject):
            undone.add(undoes.strip())
        elif is_step(subject) and commit not in undone:
            return commit
    branch = change.start.branch
    what = "there is no publishing left to undo"
    raise ProblemsFound([Problem(branch, 0, what, f"see `git log {branch}`")])


def _reverted_tree(change: Change, target: str) -> dict[str, str]:
    """The root tree of the branch with the changes of the commit reverted."""
    run, branch = change.run, change.start.branch
    parent = run.git("log", "-1", "--format=%P", target).partition(" ")[0]
    old, new, current = entries(run, parent), entries(run, target), entries(run, change.base)
    for name in old.keys() | new.keys():
        if old.get(name) == new.get(name):
            continue
        if current.get(name) != new.get(name):
            remedy = f"see `git log {branch} -- {name}`, and take that back first"
            what = "this was changed since by other ways"
            raise ProblemsFound([Problem(f"{branch}:{name}", 0, what, remedy)])
        current.pop(name, None)
        if name in old:
            current[name] = old[name]
    return current


def _tag_moves(change: Change, target: str, pushed: bool) -> tuple[list[Move], list[str]]:
    """The moves of the tags whose message names the commit, and remarks for the publisher."""
    start = change.start
    moves, remarks = [], []
    for tag, tag_object in start.tags.items():
        if not _names(change, tag_object, target):
            continue
        if pushed or tag in start.distant or not start.asked:
            remarks.append(f"the tag {tag} stays, and its number is not used again")
        else:
            moves.append(Move(f"refs/tags/{tag}", tag_object, None))
            remarks.append(f"the tag {tag}, which nobody has met, is deleted")
    return moves, remarks


def _names(change: Change, tag: str, target: str) -> bool:
    try:
        return target in change.run.git("cat-file", "-p", tag)
    except GitFailed:  # a remote tag that was not fetched
        return False
