"""The remote that editions are pushed to, found as git finds it, and where it is contacted."""

from __future__ import annotations

import re
from collections.abc import Iterable
from contextlib import suppress

from scripts.common.git import GitFailed, ask, git
from scripts.common.problems import Problem, ProblemsFound
from scripts.pipeline.editions.run import Run

# Seconds; enough to type a passphrase, and less than anybody waits for nothing.
PATIENCE = 120
_CONFIG = ".git/config"
# What differs between two ways to the same repository: protocol, user, port and ending.
_WAY = re.compile(r"^(?:[a-z+]+://)?(?:[^@/]+@)?")


def find_remote(run: Run, branch: str) -> str | None:
    """The remote that git pushes the branch to, None if the repository has none.

    Settings come first (`pushRemote`, `remote.pushDefault`, the branch's own `remote`), then
    origin, then the only one.

    Raises:
        ProblemsFound: there are several, none is origin, and no setting names one.
    """
    names = git(run.root, "remote").split()
    if chosen := _chosen(run, branch):
        return chosen
    own = _setting(run, f"branch.{branch}.remote")
    if own in names:
        return own
    if "origin" in names:
        return "origin"
    if len(names) > 1:
        what = f"there are {len(names)} remotes, and none is origin: {', '.join(names)}"
        raise ProblemsFound([Problem(_CONFIG, 0, what, _choose(branch, "NAME"))])
    return names[0] if names else None


def refuse_newer_elsewhere(run: Run, branch: str, remote: str | None, base: str | None) -> None:
    """Refuse to go on from `base` if another remote was seen with more of the same editions.

    A fork that is behind would otherwise lose what was published where it was forked from.

    Raises:
        ProblemsFound: there is such a remote, and no setting says where editions are pushed.
    """
    if base is None or _chosen(run, branch):
        return
    for other in git(run.root, "remote").split():
        seen = ask(run.root, "rev-parse", "--verify", "--quiet", f"refs/remotes/{other}/{branch}")
        if other == remote or seen is None:
            continue
        beyond: list[str] = []
        with suppress(GitFailed):  # they share no history
            run.git("merge-base", base, seen)
            beyond = run.git("log", "--format=%s", f"{base}..{seen}").splitlines()
        if beyond:
            what = f"{other} has what {remote or 'this repository'} lacks: {', '.join(beyond[:5])}"
            raise ProblemsFound([Problem(branch, 0, what, _choose(branch, remote or other))])


def places(run: Run, remote: str) -> list[str]:
    """What to contact: the remote, or the other addresses that it pushes to.

    The same repository by another protocol, as with `pushInsteadOf`, is no other address.
    """
    fetched = _addresses(run, remote)
    pushed = _addresses(run, remote, "--push")
    ways = {_way(each) for each in fetched[:1]}
    return [remote if _way(each) in ways else each for each in pushed] or [remote]


def refs_at(run: Run, place: str, patterns: Iterable[str]) -> dict[str, str]:
    """The refs that match at a remote or address, with their hashes.

    Raises:
        ProblemsFound: it does not answer.
    """
    try:
        output = run.git("ls-remote", place, *patterns, patience=PATIENCE)
    except GitFailed as error:
        remedy = (
            f"see to it that `git ls-remote {place}` answers, or add --offline (make: OFFLINE=1)"
        )
        what = f"the remote {place} does not answer: {_first_line(str(error))}"
        raise ProblemsFound([Problem(_CONFIG, 0, what, remedy)]) from None
    pairs = (line.split("\t") for line in output.splitlines() if "\t" in line)
    return {name: value for value, name in pairs}


def refs_of(run: Run, remote: str, branch: str, tags: str) -> tuple[str, dict[str, str]]:
    """The place to fetch from, and the refs of the branch and of the tags there.

    Raises:
        ProblemsFound: it does not answer, or the addresses that it pushes to do not agree.
    """
    ref = f"refs/heads/{branch}"
    found = {place: refs_at(run, place, (ref, tags)) for place in places(run, remote)}
    if len({refs.get(ref) for refs in found.values()}) > 1:
        heads = ", ".join(
            f"{place} ({(refs.get(ref) or 'none')[:8]})" for place, refs in found.items()
        )
        what = f"{remote} is pushed to more than one address, and {branch} differs there: {heads}"
        remedy = f"push the newer {branch} to the other address, or take one pushurl away"
        raise ProblemsFound([Problem(_CONFIG, 0, what, remedy)])
    place = next(iter(found))
    return place, {name: value for refs in found.values() for name, value in refs.items()}


def _setting(run: Run, key: str) -> str:
    return ask(run.root, "config", "--get", key) or ""


def _chosen(run: Run, branch: str) -> str:
    """The remote that a setting names for pushing the branch, "" if none does."""
    return _setting(run, f"branch.{branch}.pushRemote") or _setting(run, "remote.pushDefault")


def _addresses(run: Run, remote: str, *options: str) -> list[str]:
    return (ask(run.root, "remote", "get-url", *options, "--all", remote) or "").splitlines()


def _way(address: str) -> str:
    """An address without what differs between protocols: host, and path without .git."""
    rest = _WAY.sub("", address.strip()).removesuffix("/").removesuffix(".git")
    host, _, path = rest.partition("/") if "/" in rest.partition(":")[0] else rest.partition(":")
    return f"{host}/{re.sub(r'^[0-9]+/', '', path).strip('/')}".lower()


def _choose(branch: str, name: str) -> str:
    return f"say where editions are pushed to: git config branch.{branch}.pushRemote {name}"


def _first_line(output: str) -> str:
    lines = [line.strip() for line in output.splitlines() if line.strip()]
    return lines[0] if lines else "no reason given"
