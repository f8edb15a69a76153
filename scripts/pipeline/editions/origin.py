"""The commit that a new edition starts from: compares the local branch with the remote's.

Publishing from a clone that lacks an edition would lose it, so the remote is contacted first.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, field

from scripts.common.git import GitFailed, ask, git
from scripts.common.problems import Problem, ProblemsFound
from scripts.pipeline.editions.commit_messages import TAG, published_by, tag_of
from scripts.pipeline.editions.remote import find_remote, refs_of, refuse_newer_elsewhere
from scripts.pipeline.editions.run import Run

_FETCHED = "refs/heads/fetched"


@dataclass(frozen=True)
class Start:
    """The branch locally (`local`) and on the remote (`pushed`), and the commit to start from.

    `local` is the old value for the compare-and-swap: it may be behind `base`. `tags` maps the
    tags of editions, local and remote, to their objects; `distant` only those on the remote.
    `asked` is False if there is a remote that was not contacted (`--offline`).
    """

    branch: str
    local: str | None
    pushed: str | None
    base: str | None
    remote: str | None
    asked: bool
    tags: dict[str, str] = field(default_factory=dict)
    distant: dict[str, str] = field(default_factory=dict)


def agree(run: Run, branch: str, *, offline: bool) -> Start:
    """Compare the branch with the remote's, and choose the parent of the next commit.

    A shallow clone is deepened first. Nothing else in the repository changes: the remote's
    branch is fetched into the scratch repository.

    Raises:
        ProblemsFound: the two have diverged, the remote does not answer or was rewritten,
            history is missing, or the branch does not hold editions.
    """
    remote = find_remote(run, branch)
    seen = _local_commit(run, f"refs/remotes/{remote}/{branch}")
    local = _local_commit(run, f"refs/heads/{branch}")
    asked = remote is not None and not offline
    pushed, distant = seen, {}
    if remote and asked:
        place, refs = refs_of(run, remote, branch, f"refs/tags/{TAG}*")
        _unshallow(run, remote)
        _refuse_treeless(run, remote)
        pushed = refs.get(f"refs/heads/{branch}")
        if pushed:
            fetch = ("fetch", "--quiet", "--no-tags", "--no-write-fetch-head", "--refmap=")
            run.git(*fetch, place, f"+refs/heads/{branch}:{_FETCHED}")
            pushed = run.git("rev-parse", _FETCHED)
            if seen and not has_ancestor(run, pushed, seen):
                raise ProblemsFound([_rewritten(remote, branch, seen, pushed)])
        pushed = pushed or seen
        distant = {
            name.removeprefix("refs/tags/"): value
            for name, value in refs.items()
            if name.startswith("refs/tags/") and not name.endswith("^{}")
        }
    elif _is_shallow(run):
        raise ProblemsFound([_shallow(remote or "origin")])
    base = _newest(run, remote or "origin", branch, local, pushed, distant)
    refuse_newer_elsewhere(run, branch, remote, base)
    if base and not _is_of_editions(run, base):
        what = f"{branch} holds something else than editions"
        raise ProblemsFound([Problem("BRANCH", 0, what, "leave BRANCH out, or name another")])
    tags = _tags(run) | distant
    return Start(branch, local, pushed, base, remote, asked or remote is None, tags, distant)


def _local_commit(run: Run, ref: str) -> str | None:
    """The commit of a ref in the real repository, None if it does not exist."""
    return ask(run.root, "rev-parse", "--verify", "--quiet", ref)


def _unshallow(run: Run, remote: str) -> None:
    """Unshallow a shallow clone."""
    if not _is_shallow(run):
        return
    with suppress(GitFailed):
        git(run.root, "fetch", "--quiet", "--unshallow", remote)
    if _is_shallow(run):
        raise ProblemsFound([_shallow(remote)])


def _refuse_treeless(run: Run, remote: str) -> None:
    """Refuse a treeless clone; a blobless one is fine, since git fetches blobs on demand."""
    filtered = ask(run.root, "config", f"remote.{remote}.partialclonefilter") or ""
    if filtered.startswith("tree:"):
        what, remedy = "this clone was made without trees", "clone anew, without --filter=tree"
        raise ProblemsFound([Problem(".git/config", 0, what, remedy)])


def _is_shallow(run: Run) -> bool:
    return git(run.root, "rev-parse", "--is-shallow-repository") == "true"


def has_ancestor(run: Run, commit: str, older: str) -> bool:
    """Whether `older` is an ancestor of `commit`."""
    with suppress(GitFailed):
        run.git("merge-base", "--is-ancestor", older, commit)
        return True
    return False


def _is_of_editions(run: Run, base: str) -> bool:
    """Whether the branch shares no history with the sources, and has a list if it has folders."""
    head = git(run.root, "rev-parse", "HEAD")
    with suppress(GitFailed):
        run.git("merge-base", head, base)
        return False
    folders = run.git("ls-tree", "-d", "--name-only", base)
    return not folders or bool(run.git("ls-tree", "--name-only", base, "versions.json"))


def _newest(
    run: Run,
    remote: str,
    branch: str,
    local: str | None,
    pushed: str | None,
    distant: Mapping[str, str],
) -> str | None:
    """Whichever of the two contains the other; raises if they have diverged."""
    if not local or not pushed or has_ancestor(run, pushed, local):
        return pushed or local
    if has_ancestor(run, local, pushed):
        return local
    counts = run.git("rev-list", "--left-right", "--count", f"{local}...{pushed}").split()
    what = f"{branch} and {remote}'s {branch} have diverged ({counts[0]} here, {counts[1]} there)"
    own = [
        f" and `git tag --delete {tag}`"
        for tag in _unshared(run, local, pushed)
        if distant.get(tag) != _local_commit(run, f"refs/tags/{tag}")
    ]
    remedy = f"set yours aside with `git branch --move {branch} {branch}-aside`{''.join(own)}"
    retry = "publish again under the next number: what is there stays"
    raise ProblemsFound([Problem(branch, 0, what, f"{remedy}, then {retry}")])


def _unshared(run: Run, local: str, pushed: str) -> Iterator[str]:
    """Tags of editions that only the local branch has published."""
    subjects = run.git("log", "--format=%s", f"{pushed}..{local}").splitlines()
    for version in filter(None, map(published_by, subjects)):
        if _local_commit(run, f"refs/tags/{tag_of(version)}"):
            yield tag_of(version)


def remember(run: Run, start: Start) -> None:
    """Note what was met on the remote where `git fetch` notes it, so that git knows it too."""
    if start.asked and start.remote and start.pushed:
        ask(run.root, "update-ref", f"refs/remotes/{start.remote}/{start.branch}", start.pushed)


def _tags(run: Run) -> dict[str, str]:
    """The local tags of editions, with their objects."""
    form = "--format=%(refname:strip=2) %(objectname)"
    lines = git(run.root, "for-each-ref", form, f"refs/tags/{TAG}*").splitlines()
    return dict(line.rsplit(" ", 1) for line in lines)


def _rewritten(remote: str, branch: str, seen: str, pushed: str) -> Problem:
    what = f"{branch} was rewritten on {remote}: {pushed[:8]} no longer holds {seen[:8]}"
    tracking = f"{remote}/{branch}"
    accept = f"if that is meant, run `git fetch {remote} +{branch}:refs/remotes/{tracking}`"
    see = f"`git log {tracking}..{seen[:8]}` then shows what is gone there"
    return Problem(branch, 0, what, f"{accept}; {see}")


def _shallow(remote: str) -> Problem:
    what = "this clone lacks a part of the history, and with it editions and dates"
    return Problem(".git/shallow", 0, what, f"run git fetch --unshallow {remote}")
