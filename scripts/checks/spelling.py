"""Every word of the site is one that hunspell's dictionaries or the site's own lists know.

Names need no list where data holds them: those of people, organisations, municipalities,
authors and publishers, and the titles of works as they stand there.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from scripts.common.data_file import load_data
from scripts.common.paths import Project
from scripts.common.problems import Problem, did_you_mean
from scripts.common.yaml_lines import YamlText
from scripts.content.pages import Site, load_site
from scripts.content.prose import QUOTED, Passage, all_passages, blank
from scripts.content.word_lists import LISTS, NAMES, Entry, list_path, load_words
from scripts.language.hunspell import suggestions, unknown_words
from scripts.language.locales import LOCALES

RULE = "spelling"
_TOKEN = re.compile(r"\w+(?:[’'.]\w+)*")
_WORD = re.compile(r"[^\W\d_]+(?:[’'][^\W\d_]+)*")
_GENITIVE = re.compile(r"[’']s?$")
# Where names and titles stand in data.
_NAME_KEYS = frozenset({"name", "family", "given", "literal", "publisher", "county_then"})
_TITLE_KEYS = frozenset({"title", "container-title", "collection-title", "archive"})
_BETWEEN = "\0"
_PART_OF_TITLE = re.compile(r"(?: [–—-] |: |\. )")
# hunspell takes a while to think of what was meant.
_MOST_SUGGESTED = 30


def spell(project: Project) -> list[Problem]:
    """What is wrong in the spelling of a project: its pages and all its data.

    Raises:
        ProblemsFound: when hunspell or a dictionary is not there.
    """
    names = sorted(path.stem for path in project.data.glob("*.yml"))
    files = {name: load_data(project, name)[0] for name in names}
    return check_spelling(load_site(project.root), files, project.root)


def check_spelling(site: Site, files: Mapping[str, YamlText], root: Path) -> list[Problem]:
    """Words that nobody knows, and words of the lists that stand in no text.

    Raises:
        ProblemsFound: when hunspell or a dictionary is not there.
    """
    lists = {name: load_words(root, name) for name in LISTS}
    names = {word for text in _values(files, _NAME_KEYS) for word in _WORD.findall(text)}
    names |= {entry.word for entry in lists[NAMES]}
    places = _places(all_passages(site, files), _titles(files))
    quoted = {word for said in places.values() for word, place in said.items() if place.quoted}
    known, unknown = {}, {}
    for code in places:
        known[code] = [entry.text for entry in (*lists[code], *lists[NAMES])]
        known[code] += sorted(names | {f"{name}s" for name in names} if code == "no" else names)
        unknown[code] = unknown_words(sorted({*places[code], *quoted}), code, known[code])
    # What is quoted may be in either language.
    nowhere = frozenset.intersection(*map(frozenset, unknown.values()))
    problems: list[Problem] = []
    for code, said in places.items():
        found = {
            word: said[word]
            for word in sorted(unknown[code] & set(said))
            if word in nowhere or not said[word].quoted
        }
        problems += _unknown(found, code, known[code])
        problems += _unused(lists[code], set(said), code)
    return [*problems, *_unused(lists[NAMES], set().union(*places.values()), NAMES)]


@dataclass(frozen=True)
class _Place:
    """Where a word stands first; `quoted` if it stands in quotation marks alone."""

    path: str
    line: int
    quoted: bool


def _places(passages: Iterable[Passage], titles: list[str]) -> dict[str, dict[str, _Place]]:
    """Each word by the code of its language, with the first place where it stands."""
    found: dict[str, dict[str, _Place]] = {locale.code: {} for locale in LOCALES}
    told = list(passages)
    for passage, text in zip(told, _without([each.text for each in told], titles), strict=True):
        said = found[passage.code]
        quotations = [each.span() for each in QUOTED[passage.code].finditer(text)]
        for token in _TOKEN.finditer(text):
            word = _bare(token.group(), passage.code)
            if word in said and not said[word].quoted:
                continue
            # A name of a file, an edition, "80-tallet": what holds a digit or a dot is no word.
            if len(word) > 1 and _WORD.fullmatch(word):
                quoted = any(start < token.start() < end for start, end in quotations)
                if word not in said or not quoted:
                    said[word] = _Place(passage.path, passage.line_at(token.start()), quoted)
    return found


def _bare(word: str, code: str) -> str:
    return _GENITIVE.sub("", word) if code == "en" else word


def _without(texts: list[str], titles: list[str]) -> list[str]:
    """The texts with all titles blanked; in one text, which is searched quickly."""
    joined = _BETWEEN.join(texts)
    for title in titles:
        if title in joined:
            joined = joined.replace(title, blank(title))
    return joined.split(_BETWEEN)


def _titles(files: Mapping[str, YamlText]) -> list[str]:
    """Titles of works and parts of them of two words or more, the longest first."""
    whole = set(_values(files, _TITLE_KEYS))
    parts = {part for title in whole for part in _PART_OF_TITLE.split(title)}
    return sorted((each for each in whole | parts if " " in each), key=len, reverse=True)


def _values(files: Mapping[str, YamlText], keys: frozenset[str]) -> Iterator[str]:
    for parsed in files.values():
        for where, text in parsed.texts():
            if where and where[-1] in keys:
                yield text


def _unknown(found: Mapping[str, _Place], code: str, known: list[str]) -> Iterator[Problem]:
    first = list(found)[:_MOST_SUGGESTED]
    near = suggestions(first, code)
    mend = f"or add it to {list_path(code)} (a name: {list_path(NAMES)})"
    for word, place in found.items():
        meant = f'did you mean "{near[word]}"?' if word in near else ""
        if word in first:
            meant = did_you_mean(word, (each.partition("/")[0] for each in known), 0.8) or meant
        what = f'"{word}" is no word that the dictionary knows'
        yield Problem(place.path, place.line, what, f"{meant or 'mend it,'} {mend}", RULE)


def _unused(entries: list[Entry], words: set[str], name: str) -> Iterator[Problem]:
    """Words of a list that begin no word of any text (a form may end otherwise)."""
    folded = sorted({word.casefold() for word in words})
    for entry in entries:
        stem = entry.word.casefold()
        stem = stem[:-1] if "/" in entry.text and len(stem) > 3 else stem
        nearest = folded[bisect_left(folded, stem) :][:1]
        if not nearest or not nearest[0].startswith(stem):
            what = f'"{entry.word}" stands in no text'
            yield Problem(list_path(name), entry.line, what, "take it away", RULE)
