"""Slips of language within each page and data file: kept while neither they nor the lists change.

They are told by `make check`, which fails on them; no build and no preview stops for them.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from scripts.checks.names import KnownNames, check_names, known_names
from scripts.checks.page_cache import cached_per_page, digest, file_digest
from scripts.checks.plain_words import PlainWords, check_plain_words, plain_words
from scripts.checks.readability import check_readability
from scripts.checks.typography import check_typography
from scripts.common.file_cache import FileCache
from scripts.common.problems import Problem
from scripts.common.yaml_lines import YamlText
from scripts.content.datasets import Datasets
from scripts.content.pages import Site, SourcePage
from scripts.content.prose import Passage, data_passages, page_passages
from scripts.content.word_lists import LISTS, list_path, load_words

RULES = frozenset({"word-lists", "plain-words", "typography", "names", "readability"})


def check_language(
    site: Site, files: Mapping[str, YamlText], datasets: Datasets, words: YamlText
) -> list[Problem]:
    """Heavy words, signs, names and heavy sentences in pages and data.

    Args:
        site: The pages.
        files: The parsed data by file.
        datasets: The records, for the renderings that the glossary avoids.
        words: data/plain-words.yml, with nothing in it where it has faults.
    """
    plain = plain_words(words.data, datasets.records.get("glossary", []))
    cache = FileCache(site.root, "checks")
    digests = {name: file_digest(site.root / parsed.path) for name, parsed in files.items()}
    names = _names(files, site.root, digests, cache)
    lists = digest(repr(sorted(plain.instead.items())), sorted(names.names), sorted(names.right))

    def of_page(page: SourcePage) -> list[Problem]:
        found = [each for part in page_passages(page) for each in _check(part, plain, names)]
        return [*found, *check_readability(page)]

    pages = [page for page in site.pages if page.readable]
    found = cached_per_page(site.root, "language", pages, of_page, lambda _: lists)
    kept: dict[str, list[Problem]] = cache.get_object("language-of-data") or {}
    wanted: dict[str, list[Problem]] = {}
    for name, parsed in files.items():
        key = digest(lists, parsed.path, digests[name])
        said = data_passages({name: parsed}) if key not in kept else ()
        wanted[key] = kept.get(key) or [
            each for part in said for each in _check(part, plain, names)
        ]
    if wanted.keys() != kept.keys():
        cache.put_object("language-of-data", wanted)
    return [problem for part in (*found, *wanted.values()) for problem in part]


def _names(
    files: Mapping[str, YamlText], root: Path, digests: Mapping[str, str], cache: FileCache
) -> KnownNames:
    """The names of the data, kept while neither it nor a list of words changes."""
    lists = [file_digest(root / list_path(name)) for name in LISTS]
    key = f"names-{digest(sorted(digests.items()), lists)[:24]}"
    kept: KnownNames | None = cache.get_object(key)
    if kept is None:
        listed = [entry.word for name in LISTS for entry in load_words(root, name)]
        kept = known_names(files, listed)
        cache.put_object(key, kept)
        cache.forget_old()
    return kept


def _check(passage: Passage, plain: PlainWords, names: KnownNames) -> list[Problem]:
    return [
        *check_plain_words(passage, plain),
        *check_typography(passage),
        *check_names(passage, names),
    ]
