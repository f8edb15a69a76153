"""What a visit says of an address."""

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
# Asks who we are, refuses programs, wants fewer requests, or may not show it (RFC 9110, 6585,
# 7725); 999 is what some sites give to every program.
_BLOCKED = frozenset({401, 402, 403, 407, 429, 451, 999})
_GONE = frozenset({404, 410})
# A front page, also that of a language.
_FRONT = re.compile(
    r"(?:/(?:[a-z]{2}(?:[-_][a-z]{2})?|(?:index|default|home|hjem|forside|hovedside)"
    r"(?:\.[a-z]{2,5})?))*/?",
    re.IGNORECASE,
)
_HEADS = re.compile(rb"<(title|h1)\b[^>]{0,500}>(.{0,500}?)</\1", re.IGNORECASE | re.DOTALL)
_TAGS = re.compile(r"<[^>]*>")
# How pages that are not there call themselves, in the languages of the sources.
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
    """The state of an address, the last status, where it led ("" if nowhere else), and why."""

    state: State
    code: int | None = None
    to: str = ""
    why: str = ""


def verdict(found: Visit) -> Verdict:
    """What is said of an address after a visit."""
    answer, to = found.answer, "" if same(found.address, found.last) else found.last
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
    if _confesses(answer):
        # In words of ours: those of a page may hold what data may not.
        return Verdict("lies", code, to, "its title or a heading says that it is not there")
    if to and _is_front(found.last) and not _is_front(found.address):
        return Verdict("lies", code, to, "it leads to a front page")
    return Verdict("moved" if found.moved and to else "ok", code, to if found.moved else "")


def _is_front(address: str) -> bool:
    parts = urlsplit(address)
    return not parts.query and bool(_FRONT.fullmatch(parts.path))


def _confesses(answer: Answer) -> bool:
    """Whether a page says in its title or a heading that it is not there."""
    heads = _HEADS.findall(answer.body) if answer.is_html else ()
    texts = (" ".join(_TAGS.sub(" ", unescape(_decoded(raw))).split()) for _, raw in heads)
    return any(_NOT_FOUND.search(text) for text in texts)


def _decoded(raw: bytes) -> str:
    try:
        return raw.decode()
    except UnicodeDecodeError:
        return raw.decode("latin-1")
