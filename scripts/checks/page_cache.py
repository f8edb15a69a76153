"""A cache of what checks find in one page, kept while nothing changes that it was found in.

An editor changes one page at a time: the other pages are not read anew for it.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from hashlib import sha256
from pathlib import Path
from typing import Any, TypeVar

from scripts.common.file_cache import FileCache
from scripts.common.fork_map import fork_map
from scripts.common.versions import code_fingerprint
from scripts.content.pages import SourcePage

Found = TypeVar("Found")


def cached_per_page(
    root: Path,
    name: str,
    pages: Sequence[SourcePage],
    make: Callable[[SourcePage], Found],
    depends: Callable[[SourcePage], object] = lambda _: "",
) -> list[Found]:
    """`[make(page) for page in pages]`, made anew only for pages that changed.

    Args:
        root: The project's folder, where .cache is.
        name: What is kept: one name for each `make`.
        pages: The pages, in the order of the results.
        make: Finds something in a page; what it finds must travel between processes.
        depends: All that `make` reads beside the page, as something whose text tells it apart.
    """
    cache = FileCache(root, "checks")
    stored: dict[str, Found] = cache.get_object(name) or {}
    keys = [digest(page.digest, depends(page)) for page in pages]
    new = [(key, page) for key, page in zip(keys, pages, strict=True) if key not in stored]
    made = fork_map(make, [page for _, page in new])
    stored |= {key: found for (key, _), found in zip(new, made, strict=True)}
    wanted = {key: stored[key] for key in keys}
    if new or len(wanted) < len(stored):
        cache.put_object(name, wanted)
    return [wanted[key] for key in keys]


def file_digest(path: Path) -> str:
    """A name for what stands in a file, "" where there is none."""
    return sha256(path.read_bytes()).hexdigest() if path.is_file() else ""


def digest(*parts: Any) -> str:
    """A name for what was found in all these parts by the code as it is."""
    text = "\0".join(map(str, (code_fingerprint(), *parts)))
    return sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
