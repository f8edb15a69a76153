"""The ledger of what was published, data/permalinks.yml: new entries, and old ones that follow."""

from __future__ import annotations

from collections.abc import Mapping

import yaml

from scripts.content.permalinks import NAME
from scripts.editing.draft import Draft
from scripts.editing.yaml_rows import Span, applied, compose, last_row, replaced, value_of
from scripts.editing.yaml_rows import without_rows as cut

PATH = f"data/{NAME}.yml"


def heading_moved(draft: Draft, page: str, old: str, new: str) -> None:
    """A heading got another anchor: entries that lead to it follow, and its old name leads on."""
    text, spans = _text(draft), list[Span]()
    for entry in _entries(text):
        about, anchor = value_of(entry, "page"), value_of(entry, "anchor")
        if (about, anchor) == (page, new):
            # The heading has a name again that it had before.
            spans.append(_without(entry))
            continue
        for key, value in entry.value:
            to, _, at = str(value.value).partition("#")
            if key.value == "to" and at == old and (to or about) == page:
                spans.append(replaced(value, _quoted(f"{to}#{new}")))
    text = applied(text, spans)
    draft.put(PATH, _added(text, {"page": page, "anchor": old, "to": f"#{new}"}))


def page_gone(draft: Draft, page: str, to: str, reason: Mapping[str, str]) -> None:
    """A page went: it leads to `to`, or says why it is gone, and so does what led to it."""
    text, spans, gone = _text(draft), list[Span](), list[dict[str, str]]()
    for entry in _entries(text):
        about, anchor = value_of(entry, "page"), value_of(entry, "anchor")
        if about == page:
            spans.append(_without(entry))  # what is said of the whole page covers its headings
            continue
        for key, value in entry.value:
            if key.value != "to" or str(value.value).partition("#")[0] != page:
                continue
            if to:
                spans.append(replaced(value, _quoted(to)))
            else:
                spans.append(_without(entry))
                gone.append({"page": about} | ({"anchor": anchor} if anchor else {}))
    text = applied(text, spans)
    for each in [*gone, {"page": page}]:
        text = _added(text, each | ({"to": to} if to else {}), {} if to else reason)
    draft.put(PATH, text)


def _text(draft: Draft) -> str:
    known = (draft.root / PATH).is_file() or draft.texts.get(PATH)
    return draft.text(PATH) if known else "[]\n"


def _entries(text: str) -> list[yaml.MappingNode]:
    node = compose(text, PATH)
    return list(node.value) if isinstance(node, yaml.SequenceNode) else []


def _without(entry: yaml.MappingNode) -> Span:
    return cut(entry.start_mark.line, last_row(entry))


def _added(text: str, entry: Mapping[str, str], reason: Mapping[str, str] | None = None) -> str:
    rows = [f"{key}: {_quoted(value)}" for key, value in entry.items()]
    if reason:
        rows += ["gone:", *(f'  "{code}": {_quoted(said, True)}' for code, said in reason.items())]
    written = "\n".join(("- " if at == 0 else "  ") + row for at, row in enumerate(rows))
    if not _entries(text):
        text = "".join(f"{row}\n" for row in text.splitlines() if row.strip() != "[]")
        written = f"\n{written}" if text.strip() else written
    return f"{text.rstrip()}\n{written}\n".lstrip("\n")


def _quoted(value: str, always: bool = False) -> str:
    """A value as YAML reads it back: # and : begin something there."""
    if not always and value and value[0] != "#" and ": " not in value and " #" not in value:
        return value
    return '"' + value.replace("\\", "\\\\").replace('"', '\\"') + '"'
