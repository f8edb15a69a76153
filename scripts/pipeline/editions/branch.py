"""What a run writes to the branch: trees, one commit, and the step that moves the refs."""

from __future__ import annotations

from scripts.common.git import GitFailed, ask, git
from scripts.common.problems import Problem, ProblemsFound
from scripts.pipeline.editions.lock import Move, note_moves
from scripts.pipeline.editions.origin import Start
from scripts.pipeline.editions.run import EDITION, Run

# Of the repository that is pushed to, which is the one that the run began in. The branch
# may be checked out in a worktree, which is told; hooks are for what people push; objects
# stay one pack, which git puts on the disk for good before it moves a ref.
_RECEIVE = (
    "git -c receive.denyCurrentBranch=ignore -c receive.denyDeletes=false"
    " -c receive.unpackLimit=1 -c receive.autogc=false -c core.hooksPath=no-hooks receive-pack"
)


def entries(run: Run, commit: str | None) -> dict[str, str]:
    """The root of a commit: name -> "mode type object"; empty without a commit."""
    if not commit:
        return {}
    lines = run.git("ls-tree", "-z", commit).split("\0")
    return {name: what for what, name in (line.split("\t", 1) for line in lines if line)}


def made_tree(run: Run, root: dict[str, str]) -> str:
    """The tree with these entries."""
    text = "".join(f"{what}\t{name}\0" for name, what in root.items())
    return run.git("mktree", "-z", text=text)


def committed(run: Run, tree: str, base: str | None, message: str) -> str:
    """One commit with this tree on top of `base`, signed where commits are.

    Raises:
        GitFailed: it cannot be made or signed.
    """
    parent = ["-p", base] if base else []
    sign = ["-S"] if ask_bool(run, "commit.gpgsign") else []
    return run.git("commit-tree", tree, *parent, *sign, "-m", message)


def tagged(run: Run, name: str, source: str, message: str) -> str:
    """An annotated tag on the source commit, signed where git is configured to sign tags.

    Raises:
        GitFailed: it cannot be made or signed.
    """
    run.git("tag", "--annotate", "-m", message, name, source)
    return run.git("rev-parse", f"refs/tags/{name}")


def ask_bool(run: Run, key: str) -> bool:
    """Whether a switch of git's configuration is on."""
    return ask(run.root, "config", "--type=bool", "--get", key) == "true"


def scratch_tree(run: Run) -> str:
    """The tree that mike left at the scratch ref."""
    return run.git("rev-parse", f"{EDITION}^{{tree}}")


def bring_over(run: Run, start: Start, moves: list[Move]) -> None:
    """Move refs of the real repository, all of them or none, if none has moved meanwhile.

    git brings objects into quarantine and the refs in one transaction with the old values
    compared (compare-and-swap). It runs in a session of its own and keeps the lock, so that
    whatever ends this process lets it come to its end before anybody else begins.

    Raises:
        ProblemsFound: a ref has another value than when the run began.
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
            now = ask(run.root, "rev-parse", "--verify", "--quiet", move.ref)
            if now != move.old:
                name = move.ref.split("/", 2)[2]
                what = f"{name} was moved by somebody else meanwhile"
                mend = "what they did stays; try again"
                raise ProblemsFound([Problem(start.branch, 0, what, mend)]) from None
        raise


def holders(run: Run, branch: str) -> list[str]:
    """Worktrees in which the branch is checked out: they still show what was before."""
    found, path = [], ""
    for line in git(run.root, "worktree", "list", "--porcelain").splitlines():
        if line.startswith("worktree "):
            path = line.removeprefix("worktree ")
        elif line == f"branch refs/heads/{branch}":
            found.append(path)
    return found
