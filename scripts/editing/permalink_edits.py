"""Edits of the permalink ledger, data/permalinks.yml: adds entries and updates existing ones."""

from __future__ import annotations

from collections.abc import Mapping

import yaml

from scripts.content.permalinks import NAME
from scripts.editing.draft import Draft
from scripts.editing.yaml_edits import Edit, applied, compose, last_line, replaced, value_of
from scripts.editing.yaml_edits import without_lines as cut

PATH = f"data/{NAME}.yml"


def heading_moved(draft: Draft, page: str, old: str, new: str) -> None:
    """Record a renamed anchor: entries that lead to it follow, and the old one redirects."""
    text, edits = _text(draft), list[Edit]()
    for entry in _entries(text):
        about, anchor = value_of(entry, "page"), value_of(entry, "anchor")
        if (about, anchor) == (page, new):
            # The heading gets back a former anchor.
            edits.append(_without(entry))
            continue
        for key, value in entry.value:
            to, _, target_anchor = str(value.value).partition("#")
            if key.value == "to" and target_anchor == old and (to or about) == page:
                edits.append(replaced(value, _quoted(f"{to}#{new}")))
    text = applied(text, edits)
    draft.put(PATH, _added(text, {"page": page, "anchor": old, "to": f"#{new}"}))


def page_gone(draft: Draft, page: str, to: str, reason: Mapping[str, str]) -> None:
    """Record that a page was removed: it, and entries that lead to it, get `to` or the reason."""
    text, edits, gone = _text(draft), list[Edit](), list[dict[str, str]]()
    for entry in _entries(text):
        about, anchor = value_of(entry, "page"), value_of(entry, "anchor")
        if about == page:
            edits.append(_without(entry))  # the entry of the whole page covers its headings
            continue
        for key, value in entry.value:
            if key.value != "to" or str(value.value).partition("#")[0] != page:
                continue
            if to:
                edits.append(replaced(value, _quoted(to)))
            else:
                edits.append(_without(entry))
                gone.append({"page": about} | ({"anchor": anchor} if anchor else {}))
    text = applied(text, edits)
    for each in [*gone, {"page": page}]:
        text = _added(text, each | ({"to": to} if to else {}), {} if to else reason)
    draft.put(PATH, text)


def _text(draft: Draft) -> str:
    known = (draft.root / PATH).is_file() or draft.texts.get(PATH)
    return draft.text(PATH) if known else "[]\n"


def _entries(text: str) -> list[yaml.MappingNode]:
    node = compose(text, PATH)
    return list(node.value) if isinstance(node, yaml.SequenceNode) else []


def _without(entry: yaml.MappingNode) -> Edit:
    return cut(entry.start_mark.line, last_line(entry))


def _added(text: str, entry: Mapping[str, str], reason: Mapping[str, str] | None = None) -> str:
    rows = [f"{key}: {_quoted(value)}" for key, value in entry.items()]
    if reason:
        rows += ["gone:", *(f'  "{code}": {_quoted(why, True)}' for code, why in reason.items())]
    written = "\n".join(("- " if index == 0 else "  ") + row for index, row in enumerate(rows))
    if not _entries(text):
        text = "".join(f"{row}\n" for row in text.splitlines() if row.strip() != "[]")
        written = f"\n{written}" if text.strip() else written
    return f"{text.rstrip()}\n{written}\n".lstrip("\n")


def _quoted(value: str, always: bool = False) -> str:
    """A value, quoted where a plain scalar would be misread: # and : have a meaning there."""
    if not always and value and value[0] != "#" and ": " not in value and " #" not in value:
        return value
    return '"' + value.replace("\\", "\\\\").replace('"', '\\"') + '"'
