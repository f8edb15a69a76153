"""Converts names from BibTeX and RIS to CSL.

A value that may be one person or several becomes `unclear`: a guess would be published as if
it had been verified. What a person did, typed behind the name ("(red.)"), becomes `role`.
"""

from __future__ import annotations

import re

from scripts.checks.source_values import OTHERS, ROLE
from scripts.editing.bibtex import plain, split
from scripts.editing.pasted_values import unescaped

Name = dict[str, str]

_SUFFIX = re.compile(r"(?:jr|sr|i{2,3}|iv|vi{0,3}|d\.? ?[eyæ]|ph\.? ?d|m\.? ?d)\.?", re.IGNORECASE)
# Separators of people that some programs use; the words may also be part of an institution's name.
_SEMICOLON = re.compile(r"\s*;\s*")
_CONJUNCTION = re.compile(r"\s+(?:\\?&|og|and|und|och)\s+", re.IGNORECASE)
# A word of an institution's name, in its last place.
_INSTITUTION = re.compile(
    r"[a-zæøå].*|AS|ASA|SA|BA|A/S|Kommune|Universitet|University|Institutt|Institute|Forlag|Press|"
    r"Department|Ministry|Council|Forbund|Union|Research|Norge|Norway"
)
_LONGEST_PARTICLE = 3  # van, von, der
_INITIAL = re.compile(r"(?:[^\W\d_]\.-?)+|[^\W\d_a-zæøå]{1,3}")
# Words that a family name of several words may begin with.
_PARTICLE = re.compile(
    r"[a-zæøå].*|D['’].*|(?i:al|bin|da|das|de|del|della|den|der|di|do|dos|du|el|la|las|le|los|mac|"
    r"mc|san|santa|st\.?|ten|ter|van|von)"
)

# What catalogues and journals put beside a name: years of life, an ORCID, marks of footnotes,
# and before it a title.
_BESIDE = re.compile(
    r"(?:(?:,\s*\(?|\s*\()1\d{3}\s*[-–]\s*(?:\d{4})?\)?\.?|\s*\(?(?:\d{4}-){3}\d{3}[\dX]\)?"
    r"|[*†‡§¹²³]+|(?<=[a-zæøå])\d(?:,\d)*|\\textsuperscript\{[^{}]*\}|\$\^[^$]*\$)\s*$"
)
_TITLED = re.compile(r"\A(?:(?:dr|prof|professor|doktor|førsteamanuensis)\b\.?\s+)+", re.IGNORECASE)
# "Hansen K. B.", as some databases write a person without a comma.
_INITIALS_LAST = re.compile(r"(?P<family>[^\W\d_][\w'’-]+)\s+(?P<given>(?:[^\W\d_]\.[ -]?)+)")


def bibtex_names(raw: str) -> list[Name]:
    """The names in a BibTeX field; a name in braces is an institution.

    A family name in braces is one name, however many words it has.
    """
    names = []
    values = _separate(split(unescaped(raw), re.compile(r"\s+and\s+", re.IGNORECASE)))
    for each in values:
        parts = [part.strip() for part in split(each, re.compile(","))]
        if each.startswith("{") and each.endswith("}") and len(parts) == 1:
            names.append({"literal": plain(each)})
        elif len(split(each, _CONJUNCTION)) > 1 or _lacks_given_name(each, values):
            names.append({"unclear": plain(each)})
        elif len(parts) > 1:
            # Where "and" stands between names, a comma is within one.
            whole = _is_braced(parts[0]) or len(values) > 1
            names.append(_person([plain(part) for part in parts], whole=whole))
        else:
            names.append(_unseparated(plain(each)))
    return [name for name in map(_with_role, names) if any(name.values())]


def ris_names(values: list[str]) -> list[Name]:
    """The names in RIS values; a name without a comma is an institution.

    A family name of several words may be in braces, as in BibTeX.
    """
    names = []
    for each in _separate([unescaped(value) for value in values]):
        if initials := _INITIALS_LAST.fullmatch(each):
            names.append(initials.groupdict())
        elif "," not in each.rstrip(", "):
            names.append({"literal": each.rstrip(", ")})
        elif len(split(each, _CONJUNCTION)) > 1:
            names.append({"unclear": each})
        else:
            parts = [part.strip() for part in each.split(",")]
            braced = _is_braced(parts[0])
            names.append(_person([parts[0].strip("{}"), *parts[1:]], whole=braced))
    return [name for name in map(_with_role, names) if any(name.values())]


