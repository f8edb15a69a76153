"""People as CSL has them, out of how BibTeX and RIS write them.

What may be several people or one is handed on as `unclear`: a guess would be printed as if
somebody had looked it up.
"""

from __future__ import annotations

import re

from scripts.editing.bibtex import plain, split
from scripts.editing.pasted_values import unescaped

Name = dict[str, str]

_SUFFIX = re.compile(r"(?:jr|sr|i{2,3}|iv|vi{0,3}|d\.? ?[eyæ]|ph\.? ?d|m\.? ?d)\.?", re.IGNORECASE)
# Between people, in the ways of other programs; a name of an institution may hold a word of them.
_APART = re.compile(r"\s*;\s*")
_JOINED = re.compile(r"\s+(?:\\?&|og|and|und|och)\s+", re.IGNORECASE)
_OTHERS = frozenset({"others", "et al.", "et al", "m.fl.", "mfl."})


def bibtex_names(raw: str) -> list[Name]:
    """The people of a field; a name in braces is that of an institution."""
    found = []
    for each in _parted(split(unescaped(raw), re.compile(r"\s+and\s+", re.IGNORECASE))):
        parts = [part.strip() for part in split(each, re.compile(","))]
        if each.startswith("{") and each.endswith("}") and len(parts) == 1:
            found.append({"literal": plain(each)})
        elif len(split(each, _JOINED)) > 1:
            found.append({"unclear": plain(each)})
        elif len(parts) > 1:
            found.append(_person([plain(part) for part in parts]))
        else:
            found.append(_whole(plain(each)))
    return [name for name in found if any(name.values())]


def ris_names(values: list[str]) -> list[Name]:
    """The people of rows; what has no comma is the name of an institution."""
    found = []
    for each in _parted([unescaped(value) for value in values]):
        if "," not in each.rstrip(", "):
            found.append({"literal": each.rstrip(", ")})
        elif len(split(each, _JOINED)) > 1:
            found.append({"unclear": each})
        else:
            found.append(_person([part.strip() for part in each.split(",")]))
    return [name for name in found if any(name.values())]


def _parted(values: list[str]) -> list[str]:
    """Each name by itself, where several stand in one and all of those have a comma."""
    found: list[str] = []
    for value in values:
        for each in split(value, _APART):
            parts = split(each, _JOINED)
            found += parts if all("," in part for part in parts) else [each]
    return [each.strip() for each in found if plain(each).casefold() not in {"", *_OTHERS}]


def _person(parts: list[str]) -> Name:
    """A family name, and given name and suffix in the order of either form."""
    family, *rest = parts
    rest = [part for part in rest if part]
    suffixes = [part for part in rest if _SUFFIX.fullmatch(part)] if len(rest) > 1 else []
    given = [part for part in rest if part not in suffixes]
    if not family or len(given) > 1 or len(suffixes) > 1:
        return {"unclear": ", ".join(part for part in parts if part)}
    return {"family": family} | ({"given": ", ".join([*given, *suffixes])} if rest else {})


def _whole(name: str) -> Name:
    """`Kari van der Berg` in its parts: the family name begins with a small letter, or is last."""
    words = name.split()
    small = next((at for at, word in enumerate(words[:-1]) if at and word[0].islower()), -1)
    at = small if small > 0 else len(words) - 1
    given, family = " ".join(words[:at]), " ".join(words[at:])
    return {"family": family, "given": given} if given else {"literal": family}
