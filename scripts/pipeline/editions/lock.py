"""Who may publish now, and what a run that was killed left behind.

The lock is one of the system's (flock), so that it is gone when its process is, however that
ended. The step that moves refs inherits it: while a git of a killed run is still at work,
nobody else begins.
"""

from __future__ import annotations

import os
import shutil
import sys
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from scripts.common.git import ask

if sys.platform == "win32":
    import msvcrt
else:
    import fcntl

_MOVING = "moving"


@dataclass(frozen=True)
class Move:
    """A ref and its two values; None is a ref that does not exist."""

    ref: str
    old: str | None
    new: str | None


def locked(path: Path) -> int | None:
    """Take the lock and return its file descriptor, or None if somebody has it.

    Raises:
        OSError: the file system knows no locks.
    """
    descriptor = os.open(path, os.O_RDWR | os.O_CREAT, 0o666)
    try:
        if sys.platform == "win32":
            msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
        else:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except (BlockingIOError, PermissionError):
        os.close(descriptor)
        return None
    except OSError:
        os.close(descriptor)
        raise
    return descriptor


def note_moves(folder: Path, moves: list[Move]) -> None:
    """Write down which refs a run is about to move, for whoever finds its folder."""
    lines = [f"{move.ref} {move.old or '-'} {move.new or '-'}\n" for move in moves]
    with (folder / _MOVING).open("w", encoding="utf-8") as file:
        file.writelines(lines)
        file.flush()
        os.fsync(file.fileno())


def sweep(root: Path, common: Path, home: Path) -> None:
    """Delete the folders of killed runs; under the lock, so that none of them lives.

    A run that was killed as it moved refs may have left git's own lock files, objects in
    quarantine, and a branch without its tag.
    """
    for folder in home.glob("run-*"):
        with suppress(OSError, ValueError):
            lines = (folder / _MOVING).read_text(encoding="utf-8").splitlines()
            since = (folder / _MOVING).stat().st_mtime
            _end(root, common, [_move(line) for line in lines], since)
        shutil.rmtree(folder, ignore_errors=True)


def _move(line: str) -> Move:
    ref, *values = line.split(" ")
    old, new = (None if value == "-" else value for value in values)
    return Move(ref, old, new)


def _end(root: Path, common: Path, moves: list[Move], since: float) -> None:
    """Put away what git left, and finish a transaction that had begun to take effect."""
    locks = [common / f"{move.ref}.lock" for move in moves]
    if any(move.new is None for move in moves):
        locks += [common / "packed-refs.lock", common / "packed-refs.new"]
    for lock in locks:
        if lock.exists() and lock.stat().st_mtime >= since:
            lock.unlink(missing_ok=True)
    for pattern in ("tmp_objdir-incoming-*", "incoming-*"):
        for folder in (common / "objects").glob(pattern):
            if folder.stat().st_mtime >= since:
                shutil.rmtree(folder, ignore_errors=True)
    now = {move: ask(root, "rev-parse", "--verify", "--quiet", move.ref) for move in moves}
    if not any(value == move.new for move, value in now.items()):
        return
    for move, value in now.items():
        if value == move.old != move.new:
            if move.new is None:
                ask(root, "update-ref", "-d", move.ref, move.old or "")
            else:
                none = "0" * len(move.new)
                ask(root, "update-ref", move.ref, move.new, move.old or none)
