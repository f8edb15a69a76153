"""The git objects that a run writes to the branch, and the atomic push that moves the refs."""

from __future__ import annotations

from pathlib import Path

from scripts.common.git import GitFailed, ask, git
from scripts.common.problems import Problem, ProblemsFound
from scripts.pipeline.editions.lock import Move, note_moves
from scripts.pipeline.editions.origin import Start
from scripts.pipeline.editions.run import EDITION, Run

# Settings of the receiving repository, which is the one that the run began in. The branch may
# be checked out in a worktree, which is reported; hooks are for pushes by people; objects stay
# one pack, which git syncs to disk before it moves a ref.
_RECEIVE = (
    "git -c receive.denyCurrentBranch=ignore -c receive.denyDeletes=false"
    " -c receive.unpackLimit=1 -c receive.autogc=false -c core.hooksPath=no-hooks receive-pack"
)


def entries(run: Run, commit: str | None) -> dict[str, str]:
    """The root tree of a commit: name -> "mode type object"; empty without a commit."""
    if not commit:
        return {}
    lines = run.git("ls-tree", "-z", commit).split("\0")
    return {name: entry for entry, name in (line.split("\t", 1) for line in lines if line)}


def write_tree(run: Run, root: dict[str, str]) -> str:
    """Write a tree with these entries; returns its hash."""
    text = "".join(f"{entry}\t{name}\0" for name, entry in root.items())
    return run.git("mktree", "-z", text=text)


def write_commit(run: Run, tree: str, base: str | None, message: str) -> str:
    """Write a commit of this tree on top of `base`, signed if git is configured to sign commits.

    Raises:
        GitFailed: it cannot be made or signed.
    """
    parent = ["-p", base] if base else []
    sign = ["-S"] if git_flag(run, "commit.gpgsign") else []
    return run.git("commit-tree", tree, *parent, *sign, "-m", message)


def write_tag(run: Run, name: str, source: str, message: str) -> str:
    """Write an annotated tag on the source commit, signed if git is configured to sign tags.

    Raises:
        GitFailed: it cannot be made or signed.
    """
    run.git("tag", "--annotate", "-m", message, name, source)
    return run.git("rev-parse", f"refs/tags/{name}")


def git_flag(run: Run, key: str) -> bool:
    """A boolean setting of git's configuration."""
    return ask(run.root, "config", "--type=bool", "--get", key) == "true"


def scratch_tree(run: Run) -> str:
    """The tree that mike left at the scratch ref."""
    return run.git("rev-parse", f"{EDITION}^{{tree}}")


def push_refs(run: Run, start: Start, moves: list[Move]) -> None:
    """Move refs of the real repository atomically, if none has moved meanwhile.

    git receives the objects in quarantine and moves the refs in one transaction that compares
    their old values (compare-and-swap). It runs in its own session and inherits the lock, so
    that it finishes before another run starts, even if this process is killed.

    Raises:
        ProblemsFound: a ref has changed since the run began.
        GitFailed: git could not write (a full disk, a lock left behind).
    """
    leases = [f"--force-with-lease={move.ref}:{move.old or ''}" for move in moves]
    refs = [f"{move.new or ''}:{move.ref}" for move in moves]
    options = ("--quiet", "--atomic", "--no-verify", "--no-signed", "--no-follow-tags")
    note_moves(run.folder, moves)
    try:
        run.git("push", *options, "--recurse-submodules=no", f"--receive-pack={_RECEIVE}",
                *leases, str(run.common), *refs, apart=True)  # fmt: skip
    except GitFailed:
        for move in moves:
            value = ask(run.root, "rev-parse", "--verify", "--quiet", move.ref)
            if value != move.old:
                name = move.ref.split("/", 2)[2]
                what = f"{name} was moved by somebody else meanwhile"
                remedy = "what they did stays; try again"
                raise ProblemsFound([Problem(start.branch, 0, what, remedy)]) from None
        raise


def push_command(root: Path, remote: str | None, branch: str, tag: str = "") -> str:
    """The command that pushes a branch, and a tag with it.

    A name that both a branch and a tag have is written in full, since git refuses it otherwise.
    """
    names = [_full(root, "heads", "tags", branch)]
    names += [_full(root, "tags", "heads", tag)] if tag else []
    atomic = "--atomic " if tag else ""
    return f"git push {atomic}{remote or 'origin'} {' '.join(names)}"


def _full(root: Path, kind: str, other: str, name: str) -> str:
    taken = ask(root, "rev-parse", "--verify", "--quiet", f"refs/{other}/{name}") is not None
    return f"refs/{kind}/{name}" if taken else name


def worktrees_of(run: Run, branch: str) -> list[str]:
    """Worktrees that have the branch checked out: they still show its previous state."""
    paths, path = [], ""
    for line in git(run.root, "worktree", "list", "--porcelain").splitlines():
        if line.startswith("worktree "):
            path = line.removeprefix("worktree ")
        elif line == f"branch refs/heads/{branch}":
            paths.append(path)
    return paths
