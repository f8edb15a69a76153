"""A single HTTP request; whatever a server does becomes an `Answer` or a `Failure`."""

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

# The User-Agent: tells administrators who makes the requests, and why.
AGENT = "modellkommunemetodikken-link-check/1.0 (looks whether cited pages still answer)"
# Bytes read of a page: enough for its head and first headings.
LARGEST = 200_000
_CHUNK = 16_384
_T = TypeVar("_T")


@dataclass(frozen=True)
class Answer:
    """A response: status, redirect target ("" if none), headers and the beginning of the body.

    The names of `headers` are in lower case.
    """

    code: int
    location: str = ""
    headers: dict[str, str] = field(default_factory=dict)
    body: bytes = b""

    @property
    def is_html(self) -> bool:
        """Whether the response is HTML."""
        return "html" in self.headers.get("content-type", "").lower()


SLOW, BROKEN_OFF = "it did not answer in time", "it broke the connection off"
NO_HTTP = "it answered something that is no HTTP"


@dataclass(frozen=True)
class Failure:
    """No usable answer; `why` is shown to editors, `code` is the status of the last redirect."""

    why: str
    code: int | None = None


@dataclass(frozen=True)
class Limits:
    """Time-outs in seconds: between two reads, and for a whole request."""

    silence: float = 15.0
    whole: float = 30.0


class Client:
    """Makes one request per call; follows no redirects and keeps no cookies."""

    def __init__(self, limits: Limits | None = None) -> None:
        self._limits = limits or Limits()

    def ask(self, method: str, address: str) -> Answer | Failure:
        """The answer to a `HEAD` or `GET` request."""
        answer = _within(self._limits.whole, lambda: self._ask(method, address))
        return answer or Failure(SLOW)

    def _ask(self, method: str, address: str) -> Answer | Failure:
        try:
            with requests.Session() as session, session.request(
                method,
                address,
                headers={"User-Agent": AGENT, "Accept": "text/html,*/*;q=0.8"},
                allow_redirects=False,
                stream=True,
                timeout=self._limits.silence,
                # Else requests would send credentials from ~/.netrc.
                auth=lambda request: request,
            ) as answer:  # fmt: skip
                headers = {name.lower(): value for name, value in answer.headers.items()}
                body = _beginning(answer) if method == "GET" else b""
                location = headers.get("location", "") if 300 <= answer.status_code < 400 else ""
                return Answer(answer.status_code, location, headers, body)
        # Servers may send anything, and libraries raise all of these for it.
        except (
            requests.RequestException,
            urllib3.exceptions.HTTPError,
            OSError,
            ValueError,
        ) as error:
            return Failure(_reason(error))


def host_of(address: str) -> str:
    """The host name, the unit of rate limiting; "" for an invalid address."""
    with suppress(ValueError):
        return urlsplit(address).hostname or ""
    return ""


def origin_of(address: str) -> str:
    """Scheme, host and port, the scope of a robots.txt; "" for an invalid address."""
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
    # A response that is cut off still counts as an answer.
    except (requests.RequestException, urllib3.exceptions.HTTPError, OSError):
        pass
    return body[:LARGEST]


def _within(seconds: float, call: Callable[[], _T]) -> _T | None:
    """The result of `call`, None if it takes longer.

    A server that sends a byte now and then never hits the read time-out, and DNS resolution has
    no time-out: the thread is abandoned, and ends with the process.
    """
    results: list[_T] = []
    errors: list[BaseException] = []

    def run() -> None:
        try:
            results.append(call())
        except BaseException as error:  # raised below, in the waiting thread
            errors.append(error)

    thread = threading.Thread(target=run, daemon=True)
    thread.start()
    thread.join(seconds)
    if errors:
        raise errors[0]
    return results[0] if results else None


# Underlying exceptions -> message for editors; the first match counts.
_REASONS: tuple[tuple[type[BaseException] | tuple[type[BaseException], ...], str], ...] = (
    ((socket.gaierror, urllib3.exceptions.NameResolutionError), "no host has this name"),
    ((requests.exceptions.SSLError, urllib3.exceptions.SSLError), "its certificate is not valid"),
    ((requests.Timeout, TimeoutError), SLOW),
    (ConnectionRefusedError, "it takes no connection"),
    (ConnectionResetError, BROKEN_OFF),
    (urllib3.exceptions.ProtocolError, NO_HTTP),
    (requests.ConnectionError, "no connection came about"),
)


def _reason(error: BaseException) -> str:
    """The message for the first match among an exception and all that it wraps."""
    chain, queue = [], [error]
    while queue:
        current = queue.pop(0)
        if current in chain:
            continue
        chain.append(current)
        reason = getattr(current, "reason", None)
        inner = (current.__cause__, current.__context__, reason, *current.args)
        queue += [each for each in inner if isinstance(each, BaseException)]
    for types, why in _REASONS:
        if any(isinstance(each, types) for each in chain):
            return why
    return NO_HTTP
