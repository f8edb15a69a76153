"""Addresses of the National Library of Norway, which say by themselves what they lead to."""

from __future__ import annotations

import re
from urllib.parse import unquote

_URN = re.compile(r"URN:NBN:no-nb_(?P<what>[a-z]+)_(?P<rest>[\w-]+)", re.I)
_ITEM = re.compile(r"(?:https?://)?(?:www\.)?nb\.no(?P<path>/items/[^\s?#]*)[^\s]*$", re.IGNORECASE)
# Document types in URNs of the National Library of Norway.
_NB_TYPES = {
    "digibok": "book", "digitidsskrift": "article-magazine", "digavis": "article-newspaper",
    "pliktmonografi": "book", "digimanus": "document", "digikart": "document",
    "smaatrykk": "pamphlet", "digiprogramrapport": "document",
}  # fmt: skip


def national_library(text: str) -> dict[str, str]:
    """What an address at nb.no says by itself; newspapers have the day in their number."""
    match = _URN.search(unquote(text))
    if match is None:
        item = _ITEM.match(text)
        return {"URL": f"https://www.nb.no{item['path']}"} if item else {}
    kind = match["what"].lower()
    found: dict[str, str] = {"type": _NB_TYPES[kind]} if kind in _NB_TYPES else {}
    if kind == "digavis" and (day := re.search(r"_(\d{4})(\d{2})(\d{2})_", match["rest"])):
        found["issued"] = "-".join(day.groups())
    return found | {"URL": f"https://urn.nb.no/{match.group()}"}
