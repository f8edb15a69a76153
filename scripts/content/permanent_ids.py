"""What has a permanent address, and under which id: the one namespace of `/id/…`.

A page has its own id. What stands in a list has the word for what it is before the id of its
record: `term-`, `source-`, `publication-`, `municipality-`, `paper-`. A page may bear the id of a
record that it is about (`publication-krogh-2013`): then it is where that id leads. No other two
things share an id, and an id that was published is never given to something else.
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
# The folder of the newest edition, which stands beside those of all.
LATEST = "latest"
# A list of records -> what its ids begin with.
KINDS = {
    "glossary": "term",
    "sources": "source",
    "publications": "publication",
    "municipalities": "municipality",
    "papers": "paper",
}
# Names that have less in common are of different things.
_LIKE = 0.5


@dataclass(frozen=True)
class Named:
    """A thing with a permanent id.

    Attributes:
        id: What stands after `/id/`.
        kind: The type of the page, or the word before the id of the record.
        titles: What it is called, by language ("nb").
        page: The id of the page on which it stands, "" where the build alone knows.
        anchor: Where on that page, "" for the page itself.
        path: The file in which it is written.
        record: The id of its record, "" for a page that is about none.
        edition: For what was published: the newest edition that has it.
        is_gone: For what was published: the newest edition lacks it.
        line: The line of a page's id in its file.
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


def permanent_ids(site: Site, datasets: Datasets, sources: Mapping[str, Source]) -> list[Named]:
    """Everything that has a permanent id, in the order of the ids; some may share one."""
    found = [*_pages(site), *_records(datasets, sources)]
    pages = {each.id: each for each in found if each.page == each.id}
    return sorted(
        (
            each
            for each in found
            if each is pages.get(each.id) or not _is_about(pages.get(each.id), each)
        ),
        key=lambda each: (each.id, each.path),
    )


def _is_about(page: Named | None, record: Named) -> bool:
    return page is not None and (page.kind, page.record) == (record.kind, record.record)


def _pages(site: Site) -> Iterator[Named]:
    by_id = {locale: site.by_id(locale) for locale in LOCALES}
    for id_ in sorted({id_ for pages in by_id.values() for id_ in pages}):
        found = {locale: pages[id_] for locale, pages in by_id.items() if id_ in pages}
        first = next(iter(found.values()))
        titles = {locale.lang: page.title for locale, page in found.items()}
        record = first.text("record") if first.kind in BY_PAGE_TYPE else ""
        line = first.front_matter.line(("id",))
        yield Named(id_, first.kind, titles, id_, path=first.path, record=record, line=line)


def _records(datasets: Datasets, sources: Mapping[str, Source]) -> Iterator[Named]:
    for source in sources.values():
        title = str(source.record.get("title", source.id))
        yield _record("sources", source.id, title, anchor=f"source-{source.id}")
    for name in ("glossary", "publications", "municipalities", "papers"):
        for record in datasets.of(name):
            known: Mapping[str, Any] = {**record}
            id_, page = str(known["id"]), str(known.get("page", ""))
            title = known.get("term") or known.get("title") or known.get("name") or id_
            anchors = {
                "glossary": ("", f"term-{id_}"),
                "publications": (page, "" if page else id_),
                "municipalities": _of_municipality(known),
                "papers": (page, id_),
            }
            yield _record(name, id_, title, *anchors[name])


def _of_municipality(record: Mapping[str, Any]) -> tuple[str, str]:
    """Its page, the section that tells of it, or its row in the table of the others."""
    if "told_at" in record:
        return str(record["told_at"]["page"]), str(record["told_at"]["anchor"])
    page = str(record.get("page", ""))
    return page, "" if page else f"municipality-{record['id']}"


def _record(
    name: str, id_: str, title: str | Mapping[str, str], page: str = "", anchor: str = ""
) -> Named:
    kind = KINDS[name]
    titles = {
        locale.lang: title if isinstance(title, str) else title.get(locale.code, id_)
        for locale in LOCALES
    }
    return Named(f"{kind}-{id_}", kind, titles, page, anchor, f"data/{name}.yml", id_)


def ids_of(published: Mapping[str, Any], number: str = "") -> dict[str, Named]:
    """The ids in an edition's `addresses.json`, those that are gone with it too.

    Args:
        published: What the file holds; an edition older than permanent ids names none.
        number: The edition.
    """
    return {
        id_: Named(
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


def is_other(before: Named, now: Named) -> bool:
    """Whether an id has come to mean something else, as far as names and types can tell.

    A page that got another name keeps its type, and the anchors that it must have anyway.
    """
    is_page = before.page == before.id and not before.anchor
    if before.kind == now.kind and is_page:
        return False
    return not any(
        SequenceMatcher(None, title.casefold(), now.titles[lang].casefold()).ratio() >= _LIKE
        for lang, title in before.titles.items()
        if lang in now.titles
    )


def refused(
    ever: Mapping[str, Named], now: Mapping[str, Named], rules: Iterable[Rule]
) -> Iterator[tuple[Named, str, str]]:
    """What publishing would do to ids that were published, and may not.

    Args:
        ever: What was published under each id.
        now: What would be.
        rules: What data/permalinks.yml says.

    Yields:
        What was published, what is wrong, and how to mend it.
    """
    rules = list(rules)
    same = {rule.id: rule.same for rule in rules if rule.id}
    told = told_of(rules)
    for id_, before in sorted(ever.items()):
        name = next(iter(before.titles.values()), id_)
        if id_ in now:
            titles = [*now[id_].titles.values()]
            if same.get(id_) not in titles and (before.is_gone or is_other(before, now[id_])):
                what = f'the id "{id_}" was published for “{name}” ({before.kind})'
                add = f"add to data/{NAME}.yml: id: {id_}, "
                change = f"write for it in data/{NAME}.yml: "
                mend = (
                    "give what has it now another id, or, if it is the same thing, "
                    f"{change if id_ in same else add}"
                    f"same: {json.dumps(next(iter(titles), id_), ensure_ascii=False)}"
                )
                yield before, what, mend
        elif told(before) is None:
            about = f"page: {before.page}"
            about += f", anchor: {before.anchor}" if before.anchor else ""
            what = f"“{name}” was published as {FOLDER}/{id_}/, and is not there now"
            yield before, what, f"keep it, or add to data/{NAME}.yml: {about}, with to: or gone:"


def told_of(rules: Iterable[Rule]) -> Callable[[Named], Rule | None]:
    """Looks up what is said of something that is gone: of its anchor, or of its whole page."""
    by_place = {(rule.page, rule.anchor): rule for rule in rules if rule.page}

    def told(thing: Named) -> Rule | None:
        return by_place.get((thing.page, thing.anchor)) or by_place.get((thing.page, ""))

    return told
