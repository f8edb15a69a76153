"""The cache saves time and is never a source of truth."""

import pytest

from scripts.common.cache import Cache, key_of


def test_what_a_build_used_is_there_for_the_next(tmp_path):
    cache = Cache(tmp_path / "kept.json")
    assert cache.get("a") is None
    assert cache.put("a", "Dalin, P. (2002)") == "Dalin, P. (2002)"
    assert cache.get("a") == "Dalin, P. (2002)"
    cache.save()
    assert Cache(tmp_path / "kept.json").get("a") == "Dalin, P. (2002)"


def test_what_builds_did_not_ask_for_is_kept_only_while_there_is_room(tmp_path):
    for wanted in (("a", "b", "c"), ("c",)):
        cache = Cache(tmp_path / "kept.json", max_entries=2)
        for key in wanted:
            cache.get(key) or cache.put(key, key.upper())
        cache.save()
    kept = Cache(tmp_path / "kept.json")
    assert (kept.get("a"), kept.get("b"), kept.get("c")) == ("A", None, "C")


def test_what_another_process_made_is_kept_too(tmp_path):
    theirs, ours = Cache(tmp_path / "none.json"), Cache(tmp_path / "kept.json")
    theirs.put("a", "A")
    ours.add(theirs.take_new())
    ours.save()
    assert Cache(tmp_path / "kept.json").get("a") == "A"
    assert theirs.take_new() == {}


@pytest.mark.parametrize("content", [b"", b"{", b"[]", b"null", b"7", b"\xff\xfe"])
def test_damaged_cache_only_costs_time(tmp_path, content):
    (tmp_path / "kept.json").write_bytes(content)
    cache = Cache(tmp_path / "kept.json")
    assert cache.get("a") is None
    cache.put("a", "A")
    cache.save()
    assert Cache(tmp_path / "kept.json").get("a") == "A"


def test_key_follows_every_part_and_not_the_order_of_fields():
    assert key_of("style", {"a": 1, "b": 2}) == key_of("style", {"b": 2, "a": 1})
    keys = {key_of("style", {"a": 1}), key_of("style", {"a": 2}), key_of("other", {"a": 1})}
    assert len(keys) == 3
