"""The address that the site is to have: every citation, printed code and the sitemap holds it.

Addresses of pages are put behind it, so that it ends where the folder of the site does: with a
question, a mark of place, a name and password or a space none of them would lead to a page.
"""

from __future__ import annotations

import posixpath
import re
from urllib.parse import urlsplit

from scripts.common.problems import Fault

SETTING = "SITE_URL"
_BEGINS = re.compile(r"https?://[^\s/]", re.IGNORECASE)
_LABEL = r"[^\W_](?:[\w-]{0,61}[^\W_])?"
# A name, within a network of one's own without a dot, or a number.
_HOST = re.compile(rf"(?:{_LABEL}(?:\.{_LABEL})*\.?|\[[0-9a-fA-F:.]+\])")
_PORT = re.compile(r"[0-9]{1,5}")
_LAST_PORT = 65535
_UNWANTED = re.compile(r"[\s<>\"'`{}|\\^]")


def site_address_fault(address: str) -> Fault | None:
    """What is wrong with an address as that of the site, None if nothing is."""
    shown = f'"{address}"'
    if not _BEGINS.match(address):
        return f"{shown} is no address", "write https://example.org/, with the name of your site"
    if unwanted := _UNWANTED.search(address):
        sign = "a space" if unwanted.group().isspace() else unwanted.group()
        fix = "name the folder without it, here and where the site is kept"
        return f"{shown} holds {sign}, at which programs end an address", fix
    if end := re.search(r"[?#]", address):
        rest = address[end.start() :]
        return f'{shown} goes on with "{rest}", which no page can have', f"take {rest} away"
    return host_fault(address, shown) or _path_fault(address, shown)


def host_fault(address: str, shown: str) -> Fault | None:
    """What is wrong with the host of an http(s) address, which messages name as `shown`."""
    host = re.split(r"[/?#]", address, maxsplit=3)[2]
    if "@" in host:
        what = f"{shown} holds a name and a password, which every reader would see"
        return what, "take away what stands before the @, and the @"
    name, port = host, ""
    if not host.endswith("]"):
        name, _, port = host.rpartition(":") if ":" in host else (host, "", "0")
    if not _HOST.fullmatch(name):
        return f"{shown} names no site of the web", "write the whole name, such as example.org"
    if port and not (_PORT.fullmatch(port) and int(port) <= _LAST_PORT):
        what = f'{shown} has the port "{port}", and there is none'
        return what, f"write a number up to {_LAST_PORT}, or take :{port} away"
    return None


def _path_fault(address: str, shown: str) -> Fault | None:
    path = urlsplit(address).path
    if path in ("", "/"):
        return None
    plain = posixpath.normpath("/" + path.lstrip("/")).rstrip("/") + "/"
    if path.rstrip("/") == plain.rstrip("/") and not path.endswith("//"):
        return None
    fix = f"write {address.removesuffix(path)}{plain}"
    return f"{shown} leads through folders that have no name", fix
