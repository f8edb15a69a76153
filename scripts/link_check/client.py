"""One request to a web server, and what came back; nothing that a server does raises here."""

from __future__ import annotations

import socket
import threading
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from typing import TypeVar
from urllib.parse import urlsplit

import requests
import urllib3

# Said to every server, so that whoever looks after it knows who asks, and for what.
AGENT = "modellkommunemetodikken-link-check/1.0 (looks whether cited pages still answer)"
# Of a page no more is read than its head and first headings need.
LARGEST = 200_000
_CHUNK = 16_384
_T = TypeVar("_T")


@dataclass(frozen=True)
class Answer:
    """What a server said: its status, where it leads on to ("" if nowhere), the page's beginning.

    `headers` have names in small letters.
    """

    code: int
    location: str = ""
    headers: dict[str, str] = field(default_factory=dict)
    body: bytes = b""

    @property
    def is_html(self) -> bool:
        """Whether what came is a page of HTML."""
        return "html" in self.headers.get("content-type", "").lower()


SLOW, BROKEN_OFF = "it did not answer in time", "it broke the connection off"
NO_HTTP = "it answered something that is no HTTP"


@dataclass(frozen=True)
class Failure:
    """No answer to go by; `why` says it to editors, `code` is the last status on the way there."""

    why: str
    code: int | None = None


@dataclass(frozen=True)
class Limits:
    """Seconds: for the server's next words, and for the whole of one request."""

    silence: float = 15.0
    whole: float = 30.0


class Client:
    """Asks servers, one request a call; it follows no redirect and keeps no cookie."""

    def __init__(self, limits: Limits | None = None) -> None:
        self._limits = limits or Limits()

    def ask(self, method: str, address: str) -> Answer | Failure:
        """The answer to `HEAD` or `GET` of one address."""
        done = _within(self._limits.whole, lambda: self._ask(method, address))
        return done or Failure(SLOW)

    def _ask(self, method: str, address: str) -> Answer | Failure:
        try:
            with requests.Session() as session, session.request(
                method,
                address,
                headers={"User-Agent": AGENT, "Accept": "text/html,*/*;q=0.8"},
                allow_redirects=False,
                stream=True,
                timeout=self._limits.silence,
                # requests would send what ~/.netrc holds for the host.
                auth=lambda request: request,
            ) as answer:  # fmt: skip
                headers = {name.lower(): value for name, value in answer.headers.items()}
                body = _beginning(answer) if method == "GET" else b""
                location = headers.get("location", "") if 300 <= answer.status_code < 400 else ""
                return Answer(answer.status_code, location, headers, body)
        # What servers send may be anything, and so is what libraries make of it.
        except (requests.RequestException, urllib3.exceptions.HTTPError, OSError, ValueError) as no:
            return Failure(_reason(no))


def host_of(address: str) -> str:
    """The name of the host: whom a turn and a pause are for. "" where the address has none."""
    with suppress(ValueError):
        return urlsplit(address).hostname or ""
    return ""


def origin_of(address: str) -> str:
    """Scheme, host and port: whom robots.txt is for. "" where the address has none."""
    with suppress(ValueError):
        parts = urlsplit(address)
        return f"{parts.scheme}://{parts.netloc}".lower()
    return ""


def _beginning(answer: requests.Response) -> bytes:
    body = b""
    try:
        for chunk in answer.iter_content(_CHUNK):
            body += chunk
            if len(body) >= LARGEST:
                break
    # A page that breaks off has answered all the same.
    except (requests.RequestException, urllib3.exceptions.HTTPError, OSError):
        pass
    return body[:LARGEST]


def _within(seconds: float, call: Callable[[], _T]) -> _T | None:
    """What `call` gives, None when it takes longer.

    A server that sends a sign now and then never runs into a time-out of silence, and the
    system's search for a host has none: the thread is left behind, and ends with the program.
    """
    found: list[_T] = []
    failed: list[BaseException] = []

    def answer() -> None:
        try:
            found.append(call())
        except BaseException as failure:  # raised below, by whoever waits for it
            failed.append(failure)

    thread = threading.Thread(target=answer, daemon=True)
    thread.start()
    thread.join(seconds)
    if failed:
        raise failed[0]
    return found[0] if found else None


# What lies below a failure -> what editors are told; the first that fits.
_REASONS: tuple[tuple[type[BaseException] | tuple[type[BaseException], ...], str], ...] = (
    ((socket.gaierror, urllib3.exceptions.NameResolutionError), "no host has this name"),
    ((requests.exceptions.SSLError, urllib3.exceptions.SSLError), "its certificate is not valid"),
    ((requests.Timeout, TimeoutError), SLOW),
    (ConnectionRefusedError, "it takes no connection"),
    (ConnectionResetError, BROKEN_OFF),
    (urllib3.exceptions.ProtocolError, NO_HTTP),
    (requests.ConnectionError, "no connection came about"),
)


def _reason(failure: BaseException) -> str:
    below, left = [], [failure]
    while left:
        one = left.pop(0)
        if one in below:
            continue
        below.append(one)
        inner = (one.__cause__, one.__context__, getattr(one, "reason", None), *one.args)
        left += [each for each in inner if isinstance(each, BaseException)]
    for kinds, why in _REASONS:
        if any(isinstance(each, kinds) for each in below):
            return why
    return NO_HTTP
