"""Writes the files of a Pagefind index anew whose order is left to chance.

Pagefind lists the values of a filter, and the languages of an index, in the order of a hash
table that is seeded anew in each run, and names files by what is in them. So two runs over the
same pages differ; nothing else does once the pages are handed over in one order.

Workaround: none reported. Remove when two runs of Pagefind write the same files.
"""

from __future__ import annotations

import gzip
import hashlib
import json
from pathlib import Path
from typing import Any

import cbor2

# What Pagefind's script looks for at the head of each unpacked file.
_MARK = b"pagefind_dcd"
# As many characters of the hash as Pagefind's own names have.
_FILTER_NAME, _META_NAME = 7, 10
# The third list of a meta file: the name of each filter and that of its file.
_FILTERS = 3


def sort_index(index: Path) -> None:
    """Put the filters and the languages of an index into one order.

    `index` is the folder that Pagefind wrote.

    Raises:
        ValueError: when a file has another form than that of Pagefind 1.5.
    """
    entry_path = index / "pagefind-entry.json"
    entry = json.loads(entry_path.read_text(encoding="utf-8"))
    for language, told in sorted(entry["languages"].items()):
        meta_path = index / f"pagefind.{told['hash']}.pf_meta"
        meta = _read(meta_path)
        for row in meta[_FILTERS]:
            row[1] = _sort_filter(index / "filter", row[1], language)
        meta[_FILTERS].sort()
        meta_path.unlink()
        told["hash"] = _name(meta, language, _META_NAME)
        _write(index / f"pagefind.{told['hash']}.pf_meta", meta)
    text = json.dumps(entry, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
    entry_path.write_text(text, encoding="utf-8")


def _sort_filter(folder: Path, name: str, language: str) -> str:
    """The new name of a filter's file, whose values are in order now."""
    path = folder / f"{name}.pf_filter"
    filter_ = _read(path)
    filter_[1].sort()
    path.unlink()
    name = _name(filter_, language, _FILTER_NAME)
    _write(folder / f"{name}.pf_filter", filter_)
    return name


def _name(content: list[Any], language: str, length: int) -> str:
    return f"{language}_{hashlib.sha256(cbor2.dumps(content)).hexdigest()[:length]}"


def _read(path: Path) -> list[Any]:
    raw = gzip.decompress(path.read_bytes())
    if not raw.startswith(_MARK):
        raise ValueError(f"{path.name} is no file of Pagefind 1.5")
    content: list[Any] = cbor2.loads(raw.removeprefix(_MARK))
    return content


def _write(path: Path, content: list[Any]) -> None:
    path.write_bytes(gzip.compress(_MARK + cbor2.dumps(content), mtime=0))
