"""Resolves BibTeX cross-references: chapters that inherit fields from their book (`crossref`)."""

from __future__ import annotations

from scripts.editing.bibtex import Entry

# Fields that are not inherited.
_NOT_INHERITED = frozenset({"title", "subtitle", "author", "pages", "doi", "url", "crossref"})


def with_parents(entries: list[Entry]) -> list[Entry]:
    """The entries, with the fields that they inherit by `crossref`.

    Parents are left out, since they were only pasted along. Where the parent is missing, the
    field `crossref` is kept.
    """
    by_key = {entry.key.casefold(): entry for entry in entries if entry.key}
    resolved, parents = [], set()
    for entry in entries:
        parent = by_key.get(entry.fields.get("crossref", "").casefold())
        if parent is None or parent is entry:
            resolved.append(entry)
            continue
        parents.add(parent.key)
        fields = _inherited(entry.fields, parent.fields)
        raw = _inherited(entry.raw, parent.raw)
        resolved.append(Entry(entry.type, entry.key, fields, raw, entry.cut or parent.cut))
    return [entry for entry in resolved if entry.key not in parents]


def _inherited(own: dict[str, str], parent: dict[str, str]) -> dict[str, str]:
    inherited = {key: value for key, value in parent.items() if key not in _NOT_INHERITED}
    book_title = {"booktitle": parent["title"]} if "title" in parent else {}
    kept = {key: value for key, value in own.items() if key != "crossref"}
    return book_title | inherited | kept
