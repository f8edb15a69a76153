"""Looks up archived copies of an address, and requests new ones.

Client for the Wayback Machine of the Internet Archive (https://archive.org/help/wayback_api.php).
Used only where the owner says so, and never by a build.
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
from scripts.link_check.politeness import PoliteClient
from scripts.link_check.visit import same, visit

_SNAPSHOT = re.compile(r"/web/(\d{14})[a-z_]*/(https?:/.+)", re.ASCII)
# After this many invalid answers in a row the archive is not used any more.
_MAX_FAULTS = 3


@dataclass(frozen=True)
class Copy:
    """The URL of an archived copy, and its date (ISO)."""

    address: str
    day: str


class Archive:
    """The archive; `looks_up` and `keeps` are the URL prefixes of its two APIs."""

    def __init__(
        self,
        client: PoliteClient,
        looks_up: str = "https://archive.org/wayback/available?url=",
        keeps: str = "https://web.archive.org/save/",
    ) -> None:
        self._client, self._looks_up, self._keeps = client, looks_up, keeps
        self._faults = 0

    @property
    def is_silent(self) -> bool:
        """Whether it has given too many invalid answers in a row to be used again."""
        return self._faults >= _MAX_FAULTS

    def copy_of(self, address: str, day: str = "") -> Copy | None:
        """The copy closest to a day, or the newest; None without a copy or a valid answer."""
        if self.is_silent:
            return None
        when = f"&timestamp={day.replace('-', '')}" if day else ""
        answer = self._client.ask("GET", self._looks_up + quote(address, safe="") + when)
        data = _json(answer)
        snapshots = data.get("archived_snapshots") if isinstance(data, dict) else None
        if not isinstance(snapshots, dict):
            self._faults += 1
            return None
        closest = snapshots.get("closest")
        if not snapshots or not isinstance(closest, dict) or not closest.get("available"):
            self._faults = 0
            return None
        copy = self._copy(str(closest.get("url", "")), address)
        self._faults = 0 if copy else self._faults + 1
        return copy

    def keep(self, address: str) -> Copy | None:
        """Request a new copy; None unless the archive confirms it."""
        if self.is_silent:
            return None
        saved = visit(self._client, self._keeps + address)
        if isinstance(saved.answer, Answer) and saved.answer.code < 400:
            return self._copy(saved.last, address)
        self._faults += 1
        return None

    def _copy(self, snapshot: str, address: str) -> Copy | None:
        """Parse the URL of a snapshot; None if it is not a copy of this address."""
        with suppress(ValueError):
            ours, parts = urlsplit(self._keeps), urlsplit(snapshot)
            match = _SNAPSHOT.fullmatch(parts.path + (f"?{parts.query}" if parts.query else ""))
            if match and parts.hostname == ours.hostname and same(_repaired(match[2]), address):
                stamp = match[1]
                day = date(int(stamp[:4]), int(stamp[4:6]), int(stamp[6:8])).isoformat()
                scheme = ours.scheme  # it returns http: URLs, but serves https:
                return Copy(f"{scheme}:{snapshot.partition(':')[2]}", day)
        return None


def _repaired(address: str) -> str:
    """An address embedded in that of a snapshot may have lost a slash, and gained a port."""
    return re.sub(r"^(https?):/+([^/:]+)(?::(?:80|443))?(?=/|$)", r"\1://\2", address)


def _json(answer: Answer | Failure) -> Any:
    with suppress(ValueError):
        if isinstance(answer, Answer) and answer.code == 200:
            return json.loads(answer.body)
    return None
