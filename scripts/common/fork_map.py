"""A parallel map over forked processes that returns the results in order, and a step beside.

A forked process inherits its parent's memory, so neither the function nor what it closes over
has to be pickled: only results are sent. Where forking is not safe (not on Linux, or with
threads that may hold locks), the work is done in this process.
"""

from __future__ import annotations

import gc
import os
import pickle
import struct
import sys
import threading
import traceback
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, TypeVar

if TYPE_CHECKING:
    from multiprocessing.connection import Connection

Item = TypeVar("Item")
Result = TypeVar("Result")

# Fewer items than this are done sooner than a process starts.
LEAST = 8

# A ticket is a range of item indexes: the first, and the one after the last.
_TICKET = struct.Struct("=II")
_MOST_TICKETS = 4096


class WorkerFailed(Exception):
    """A worker died, or raised what cannot be pickled; carries its traceback where there is one."""


def fork_map(function: Callable[[Item], Result], items: Sequence[Item]) -> list[Result]:
    """`[function(item) for item in items]`, on every core.

    Raises:
        Exception: the exception raised for the earliest item.
        WorkerFailed: a worker died silently, or its exception cannot be pickled.
    """
    processes = min(_cores(), len(items) // (LEAST // 2))
    if processes < 2 or not _can_fork():
        return [function(item) for item in items]
    with _work_queue(len(items)) as queue, _frozen():
        workers = [_Worker(queue, function, items) for _ in range(processes)]
    results: dict[int, Result] = {}
    failures: list[tuple[int, Exception]] = []
    for worker in workers:
        done, failure = worker.end(len(items))
        results.update(done)
        failures += [failure] if failure else []
    if failures:
        # Tickets are taken in order: every item before the earliest failure has been processed.
        raise min(failures, key=lambda failure: failure[0])[1]
    return [results[index] for index in range(len(items))]


def beside(aside: Callable[[], None], here: Callable[[], None]) -> None:
    """Run `aside` in a forked process while `here` runs in this one.

    Where forking is not safe, or there is one core, `here` runs first and then `aside`.

    Raises:
        Exception: the exception raised by `here`, which ends `aside`; or else by `aside`.
        WorkerFailed: `aside` died silently, or its exception cannot be pickled.
    """
    if _cores() < 2 or not _can_fork():
        here()
        aside()
        return
    with _work_queue(1) as queue, _frozen():
        worker = _Worker(queue, lambda step: step(), [aside])
    try:
        here()
    except BaseException:
        worker.stop()
        raise
    _, failure = worker.end(1)
    if failure:
        raise failure[1]


class _Worker:
    """A forked process that takes tickets from a queue until there are none."""

    def __init__(
        self, queue: int, function: Callable[[Item], Result], items: Sequence[Item]
    ) -> None:
        # Imported on demand: a check or build in which little changed forks no process.
        import multiprocessing

        context = multiprocessing.get_context("fork")
        self._receiver, sender = context.Pipe(duplex=False)
        self._process = context.Process(target=_work, args=(sender, queue, function, items))
        self._process.start()
        sender.close()

    def end(self, count: int) -> tuple[dict[int, Any], tuple[int, Exception] | None]:
        """Wait for it: its results by index, and its failure if there is one.

        Of a process that died, nobody knows at which of the `count` items: after the last.
        """
        try:
            done, failure = pickle.loads(self._receiver.recv_bytes())
        except EOFError:
            ended = WorkerFailed("a process of the build ended before it was done")
            done, failure = {}, (count, ended)
        self._process.join()
        return done, failure

    def stop(self) -> None:
        """End it at once: what it was to write is not wanted any more."""
        self._process.terminate()
        self._process.join()


@contextmanager
def _frozen() -> Iterator[None]:
    """Keep the parent's objects in shared memory while processes are started.

    Garbage collection in a child would touch them and trigger copy-on-write
    (https://docs.python.org/3/library/gc.html#gc.freeze).
    """
    gc.freeze()
    try:
        yield
    finally:
        gc.unfreeze()


@contextmanager
def _work_queue(count: int) -> Iterator[int]:
    """The read end of a pipe that holds a ticket for every item, taken by whoever is free.

    A read from a pipe gives a whole ticket to one process only, and a process that dies blocks
    nobody, as it would if it held a lock.
    """
    queue, write_end = os.pipe()
    # A pipe buffers 64 kB on Linux; beyond that, several items share a ticket.
    share = -(-count // _MOST_TICKETS)
    for begin in range(0, count, share):
        os.write(write_end, _TICKET.pack(begin, min(begin + share, count)))
    os.close(write_end)
    try:
        yield queue
    finally:
        os.close(queue)


def _work(
    sender: Connection, queue: int, function: Callable[[Item], Result], items: Sequence[Item]
) -> None:
    done: dict[int, Result] = {}
    failure: tuple[int, Exception] | None = None
    index = 0
    try:
        while ticket := os.read(queue, _TICKET.size):
            for index in range(*_TICKET.unpack(ticket)):
                done[index] = function(items[index])
        message = pickle.dumps((done, None), pickle.HIGHEST_PROTOCOL)
    except Exception as error:
        failure = (index, _portable(error))
        message = pickle.dumps(({}, failure), pickle.HIGHEST_PROTOCOL)
    sender.send_bytes(message)
    sender.close()
    # Do not run the parent's exit handlers or flush its buffers a second time.
    sys.stdout.flush()
    sys.stderr.flush()
    os._exit(0)


def _portable(error: Exception) -> Exception:
    """The exception, or a `WorkerFailed` with its traceback where it cannot be pickled."""
    try:
        pickle.loads(pickle.dumps(error, pickle.HIGHEST_PROTOCOL))
    except Exception:
        return WorkerFailed("".join(traceback.format_exception(error)))
    return error


def _cores() -> int:
    """How many cores this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else 1


def _can_fork() -> bool:
    return sys.platform == "linux" and threading.active_count() == 1
