"""Rate limiting and robots.txt: one request per host at a time, with a pause in between."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from urllib.robotparser import RobotFileParser

from scripts.link_check.client import AGENT, Answer, Client, Failure, host_of, origin_of

# The longest Crawl-delay that is respected, in seconds.
_LONGEST = 30.0
REFUSED = "robots.txt asks programs to stay away"
UNTOLD = "its robots.txt has a fault, so nothing was asked"


@dataclass
class _Host:
    """The state of one host: its lock, when the next request may start, its robots.txt files.

    A host is taken for one machine whatever the scheme and port, but each origin has its own
    robots.txt.
    """

    turn: threading.Lock = field(default_factory=threading.Lock)
    free_at: float = 0.0
    pause: float = 0.0
    # By origin; a Failure means that its rules are unknown, and no request is made.
    robots: dict[str, RobotFileParser | Failure] = field(default_factory=dict)


class PoliteClient:
    """Makes requests through a client, never two at the same time to one host."""

    def __init__(
        self,
        client: Client,
        pause: float = 2.0,
        sleep: Callable[[float], object] | None = None,
    ) -> None:
        """`pause` is the minimum time between two requests to one host, in seconds."""
        self._client, self._pause, self._sleep = client, pause, sleep or time.sleep
        self._hosts: dict[str, _Host] = {}
        self._lock = threading.Lock()

    def ask(self, method: str, address: str) -> Answer | Failure:
        """The answer to one request, made when the host is free and robots.txt allows it.

        A host whose robots.txt is unreachable gets no further request (RFC 9309, 2.3.1.4). A
        network failure then counts as that of the page; a server error of robots.txt says
        nothing about the page (`UNTOLD`).
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
        """Whether the host of an address answers at all."""
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
        # A redirect is not followed: the pages redirect too, to a host with its own robots.txt.
        is_there = answer.code == 200 and not answer.is_html
        try:
            rules.parse(answer.body.decode(errors="replace").splitlines() if is_there else [])
        except ValueError:  # an invalid URL or number
            return Failure(UNTOLD)
        crawl_delay = min(int(rules.crawl_delay(AGENT) or 0), _LONGEST)
        host.pause = max(self._pause, host.pause, crawl_delay)
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
