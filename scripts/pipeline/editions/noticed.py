"""What readers will notice of a commit on the branch: lost addresses, and a moved alias."""

from __future__ import annotations

from fnmatch import fnmatch

from scripts.content.permanent_ids import LATEST
from scripts.pipeline.editions.branch import entries
from scripts.pipeline.editions.mend import address
from scripts.pipeline.editions.numbers import NUMBER, order
from scripts.pipeline.editions.run import Run

_SHOWN = 10
_INTERNAL = ("*/pagefind/*", "*/assets/*")


def noticed(
    run: Run, base: str | None, commit: str, before: str | None, after: str | None
) -> list[str]:
    """Sentences for the publisher; `before` and `after` are the targets of the alias."""
    old, new = entries(run, base), entries(run, commit)
    sentences = [
        f"edition {name} is there from now on"
        for name in sorted(new.keys() - old.keys(), key=_order)
        if NUMBER.fullmatch(name)
    ]
    sentences += [
        f"edition {name} is gone: each of its addresses is answered by the 404 page"
        for name in sorted(old.keys() - new.keys(), key=_order)
        if NUMBER.fullmatch(name)
    ]
    if before != after:
        led = f", and no longer edition {before}" if before else ""
        sentences.append(f"{LATEST}/ shows edition {after}{led}" if after else f"{LATEST}/ is gone")
    if base:
        stayed = [
            name for name in old if all(" tree " in each.get(name, "") for each in (old, new))
        ]
        gone = _gone(run, base, commit, stayed)
        if gone:
            listed = ", ".join(gone[:_SHOWN]) + (" …" if len(gone) > _SHOWN else "")
            count = f"{len(gone)} address{'' if len(gone) == 1 else 'es'}"
            sentences.append(
                f"{count} lead{'s' if len(gone) == 1 else ''} nowhere any more: {listed}"
            )
    return sentences


def _order(name: str) -> tuple[int, ...]:
    return order(name) if NUMBER.fullmatch(name) else ()


def _gone(run: Run, base: str, commit: str, folders: list[str]) -> list[str]:
    """Addresses deleted in folders that remain."""
    options = ("--no-renames", "--diff-filter=D", "--name-only", "-r", "-z")
    paths = run.git("diff-tree", *options, base, commit).split("\0")
    return [
        address(path)
        for path in paths
        if path.partition("/")[0] in folders
        and not any(fnmatch(path, pattern) for pattern in _INTERNAL)
    ]
