"""Edits of data/*.yml: updates references to pages and headings that move or are removed."""

from __future__ import annotations

from collections.abc import Iterator

import yaml

from scripts.common.problems import Problem
from scripts.content.datasets import NAMES
from scripts.content.list_parts import part_of
from scripts.content.pages import SourcePage
from scripts.content.placeholders import placeholders
from scripts.editing.draft import Draft
from scripts.editing.yaml_edits import (
    Edit,
    Pair,
    applied,
    compose,
    pairs,
    replaced,
    value_of,
    without_item,
    without_pair,
)

_FILES = (*NAMES, "synonyms")
# Keys of a record about its own page.
_OF_OWN_PAGE = ("page", "known")


def heading_moved(draft: Draft, page: SourcePage, old: str, new: str) -> None:
    """Rename an anchor in records that the page lists, or that name the page."""
    shown = {part_of(each.name).dataset for each in placeholders(page.body)}
    for name, path in _files(draft):
        text = draft.text(path)
        edits = [
            replaced(value, new)
            for owner, _, key, value in pairs(compose(text, path))
            if key == "anchor"
            and value.value == old
            and (name in shown or value_of(owner, "page") == page.id)
        ]
        if edits:
            draft.put(path, applied(text, edits))


def page_gone(draft: Draft, id_: str, to: str, own: tuple[str, str] = ("", "")) -> None:
    """Replace a page by `to` (`page` or `page#anchor`) in all records; "" removes the reference.

    `own` is the data file and the id of the record that the page is about. No other page is about
    it, so the record loses its reference in any case, and what the page documents of it.
    """
    for name, path in _files(draft):
        text = draft.text(path)
        edits = []
        for pair in pairs(compose(text, path)):
            owner = pair.owner
            is_own = (name, value_of(owner, "id")) == own and value_of(owner, "page") == id_
            if is_own and pair.key in _OF_OWN_PAGE:
                edits.append(without_pair(owner, pair.at))
            elif not is_own:
                edits += _without_page(pair, id_, to)
        if edits:
            draft.put(path, applied(text, edits))


def cited(draft: Draft) -> set[str]:
    """The ids of all sources that the changed records cite."""
    ids = set()
    for _, path in _files(draft):
        for _, _, key, value in pairs(compose(draft.text(path), path)):
            if key == "sources" and isinstance(value, yaml.SequenceNode):
                ids |= {str(item.value) for item in value.value}
            elif key == "source":
                ids.add(str(value.value))
    return ids


def problems_of_dependents(draft: Draft, id_: str, to: str, anchors: set[str]) -> Iterator[Problem]:
    """Problems of records that depend on the page: papers, and anchors that its successor lacks.

    `to` is the successor (`page` or `page#anchor`), `anchors` are those of its headings.
    """
    for name, path in _files(draft):
        for owner, _, key, value in pairs(compose(draft.text(path), path)):
            if key != "page" or value.value != id_:
                continue
            line, anchor = value.start_mark.line + 1, value_of(owner, "anchor")
            if name == "papers":
                what = f'the paper "{value_of(owner, "id")}" stands on the page that goes'
                fix = "put its section on another page and name that here first"
                yield Problem(path, line, what, f"{fix}, or take the record away")
            elif anchor and to and "#" not in to and anchor not in anchors:
                what = f'the record names the heading "{anchor}" of the page that goes'
                yield Problem(path, line, what, f"name another here first, or add it: TO={to}#…")


def problems_of_last_pages(draft: Draft, id_: str) -> Iterator[Problem]:
    """Problems of records whose list of pages would become empty."""
    for _, path in _files(draft):
        for _, _, key, value in pairs(compose(draft.text(path), path)):
            named = value.value if isinstance(value, yaml.SequenceNode) else []
            if key == "pages" and len(named) == 1 and named[0].value == id_:
                what = "the record names the page that goes, and no other"
                fix = "name another page first, take the record away, or add TO=another-page"
                yield Problem(path, value.start_mark.line + 1, what, fix)


def _without_page(pair: Pair, id_: str, to: str) -> Iterator[Edit]:
    (owner, index, key, value), (to, _, anchor) = pair, to.partition("#")
    if key == "page" and value.value == id_:
        yield replaced(value, to) if to else without_pair(owner, index)
    elif key == "anchor" and to and anchor and value_of(owner, "page") == id_:
        yield replaced(value, anchor)
    elif key == "pages" and isinstance(value, yaml.SequenceNode):
        named = [str(item.value) for item in value.value]
        if id_ not in named:
            return
        position = named.index(id_)
        if to and to not in named:
            yield replaced(value.value[position], to)
        else:
            yield without_item(value, position)
    elif key == "pages" and isinstance(value, yaml.MappingNode):
        for number, (name, _) in enumerate(value.value):
            if name.value == id_:
                known = to in {each.value for each, _ in value.value}
                yield without_pair(value, number) if known or not to else replaced(name, to)


def sources_gone(draft: Draft, ids: set[str]) -> None:
    """Delete the records of sources that nothing cites any more."""
    path = "data/sources.yml"
    text = draft.text(path)
    node = compose(text, path)
    records = node.value if isinstance(node, yaml.SequenceNode) else []
    numbers = [number for number, each in enumerate(records) if value_of(each, "id") in ids]
    if numbers and isinstance(node, yaml.SequenceNode):
        draft.put(path, applied(text, [without_item(node, number) for number in numbers]))


def _files(draft: Draft) -> Iterator[tuple[str, str]]:
    for name in _FILES:
        path = f"data/{name}.yml"
        if (draft.root / path).is_file():
            yield name, path
