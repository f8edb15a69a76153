"""What waits among the sources: those not read whole, addresses that fail or were never tried."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from scripts.common.yaml_lines import YamlText
from scripts.content.citations import find_citations
from scripts.content.load import Content
from scripts.desk.items import Item

# From the least that may have been read of a source to the most that is not all of it.
_READ = ("mention", "record", "contents", "abstract", "part")
_MENDS = {
    "gone": "look for the text elsewhere, or for a copy",
    "lies": "look for the text elsewhere, or for a copy",
    "unreachable": "try it in a browser; look for a copy if that fails too",
}


def unread(content: Content, parsed: YamlText) -> Iterator[Item]:
    """Sources that were not read whole, those that most pages cite first."""
    cited = Counter(
        id_
        for page in content.site.pages
        if not page.locale.prefix
        for id_ in {cite.id for found in find_citations(page.body) for cite in found.cites}
    )
    lines = _lines(content, parsed, "read")
    waiting = [each for each in content.sources.values() if each.record["read"] in _READ]
    for source in sorted(
        waiting, key=lambda each: (-cited[each.id], _READ.index(each.record["read"]), each.id)
    ):
        pages = f"{cited[source.id]} page{'' if cited[source.id] == 1 else 's'}"
        what = f"{source.id}: read is {source.record['read']}, and {pages} cite it"
        yield Item(parsed.path, lines[source.id], what, "read it whole, and change read")


def failing(content: Content, parsed: YamlText) -> Iterator[Item]:
    """Addresses by which readers do not get to the text, those without a copy first."""
    lines = _lines(content, parsed, "URL")
    known = [(bool(each.archived), id_, each)
             for id_, each in content.addresses.items() if each.failed]  # fmt: skip
    for has_copy, id_, each in sorted(known, key=lambda one: one[:2]):
        copy = "readers are led to a copy" if has_copy else "no copy is known"
        what = f"{id_}: the address was {each.state} on {each.day}, {copy}"
        yield Item(parsed.path, lines[id_], what, _MENDS[each.state])


def moved(content: Content, parsed: YamlText) -> Iterator[Item]:
    """Addresses that lead on to another."""
    lines = _lines(content, parsed, "URL")
    for id_, each in content.addresses.items():
        if each.state == "moved":
            mend = f"see whether the text stands there, and write URL: {each.to}"
            yield Item(parsed.path, lines[id_], f"{id_}: moved", mend)


def untried(content: Content, parsed: YamlText) -> Iterator[Item]:
    """Addresses that nobody has tried."""
    lines = _lines(content, parsed, "URL")
    for id_, each in content.addresses.items():
        if not each.state:
            mend = f'make sources ID="{id_}", or all of them with make sources'
            yield Item(parsed.path, lines[id_], f"{id_}: never tried", mend)


def _lines(content: Content, parsed: YamlText, key: str) -> dict[str, int]:
    """The line of a key by the id of the source."""
    return {id_: parsed.line((number, key)) for number, id_ in enumerate(content.sources)}
