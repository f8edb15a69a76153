"""How a guest behaves: one request a host at a time, with a pause, and what robots.txt asks."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from urllib.robotparser import RobotFileParser

from scripts.link_check.client import AGENT, Answer, Client, Failure, host_of, origin_of

# A server that asks for a longer pause than this gets this one (seconds).
_LONGEST = 30.0
REFUSED = "robots.txt asks programs to stay away"
UNTOLD = "its robots.txt has a fault, so nothing was asked"


@dataclass
class _Host:
    """One host: who is there now, until when the next waits, what each robots.txt says.

    It is one machine by http, by https and on other ports, and each has a robots.txt.
    """

    turn: threading.Lock = field(default_factory=threading.Lock)
    free_at: float = 0.0
    pause: float = 0.0
    # By origin. A Failure: what it allows is not known, and it is not asked again.
    robots: dict[str, RobotFileParser | Failure] = field(default_factory=dict)


class Guest:
    """Asks through a client, and never two things at once of one host."""

    def __init__(
        self,
        client: Client,
        pause: float = 2.0,
        sleep: Callable[[float], object] | None = None,
    ) -> None:
        """`pause` is the least time between two requests to one host (seconds)."""
        self._client, self._pause, self._sleep = client, pause, sleep or time.sleep
        self._hosts: dict[str, _Host] = {}
        self._lock = threading.Lock()

    def ask(self, method: str, address: str) -> Answer | Failure:
        """The answer to one request, once it is our turn and robots.txt allows it.

        A host whose robots.txt cannot be had is not asked for more (RFC 9309, 2.3.1.4). Where it
        was silent, so it is on the page; of a fault of that file nothing follows for the page.
        """
        host, origin = self._host(address), origin_of(address)
        with host.turn:
            if origin not in host.robots:
                host.robots[origin] = self._robots(origin, host)
            robots = host.robots[origin]
            if isinstance(robots, Failure):
                return robots
            if not robots.can_fetch(AGENT, address):
                return Failure(REFUSED)
            return self._in_turn(host, method, address)

    def is_there(self, address: str) -> bool:
        """Whether the host of an address answers at all, now."""
        host = self._host(address)
        with host.turn:
            answer = self._in_turn(host, "HEAD", f"{origin_of(address)}/robots.txt")
        return isinstance(answer, Answer)

    def _robots(self, origin: str, host: _Host) -> RobotFileParser | Failure:
        answer = self._in_turn(host, "GET", f"{origin}/robots.txt")
        if isinstance(answer, Failure):
            return answer
        if answer.code >= 500:
            return Failure(UNTOLD)
        rules = RobotFileParser()
        # One that leads on is not followed: so do its pages, to a host with its own.
        is_there = answer.code == 200 and not answer.is_html
        try:
            rules.parse(answer.body.decode(errors="replace").splitlines() if is_there else [])
        except ValueError:  # an address or a number that is none
            return Failure(UNTOLD)
        wanted = min(int(rules.crawl_delay(AGENT) or 0), _LONGEST)
        host.pause = max(self._pause, host.pause, wanted)
        host.free_at = time.monotonic() + host.pause
        return rules

    def _in_turn(self, host: _Host, method: str, address: str) -> Answer | Failure:
        if (wait := host.free_at - time.monotonic()) > 0:
            self._sleep(wait)
        try:
            return self._client.ask(method, address)
        finally:
            host.free_at = time.monotonic() + (host.pause or self._pause)

    def _host(self, address: str) -> _Host:
        with self._lock:
            return self._hosts.setdefault(host_of(address), _Host())
