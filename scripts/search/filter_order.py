"""Makes a Pagefind index deterministic by sorting the files whose order is random.

Pagefind writes the values of a filter, and the languages of an index, in the order of a hash
table with a random seed, and names files after a hash of their content. So two runs over the
same pages differ; nothing else does once the pages are added in a fixed order.

Workaround: none reported. Remove when two runs of Pagefind write the same files.
"""

from __future__ import annotations

import hashlib
import json
from pathlib import Path
from typing import Any

import cbor2

from scripts.search.pagefind_file import read_raw, write_raw

# Length of the hash in file names, as Pagefind has it.
_FILTER_HASH, _META_HASH = 7, 10
# Index of the list in a meta file of [filter name, file name] pairs.
_FILTERS = 3


def sort_index(index: Path) -> None:
    """Sort the filters and the languages of an index, in place.

    `index` is the folder that Pagefind wrote.

    Raises:
        ValueError: a file does not have the format of Pagefind 1.5.
    """
    entry_path = index / "pagefind-entry.json"
    entry = json.loads(entry_path.read_text(encoding="utf-8"))
    for language, info in sorted(entry["languages"].items()):
        meta_path = index / f"pagefind.{info['hash']}.pf_meta"
        meta = _read(meta_path)
        for pair in meta[_FILTERS]:
            pair[1] = _sort_filter(index / "filter", pair[1], language)
        meta[_FILTERS].sort()
        meta_path.unlink()
        info["hash"] = _name(meta, language, _META_HASH)
        _write(index / f"pagefind.{info['hash']}.pf_meta", meta)
    text = json.dumps(entry, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
    entry_path.write_text(text, encoding="utf-8")


def _sort_filter(folder: Path, name: str, language: str) -> str:
    """Sort the values of a filter; returns the new name of its file."""
    path = folder / f"{name}.pf_filter"
    filter_ = _read(path)
    filter_[1].sort()
    path.unlink()
    name = _name(filter_, language, _FILTER_HASH)
    _write(folder / f"{name}.pf_filter", filter_)
    return name


def _name(content: list[Any], language: str, length: int) -> str:
    return f"{language}_{hashlib.sha256(cbor2.dumps(content)).hexdigest()[:length]}"


def _read(path: Path) -> list[Any]:
    content: list[Any] = cbor2.loads(read_raw(path))
    return content


def _write(path: Path, content: list[Any]) -> None:
    write_raw(path, cbor2.dumps(content))
