"""Chapters of BibTeX that name the entry of their book (`crossref`) and leave the rest to it."""

from __future__ import annotations

from collections.abc import Iterator

from scripts.editing.bibtex import Entry

# What an entry has not from the one that it stands in.
_OWN = frozenset({"title", "subtitle", "author", "pages", "doi", "url", "crossref"})


def with_parents(found: list[Entry]) -> list[Entry]:
    """The entries, with what those that name another (`crossref`) have from it.

    One that others stand in is left out: it was pasted along. Where it was not, the key
    `crossref` stays.
    """
    by_key = {each.key.casefold(): each for each in found if each.key}
    made, parents = [], set()
    for each in found:
        parent = by_key.get(each.fields.get("crossref", "").casefold())
        if parent is None or parent is each:
            made.append(each)
            continue
        parents.add(parent.key)
        fields, raw = (_inherited(*both) for both in _both(each, parent))
        made.append(Entry(each.type, each.key, fields, raw, each.cut or parent.cut))
    return [each for each in made if each.key not in parents]


def _both(entry: Entry, parent: Entry) -> Iterator[tuple[dict[str, str], dict[str, str]]]:
    yield entry.fields, parent.fields
    yield entry.raw, parent.raw


def _inherited(own: dict[str, str], parent: dict[str, str]) -> dict[str, str]:
    of_parent = {key: value for key, value in parent.items() if key not in _OWN}
    titled = {"booktitle": parent["title"]} if "title" in parent else {}
    kept = {key: value for key, value in own.items() if key != "crossref"}
    return titled | of_parent | kept
