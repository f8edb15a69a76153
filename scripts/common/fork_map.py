"""Runs one function over many items in forked processes, and hands the results back in order.

A forked process begins with everything its parent has in memory, so that neither the function
nor what it closes over has to be pickled: only results travel. Where processes cannot be
forked safely (no Linux, or threads that may hold locks), the work is done in this process.
"""

from __future__ import annotations

import gc
import multiprocessing
import os
import pickle
import struct
import sys
import threading
import traceback
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from multiprocessing.connection import Connection
from typing import TypeVar

Item = TypeVar("Item")
Result = TypeVar("Result")

# Fewer items than this are done before a process has begun.
LEAST = 8

# The first item that a ticket stands for, and the one after its last.
_TICKET = struct.Struct("=II")
_MOST_TICKETS = 4096


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
    running = []
    # What is old stays shared with the parent: a collector that visits it would copy it, page
    # by page (https://docs.python.org/3/library/gc.html#gc.freeze).
    gc.freeze()
    try:
        with _work_queue(len(items)) as queue:
            for _ in range(processes):
                receiver, sender = context.Pipe(duplex=False)
                process = context.Process(target=_work, args=(sender, queue, function, items))
                process.start()
                sender.close()
                running.append((process, receiver))
    finally:
        gc.unfreeze()
    found: dict[int, Result] = {}
    failures: list[tuple[int, Exception]] = []
    for process, receiver in running:
        try:
            done, failure = pickle.loads(receiver.recv_bytes())
            found.update(done)
            failures += [failure] if failure else []
        except EOFError:
            ended = WorkerFailed("a process of the build ended before it was done")
            failures.append((len(items), ended))
        process.join()
    if failures:
        # Whoever failed at a later item had not begun an earlier one: that one is done, or here.
        raise min(failures, key=lambda failure: failure[0])[1]
    return [found[at] for at in range(len(items))]


@contextmanager
def _work_queue(count: int) -> Iterator[int]:
    """The open end of a pipe that holds the number of each item, for whoever is free to take.

    What a pipe is asked for is handed to one process only, whole, and what is not taken by a
    process that dies holds nobody up, as a lock would.
    """
    queue, filled = os.pipe()
    # A pipe takes 64 kB on Linux; of more items, some share a ticket.
    share = -(-count // _MOST_TICKETS)
    for begin in range(0, count, share):
        os.write(filled, _TICKET.pack(begin, min(begin + share, count)))
    os.close(filled)
    try:
        yield queue
    finally:
        os.close(queue)


def _work(
    sender: Connection, queue: int, function: Callable[[Item], Result], items: Sequence[Item]
) -> None:
    done: dict[int, Result] = {}
    failure: tuple[int, Exception] | None = None
    at = 0
    try:
        while ticket := os.read(queue, _TICKET.size):
            for at in range(*_TICKET.unpack(ticket)):
                done[at] = function(items[at])
        message = pickle.dumps((done, None), pickle.HIGHEST_PROTOCOL)
    except Exception as error:
        failure = (at, _portable(error))
        message = pickle.dumps(({}, failure), pickle.HIGHEST_PROTOCOL)
    sender.send_bytes(message)
    sender.close()
    # Nothing of the parent's may be finished twice: no exit handlers, no buffers.
    sys.stdout.flush()
    sys.stderr.flush()
    os._exit(0)


def _portable(error: Exception) -> Exception:
    """The exception, or its traceback where it cannot be read back."""
    try:
        pickle.loads(pickle.dumps(error, pickle.HIGHEST_PROTOCOL))
    except Exception:
        return WorkerFailed("".join(traceback.format_exception(error)))
    return error


def _cores() -> int:
    """The cores that this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else 1


def _can_fork() -> bool:
    return sys.platform == "linux" and threading.active_count() == 1
