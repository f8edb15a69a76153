"""What is known of the address of each source: what editors say of it, and what was seen there.

Editors write in data/sources.yml, `make sources` in data/source-addresses.yml, and neither in the
other's file. Where both saw the address, the later day counts.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from urllib.parse import urlsplit

from scripts.content.records import CslItem, SourceAddress, SourceRecord
from scripts.content.sources import Source

# The states in which readers do not get to the text. What refuses a program (`blocked`) may
# let people in, and an address that moved leads on by itself.
FAILED = ("gone", "lies", "unreachable")
# What editors write in `address`, in the words of the tool.
_BY_HAND = {"answers": "ok", "gone": "gone"}


@dataclass(frozen=True)
class AddressState:
    """The state of one address, "" where nobody has tried it; days are ISO dates.

    `to` is where it leads now, `archived` a copy in a web archive and `archived_on` its day.
    """

    state: str = ""
    day: str = ""
    to: str = ""
    archived: str = ""
    archived_on: str = ""

    @property
    def failed(self) -> bool:
        """Whether readers do not get to the text by it."""
        return self.state in FAILED


def address_states(
    sources: Mapping[str, Source], rows: Iterable[SourceAddress]
) -> dict[str, AddressState]:
    """The state of the address of each source that has one, by the id of the source."""
    by_id = {row["id"]: row for row in rows}
    return {
        id_: state_of(source.record, by_id.get(id_))
        for id_, source in sources.items()
        if "URL" in source.record
    }


def state_of(record: SourceRecord, row: SourceAddress | None) -> AddressState:
    """What is known of one address; a row about an address that the source had before is nothing.

    A copy that an editor chose goes before one that the archive named.
    """
    seen = row if row and row["address"] == record.get("URL") else None
    state, day, to = "", "", ""
    if seen:
        state, day, to = seen["state"], seen["tried"], seen.get("to", "")
    by_hand, on = _BY_HAND.get(record.get("address", ""), ""), record.get("seen", "")
    if by_hand and on >= day:
        state, day, to = by_hand, on, ""
    copies = [(each["archived"], each["archived_on"]) for each in (record, seen)
              if each and "archived" in each and "archived_on" in each]  # fmt: skip
    archived, archived_on = copies[0] if copies else ("", "")
    return AddressState(state, day, to, archived, archived_on)


def where_it_is_read(
    ids: Iterable[str], sources: Mapping[str, Source], states: Mapping[str, AddressState]
) -> str:
    """Where the text of the first of these sources can be opened, or "" if it cannot.

    An address that failed gives way to its copy, and to the next source where it has none.
    """
    for id_ in ids:
        known = states.get(id_)
        if known and not known.failed:
            return str(sources[id_].record["URL"])
        if known and known.archived:
            return known.archived
    return ""


def with_archive(item: CslItem, known: AddressState | None) -> CslItem:
    """The item with the copy of its address in a web archive: the host, and the address there.

    For files alone: APA has the address of what was read, and prints an archive for papers.
    """
    if not known or not known.archived:
        return item
    host = urlsplit(known.archived).hostname or ""
    return {**item, "archive": host, "archive_location": known.archived}
