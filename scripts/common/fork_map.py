"""Runs one function over many items in forked processes, and hands the results back in order.

A forked process begins with everything its parent has in memory, so that neither the function
nor what it closes over has to be pickled: only results travel. Where processes cannot be
forked safely (no Linux, or threads that may hold locks), the work is done in this process.
"""

from __future__ import annotations

import multiprocessing
import os
import pickle
import sys
import threading
import traceback
from collections.abc import Callable, Sequence
from multiprocessing.connection import Connection
from typing import TypeVar

Item = TypeVar("Item")
Result = TypeVar("Result")

# Fewer items than this are done before a process has begun.
LEAST = 8


class WorkerFailed(Exception):
    """A forked process failed with something that cannot be handed on; holds its traceback."""


def fork_map(function: Callable[[Item], Result], items: Sequence[Item]) -> list[Result]:
    """`[function(item) for item in items]`, on every core.

    Raises:
        Exception: whatever the function raised first, in the order of the items.
        WorkerFailed: when a process ended without a word, or its exception cannot travel.
    """
    processes = min(_cores(), len(items) // (LEAST // 2))
    if processes < 2 or not _can_fork():
        return [function(item) for item in items]
    context = multiprocessing.get_context("fork")
    # Neighbours are of a kind and take equally long, so that each process gets every nth.
    shares = [list(range(start, len(items), processes)) for start in range(processes)]
    running = []
    for share in shares:
        receiver, sender = context.Pipe(duplex=False)
        process = context.Process(
            target=_work, args=(sender, function, [items[at] for at in share])
        )
        process.start()
        sender.close()
        running.append((process, receiver))
    found: dict[int, Result] = {}
    failures: list[Exception] = []
    for (process, receiver), share in zip(running, shares, strict=True):
        try:
            outcome = pickle.loads(receiver.recv_bytes())
        except EOFError:
            outcome = WorkerFailed("a process of the build ended before it was done")
        process.join()
        if isinstance(outcome, Exception):
            failures.append(outcome)
        else:
            found.update(zip(share, outcome, strict=True))
    if failures:
        raise failures[0]
    return [found[at] for at in range(len(items))]


def _work(sender: Connection, function: Callable[[Item], Result], items: Sequence[Item]) -> None:
    outcome: object
    try:
        outcome = [function(item) for item in items]
        message = pickle.dumps(outcome, pickle.HIGHEST_PROTOCOL)
    except Exception as error:
        message = _portable(error)
    sender.send_bytes(message)
    sender.close()
    # Nothing of the parent's may be finished twice: no exit handlers, no buffers.
    sys.stdout.flush()
    sys.stderr.flush()
    os._exit(0)


def _portable(error: Exception) -> bytes:
    """An exception as bytes, or its traceback where it cannot be read back."""
    try:
        message = pickle.dumps(error, pickle.HIGHEST_PROTOCOL)
        pickle.loads(message)
    except Exception:
        said = "".join(traceback.format_exception(error))
        return pickle.dumps(WorkerFailed(said), pickle.HIGHEST_PROTOCOL)
    return message


def _cores() -> int:
    """The cores that this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else 1


def _can_fork() -> bool:
    return sys.platform == "linux" and threading.active_count() == 1
