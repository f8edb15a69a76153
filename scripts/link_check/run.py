"""One run over the addresses: hosts side by side, each host's addresses one after the other."""

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
from scripts.link_check.politeness import Guest
from scripts.link_check.rows import Rows, read_rows, row_of, with_copy, write_rows
from scripts.link_check.verdict import Verdict, verdict
from scripts.link_check.visit import visit
from scripts.link_check.web_archive import Archive

_NONSENSE = "nothing can be made of what it answers"
# Results that may be lost when the power goes.
_TOGETHER = 10
# Hosts that are asked whether there is a network when another does not answer.
_WITNESSES = 5
# An answer no older than this (seconds) says that there is one.
_RECENT = 3.0


class NoNetwork(Exception):
    """No host answers at all: nothing can be said of any address."""


@dataclass
class Outcome:
    """What a run did: the new rows by source, how many addresses there were, and why it ended."""

    rows: Rows = field(default_factory=dict)
    addresses: int = 0
    is_cut_short: bool = False
    has_network: bool = True
    archive_is_silent: bool = False


@dataclass
class Checker:
    """What a run is made with. `tell` is called with a line for each address."""

    project: Project
    sources: Mapping[str, Source]
    guest: Guest
    today: date
    archive: Archive | None = None
    hosts_at_once: int = 6
    tell: Callable[[str], object] = print
    _answered: list[str] = field(default_factory=list)
    _answered_at: float = 0.0

    def run(self, wanted: Mapping[str, list[str]]) -> Outcome:
        """Try addresses (with the ids of their sources) and write what was seen.

        An interruption ends it; what was seen until then is written. Without a network nothing
        is written that would say so of an address.
        """
        outcome = Outcome(addresses=len(wanted))
        waiting: Rows = {}
        before = read_rows(self.project)
        try:
            for address, said in self._verdicts(wanted):
                for id_ in wanted[address]:
                    row = row_of(id_, address, said, self.today, before.get(id_))
                    waiting[id_] = row
                self.tell(f"{said.state:12} {address}{_tail(said)}")
                if self.archive:
                    self._look_up(self.archive, address, wanted[address], waiting)
                if len(waiting) >= _TOGETHER:
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
        """What is said of each address, as it comes.

        A silence is told only when another host answers: it may be our network.
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
            # Daemons: a host that keeps one waiting holds nobody up who wants to stop.
            threading.Thread(
                target=_work, args=(self.guest, tasks, done, stop), daemon=True
            ).start()
        doubtful: list[tuple[str, Verdict]] = []
        try:
            while workers:
                found = done.get()
                if found is None:
                    workers -= 1
                    continue
                address, said = found
                if said is None:
                    continue
                if said.code is not None or said.state == "blocked":
                    self._answered.append(address)
                    self._answered_at = time.monotonic()
                    yield address, said
                    yield from doubtful
                    doubtful.clear()
                elif not self._answered:
                    doubtful.append((address, said))
                    if len({host_of(each) for each, _ in doubtful}) > _WITNESSES:
                        self._demand_network(address)
                else:
                    self._demand_network(address)
                    yield address, said
            if doubtful:
                self._demand_network("")
                yield from doubtful
        finally:
            stop.set()

    def _demand_network(self, address: str) -> None:
        """Nothing, where a host other than that of `address` answers.

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
        if any(self.guest.is_there(each) for each in [*witnesses.values()][:_WITNESSES]):
            self._answered_at = time.monotonic()
            return
        raise NoNetwork

    def _look_up(self, archive: Archive, address: str, ids: list[str], rows: Rows) -> None:
        """Find a copy where nobody has named one; ask for one of a page that is there."""
        if archive.is_silent or any("archived" in rows[id_] for id_ in ids):
            return
        if all("archived" in self.sources[id_].record for id_ in ids):
            return
        row = rows[ids[0]]
        if row["state"] == "lies" and "answered" not in row:
            # The newest copy may be of what lies: an editor has to look.
            return
        copy = archive.copy_of(address, row.get("answered", ""))
        if copy is None and row["state"] == "ok":
            copy = archive.keep(address)
        for id_ in ids if copy else ():
            assert copy
            rows[id_] = with_copy(rows[id_], copy)


def _work(
    guest: Guest,
    tasks: queue.SimpleQueue[list[str]],
    done: queue.SimpleQueue[tuple[str, Verdict | None] | None],
    stop: threading.Event,
) -> None:
    """Take hosts until none is left; None says that this worker is done."""
    try:
        while not stop.is_set():
            for address in tasks.get_nowait():
                if stop.is_set():
                    return
                done.put((address, _look(guest, address)))
    except queue.Empty:
        pass
    finally:
        done.put(None)


def _look(guest: Guest, address: str) -> Verdict | None:
    """What is said of an address, whatever comes of it: the others of its host wait behind it.

    None when the fault is ours: nothing is written of the address then.
    """
    try:
        return verdict(visit(guest, address))
    except (ValueError, LookupError, OSError, HTTPException):
        # Servers may answer anything, and this is what libraries make of it.
        return Verdict("unreachable", why=_NONSENSE)
    except Exception:
        logging.getLogger(__name__).exception("This program failed at %s", address)
        return None


def _tail(said: Verdict) -> str:
    parts = [str(said.code or ""), said.why, f"→ {said.to}" if said.to else ""]
    return f" ({', '.join(filter(None, parts))})" if any(parts) else ""
