"""Feeds are what RFC 4287 asks for."""

import re

import pytest
from lxml import etree

from scripts.web.atom import Entry, Feed, atom, timestamp, urn_of

ENTRY = Entry(
    urn_of("nb", "news", "2026-11-28"),
    "Nytt: 28. november & mer",
    "https://mkm.example/latest/om/nytt/#2026-11-28",
    "2026-11-28T00:00:00Z",
    "<p>Et <b>møte</b></p>",
)
FEED = Feed(
    urn_of("nb", "news"),
    "Nytt",
    "nb",
    "https://mkm.example/latest/om/nytt/news.atom",
    "https://mkm.example/latest/om/nytt/",
    "Utgiveren",
    [ENTRY],
)
A = "{http://www.w3.org/2005/Atom}"
RFC3339 = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(Z|[+-]\d\d:\d\d)")


def check(text: str) -> etree._Element:
    """A feed with all that RFC 4287 (4.1.1 and 4.1.2) requires, as a tree."""
    root = etree.fromstring(text.encode())
    assert root.tag == f"{A}feed"
    whole = re.compile(r"https?://")
    for element in (root, *root.findall(f"{A}entry")):
        for name in ("id", "title", "updated"):
            assert len(element.findall(f"{A}{name}")) == 1
        assert re.match(r"urn:uuid:[0-9a-f-]{36}$", element.findtext(f"{A}id"))
        assert RFC3339.fullmatch(element.findtext(f"{A}updated"))
        assert all(whole.match(link.get("href")) for link in element.findall(f"{A}link"))
        assert len(element.findall(f"{A}link[@rel='alternate']")) == 1
    ids = [each.text for each in root.iter(f"{A}id")]
    assert len(set(ids)) == len(ids)
    assert len(root.findall(f"{A}link[@rel='self']")) == 1
    assert root.findtext(f"{A}author/{A}name").strip()
    updated = [entry.findtext(f"{A}updated") for entry in root.findall(f"{A}entry")]
    assert updated
    assert root.findtext(f"{A}updated") == max(updated)
    return root


def test_a_feed_has_all_that_atom_requires_and_says_what_it_was_told():
    root = check(atom(FEED))
    assert root.get("{http://www.w3.org/XML/1998/namespace}lang") == "nb"
    entry = root.find(f"{A}entry")
    assert entry.findtext(f"{A}title") == ENTRY.title
    assert entry.find(f"{A}content").get("type") == "html"
    assert entry.findtext(f"{A}content") == ENTRY.html


def test_names_of_entries_hold_no_address_and_never_change():
    # Were this to change, every reader would be told everything once more.
    assert urn_of("nb", "news", "2026-11-28") == "urn:uuid:af6f6664-c707-5358-9bdc-da2e5ff98a8c"
    assert urn_of("en", "news", "2026-11-28") != urn_of("nb", "news", "2026-11-28")


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ("2026-11-28", "2026-11-28T00:00:00Z"),
        ("2026-11-28T12:30:00+01:00", "2026-11-28T11:30:00Z"),
        ("2026-11-28T12:30:00Z", "2026-11-28T12:30:00Z"),
    ],
)
def test_days_and_hours_are_told_as_rfc_3339(said, told):
    assert timestamp(said) == told
