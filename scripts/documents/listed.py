"""Rows of download lists for templates."""

from __future__ import annotations

from pathlib import PurePosixPath
from typing import Any

from scripts.content.page_types import PHASE
from scripts.documents.catalogue import FORMATS, LEAFLET, Document, group_of
from scripts.language.messages import Messages

_OF_WORKSHOPS = ("guide", "pack", "roles", "workshop", "slides", "folder")


def rows(listed: list[Document], words: Messages) -> list[dict[str, Any]]:
    """A row for each document."""
    groups = [group_of(each, words) for each in listed]
    return [
        {
            "group": group,
            "order": groups.index(group),
            "set": _set_of(each),
            "path": each.path,
            "kind": each.kind,
            "name": _name(each, words),
            "title": each.title(words),
            "type": each.media_type,
            "format": FORMATS[PurePosixPath(each.path).suffix][1],
            "lang": each.locale.lang,
            "page": _list_of(each),
        }
        for each, group in zip(listed, groups, strict=True)
    ]


def files_of_phases(listed: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Of all files those that the workshop of each phase needs, and the folder with all of them."""
    return [each for each in listed if each["set"] == "phases" and each["kind"] in _OF_WORKSHOPS]


def _set_of(document: Document) -> str:
    """The part of a list of all files that has it, the end of a key `downloads.of-…`."""
    if document.kind == LEAFLET or document.is_of_everything:
        return "whole"
    return "phases" if document.page.kind == PHASE and not document.paper else "tools"


def _name(document: Document, words: Messages) -> str:
    """The short name of a file below a heading of its page or group; papers have their title."""
    if document.paper or document.kind == LEAFLET:
        return document.title(words)
    return words(f"print.{document.kind}")


def _list_of(document: Document) -> str:
    """The id of the list that a document is in: its page, or all papers or leaflets."""
    if document.kind == LEAFLET:
        return "leaflets"
    return "papers" if document.paper else document.page.id
