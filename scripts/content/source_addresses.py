"""The state of each source's address, from editors and from the link checker.

Editors write data/sources.yml, `make sources` writes data/source-addresses.yml, and neither
writes the other's file. Where both have tried an address, the later date counts.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from urllib.parse import urlsplit

from scripts.content.records import CslItem, SourceAddress, SourceRecord
from scripts.content.sources import Source

# The states in which readers cannot reach the text. A site that refuses programs (`blocked`) may
# admit people, and an address that moved redirects.
FAILED = ("gone", "lies", "unreachable")
# The values of `address` that editors write -> states of the link checker.
_BY_HAND = {"answers": "ok", "gone": "gone"}


@dataclass(frozen=True)
class AddressState:
    """The state of one address, "" where nobody has tried it; dates are ISO dates.

    `to` is where it redirects, `archived` a copy in a web archive and `archived_on` its date.
    """

    state: str = ""
    day: str = ""
    to: str = ""
    archived: str = ""
    archived_on: str = ""

    @property
    def failed(self) -> bool:
        """Whether readers cannot reach the text by it."""
        return self.state in FAILED


def address_states(
    sources: Mapping[str, Source], rows: Iterable[SourceAddress]
) -> dict[str, AddressState]:
    """The state of the address of each source that has one, by source id."""
    by_id = {row["id"]: row for row in rows}
    return {
        id_: state_of(source.record, by_id.get(id_))
        for id_, source in sources.items()
        if "URL" in source.record
    }


def state_of(record: SourceRecord, row: SourceAddress | None) -> AddressState:
    """The state of one address; a row about an earlier address of the source is ignored.

    A copy chosen by an editor takes precedence over one found by the link checker.
    """
    checked = row if row and row["address"] == record.get("URL") else None
    state, day, to = "", "", ""
    if checked:
        state, day, to = checked["state"], checked["tried"], checked.get("to", "")
    by_hand, seen_on = _BY_HAND.get(record.get("address", ""), ""), record.get("seen", "")
    if by_hand and seen_on >= day:
        state, day, to = by_hand, seen_on, ""
    copies = [(each["archived"], each["archived_on"]) for each in (record, checked)
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


def with_archive(item: CslItem, address_state: AddressState | None) -> CslItem:
    """The item with its copy in a web archive: host and address.

    For export files only: APA cites the address that was read, and uses `archive` for documents
    in physical archives.
    """
    if not address_state or not address_state.archived:
        return item
    host = urlsplit(address_state.archived).hostname or ""
    return {**item, "archive": host, "archive_location": address_state.archived}
