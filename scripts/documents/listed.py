"""The files to print as lists of them show each."""

from __future__ import annotations

from pathlib import PurePosixPath
from typing import Any

from scripts.documents.catalogue import FORMATS, LEAFLET, Document, group_of
from scripts.language.messages import Messages


def rows(found: list[Document], words: Messages) -> list[dict[str, Any]]:
    """Documents as the templates list them."""
    groups = [group_of(each, words) for each in found]
    return [
        {
            "group": group,
            "order": groups.index(group),
            "path": each.path,
            "kind": each.kind,
            "name": _name(each, words),
            "title": each.title(words),
            "type": each.media_type,
            "format": FORMATS[PurePosixPath(each.path).suffix][1],
            "lang": each.locale.lang,
            "page": _list_of(each),
        }
        for each, group in zip(found, groups, strict=True)
    ]


def _name(document: Document, words: Messages) -> str:
    """What a file is called where its page or its group is named; a paper says which it is."""
    if document.paper or document.kind == LEAFLET:
        return document.title(words)
    return words(f"print.{document.kind}")


def _list_of(document: Document) -> str:
    """The id of the list that has it: its page, or the papers or leaflets of all pages."""
    if document.kind == LEAFLET:
        return "leaflets"
    return "papers" if document.paper else document.page.id
