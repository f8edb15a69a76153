"""The page that somebody may have meant by a path or id that leads nowhere, and no stranger.

Whole paths and ids are alike by what their neighbours share (`../kommuner/`, `municipality-`): so
only the last part is compared, and one that merely lies in the same folder is never proposed.
"""

from __future__ import annotations

import posixpath
from collections.abc import Iterable
from difflib import get_close_matches

# A letter or two in a word of seven; "moss" and "sorum" are far below.
_LIKENESS = 0.75
# Of several words together, most have to be the same.
_WHOLE = 0.85


def near_key(key: str, keys: Iterable[str]) -> str:
    """The one of some paths (from the language folder) that is a slip away, "" if none is.

    In another folder only a page of the very same name, where no other has that name.
    """
    folder, name = posixpath.split(key)
    known = sorted(set(keys) - {key})
    beside = [posixpath.basename(each) for each in known if posixpath.dirname(each) == folder]
    if found := _nearest(name, beside):
        return posixpath.join(folder, found)
    same = [each for each in known if posixpath.basename(each).lower() == name.lower()]
    if len(same) == 1:
        return same[0]
    # A letter too many in a folder leaves one of several pages of the name.
    folders = _nearest(folder, [posixpath.dirname(each) for each in same])
    return posixpath.join(folders, posixpath.basename(same[0])) if folders else ""


def near_id(id_: str, ids: Iterable[str]) -> str:
    """`did you mean "x"?` for the id that is a slip away, or an empty text."""
    first, _, rest = id_.partition("-")
    known = sorted(set(ids) - {id_})
    same = {each.partition("-")[2]: each for each in known if each.partition("-")[0] == first}
    found = _nearest(rest, same) if rest else ""
    others = [each for each in known if each.partition("-")[0] != first]
    near = same[found] if found else _nearest(id_, others, _WHOLE)
    # Of an id of two words the second alone may be written, or the first misspelt.
    ends = [each for each in known if each.partition("-")[2] == id_]
    near = near or (ends[0] if len(ends) == 1 else "")
    return f'did you mean "{near}"?' if near else ""


def _nearest(name: str, known: Iterable[str], likeness: float = _LIKENESS) -> str:
    """The known name that is most like one, by its stem; "" if none is like enough."""
    stems = {each.removesuffix(".md").lower(): each for each in known}
    found = get_close_matches(name.removesuffix(".md").lower(), stems, n=1, cutoff=likeness)
    return stems[found[0]] if found else ""
