"""Tasks on sources: those not read in full, addresses that fail, moved or were never tried."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from scripts.common.yaml_lines import YamlText
from scripts.content.citations import find_citations
from scripts.content.load import Content
from scripts.desk.items import Item

# Values of `read` short of the whole source, from least to most.
_READ = ("mention", "record", "contents", "abstract", "part")
_REMEDIES = {
    "gone": "look for the text elsewhere, or for a copy",
    "lies": "look for the text elsewhere, or for a copy",
    "unreachable": "try it in a browser; look for a copy if that fails too",
}


def unread(content: Content, parsed: YamlText) -> Iterator[Item]:
    """Sources that were not read in full, the most cited first."""
    cited = Counter(
        id_
        for page in content.site.pages
        if not page.locale.prefix
        for id_ in {cite.id for citation in find_citations(page.body) for cite in citation.cites}
    )
    lines = _lines(content, parsed, "read")
    incomplete = [each for each in content.sources.values() if each.record["read"] in _READ]
    for source in sorted(
        incomplete, key=lambda each: (-cited[each.id], _READ.index(each.record["read"]), each.id)
    ):
        pages = f"{cited[source.id]} page{'' if cited[source.id] == 1 else 's'}"
        what = f"{source.id}: read is {source.record['read']}, and {pages} cite it"
        yield Item(parsed.path, lines[source.id], what, "read it whole, and change read")


def failing(content: Content, parsed: YamlText) -> Iterator[Item]:
    """Addresses that do not work, those without an archived copy first."""
    lines = _lines(content, parsed, "URL")
    known = [(bool(each.archived), id_, each)
             for id_, each in content.addresses.items() if each.failed]  # fmt: skip
    for has_copy, id_, each in sorted(known, key=lambda one: one[:2]):
        copy = "readers are led to a copy" if has_copy else "no copy is known"
        what = f"{id_}: the address was {each.state} on {each.day}, {copy}"
        yield Item(parsed.path, lines[id_], what, _REMEDIES[each.state])


def moved(content: Content, parsed: YamlText) -> Iterator[Item]:
    """Addresses that permanently redirect."""
    lines = _lines(content, parsed, "URL")
    for id_, each in content.addresses.items():
        if each.state == "moved":
            fix = f"see whether the text stands there, and write URL: {each.to}"
            yield Item(parsed.path, lines[id_], f"{id_}: moved", fix)


def untried(content: Content, parsed: YamlText) -> Iterator[Item]:
    """Addresses that were never tried."""
    lines = _lines(content, parsed, "URL")
    for id_, each in content.addresses.items():
        if not each.state:
            fix = f'make sources ID="{id_}", or all of them with make sources'
            yield Item(parsed.path, lines[id_], f"{id_}: never tried", fix)


def _lines(content: Content, parsed: YamlText, key: str) -> dict[str, int]:
    """The line number of a key in each source, by id."""
    return {id_: parsed.line((number, key)) for number, id_ in enumerate(content.sources)}
