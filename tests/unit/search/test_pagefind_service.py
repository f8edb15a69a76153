"""An index of the same pages is the same, byte for byte."""

import gzip
import json
import sys
from pathlib import Path

import pytest

from scripts.search import pagefind_service
from scripts.search.filter_order import sort_index
from scripts.search.pagefind_service import write_index

KINDS = ("concept", "phase", "list", "tool", "about", "home", "publication", "municipality")
PAGES = [
    (
        f"/p{number}/",
        f'<html lang="{"en" if number % 3 else "nb"}"><body><h1>Page {number}</h1>'
        f'<p data-pagefind-filter="kind">{kind}</p>'
        f"<p>word{number} common</p></body></html>",
    )
    for number, kind in enumerate(KINDS * 3)
]


def indexed(folder: Path, pages=PAGES) -> dict[str, bytes]:
    write_index(pages, folder, 50)
    sort_index(folder)
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file()
    }


def test_two_indexes_of_the_same_pages_are_equal(tmp_path):
    # Eight values in a hash table have 40,320 orders.
    first, second = indexed(tmp_path / "a"), indexed(tmp_path / "b")
    assert len([name for name in first if name.endswith(".pf_filter")]) == 2
    assert first == second


def test_the_index_says_which_file_belongs_to_which_language(tmp_path):
    files = indexed(tmp_path)
    entry = json.loads(files["pagefind-entry.json"])
    assert sorted(entry["languages"]) == ["en", "nb"]
    for language, info in entry["languages"].items():
        assert info["hash"].startswith(f"{language}_")
        assert f"pagefind.{info['hash']}.pf_meta" in files


def test_what_the_index_says_of_itself_is_in_one_order_however_pagefind_had_it(tmp_path):
    entry = indexed(tmp_path)["pagefind-entry.json"].decode()
    keys = list(json.loads(entry))
    assert len(keys) > 1
    assert keys == sorted(keys)


def test_pages_are_numbered_in_the_order_in_which_they_are_handed_over(tmp_path):
    forth, back = indexed(tmp_path / "a"), indexed(tmp_path / "b", PAGES[::-1])
    assert forth != back


def test_what_pagefind_says_of_a_folder_that_it_cannot_write_is_told(tmp_path):
    (tmp_path / "file").write_text("in the way", encoding="utf-8")
    with pytest.raises((RuntimeError, OSError)):
        indexed(tmp_path / "file" / "index")


def test_a_file_of_another_form_is_named(tmp_path):
    write_index(PAGES, tmp_path / "a", 50)
    (meta,) = (tmp_path / "a").glob("pagefind.en*.pf_meta")
    meta.write_bytes(gzip.compress(b"another form"))
    with pytest.raises(ValueError, match=r"pf_meta is no file of Pagefind"):
        sort_index(tmp_path / "a")


# Answers as the service does, and writes no file at all.
STAND_IN = """\
import base64, json, sys

FILES = [{"path": "pagefind-entry.json", "content": base64.b64encode(b"x" * 300_000).decode()},
         {"path": "fragment/no_1.pf_fragment", "content": base64.b64encode(b"f").decode()}]
told = ""
while sign := sys.stdin.read(1):
    if sign != ",":
        told += sign
        continue
    asked = json.loads(base64.b64decode(told))["payload"]["type"]
    told = ""
    answer = {"NewIndex": {"index_id": 1}, "GetFiles": {"files": FILES}}.get(asked, {})
    if asked == LAST:
        sys.exit()
    whole = json.dumps({"message_id": 1, "payload": {"type": asked, **answer}})
    sys.stdout.write(base64.b64encode(whole.encode()).decode() + ",")
    sys.stdout.flush()
"""


def stand_in(folder: Path, monkeypatch: pytest.MonkeyPatch, last: str) -> None:
    program = folder / "pagefind"
    program.write_text(f"#!{sys.executable}\n" + STAND_IN.replace("LAST", repr(last)))
    program.chmod(0o755)
    monkeypatch.setattr(pagefind_service, "get_executable", lambda: program)


def test_each_file_is_whole_whenever_pagefind_ends(tmp_path, monkeypatch):
    # It ends while it still writes what it says is written: Pagefind's issue 1271.
    stand_in(tmp_path, monkeypatch, "")
    write_index(PAGES, tmp_path / "index", 50)
    assert (tmp_path / "index/pagefind-entry.json").read_bytes() == b"x" * 300_000
    assert (tmp_path / "index/fragment/no_1.pf_fragment").read_bytes() == b"f"


@pytest.mark.parametrize("last", ["NewIndex", "AddFile", "GetFiles"])
def test_a_program_that_ends_early_is_told_of(tmp_path, monkeypatch, last):
    stand_in(tmp_path, monkeypatch, last)
    with pytest.raises(RuntimeError, match=f"ended without an answer to {last}"):
        write_index(PAGES, tmp_path / "index", 50)
    assert not (tmp_path / "index").exists()
