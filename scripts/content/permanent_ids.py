"""The permanent ids, in the single namespace of `/id/…`.

A page has its own id. The id of a record in a list is prefixed with its kind: `term-`, `source-`,
`publication-`, `municipality-`, `paper-`. A page may have the same id as the record that it is
about (`publication-krogh-2013`): the id then leads to the page. Otherwise ids are unique, and a
published id is never reused for something else.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from typing import Any

from scripts.content.datasets import BY_PAGE_TYPE, Datasets
from scripts.content.pages import Site
from scripts.content.permalinks import NAME, Rule
from scripts.content.sources import Source
from scripts.language.locales import LOCALES

# The folder of permanent addresses, at the root of the site and outside all editions.
FOLDER = "id"
# The folder of the newest edition, beside the folders of all editions.
LATEST = "latest"
# Dataset -> the prefix of its ids.
KINDS = {
    "glossary": "term",
    "sources": "source",
    "publications": "publication",
    "municipalities": "municipality",
    "papers": "paper",
}
# Titles less similar than this (0 to 1) denote different things.
_SIMILAR = 0.5


@dataclass(frozen=True)
class PermanentId:
    """A page or record with a permanent id.

    Attributes:
        id: The part of the URL after `/id/`.
        kind: The type of the page, or the prefix of the record's id.
        titles: The title by language tag ("nb").
        page: The id of the page that shows it, "" where only the build knows.
        anchor: The anchor on that page, "" for the page itself.
        path: The source file.
        record: The id of its record, "" for a page without one.
        edition: If published: the newest edition that contains it.
        is_gone: If published: whether the newest edition lacks it.
        line: The line number of a page's id in its file.
    """

    id: str
    kind: str
    titles: Mapping[str, str]
    page: str = ""
    anchor: str = ""
    path: str = field(default="", compare=False)
    record: str = ""
    edition: str = ""
    is_gone: bool = False
    line: int = field(default=0, compare=False)


def permanent_ids(
    site: Site, datasets: Datasets, sources: Mapping[str, Source]
) -> list[PermanentId]:
    """Everything that has a permanent id, sorted by id; faulty data may hold duplicates."""
    entries = [*_pages(site), *_records(datasets, sources)]
    pages = {each.id: each for each in entries if each.page == each.id}
    return sorted(
        (
            each
            for each in entries
            if each is pages.get(each.id) or not _is_about(pages.get(each.id), each)
        ),
        key=lambda each: (each.id, each.path),
    )


def _is_about(page: PermanentId | None, record: PermanentId) -> bool:
    return page is not None and (page.kind, page.record) == (record.kind, record.record)


def _pages(site: Site) -> Iterator[PermanentId]:
    by_id = {locale: site.by_id(locale) for locale in LOCALES}
    for id_ in sorted({id_ for pages in by_id.values() for id_ in pages}):
        entries = {locale: pages[id_] for locale, pages in by_id.items() if id_ in pages}
        first = next(iter(entries.values()))
        titles = {locale.lang: page.title for locale, page in entries.items()}
        record = first.text("record") if first.kind in BY_PAGE_TYPE else ""
        line = first.front_matter.line(("id",))
        yield PermanentId(id_, first.kind, titles, id_, path=first.path, record=record, line=line)


def _records(datasets: Datasets, sources: Mapping[str, Source]) -> Iterator[PermanentId]:
    for source in sources.values():
        title = str(source.record.get("title", source.id))
        yield _record("sources", source.id, title, anchor=f"source-{source.id}")
    for name in ("glossary", "publications", "municipalities", "papers"):
        for record in datasets.of(name):
            fields: Mapping[str, Any] = {**record}
            id_, page = str(fields["id"]), str(fields.get("page", ""))
            title = fields.get("term") or fields.get("title") or fields.get("name") or id_
            anchors = {
                "glossary": ("", f"term-{id_}"),
                "publications": (page, "" if page else id_),
                "municipalities": _of_municipality(fields),
                "papers": (page, id_),
            }
            yield _record(name, id_, title, *anchors[name])


def _of_municipality(record: Mapping[str, Any]) -> tuple[str, str]:
    """Page and anchor: its own page, the section about it, or its row in the table of others."""
    if "told_at" in record:
        return str(record["told_at"]["page"]), str(record["told_at"]["anchor"])
    page = str(record.get("page", ""))
    return page, "" if page else f"municipality-{record['id']}"


def _record(
    name: str, id_: str, title: str | Mapping[str, str], page: str = "", anchor: str = ""
) -> PermanentId:
    kind = KINDS[name]
    titles = {
        locale.lang: title if isinstance(title, str) else title.get(locale.code, id_)
        for locale in LOCALES
    }
    return PermanentId(f"{kind}-{id_}", kind, titles, page, anchor, f"data/{name}.yml", id_)


def ids_of(published: Mapping[str, Any], number: str = "") -> dict[str, PermanentId]:
    """The ids in an edition's `addresses.json`, including those that it no longer contains.

    Args:
        published: The parsed file; an edition older than permanent ids has none.
        number: The number of the edition.
    """
    return {
        id_: PermanentId(
            id_,
            str(entry["kind"]),
            {
                locale.lang: str(entry["places"][locale.lang]["title"])
                for locale in LOCALES
                if locale.lang in entry["places"]
            },
            str(entry["page"]),
            str(entry["anchor"]),
            edition=str(entry.get("last_in", number)),
            is_gone="last_in" in entry,
        )
        for id_, entry in published.get("ids", {}).items()
    }


def is_reassigned(before: PermanentId, now: PermanentId) -> bool:
    """Whether an id now denotes something else, judged by titles and kinds.

    A renamed page keeps its kind, and is the same thing.
    """
    is_page = before.page == before.id and not before.anchor
    if before.kind == now.kind and is_page:
        return False
    return not any(
        SequenceMatcher(None, title.casefold(), now.titles[lang].casefold()).ratio() >= _SIMILAR
        for lang, title in before.titles.items()
        if lang in now.titles
    )


def refused_changes(
    ever: Mapping[str, PermanentId], now: Mapping[str, PermanentId], rules: Iterable[Rule]
) -> Iterator[tuple[PermanentId, str, str]]:
    """The published ids that publishing would break or reuse for something else.

    Args:
        ever: What each id has denoted in published editions.
        now: What each id denotes now.
        rules: The rules of data/permalinks.yml.

    Yields:
        The published entry, what is wrong, and the remedy.
    """
    rules = list(rules)
    same = {rule.id: rule.same for rule in rules if rule.id}
    rule_for = rule_lookup(rules)
    for id_, before in sorted(ever.items()):
        name = next(iter(before.titles.values()), id_)
        if id_ in now:
            titles = [*now[id_].titles.values()]
            if same.get(id_) not in titles and (before.is_gone or is_reassigned(before, now[id_])):
                what = f'the id "{id_}" was published for “{name}” ({before.kind})'
                add = f"add to data/{NAME}.yml: id: {id_}, "
                change = f"write for it in data/{NAME}.yml: "
                fix = (
                    "give what has it now another id, or, if it is the same thing, "
                    f"{change if id_ in same else add}"
                    f"same: {json.dumps(next(iter(titles), id_), ensure_ascii=False)}"
                )
                yield before, what, fix
        elif rule_for(before) is None:
            about = f"page: {before.page}"
            about += f", anchor: {before.anchor}" if before.anchor else ""
            what = f"“{name}” was published as {FOLDER}/{id_}/, and is not there now"
            yield before, what, f"keep it, or add to data/{NAME}.yml: {about}, with to: or gone:"


def rule_lookup(rules: Iterable[Rule]) -> Callable[[PermanentId], Rule | None]:
    """A lookup of the rule for something that is gone: for its anchor, or else its page."""
    by_place = {(rule.page, rule.anchor): rule for rule in rules if rule.page}

    def rule_for(thing: PermanentId) -> Rule | None:
        return by_place.get((thing.page, thing.anchor)) or by_place.get((thing.page, ""))

    return rule_for
