"""What records say of pages and headings: data/*.yml follows when they move or go."""

from __future__ import annotations

from collections.abc import Iterator

import yaml

from scripts.common.problems import Problem
from scripts.content.datasets import NAMES
from scripts.content.list_parts import part_of
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
# What a record says of the page that is about it.
_OF_OWN_PAGE = ("page", "known")


def heading_moved(draft: Draft, page: SourcePage, old: str, new: str) -> None:
    """Records whose `anchor` is a heading of the page: those that it lists, or that name it."""
    shown = {part_of(each.name).dataset for each in placeholders(page.body)}
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


def page_gone(draft: Draft, id_: str, to: str, own: tuple[str, str] = ("", "")) -> None:
    """Records name `to` (`page` or `page#anchor`) in the place of a page, or none where it is "".

    `own` are the data file and the id of the record that the page is about: no other page is
    about that, so its record names none, and not what sources the page cites of it either.
    """
    for name, path in _files(draft):
        text = draft.text(path)
        spans = []
        for owner, at, key, value in pairs(compose(text, path)):
            is_own = (name, value_of(owner, "id")) == own and value_of(owner, "page") == id_
            if is_own and key in _OF_OWN_PAGE:
                spans.append(without_pair(owner, at))
            elif not is_own:
                spans += _without_page(owner, at, key, value, id_, to)
        if spans:
            draft.put(path, applied(text, spans))


def cited(draft: Draft) -> set[str]:
    """Every source id in the records as they are to be."""
    found = set()
    for _, path in _files(draft):
        for _, _, key, value in pairs(compose(draft.text(path), path)):
            if key == "sources" and isinstance(value, yaml.SequenceNode):
                found |= {str(item.value) for item in value.value}
            elif key == "source":
                found.add(str(value.value))
    return found


def stand_on(draft: Draft, id_: str, to: str, anchors: set[str]) -> Iterator[Problem]:
    """Records that need what stands on the page: a paper, or a heading that the next page lacks.

    `to` is where the address leads (`page#anchor`: the heading is named), `anchors` are the
    headings there.
    """
    for name, path in _files(draft):
        for owner, _, key, value in pairs(compose(draft.text(path), path)):
            if key != "page" or value.value != id_:
                continue
            line, anchor = value.start_mark.line + 1, value_of(owner, "anchor")
            if name == "papers":
                what = f'the paper "{value_of(owner, "id")}" stands on the page that goes'
                mend = "put its section on another page and name that here first"
                yield Problem(path, line, what, f"{mend}, or take the record away")
            elif anchor and to and "#" not in to and anchor not in anchors:
                what = f'the record names the heading "{anchor}" of the page that goes'
                yield Problem(path, line, what, f"name another here first, or add it: TO={to}#…")


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
    to, _, anchor = to.partition("#")
    if key == "page" and value.value == id_:
        yield replaced(value, to) if to else without_pair(owner, at)
    elif key == "anchor" and to and anchor and value_of(owner, "page") == id_:
        yield replaced(value, anchor)
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
