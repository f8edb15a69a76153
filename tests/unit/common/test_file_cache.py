"""Kept files save time: a damaged, old or unwritable one only costs it."""

import os
import time

import pytest

from scripts.common.file_cache import FileCache

DAY = 86400


@pytest.fixture
def cache(tmp_path):
    return FileCache(tmp_path, "pages")


def kept(tmp_path, name="pages"):
    return sorted(path.name for path in (tmp_path / ".cache" / name).iterdir())


@pytest.mark.parametrize("content", [b"", b"a", b"\x00\xff" * 100_000])
def test_what_is_put_in_is_handed_back_and_found_by_the_next_build(cache, tmp_path, content):
    assert cache.get("key") is None
    assert cache.put("key", content) == content
    assert cache.get("key") == content
    assert FileCache(tmp_path, "pages").get("key") == content


def test_each_key_and_each_cache_has_its_own(cache, tmp_path):
    cache.put("a", b"A")
    cache.put("b", b"B")
    cache.put("a", b"new")
    assert (cache.get("a"), cache.get("b")) == (b"new", b"B")
    assert FileCache(tmp_path, "word").get("a") is None
    assert kept(tmp_path) == ["a", "b"]


@pytest.mark.parametrize(
    "damage",
    [
        pytest.param(lambda whole: b"", id="empty"),
        pytest.param(lambda whole: whole[:-1], id="cut"),
        pytest.param(lambda whole: whole + b"x", id="longer"),
        pytest.param(lambda whole: whole[:-1] + b"x", id="another-byte"),
        pytest.param(lambda whole: b"x" + whole[1:], id="another-hash"),
        pytest.param(lambda whole: whole[32:], id="as-older-versions-kept-it"),
    ],
)
def test_damaged_file_is_as_good_as_none_and_is_made_anew(cache, tmp_path, damage):
    cache.put("key", b"content")
    path = tmp_path / ".cache" / "pages" / "key"
    path.write_bytes(damage(path.read_bytes()))
    assert cache.get("key") is None
    cache.put("key", b"content")
    assert cache.get("key") == b"content"


def test_cache_that_cannot_be_written_only_costs_time(tmp_path):
    (tmp_path / ".cache").write_text("a file where a folder should be")
    cache = FileCache(tmp_path, "pages")
    assert cache.put("key", b"content") == b"content"
    assert cache.get("key") is None
    cache.forget_old()


def test_folder_in_the_place_of_a_file_only_costs_time(cache, tmp_path):
    (tmp_path / ".cache" / "pages" / "key").mkdir(parents=True)
    assert cache.get("key") is None
    assert cache.put("key", b"content") == b"content"
    cache.forget_old()


def test_cache_that_was_never_used_has_nothing_to_forget(cache, tmp_path):
    cache.forget_old()
    assert not (tmp_path / ".cache").exists()


def test_what_no_build_asked_for_in_two_weeks_is_thrown_away_and_no_more(cache, tmp_path):
    for key in ("old", "asked", "young"):
        cache.put(key, b"content")
    for key, days in (("old", 15), ("asked", 15), ("young", 13)):
        then = time.time() - days * DAY
        os.utime(tmp_path / ".cache" / "pages" / key, (then, then))
    assert cache.get("asked") == b"content"
    cache.forget_old()
    assert kept(tmp_path) == ["asked", "young"]


def test_a_build_that_reads_meanwhile_never_sees_half_a_file(cache, tmp_path, monkeypatch):
    cache.put("key", b"old")
    seen = []
    replace = type(tmp_path).replace
    monkeypatch.setattr(
        type(tmp_path),
        "replace",
        lambda self, to: seen.append(cache.get("key")) or replace(self, to),
    )
    cache.put("key", b"new")
    assert seen == [b"old"]
    assert cache.get("key") == b"new"


def test_an_object_is_handed_back_and_what_is_none_is_as_good_as_nothing(cache):
    assert cache.get_object("key") is None
    cache.put_object("key", {"a": [1]})
    assert cache.get_object("key") == {"a": [1]}
    cache.put("key", b"a file and no object")
    assert cache.get_object("key") is None
