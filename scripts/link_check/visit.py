"""The way from an address to what stands there now, redirects and all."""

from __future__ import annotations

import re
from dataclasses import dataclass
from urllib.parse import urljoin, urlsplit

from requests.utils import requote_uri

from scripts.link_check.client import BROKEN_OFF, NO_HTTP, SLOW, Answer, Failure
from scripts.link_check.politeness import Guest

# As many as browsers follow, about (Fetch Standard: 20).
_MOST = 10
_PERMANENT = (301, 308)
# Servers that know no HEAD answer so; others answer as if nothing were there.
_KNOWS_NO_HEAD = frozenset({SLOW, BROKEN_OFF, NO_HTTP})
_REFRESH = re.compile(
    rb"<meta[^>]{0,80}http-equiv=[\"']?refresh[\"']?[^>]{0,80}content=[\"']\s*([0-9]{1,3})\s*;"
    rb"\s*url=['\"]?([^\"'>\s]{1,2000})",
    re.IGNORECASE,
)
# A page that shows itself this long (seconds) before it leads on is a page.
_AT_ONCE = 5


@dataclass(frozen=True)
class Visit:
    """Where a visit ended: the last address, what was there, whether a move was for good."""

    address: str
    last: str
    answer: Answer | Failure
    moved: bool = False


def visit(guest: Guest, address: str) -> Visit:
    """Go to an address and wherever it leads, with HEAD, and with GET where a page is read."""
    at, moved, seen = address, False, set[str]()
    while True:
        seen.add(_plain(at))
        answer = _look(guest, at)
        if isinstance(answer, Failure):
            return Visit(address, at, answer, moved)
        target = _target(at, answer)
        if not target:
            return Visit(address, at, answer, moved)
        if why := _dead_end(target, seen):
            return Visit(address, at, Failure(why, answer.code), moved)
        moved = moved or (answer.code in _PERMANENT and not same(at, target))
        at = target


def _dead_end(target: str, seen: set[str]) -> str:
    parts = urlsplit(target)
    if parts.scheme not in ("http", "https") or not parts.hostname:
        return "it leads to something that is no web page"
    if _plain(target) in seen:
        return "it leads in a circle"
    return "it leads on and on" if len(seen) > _MOST else ""


def _look(guest: Guest, address: str) -> Answer | Failure:
    """HEAD; and GET where that refuses, or promises a page whose words must be seen."""
    answer = guest.ask("HEAD", address)
    if isinstance(answer, Failure):
        asks_again = answer.why in _KNOWS_NO_HEAD
    else:
        asks_again = answer.code >= 400 or (200 <= answer.code < 300 and _may_be_html(answer))
    return guest.ask("GET", address) if asks_again else answer


def _may_be_html(answer: Answer) -> bool:
    return answer.is_html or "content-type" not in answer.headers


def _target(at: str, answer: Answer) -> str:
    """Where an answer leads on to, "" if it is the last."""
    target = answer.location
    if not target and 200 <= answer.code < 300 and answer.is_html:
        found = _REFRESH.search(answer.body)
        if found and int(found[1]) <= _AT_ONCE:
            target = found[2].decode(errors="replace")
    if not target:
        return ""
    try:
        # A server may send letters as they are, in any encoding.
        sent = target.encode("latin-1", "ignore").decode(errors="replace") or target
        scheme, colon, rest = requote_uri(urljoin(at, sent)).partition("#")[0].partition(":")
        # In small letters, as all that reads addresses takes it to be.
        whole = scheme.lower() + colon + rest
        _ = urlsplit(whole).port  # raises where it is no number, or too large a one
    except ValueError:
        return "about:blank"
    return whole


def same(one: str, other: str) -> bool:
    """Whether two addresses are one to readers: http or https, with www. or a last slash."""
    return _bare(one) == _bare(other)


def _bare(address: str) -> tuple[str, str, str]:
    parts = urlsplit(address)
    host = (parts.hostname or "").removeprefix("www.")
    port = f":{parts.port}" if parts.port not in (None, 80, 443) else ""
    return host + port, parts.path.rstrip("/"), parts.query


def _plain(address: str) -> str:
    return address.partition("#")[0]
