"""One run over the addresses: hosts in parallel, the addresses of each host in sequence."""

from __future__ import annotations

import logging
import queue
import threading
import time
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from http.client import HTTPException

from scripts.common.paths import Project
from scripts.content.sources import Source
from scripts.link_check.client import host_of
from scripts.link_check.politeness import PoliteClient
from scripts.link_check.rows import Rows, read_rows, row_of, with_copy, write_rows
from scripts.link_check.verdict import Verdict, verdict
from scripts.link_check.visit import visit
from scripts.link_check.web_archive import Archive

_NONSENSE = "nothing can be made of what it answers"
# Results per write, which a crash may lose.
_BATCH = 10
# The number of other hosts that are tried when one does not answer, to test the network.
_WITNESSES = 5
# An answer at most this old, in seconds, proves that there is a network.
_RECENT = 3.0


class NoNetwork(Exception):
    """No host answers at all, so nothing can be concluded about any address."""


@dataclass
class Outcome:
    """The result of a run: new rows by source id, the number of addresses, and why it ended."""

    rows: Rows = field(default_factory=dict)
    addresses: int = 0
    is_cut_short: bool = False
    has_network: bool = True
    archive_is_silent: bool = False


@dataclass
class Checker:
    """Checks addresses. `tell` is called with a line for each address."""

    project: Project
    sources: Mapping[str, Source]
    client: PoliteClient
    today: date
    archive: Archive | None = None
    hosts_at_once: int = 6
    tell: Callable[[str], object] = print
    _answered: list[str] = field(default_factory=list)
    _answered_at: float = 0.0

    def run(self, wanted: Mapping[str, list[str]]) -> Outcome:
        """Check addresses (each with the ids of its sources) and write the results.

        On an interruption the results so far are written. Without a network nothing is written
        that would blame an address for it.
        """
        outcome = Outcome(addresses=len(wanted))
        waiting: Rows = {}
        before = read_rows(self.project)
        try:
            for address, result in self._verdicts(wanted):
                for id_ in wanted[address]:
                    row = row_of(id_, address, result, self.today, before.get(id_))
                    waiting[id_] = row
                self.tell(f"{result.state:12} {address}{_details(result)}")
                if self.archive:
                    self._look_up(self.archive, address, wanted[address], waiting)
                if len(waiting) >= _BATCH:
                    self._write(waiting, outcome)
        except KeyboardInterrupt:
            outcome.is_cut_short = True
        except NoNetwork:
            outcome.has_network = False
        self._write(waiting, outcome)
        outcome.archive_is_silent = bool(self.archive and self.archive.is_silent)
        return outcome

    def _write(self, waiting: Rows, outcome: Outcome) -> None:
        if waiting:
            write_rows(self.project, waiting, self.sources)
            outcome.rows.update(waiting)
            waiting.clear()

    def _verdicts(self, wanted: Mapping[str, list[str]]) -> Iterator[tuple[str, Verdict]]:
        """The verdict on each address, as results arrive.

        A failure to answer is reported only once another host answers: it may be our network.
        """
        tasks: queue.SimpleQueue[list[str]] = queue.SimpleQueue()
        done: queue.SimpleQueue[tuple[str, Verdict | None] | None] = queue.SimpleQueue()
        by_host: dict[str, list[str]] = {}
        for address in wanted:
            by_host.setdefault(host_of(address), []).append(address)
        for addresses in by_host.values():
            tasks.put(addresses)
        stop = threading.Event()
        workers = min(self.hosts_at_once, len(by_host))
        for _ in range(workers):
            # Daemon threads: a slow host does not delay the end of the process.
            threading.Thread(
                target=_work, args=(self.client, tasks, done, stop), daemon=True
            ).start()
        doubtful: list[tuple[str, Verdict]] = []
        try:
            while workers:
                item = done.get()
                if item is None:
                    workers -= 1
                    continue
                address, result = item
                if result is None:
                    continue
                if result.code is not None or result.state == "blocked":
                    self._answered.append(address)
                    self._answered_at = time.monotonic()
                    yield address, result
                    yield from doubtful
                    doubtful.clear()
                elif not self._answered:
                    doubtful.append((address, result))
                    if len({host_of(each) for each, _ in doubtful}) > _WITNESSES:
                        self._demand_network(address)
                else:
                    self._demand_network(address)
                    yield address, result
            if doubtful:
                self._demand_network("")
                yield from doubtful
        finally:
            stop.set()

    def _demand_network(self, address: str) -> None:
        """Check that a host other than that of `address` answers.

        Raises:
            NoNetwork: none does.
        """
        if self._answered and time.monotonic() - self._answered_at < _RECENT:
            return
        others = [source.record["URL"] for source in self.sources.values()
                  if "URL" in source.record]  # fmt: skip
        witnesses: dict[str, str] = {}
        for each in (*reversed(self._answered), *others):
            witnesses.setdefault(host_of(each), each)
        witnesses.pop(host_of(address), None)
        if any(self.client.is_there(each) for each in [*witnesses.values()][:_WITNESSES]):
            self._answered_at = time.monotonic()
            return
        raise NoNetwork

    def _look_up(self, archive: Archive, address: str, ids: list[str], rows: Rows) -> None:
        """Find an archived copy where no editor has named one; request one of a page that works."""
        if archive.is_silent or any("archived" in rows[id_] for id_ in ids):
            return
        if all("archived" in self.sources[id_].record for id_ in ids):
            return
        row = rows[ids[0]]
        if row["state"] == "lies" and "answered" not in row:
            # The newest copy may be of the false page: an editor has to look.
            return
        copy = archive.copy_of(address, row.get("answered", ""))
        if copy is None and row["state"] == "ok":
            copy = archive.keep(address)
        for id_ in ids if copy else ():
            assert copy
            rows[id_] = with_copy(rows[id_], copy)


def _work(
    client: PoliteClient,
    tasks: queue.SimpleQueue[list[str]],
    done: queue.SimpleQueue[tuple[str, Verdict | None] | None],
    stop: threading.Event,
) -> None:
    """Check hosts until the queue is empty; None is the sentinel that this worker is done."""
    try:
        while not stop.is_set():
            for address in tasks.get_nowait():
                if stop.is_set():
                    return
                done.put((address, _checked(client, address)))
    except queue.Empty:
        pass
    finally:
        done.put(None)


def _checked(client: PoliteClient, address: str) -> Verdict | None:
    """The verdict on an address; never raises, since the other addresses of the host must follow.

    None after a bug of ours, which is logged: nothing is written about the address then.
    """
    try:
        return verdict(visit(client, address))
    except (ValueError, LookupError, OSError, HTTPException):
        # Servers may send anything, and libraries raise all of these for it.
        return Verdict("unreachable", why=_NONSENSE)
    except Exception:
        logging.getLogger(__name__).exception("This program failed at %s", address)
        return None


def _details(result: Verdict) -> str:
    parts = [str(result.code or ""), result.why, f"→ {result.to}" if result.to else ""]
    return f" ({', '.join(filter(None, parts))})" if any(parts) else ""
