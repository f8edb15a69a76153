"""Suggests the page that was probably meant by an unknown path or id.

Only the last part of paths and ids is compared: they share folders and prefixes (`../kommuner/`,
`municipality-`), so that whole ones look similar even when they are unrelated.
"""

from __future__ import annotations

import posixpath
from collections.abc import Iterable
from difflib import get_close_matches

# One or two wrong letters in seven; "moss" and "sorum" are far below.
_CUTOFF = 0.75
# For several words: most of them must be equal.
_WHOLE_ID_CUTOFF = 0.85


def near_key(key: str, keys: Iterable[str]) -> str:
    """The path (from the language folder) that is one typo away, "" if there is none.

    In another folder, only a page with exactly the same name, if it is the only one.
    """
    folder, name = posixpath.split(key)
    known = sorted(set(keys) - {key})
    beside = [posixpath.basename(each) for each in known if posixpath.dirname(each) == folder]
    if found := _nearest(name, beside):
        return posixpath.join(folder, found)
    same = [each for each in known if posixpath.basename(each).lower() == name.lower()]
    if len(same) == 1:
        return same[0]
    # A typo in the folder still identifies one of several pages with this name.
    folders = _nearest(folder, [posixpath.dirname(each) for each in same])
    return posixpath.join(folders, posixpath.basename(same[0])) if folders else ""


def near_id(id_: str, ids: Iterable[str]) -> str:
    """`did you mean "x"?` for the id that is one typo away, or an empty string."""
    first, _, rest = id_.partition("-")
    known = sorted(set(ids) - {id_})
    same = {each.partition("-")[2]: each for each in known if each.partition("-")[0] == first}
    found = _nearest(rest, same) if rest else ""
    others = [each for each in known if each.partition("-")[0] != first]
    near = same[found] if found else _nearest(id_, others, _WHOLE_ID_CUTOFF)
    # Only the part after the prefix may have been written.
    ends = [each for each in known if each.partition("-")[2] == id_]
    near = near or (ends[0] if len(ends) == 1 else "")
    return f'did you mean "{near}"?' if near else ""


def _nearest(name: str, known: Iterable[str], cutoff: float = _CUTOFF) -> str:
    """The closest known name, compared by stem; "" if none is close enough."""
    stems = {each.removesuffix(".md").lower(): each for each in known}
    found = get_close_matches(name.removesuffix(".md").lower(), stems, n=1, cutoff=cutoff)
    return stems[found[0]] if found else ""
