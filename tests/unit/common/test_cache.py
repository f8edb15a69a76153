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


def test_what_a_build_did_not_ask_for_is_forgotten(tmp_path):
    for wanted in (("a", "b"), ("b",)):
        cache = Cache(tmp_path / "kept.json")
        for key in wanted:
            cache.get(key) or cache.put(key, key.upper())
        cache.save()
    kept = Cache(tmp_path / "kept.json")
    assert (kept.get("a"), kept.get("b")) == (None, "B")


@pytest.mark.parametrize("content", [b"", b"{", b"[]", b"null", b"7", b"\xff\xfe"])
def test_damaged_cache_only_costs_time(tmp_path, content):
    (tmp_path / "kept.json").write_bytes(content)
    assert Cache(tmp_path / "kept.json").get("a") is None


def test_key_follows_every_part_and_not_the_order_of_fields():
    assert key_of("style", {"a": 1, "b": 2}) == key_of("style", {"b": 2, "a": 1})
    keys = {key_of("style", {"a": 1}), key_of("style", {"a": 2}), key_of("other", {"a": 1})}
    assert len(keys) == 3
