"""Runs the language checks on pages and data; results are cached per page and per data file.

`make check` fails on what they find, but no build or preview does.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from scripts.checks.names import KnownNames, check_names, known_names
from scripts.checks.plain_words import PlainWords, check_plain_words, plain_words
from scripts.common.file_cache import FileCache
from scripts.common.problems import Problem
from scripts.common.yaml_lines import YamlText
from scripts.content.datasets import Datasets
from scripts.content.page_cache import cached_per_page, digest, file_digest
from scripts.content.pages import Site, SourcePage
from scripts.content.prose import Passage, data_passages, page_passages
from scripts.content.word_lists import LISTS, list_path, load_words

RULES = frozenset({"word-lists", "plain-words", "typography", "names", "readability"})


def check_language(
    site: Site, files: Mapping[str, YamlText], datasets: Datasets, words: YamlText
) -> list[Problem]:
    """Report heavy words, typography, misspelt names and long sentences in pages and data.

    Args:
        site: The pages.
        files: The parsed data files by name.
        datasets: The records, for the translations that the glossary advises against.
        words: data/plain-words.yml; its data is None if the file is invalid.
    """
    plain = plain_words(words.data, datasets.records.get("glossary", []))
    cache = FileCache(site.root, "checks")
    digests = {name: file_digest(site.root / parsed.path) for name, parsed in files.items()}
    names = _names(files, site.root, digests, cache)
    lists = digest(repr(sorted(plain.instead.items())), sorted(names.names), sorted(names.right))

    def check_page(page: SourcePage) -> list[Problem]:
        from scripts.checks.readability import check_readability

        of_passages = [each for part in page_passages(page) for each in _check(part, plain, names)]
        return [*of_passages, *check_readability(page)]

    pages = [page for page in site.pages if page.readable]
    of_pages = cached_per_page(site.root, "language", pages, check_page, lambda _: lists)
    cached: dict[str, list[Problem]] = cache.get_object("language-of-data") or {}
    results: dict[str, list[Problem]] = {}
    for name, parsed in files.items():
        key = digest(lists, parsed.path, digests[name])
        passages = data_passages({name: parsed}) if key not in cached else ()
        results[key] = cached.get(key) or [
            each for part in passages for each in _check(part, plain, names)
        ]
    if results.keys() != cached.keys():
        cache.put_object("language-of-data", results)
    return [problem for part in (*of_pages, *results.values()) for problem in part]


def _names(
    files: Mapping[str, YamlText], root: Path, digests: Mapping[str, str], cache: FileCache
) -> KnownNames:
    """Return the names in the data, cached until the data or a word list changes."""
    lists = [file_digest(root / list_path(name)) for name in LISTS]
    key = f"names-{digest(sorted(digests.items()), lists)[:24]}"
    cached: KnownNames | None = cache.get_object(key)
    if cached is None:
        listed = [entry.word for name in LISTS for entry in load_words(root, name)]
        cached = known_names(files, listed)
        cache.put_object(key, cached)
        cache.forget_old()
    return cached


def _check(passage: Passage, plain: PlainWords, names: KnownNames) -> list[Problem]:
    # Imported on demand: its patterns take as long to compile as a check of what is kept.
    from scripts.checks.typography import check_typography

    return [
        *check_plain_words(passage, plain),
        *check_typography(passage),
        *check_names(passage, names),
    ]
