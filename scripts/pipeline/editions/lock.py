"""The lock of publishing, and the cleanup after killed runs.

The lock is an flock, which the kernel releases when its process ends, however it ends. The push
that moves refs inherits it: while the git of a killed run is still working, no other run starts.
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
    """A ref with its old and new value; None means that it does not exist."""

    ref: str
    old: str | None
    new: str | None


def take_lock(path: Path) -> int | None:
    """Take the lock and return its file descriptor, or None if it is held.

    Raises:
        OSError: the file system does not support locks.
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
    """Log the refs that a run is about to move, for the cleanup if it is killed."""
    lines = [f"{move.ref} {move.old or '-'} {move.new or '-'}\n" for move in moves]
    with (folder / _MOVING).open("w", encoding="utf-8") as file:
        file.writelines(lines)
        file.flush()
        os.fsync(file.fileno())


def sweep(root: Path, common: Path, home: Path) -> None:
    """Delete the folders of killed runs; the caller holds the lock, so none is still running.

    A run that was killed while moving refs may have left git's lock files, objects in
    quarantine, and a branch without its tag.
    """
    for folder in home.glob("run-*"):
        with suppress(OSError, ValueError):
            lines = (folder / _MOVING).read_text(encoding="utf-8").splitlines()
            since = (folder / _MOVING).stat().st_mtime
            _recover(root, common, [_move(line) for line in lines], since)
        shutil.rmtree(folder, ignore_errors=True)


def _move(line: str) -> Move:
    ref, *values = line.split(" ")
    old, new = (None if value == "-" else value for value in values)
    return Move(ref, old, new)


def _recover(root: Path, common: Path, moves: list[Move], since: float) -> None:
    """Delete git's leftovers, and complete a transaction that was partly applied."""
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
    values = {move: ask(root, "rev-parse", "--verify", "--quiet", move.ref) for move in moves}
    if not any(value == move.new for move, value in values.items()):
        return
    for move, value in values.items():
        if value == move.old != move.new:
            if move.new is None:
                ask(root, "update-ref", "-d", move.ref, move.old or "")
            else:
                zero = "0" * len(move.new)
                ask(root, "update-ref", move.ref, move.new, move.old or zero)
