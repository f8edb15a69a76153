"""Whether a web archive has a copy of an address, and the wish that it keep one.

The Wayback Machine of the Internet Archive (https://archive.org/help/wayback_api.php). It is
asked only where the owner says so, and never by a build.
"""

from __future__ import annotations

import json
import re
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from typing import Any
from urllib.parse import quote, urlsplit

from scripts.link_check.client import Answer, Failure
from scripts.link_check.politeness import Guest
from scripts.link_check.visit import same, visit

_SNAPSHOT = re.compile(r"/web/(\d{14})[a-z_]*/(https?:/.+)", re.ASCII)
# An archive that answers nonsense this often in a row is left in peace.
_PATIENCE = 3


@dataclass(frozen=True)
class Copy:
    """A copy of a page, and the day on which the archive took it (ISO)."""

    address: str
    day: str


class Archive:
    """The archive; `looks_up` and `keeps` are where it is asked."""

    def __init__(
        self,
        guest: Guest,
        looks_up: str = "https://archive.org/wayback/available?url=",
        keeps: str = "https://web.archive.org/save/",
    ) -> None:
        self._guest, self._looks_up, self._keeps = guest, looks_up, keeps
        self._faults = 0

    @property
    def is_silent(self) -> bool:
        """Whether it has answered nonsense too often to be asked again."""
        return self._faults >= _PATIENCE

    def copy_of(self, address: str, day: str = "") -> Copy | None:
        """The copy nearest to a day, or the newest; None where there is none, or no answer."""
        if self.is_silent:
            return None
        when = f"&timestamp={day.replace('-', '')}" if day else ""
        answer = self._guest.ask("GET", self._looks_up + quote(address, safe="") + when)
        data = _json(answer)
        snapshots = data.get("archived_snapshots") if isinstance(data, dict) else None
        if not isinstance(snapshots, dict):
            self._faults += 1
            return None
        closest = snapshots.get("closest")
        if not snapshots or not isinstance(closest, dict) or not closest.get("available"):
            self._faults = 0
            return None
        found = self._copy(str(closest.get("url", "")), address)
        self._faults = 0 if found else self._faults + 1
        return found

    def keep(self, address: str) -> Copy | None:
        """Ask the archive to take a copy now; None where it does not say that it did."""
        if self.is_silent:
            return None
        found = visit(self._guest, self._keeps + address)
        if isinstance(found.answer, Answer) and found.answer.code < 400:
            return self._copy(found.last, address)
        self._faults += 1
        return None

    def _copy(self, snapshot: str, address: str) -> Copy | None:
        """A copy as the archive names it, None where that is no copy of this address."""
        with suppress(ValueError):
            ours, parts = urlsplit(self._keeps), urlsplit(snapshot)
            found = _SNAPSHOT.fullmatch(parts.path + (f"?{parts.query}" if parts.query else ""))
            if found and parts.hostname == ours.hostname and same(_whole(found[2]), address):
                stamp = found[1]
                day = date(int(stamp[:4]), int(stamp[4:6]), int(stamp[6:8])).isoformat()
                scheme = ours.scheme  # it names copies with http:, and gives them with https:
                return Copy(f"{scheme}:{snapshot.partition(':')[2]}", day)
        return None


def _whole(address: str) -> str:
    """An address within another may have lost a slash, and gained a port."""
    return re.sub(r"^(https?):/+([^/:]+)(?::(?:80|443))?(?=/|$)", r"\1://\2", address)


def _json(answer: Answer | Failure) -> Any:
    with suppress(ValueError):
        if isinstance(answer, Answer) and answer.code == 200:
            return json.loads(answer.body)
    return None
