"""Validates link targets: pages of the site, the web and e-mail are allowed, nothing else.

An address is judged as a browser reads it: decoded from entities and percent-encoding, and
without tabs and line breaks, so that `java&#9;script:` counts as a script.
"""

from __future__ import annotations

import re
from html import unescape
from urllib.parse import unquote, urlsplit

from scripts.common.problems import Fault

_IGNORED_CHARACTERS = re.compile(r"[\x00-\x20\x7f-\xa0\u200b-\u200f\u2028-\u202e\u2060\ufeff]")
_SCHEME = re.compile(r"([a-z][a-z0-9+.-]*):", re.IGNORECASE)
_WEB = re.compile(r"https?://(?P<host>[^/?#\s]+)(?P<rest>[/?#][^\s<>\"`{}|\\^]*)?", re.IGNORECASE)
_LABEL = r"[^\W_](?:[\w-]{0,61}[^\W_])?"
_HOST = re.compile(rf"(?:{_LABEL}\.)+[^\W\d_][\w-]*[^\W_]\.?(?::[0-9]{{1,5}})?")
_MAIL = re.compile(r"mailto:[^\s@:/?&<>\"]+@(?:[\w-]+\.)+[\w-]{2,}(?:\?[^\s<>\"]*)?", re.IGNORECASE)
_WINDOWS_PATH = re.compile(r"[a-z]:[\\/]", re.IGNORECASE)
# An address that continues on the next line, as when copied from a PDF.
_PART = r"[^()<>\s\"'“”«]++"
BROKEN = re.compile(
    rf"(?:\]\(<?|<(?=https?://))(?P<begin>{_PART})[ \t]*+\n[ \t>]*+(?P<rest>{_PART})[)>]"
)


def scheme_of(target: str) -> str:
    """The URL scheme as a browser reads it, in lower case ("" for a relative address)."""
    decoded = target
    for _ in range(3):
        decoded = unquote(unescape(decoded))
    scheme = _SCHEME.match(_IGNORED_CHARACTERS.sub("", decoded))
    return scheme[1].lower() if scheme else ""


def is_outside(target: str) -> bool:
    """Whether an address leads out of the site, or appears to."""
    return bool(scheme_of(target)) or target.strip().startswith(("//", "\\\\"))


def is_of_this_machine(address: str) -> bool:
    """Whether an address has no host or a loopback one, which nobody else can reach."""
    host = urlsplit(address).hostname or ""
    names = ("", "localhost", "::1", "0.0.0.0")
    return host in names or host.startswith("127.") or host.endswith(".localhost")


def address_fault(target: str) -> Fault | None:
    """What is wrong with an address that leads out of the site, None if nothing is."""
    shown = f'the address "{target}"'
    scheme = scheme_of(target)
    if target.startswith("//"):
        return f"{shown} has no https:", f"write https:{target}"
    if _WINDOWS_PATH.match(target):
        return f"{shown} is a file of this computer", "put the file in docs/assets and link to it"
    if scheme == "mailto":
        fix = "write mailto:name@example.org"
        return None if _MAIL.fullmatch(target) else (f"{shown} is none of e-mail", fix)
    if not scheme:
        return f"{shown} has no https:// at its front", f"write https://{target.lstrip('/')}"
    if scheme not in {"http", "https"}:
        what = f'{shown} begins with "{scheme}:", which readers are not sent to'
        return what, "link to a page, or to an address that begins with https://"
    match = _WEB.fullmatch(target)
    if match is None:
        return f"{shown} is none of the web", "write https:// and the name of the site, no spaces"
    if "@" in match["host"]:
        return f"{shown} holds a name and a password", "take away what stands before the @"
    if not _HOST.fullmatch(unquote(match["host"])):
        return f"{shown} names no site of the web", "write the whole name, such as example.org"
    if match["rest"] and match["rest"].count("(") != match["rest"].count(")"):
        return f"{shown} has a bracket too many or too few", "write %28 for ( and %29 for )"
    return None


def web_fault(target: str) -> Fault | None:
    """What is wrong with a web address; the schemas report one without http."""
    return address_fault(target) if target.startswith(("http://", "https://")) else None
