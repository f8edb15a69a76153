"""Converts names from BibTeX and RIS to CSL.

A value that may be one person or several becomes `unclear`: a guess would be published as if
it had been verified.
"""

from __future__ import annotations

import re

from scripts.editing.bibtex import plain, split
from scripts.editing.pasted_values import unescaped

Name = dict[str, str]

_SUFFIX = re.compile(r"(?:jr|sr|i{2,3}|iv|vi{0,3}|d\.? ?[eyæ]|ph\.? ?d|m\.? ?d)\.?", re.IGNORECASE)
# Separators of people that some programs use; the words may also be part of an institution's name.
_SEMICOLON = re.compile(r"\s*;\s*")
_CONJUNCTION = re.compile(r"\s+(?:\\?&|og|and|und|och)\s+", re.IGNORECASE)
# A given name and a family name, as people are written without a comma between.
_WHOLE_NAME = re.compile(r"(?:[A-ZÆØÅ][\w.’'-]*\s+){1,3}[A-ZÆØÅ][\w’'-]+")
_LONGEST_PARTICLE = 3  # van, von, der
_OTHERS = frozenset({"others", "et al.", "et al", "m.fl.", "mfl."})


def bibtex_names(raw: str) -> list[Name]:
    """The names in a BibTeX field; a name in braces is an institution."""
    names = []
    values = _separate(split(unescaped(raw), re.compile(r"\s+and\s+", re.IGNORECASE)))
    for each in values:
        parts = [part.strip() for part in split(each, re.compile(","))]
        if each.startswith("{") and each.endswith("}") and len(parts) == 1:
            names.append({"literal": plain(each)})
        elif len(split(each, _CONJUNCTION)) > 1 or _may_be_other(each, parts, values):
            names.append({"unclear": plain(each)})
        elif len(parts) > 1:
            names.append(_person([plain(part) for part in parts]))
        else:
            names.append(_unseparated(plain(each)))
    return [name for name in names if any(name.values())]


def ris_names(values: list[str]) -> list[Name]:
    """The names in RIS values; a name without a comma is an institution."""
    names = []
    for each in _separate([unescaped(value) for value in values]):
        if "," not in each.rstrip(", "):
            names.append({"literal": each.rstrip(", ")})
        elif len(split(each, _CONJUNCTION)) > 1:
            names.append({"unclear": each})
        else:
            names.append(_person([part.strip() for part in each.split(",")]))
    return [name for name in names if any(name.values())]


def _separate(values: list[str]) -> list[str]:
    """Split values that hold several names, if every part has a comma."""
    names: list[str] = []
    for value in values:
        for each in split(value, _SEMICOLON):
            parts = split(each, _CONJUNCTION)
            names += parts if all("," in part for part in parts) else [each]
    return [each.strip() for each in names if plain(each).casefold() not in {"", *_OTHERS}]


def _may_be_other(name: str, parts: list[str], names: list[str]) -> bool:
    """Whether `Kari Hansen, Per Olsen` may be two people, or `Olsen` beside others a family name.

    Those who separate people by commas write one value, those who leave out a given name several.
    """
    if len(names) == 1:
        return len(parts) == 2 and all(_WHOLE_NAME.fullmatch(plain(part)) for part in parts)
    is_family_name = name.isalpha() and not name.isupper()
    return is_family_name and any("," in other for other in names)


def _person(parts: list[str]) -> Name:
    """A name from its comma-separated parts; BibTeX and RIS put the suffix in different places."""
    family, *rest = parts
    rest = [part for part in rest if part]
    suffixes = [part for part in rest if _SUFFIX.fullmatch(part)] if len(rest) > 1 else []
    given = [part for part in rest if part not in suffixes]
    if not family or len(given) > 1 or len(suffixes) > 1 or _names_body(family, given):
        return {"unclear": ", ".join(part for part in parts if part)}
    return {"family": family} | ({"given": ", ".join([*given, *suffixes])} if rest else {})


def _names_body(family: str, given: list[str]) -> bool:
    """Whether a name is rather of a body and its part: `Oslo kommune, Byrådet`."""
    if not family[0].isupper():
        return False
    first = given[0].split(" ")[0] if given else ""
    is_part = len(first) > _LONGEST_PARTICLE and first.isalpha() and first[0].islower()
    return is_part or family.split()[-1][0].islower()


def _unseparated(name: str) -> Name:
    """Split `Kari van der Berg`: the family name starts with a lower-case word, or is the last."""
    words = name.split()
    first_lower = next(
        (index for index, word in enumerate(words[:-1]) if index and word[0].islower()), -1
    )
    split_at = first_lower if first_lower > 0 else len(words) - 1
    given, family = " ".join(words[:split_at]), " ".join(words[split_at:])
    return {"family": family, "given": given} if given else {"literal": family}
