"""Classifies an address by the result of a visit."""

from __future__ import annotations

import re
from dataclasses import dataclass
from html import unescape
from typing import Literal
from urllib.parse import urlsplit

from scripts.link_check.client import Answer, Failure
from scripts.link_check.politeness import REFUSED, UNTOLD
from scripts.link_check.visit import Visit, same

State = Literal["ok", "moved", "gone", "unreachable", "blocked", "lies"]
# Wants a login, refuses bots, limits the rate, or is legally blocked (RFC 9110, 6585, 7725);
# 999 is what some sites send to every bot.
_BLOCKED = frozenset({401, 402, 403, 407, 429, 451, 999})
_GONE = frozenset({404, 410})
# The path of a front page, also of one per language.
_FRONT = re.compile(
    r"(?:/(?:[a-z]{2}(?:[-_][a-z]{2})?|(?:index|default|home|hjem|forside|hovedside)"
    r"(?:\.[a-z]{2,5})?))*/?",
    re.IGNORECASE,
)
_HEADS = re.compile(rb"<(title|h1)\b[^>]{0,500}>(.{0,500}?)</\1", re.IGNORECASE | re.DOTALL)
_TAGS = re.compile(r"<[^>]*>")
# Titles of soft 404 pages, in the languages of the sources.
_NOT_FOUND = re.compile(
    r"^\W*404\b|\b(?:error|http|feil|fel|fehler)\W{0,3}404\b|\b404\W{1,3}(?:error|not|side|feil)"
    r"|(?:\bnot|n['’]t)(?: be)? found\b"
    r"|no longer (?:available|exists)|does(?:n['’]t| not) exist"
    r"|(?:siden|sida|artikkelen|dokumentet) (?:finnes ikke|ble ikke funnet|er (?:borte|slettet))"
    r"|(?:finner|fant) (?:vi )?ikke (?:siden|sida|artikkelen|dokumentet)|ikke funnet"
    r"|sida finst ikkje|fann ikkje sida"
    r"|sidan (?:kan|kunde) inte hittas|sidan (?:finns inte|hittades inte)"
    r"|siden (?:blev ikke fundet|kunne ikke findes|findes ikke)"
    r"|seite (?:wurde )?nicht gefunden|sivua ei löydy|página no encontrada|page introuvable"
    r"|pagina non trovata",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Verdict:
    """The state of an address, the last status, the redirect target ("" if none), and a reason."""

    state: State
    code: int | None = None
    to: str = ""
    why: str = ""


def verdict(visit: Visit) -> Verdict:
    """The verdict on an address after a visit."""
    answer, to = visit.answer, "" if same(visit.address, visit.last) else visit.last
    if isinstance(answer, Failure):
        state: State = "blocked" if answer.why in (REFUSED, UNTOLD) else "unreachable"
        return Verdict(state, answer.code, to, answer.why)
    code = answer.code
    if code in _GONE:
        return Verdict("gone", code, to)
    if code in _BLOCKED or "cf-mitigated" in answer.headers:
        return Verdict("blocked", code, to)
    if not 200 <= code < 300:
        return Verdict("unreachable", code, to, "it answered with a fault")
    if _is_soft_404(answer):
        # Not quoted from the page, whose words may not be allowed in data.
        return Verdict("lies", code, to, "its title or a heading says that it is not there")
    if to and _is_front(visit.last) and not _is_front(visit.address):
        return Verdict("lies", code, to, "it leads to a front page")
    return Verdict("moved" if visit.moved and to else "ok", code, to if visit.moved else "")


def _is_front(address: str) -> bool:
    parts = urlsplit(address)
    return not parts.query and bool(_FRONT.fullmatch(parts.path))


def _is_soft_404(answer: Answer) -> bool:
    """Whether a page says in its title or a heading that it does not exist."""
    heads = _HEADS.findall(answer.body) if answer.is_html else ()
    texts = (" ".join(_TAGS.sub(" ", unescape(_decoded(raw))).split()) for _, raw in heads)
    return any(_NOT_FOUND.search(text) for text in texts)


def _decoded(raw: bytes) -> str:
    try:
        return raw.decode()
    except UnicodeDecodeError:
        return raw.decode("latin-1")
