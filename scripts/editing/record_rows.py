"""What records say of pages and headings: data/*.yml follows when they move or go."""

from __future__ import annotations

from collections.abc import Iterator

import yaml

from scripts.common.problems import Problem
from scripts.content.datasets import NAMES
from scripts.content.pages import SourcePage
from scripts.content.placeholders import placeholders
from scripts.editing.draft import Draft
from scripts.editing.yaml_rows import (
    Span,
    applied,
    compose,
    pairs,
    replaced,
    value_of,
    without_item,
    without_pair,
)

_FILES = (*NAMES, "synonyms")


def heading_moved(draft: Draft, page: SourcePage, old: str, new: str) -> None:
    """Records whose `anchor` is a heading of the page: those that it lists, or that name it."""
    shown = {each.name for each in placeholders(page.body)}
    for name, path in _files(draft):
        text = draft.text(path)
        spans = [
            replaced(value, new)
            for owner, _, key, value in pairs(compose(text, path))
            if key == "anchor"
            and value.value == old
            and (name in shown or value_of(owner, "page") == page.id)
        ]
        if spans:
            draft.put(path, applied(text, spans))


def page_gone(draft: Draft, id_: str, to: str) -> None:
    """Records name `to` in the place of a page, or no page where there is none."""
    for _, path in _files(draft):
        text = draft.text(path)
        spans = [
            span
            for owner, at, key, value in pairs(compose(text, path))
            for span in _without_page(owner, at, key, value, id_, to)
        ]
        if spans:
            draft.put(path, applied(text, spans))


def named_alone(draft: Draft, id_: str) -> Iterator[Problem]:
    """Records whose list of pages would be empty without this one."""
    for _, path in _files(draft):
        for _, _, key, value in pairs(compose(draft.text(path), path)):
            named = value.value if isinstance(value, yaml.SequenceNode) else []
            if key == "pages" and len(named) == 1 and named[0].value == id_:
                what = "the record names the page that goes, and no other"
                mend = "name another page first, take the record away, or add TO=another-page"
                yield Problem(path, value.start_mark.line + 1, what, mend)


def _without_page(
    owner: yaml.MappingNode, at: int, key: str, value: yaml.Node, id_: str, to: str
) -> Iterator[Span]:
    if key == "page" and value.value == id_:
        yield replaced(value, to) if to else without_pair(owner, at)
    elif key == "pages" and isinstance(value, yaml.SequenceNode):
        named = [str(item.value) for item in value.value]
        if id_ not in named:
            return
        place = named.index(id_)
        if to and to not in named:
            yield replaced(value.value[place], to)
        else:
            yield without_item(value, place)
    elif key == "pages" and isinstance(value, yaml.MappingNode):
        for number, (name, _) in enumerate(value.value):
            if name.value == id_:
                known = to in {each.value for each, _ in value.value}
                yield without_pair(value, number) if known or not to else replaced(name, to)


def sources_gone(draft: Draft, ids: set[str]) -> None:
    """Take records of sources away, which nothing cites any more."""
    path = "data/sources.yml"
    text = draft.text(path)
    node = compose(text, path)
    records = node.value if isinstance(node, yaml.SequenceNode) else []
    at = [number for number, each in enumerate(records) if value_of(each, "id") in ids]
    if at and isinstance(node, yaml.SequenceNode):
        draft.put(path, applied(text, [without_item(node, number) for number in at]))


def _files(draft: Draft) -> Iterator[tuple[str, str]]:
    for name in _FILES:
        path = f"data/{name}.yml"
        if (draft.root / path).is_file():
            yield name, path
