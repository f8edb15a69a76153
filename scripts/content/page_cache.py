"""A cache of what is found in each page, valid as long as none of its inputs change.

An editor changes one page at a time, so the other pages need not be checked again.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from hashlib import sha256
from pathlib import Path
from typing import Any, TypeVar

from scripts.common.file_cache import FileCache
from scripts.common.fork_map import fork_map
from scripts.common.versions import code_fingerprint
from scripts.common.yaml_lines import YamlText
from scripts.content.pages import Site, SourcePage
from scripts.language.locales import ENGLISH, NORWEGIAN

Result = TypeVar("Result")


def cached_per_page(
    root: Path,
    name: str,
    pages: Sequence[SourcePage],
    make: Callable[[SourcePage], Result],
    depends: Callable[[SourcePage], object] = lambda _: "",
    *,
    of_keys: bool = False,
) -> list[Result]:
    """Return `[make(page) for page in pages]`, calling `make` only for pages that changed.

    Args:
        root: The project's folder, where .cache is.
        name: The name of the cache entry, unique to each `make`.
        pages: The pages, in the order of the results.
        make: Computes the result for a page; it runs in a forked process, so its
            result must be picklable.
        depends: Whatever else `make` reads, as an object whose `str` goes into the cache key.
        of_keys: Of a page, `make` reads its path and front matter alone.
    """
    cache = FileCache(root, "checks")
    cached: dict[str, Result] = cache.get_object(name) or {}
    keys = [digest(page.keys_digest if of_keys else page.digest, depends(page)) for page in pages]
    new = [(key, page) for key, page in zip(keys, pages, strict=True) if key not in cached]
    results = fork_map(make, [page for _, page in new])
    cached |= {key: result for (key, _), result in zip(new, results, strict=True)}
    wanted = {key: cached[key] for key in keys}
    if new or len(wanted) < len(cached):
        cache.put_object(name, wanted)
    return [wanted[key] for key in keys]


def cached_per_pair(
    site: Site,
    name: str,
    make: Callable[[SourcePage, SourcePage], list[Result]],
    depends: Callable[[SourcePage, SourcePage], object],
) -> list[Result]:
    """Return what `make` finds in each page and its translation, pair after pair.

    Pairs of which a page cannot be read are left out. `make` and `depends` are given the
    Norwegian page first; otherwise as `cached_per_page`.
    """
    norwegian, english = site.of(NORWEGIAN), site.of(ENGLISH)
    shared = [key for key in sorted(set(norwegian) & set(english)) if norwegian[key].readable]
    found = cached_per_page(
        site.root,
        name,
        [english[key] for key in shared if english[key].readable],
        lambda page: make(norwegian[page.key], page),
        lambda page: (norwegian[page.key].digest, depends(norwegian[page.key], page)),
    )
    return [each for pair in found for each in pair]


def cached_of_files(
    root: Path,
    name: str,
    files: Iterable[YamlText],
    make: Callable[[], Result],
    depends: object = "",
) -> Result:
    """Return `make()`, called only when a data file or what else it depends on has changed.

    Args:
        root: The project's folder, where .cache is.
        name: The name of the cache entry, unique to each `make`.
        files: The parsed data files that `make` reads; with one that stands in no file, nothing
            is kept.
        make: Computes the result, which must be picklable.
        depends: Whatever else `make` reads, as an object whose `str` goes into the cache key.
    """
    digests = [(each.path, each.digest) for each in files]
    if not all(digest_ for _, digest_ in digests):
        return make()
    cache, key = FileCache(root, "checks"), digest(digests, depends)
    kept: tuple[str, Result] | None = cache.get_object(name)
    if kept is None or kept[0] != key:
        kept = key, make()
        cache.put_object(name, kept)
    return kept[1]


def file_digest(path: Path) -> str:
    """A hash of the content of a file; "" if there is no file."""
    return sha256(path.read_bytes()).hexdigest() if path.is_file() else ""


def digest(*parts: Any) -> str:
    """A cache key made from `parts` and the fingerprint of the code."""
    text = "\0".join(map(str, (code_fingerprint(), *parts)))
    return sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