def names_others(value: str) -> bool:
    """Whether a value says that a work has more people than it names."""
    return OTHERS.search(plain(value)) is not None


def _separate(values: list[str]) -> list[str]:
    """Split values that hold several names, if every part has a comma."""
    names: list[str] = []
    for value in values:
        for each in split(value, _SEMICOLON):
            parts = split(each, _CONJUNCTION)
            names += parts if all("," in part for part in parts) else [each]
    named = (_BESIDE.sub("", OTHERS.sub("", each)).strip() for each in names)
    return [each for each in named if plain(each)]


def _lacks_given_name(name: str, names: list[str]) -> bool:
    """Whether a word may be a family name, beside others that have a given name: `Olsen`."""
    return name.isalpha() and not name.isupper() and any("," in other for other in names)


def _is_braced(part: str) -> bool:
    return part.startswith("{") and part.endswith("}")


def _with_role(name: Name) -> Name:
    """A name without "(red.)" behind it, which becomes its `role`."""
    for part in ("given", "literal", "family"):
        if match := ROLE.search(name.get(part, "")):
            named = name | {part: name[part][: match.start()].rstrip()}
            role = "translator" if match["translator"] else "editor"
            return {key: value for key, value in named.items() if value} | {"role": role}
    return name


def _person(parts: list[str], *, whole: bool = False) -> Name:
    """A name from its comma-separated parts; BibTeX and RIS put the suffix in different places.

    `whole`: the first part is the family name of one person, whatever it looks like.
    """
    family, *rest = parts
    rest = [part for part in rest if part]
    suffixes = [part for part in rest if _SUFFIX.fullmatch(part)] if len(rest) > 1 else []
    given = [_TITLED.sub("", part) for part in rest if part not in suffixes]
    several = len(given) > 1 or len(suffixes) > 1
    if given and not several and not whole:
        several = _are_two(family, given[0]) or _names_body(family, given[0])
    if not family or several:
        return {"unclear": ", ".join(part for part in parts if part)}
    return {"family": family} | ({"given": ", ".join([*given, *suffixes])} if rest else {})


def _are_two(first: str, second: str) -> bool:
    """Whether the parts beside a comma may be two people: `Kari Berg, Ola Moe`, `Berg K, Moe O`."""
    one, other = ROLE.sub("", first).split(), ROLE.sub("", second).split()
    if len(one) < 2 or len(other) < 2 or _PARTICLE.fullmatch(one[0]):
        return False
    outer = (one[0], one[-1])
    return any(map(_is_initial, outer)) or not any(map(_is_initial, other))


def _names_body(family: str, given: str) -> bool:
    """Whether a name is rather of a body and its part: `Oslo kommune, Byrådet`."""
    if not family or not family[0].isupper():
        return False
    first = given.split()[0]
    is_part = len(first) > _LONGEST_PARTICLE and first.isalpha() and first[0].islower()
    return is_part or family.split()[-1][0].islower()


def _is_initial(word: str) -> bool:
    return _INITIAL.fullmatch(word) is not None


def _unseparated(name: str) -> Name:
    """Split `Kari van der Berg`: the family name starts with a lower-case word, or is the last.

    A name whose last word no person has is an institution: `Øvre Eiker kommune`.
    """
    if initials := _INITIALS_LAST.fullmatch(name):
        return initials.groupdict()
    name = _TITLED.sub("", name)
    role = ROLE.search(name)
    words = name[: role.start()].split() if role else name.split()
    if not words or _INSTITUTION.fullmatch(words[-1]):
        return {"literal": name}
    first_lower = next(
        (index for index, word in enumerate(words[:-1]) if index and word[0].islower()), -1
    )
    split_at = first_lower if first_lower > 0 else len(words) - 1
    given, family = " ".join(words[:split_at]), " ".join(words[split_at:])
    family += f" {role.group().strip()}" if role else ""
    return {"family": family, "given": given} if given else {"literal": family}
