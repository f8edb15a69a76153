"""Slips of language within each page and data file: kept while neither they nor the lists change.

They are told by `make check`, which fails on them; no build and no preview stops for them.
"""

from __future__ import annotations

from collections.abc import Mapping
from hashlib import sha256
from typing import Any

from scripts.checks.names import KnownNames, check_names, known_names
from scripts.checks.plain_words import PlainWords, check_plain_words, plain_words
from scripts.checks.readability import check_readability
from scripts.checks.typography import check_typography
from scripts.common.file_cache import FileCache
from scripts.common.fork_map import fork_map
from scripts.common.problems import Problem
from scripts.common.versions import code_fingerprint
from scripts.common.yaml_lines import YamlText
from scripts.content.datasets import Datasets
from scripts.content.pages import Site, SourcePage
from scripts.content.prose import Passage, data_passages, page_passages
from scripts.content.word_lists import LISTS, load_words

RULES = frozenset({"word-lists", "plain-words", "typography", "names", "readability"})


def check_language(
    site: Site, files: Mapping[str, YamlText], datasets: Datasets, words: YamlText
) -> list[Problem]:
    """Heavy words, signs, names and heavy sentences in pages and data.

    Args:
        site: The pages.
        files: The parsed data by file.
        datasets: The records, for the renderings that the glossary avoids.
        words: data/plain-words.yml, with nothing in it where it could not be read.
    """
    plain = plain_words(words.data, datasets.records.get("glossary", []))
    listed = [entry.word for name in LISTS for entry in load_words(site.root, name)]
    names = known_names(files, listed)
    cache = FileCache(site.root, "checks")
    kept: dict[str, list[Problem]] = cache.get_object("language") or {}
    lists = _digest(repr(sorted(plain.instead.items())), sorted(names.names), sorted(names.right))

    def of_page(page: SourcePage) -> list[Problem]:
        found = [each for part in page_passages(page) for each in _check(part, plain, names)]
        return [*found, *check_readability(page)]

    keys = {page.path: _page_key(page, lists) for page in site.pages if page.readable}
    new = [page for page in site.pages if page.readable and keys[page.path] not in kept]
    for page, found in zip(new, fork_map(of_page, new), strict=True):
        kept[keys[page.path]] = found
    for name, parsed in files.items():
        key = keys[f"data/{name}"] = _digest(lists, name, parsed.data, parsed.lines)
        if key not in kept:
            said = data_passages({name: parsed})
            kept[key] = [each for part in said for each in _check(part, plain, names)]
    if kept.keys() - keys.values() or new:
        kept = {key: kept[key] for key in keys.values()}
        cache.put_object("language", kept)
    return [problem for key in keys.values() for problem in kept[key]]


def _check(passage: Passage, plain: PlainWords, names: KnownNames) -> list[Problem]:
    return [
        *check_plain_words(passage, plain),
        *check_typography(passage),
        *check_names(passage, names),
    ]


def _page_key(page: SourcePage, lists: str) -> str:
    return _digest(lists, page.path, page.body_line, repr(page.front_matter), page.body)


def _digest(*parts: Any) -> str:
    text = "\0".join(map(str, (code_fingerprint(), *parts)))
    return sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
