"""Serialises an Atom feed (RFC 4287)."""

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
# Namespace of the ids of all entries: if it changes, feed readers show every entry again.
_NAMESPACE = UUID("5f3cdb3c-6a1e-4d53-9c1b-0d4f6a0b7e52")


@dataclass(frozen=True)
class Entry:
    """An entry; `html` is its content, with absolute URLs, `updated` an RFC 3339 timestamp."""

    id: str
    title: str
    address: str
    updated: str
    html: str


@dataclass(frozen=True)
class Feed:
    """A feed and its metadata; `own` is its URL, `address` that of the page it follows."""

    id: str
    title: str
    lang: str
    own: str
    address: str
    author: str
    entries: Sequence[Entry]


def urn_of(*parts: str) -> str:
    """The permanent id of a feed or an entry (`urn:uuid:…`).

    Derived from what it is and not from its URL: a site that moves to another host must not
    announce everything again.
    """
    return uuid5(_NAMESPACE, "/".join(parts)).urn


def timestamp(day: str) -> str:
    """An ISO date, or date and time with an offset, as an RFC 3339 timestamp in UTC."""
    if len(day) == len("2026-11-28"):
        return f"{date.fromisoformat(day)}T00:00:00Z"
    return datetime.fromisoformat(day).astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def atom(feed: Feed) -> str:
    """The feed as XML; equal feeds give equal text.

    Raises:
        ValueError: there is no entry, so the required `updated` of the feed is unknown.
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
