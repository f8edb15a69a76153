"""Spell-checks the site with hunspell's dictionaries and the site's own word lists.

Names in the data need not be listed: those of people, organisations, municipalities, authors and
publishers. Titles of works in the data are skipped.
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
# The data keys that hold names and titles.
_NAME_KEYS = frozenset({"name", "family", "given", "literal", "publisher", "county_then"})
_TITLE_KEYS = frozenset({"title", "container-title", "collection-title", "archive"})
_SEPARATOR = "\0"
_PART_OF_TITLE = re.compile(r"(?: [–—-] |: |\. )")
# Suggestions are slow, so only so many words get one.
_MOST_SUGGESTED = 30


def spell(project: Project) -> list[Problem]:
    """Spell-check the pages and all data of a project.

    Raises:
        ProblemsFound: when hunspell or a dictionary is not there.
    """
    names = sorted(path.stem for path in project.data.glob("*.yml"))
    files = {name: load_data(project, name)[0] for name in names}
    return check_spelling(load_site(project.root), files, project.root)


def check_spelling(site: Site, files: Mapping[str, YamlText], root: Path) -> list[Problem]:
    """Report unknown words, and listed words that occur in no text.

    Raises:
        ProblemsFound: when hunspell or a dictionary is not there.
    """
    lists = {name: load_words(root, name) for name in LISTS}
    names = {word for text in _values(files, _NAME_KEYS) for word in _WORD.findall(text)}
    names |= {entry.word for entry in lists[NAMES]}
    places = _first_uses(all_passages(site, files), _titles(files))
    quoted = {word for words in places.values() for word, place in words.items() if place.quoted}
    known, unknown = {}, {}
    for code in places:
        known[code] = [entry.text for entry in (*lists[code], *lists[NAMES])]
        known[code] += sorted(names | {f"{name}s" for name in names} if code == "no" else names)
        unknown[code] = unknown_words(sorted({*places[code], *quoted}), code, known[code])
    # Quotations may be in either language.
    unknown_everywhere = frozenset.intersection(*map(frozenset, unknown.values()))
    problems: list[Problem] = []
    for code, words in places.items():
        places_of_unknown = {
            word: words[word]
            for word in sorted(unknown[code] & set(words))
            if word in unknown_everywhere or not words[word].quoted
        }
        problems += _unknown(places_of_unknown, code, known[code])
        problems += _unused(lists[code], set(words), code)
    return [*problems, *_unused(lists[NAMES], set().union(*places.values()), NAMES)]


@dataclass(frozen=True)
class _FirstUse:
    """The first place of a word; `quoted` if it only occurs in quotation marks."""

    path: str
    line: int
    quoted: bool


def _first_uses(passages: Iterable[Passage], titles: list[str]) -> dict[str, dict[str, _FirstUse]]:
    """Map each language code to its words with their first place, preferably an unquoted one."""
    places: dict[str, dict[str, _FirstUse]] = {locale.code: {} for locale in LOCALES}
    passage_list = list(passages)
    for passage, text in zip(
        passage_list, _without_titles([each.text for each in passage_list], titles), strict=True
    ):
        words = places[passage.code]
        quotations = [each.span() for each in QUOTED[passage.code].finditer(text)]
        for token in _TOKEN.finditer(text):
            word = _without_genitive(token.group(), passage.code)
            if word in words and not words[word].quoted:
                continue
            # File names, editions, "80-tallet": anything with a digit or dot is not a word.
            if len(word) > 1 and _WORD.fullmatch(word):
                quoted = any(start < token.start() < end for start, end in quotations)
                if word not in words or not quoted:
                    words[word] = _FirstUse(passage.path, passage.line_at(token.start()), quoted)
    return places


def _without_genitive(word: str, code: str) -> str:
    return _GENITIVE.sub("", word) if code == "en" else word


def _without_titles(texts: list[str], titles: list[str]) -> list[str]:
    """Blank all titles in the texts, which are joined since that makes searching faster."""
    joined = _SEPARATOR.join(texts)
    for title in titles:
        if title in joined:
            joined = joined.replace(title, blank(title))
    return joined.split(_SEPARATOR)


def _titles(files: Mapping[str, YamlText]) -> list[str]:
    """Titles of works, and parts of them, of at least two words, the longest first."""
    whole = set(_values(files, _TITLE_KEYS))
    parts = {part for title in whole for part in _PART_OF_TITLE.split(title)}
    return sorted((each for each in whole | parts if " " in each), key=len, reverse=True)


def _values(files: Mapping[str, YamlText], keys: frozenset[str]) -> Iterator[str]:
    for parsed in files.values():
        for where, text in parsed.texts():
            if where and where[-1] in keys:
                yield text


def _unknown(places: Mapping[str, _FirstUse], code: str, known: list[str]) -> Iterator[Problem]:
    first = list(places)[:_MOST_SUGGESTED]
    suggested = suggestions(first, code)
    fix = f"or add it to {list_path(code)} (a name: {list_path(NAMES)})"
    for word, place in places.items():
        meant = f'did you mean "{suggested[word]}"?' if word in suggested else ""
        if word in first:
            meant = did_you_mean(word, (each.partition("/")[0] for each in known), 0.8) or meant
        what = f'"{word}" is no word that the dictionary knows'
        yield Problem(place.path, place.line, what, f"{meant or 'mend it,'} {fix}", RULE)


def _unused(entries: list[Entry], words: set[str], name: str) -> Iterator[Problem]:
    """Report listed words that are no prefix of any word used (inflections end differently)."""
    folded = sorted({word.casefold() for word in words})
    for entry in entries:
        stem = entry.word.casefold()
        stem = stem[:-1] if "/" in entry.text and len(stem) > 3 else stem
        nearest = folded[bisect_left(folded, stem) :][:1]
        if not nearest or not nearest[0].startswith(stem):
            what = f'"{entry.word}" stands in no text'
            yield Problem(list_path(name), entry.line, what, "take it away", RULE)
