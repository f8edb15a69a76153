"""Takes the last step on the branch of editions back, in a new commit on top."""

from __future__ import annotations

from pathlib import Path

from scripts.common.git import GitFailed
from scripts.common.problems import Problem, ProblemsFound
from scripts.pipeline.editions.branch import committed, entries, made_tree
from scripts.pipeline.editions.change import Change, Done, begun, finished
from scripts.pipeline.editions.failures import refuse
from scripts.pipeline.editions.listing import read_editions
from scripts.pipeline.editions.lock import Move
from scripts.pipeline.editions.origin import holds
from scripts.pipeline.editions.preflight import Options

_STEPS = ("Publish edition ", "Mend edition ", "Withdraw edition ")
_BACK = "Roll back: "


def roll_back(root: Path, options: Options) -> Done:
    """Undo the last publishing, mend or withdrawal that is not undone yet.

    What came to the branch by other ways, such as a CNAME, stays. The tag goes too if
    nobody can have met it, because the commit was never pushed.

    Raises:
        ProblemsFound: there is nothing to undo, it was pushed and --yes is lacking, or
            something failed; branch and tags are as before.
    """
    with begun(root, options) as change:
        run, start = change.run, change.start
        target = _last_step(change)
        subject = run.git("log", "-1", "--format=%s", target)
        pushed = start.pushed is not None and holds(run, start.pushed, target)
        if pushed and not options.yes:
            what = f"“{subject}” is on {start.remote}, where readers have met it"
            mend = "to take it back all the same, add --yes (make: YES=1)"
            refuse([Problem(start.branch, 0, what, mend)])
        tree = made_tree(run, _without(change, target))
        commit = committed(run, tree, change.base, f"{_BACK}{subject}\n\nUndoes: {target}")
        before = read_editions(run, change.base, start.branch).latest
        after = read_editions(run, commit, start.branch).latest
        tags, remarks = _tags(change, target, pushed)
        return finished(change, commit, (before, after), tags, remarks)


def _last_step(change: Change) -> str:
    """The newest commit of ours that no later one undoes."""
    undone = set()
    form = "--format=%H%x00%s%x00%(trailers:key=Undoes,valueonly,separator=%x20)"
    for line in change.run.git("log", "--first-parent", form, change.base).splitlines():
        commit, subject, undoes = line.split("\0")
        if subject.startswith(_BACK):
            undone.add(undoes.strip())
        elif subject.startswith(_STEPS) and commit not in undone:
            return commit
    branch = change.start.branch
    what = "there is no publishing left to undo"
    raise ProblemsFound([Problem(branch, 0, what, f"see `git log {branch}`")])


def _without(change: Change, target: str) -> dict[str, str]:
    """The root of the branch with what the commit changed put back."""
    run, branch = change.run, change.start.branch
    parent = run.git("log", "-1", "--format=%P", target).partition(" ")[0]
    old, new, now = entries(run, parent), entries(run, target), entries(run, change.base)
    for name in old.keys() | new.keys():
        if old.get(name) == new.get(name):
            continue
        if now.get(name) != new.get(name):
            mend = f"see `git log {branch} -- {name}`, and take that back first"
            what = "this was changed since by other ways"
            raise ProblemsFound([Problem(f"{branch}:{name}", 0, what, mend)])
        now.pop(name, None)
        if name in old:
            now[name] = old[name]
    return now


def _tags(change: Change, target: str, pushed: bool) -> tuple[list[Move], list[str]]:
    """What becomes of the tags whose message names the commit, and how to say it."""
    start = change.start
    moves, remarks = [], []
    for tag, made in start.tags.items():
        if not _names(change, made, target):
            continue
        if pushed or tag in start.distant or not start.asked:
            remarks.append(f"the tag {tag} stays, and its number is not used again")
        else:
            moves.append(Move(f"refs/tags/{tag}", made, None))
            remarks.append(f"the tag {tag}, which nobody has met, is deleted")
    return moves, remarks


def _names(change: Change, tag: str, target: str) -> bool:
    try:
        return target in change.run.git("cat-file", "-p", tag)
    except GitFailed:  # a tag of the remote's that was not fetched
        return False
