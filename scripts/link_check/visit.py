"""Follows an address through all redirects to its final answer."""

from __future__ import annotations

import re
from dataclasses import dataclass
from urllib.parse import urljoin, urlsplit

from requests.utils import requote_uri

from scripts.link_check.client import BROKEN_OFF, NO_HTTP, SLOW, Answer, Failure
from scripts.link_check.politeness import PoliteClient

# The maximum number of redirects; browsers follow 20 (Fetch Standard).
_MAX_REDIRECTS = 10
_PERMANENT = (301, 308)
# Failures of servers that do not support HEAD; others answer it with an error status.
_HEAD_FAILURES = frozenset({SLOW, BROKEN_OFF, NO_HTTP})
_REFRESH = re.compile(
    rb"<meta[^>]{0,80}http-equiv=[\"']?refresh[\"']?[^>]{0,80}content=[\"']\s*([0-9]{1,3})\s*;"
    rb"\s*url=['\"]?([^\"'>\s]{1,2000})",
    re.IGNORECASE,
)
# A meta refresh after more than this many seconds is not a redirect.
_MAX_REFRESH_DELAY = 5


@dataclass(frozen=True)
class Visit:
    """The end of a visit: the last address, its answer, and whether a redirect was permanent."""

    address: str
    last: str
    answer: Answer | Failure
    moved: bool = False


def visit(client: PoliteClient, address: str) -> Visit:
    """Request an address and follow its redirects: HEAD first, GET where the body is needed."""
    current, moved, seen = address, False, set[str]()
    while True:
        seen.add(_without_fragment(current))
        answer = _request(client, current)
        if isinstance(answer, Failure):
            return Visit(address, current, answer, moved)
        target = _target(current, answer)
        if not target:
            return Visit(address, current, answer, moved)
        if why := _dead_end(target, seen):
            return Visit(address, current, Failure(why, answer.code), moved)
        moved = moved or (answer.code in _PERMANENT and not same(current, target))
        current = target


def _dead_end(target: str, seen: set[str]) -> str:
    """Why a redirect is not followed, "" if it is."""
    parts = urlsplit(target)
    if parts.scheme not in ("http", "https") or not parts.hostname:
        return "it leads to something that is no web page"
    if _without_fragment(target) in seen:
        return "it leads in a circle"
    return "it leads on and on" if len(seen) > _MAX_REDIRECTS else ""


def _request(client: PoliteClient, address: str) -> Answer | Failure:
    """HEAD, then GET if HEAD fails or the answer may be HTML, whose text must be checked."""
    answer = client.ask("HEAD", address)
    if isinstance(answer, Failure):
        needs_get = answer.why in _HEAD_FAILURES
    else:
        needs_get = answer.code >= 400 or (200 <= answer.code < 300 and _may_be_html(answer))
    return client.ask("GET", address) if needs_get else answer


def _may_be_html(answer: Answer) -> bool:
    return answer.is_html or "content-type" not in answer.headers


def _target(address: str, answer: Answer) -> str:
    """The absolute redirect target of an answer, "" if it is final."""
    target = answer.location
    if not target and 200 <= answer.code < 300 and answer.is_html:
        refresh = _REFRESH.search(answer.body)
        if refresh and int(refresh[1]) <= _MAX_REFRESH_DELAY:
            target = refresh[2].decode(errors="replace")
    if not target:
        return ""
    try:
        # A server may send non-ASCII characters unescaped, in any encoding.
        decoded = target.encode("latin-1", "ignore").decode(errors="replace") or target
        scheme, colon, rest = (
            requote_uri(urljoin(address, decoded)).partition("#")[0].partition(":")
        )
        # A lower-case scheme, which later code expects.
        absolute = scheme.lower() + colon + rest
        _ = urlsplit(absolute).port  # raises ValueError if invalid
    except ValueError:
        return "about:blank"
    return absolute


def same(one: str, other: str) -> bool:
    """Whether two addresses differ at most in http(s), `www.` or a trailing slash."""
    return _bare(one) == _bare(other)


def _bare(address: str) -> tuple[str, str, str]:
    parts = urlsplit(address)
    host = (parts.hostname or "").removeprefix("www.")
    port = f":{parts.port}" if parts.port not in (None, 80, 443) else ""
    return host + port, parts.path.rstrip("/"), parts.query


def _without_fragment(address: str) -> str:
    return address.partition("#")[0]
