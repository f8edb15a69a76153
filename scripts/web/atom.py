"""A feed of Atom (RFC 4287): what programs follow to tell somebody that there is something new."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from uuid import UUID, uuid5

from lxml import etree

from scripts.content import licence

TYPE = "application/atom+xml"
_ATOM = "http://www.w3.org/2005/Atom"
_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
# What the names of all entries are made from: never change it, or readers meet them all anew.
_NAMES = UUID("5f3cdb3c-6a1e-4d53-9c1b-0d4f6a0b7e52")


@dataclass(frozen=True)
class Entry:
    """Something new: `html` is shown by the reader's program, with whole addresses in it."""

    id: str
    title: str
    address: str
    updated: str
    html: str


@dataclass(frozen=True)
class Feed:
    """What a feed says of itself; `own` is its address, `address` that of the page it follows."""

    id: str
    title: str
    lang: str
    own: str
    address: str
    author: str
    entries: Sequence[Entry]


def name_of(*parts: str) -> str:
    """The lasting name of a feed or an entry.

    Made from what it is, and not from an address: a site that moves to another host must not
    tell its readers everything once more.
    """
    return uuid5(_NAMES, "/".join(parts)).urn


def moment(day: str) -> str:
    """A day, or an hour with its zone, in ISO 8601 as RFC 3339 has it, in UTC."""
    if len(day) == len("2026-11-28"):
        return f"{date.fromisoformat(day)}T00:00:00Z"
    return datetime.fromisoformat(day).astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def atom(feed: Feed) -> str:
    """The document; the same feed gives the same text.

    Raises:
        ValueError: there is no entry, so that nobody knows when the feed was changed.
    """
    root = etree.Element(f"{{{_ATOM}}}feed", {_LANG: feed.lang}, nsmap={None: _ATOM})
    _add(root, "id", feed.id)
    _add(root, "title", feed.title)
    _add(root, "updated", max(entry.updated for entry in feed.entries))
    _add(root, "link", rel="self", type=TYPE, href=feed.own)
    _add(root, "link", rel="alternate", type="text/html", href=feed.address)
    _add(_add(root, "author"), "name", feed.author)
    _add(root, "rights", licence.URL)
    for entry in feed.entries:
        element = _add(root, "entry")
        _add(element, "id", entry.id)
        _add(element, "title", entry.title)
        _add(element, "updated", entry.updated)
        _add(element, "link", rel="alternate", type="text/html", href=entry.address)
        _add(element, "content", entry.html, type="html")
    etree.indent(root, " ")
    written = etree.tostring(root, encoding="utf-8", xml_declaration=True)
    return f"{written.decode()}\n"


def _add(parent: etree._Element, name: str, text: str = "", **attributes: str) -> etree._Element:
    element = etree.SubElement(parent, f"{{{_ATOM}}}{name}", attributes)
    element.text = text or None
    return element
