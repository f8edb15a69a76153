"""Readers fetch no words that are only there to be found, and all else stays in its place."""

import gzip
import json

import pytest

from scripts.search.documents import BEGIN, END
from scripts.search.lean_fragments import lighten, without_added
from scripts.search.pagefind_service import write_index

HTML = (
    '<html lang="nb"><body><h1>Avtale</h1><p>Teksten. '
    f"<span> {BEGIN} kontrakt mål-tall {END} </span></p>"
    f'<h2 id="to">Mer</h2><p>Slutt {BEGIN}</p></body></html>'
)


def fragment(folder):
    (path,) = (folder / "fragment").glob("*.pf_fragment")
    return path, json.loads(gzip.decompress(path.read_bytes()).removeprefix(b"pagefind_dcd"))


def test_added_words_are_full_stops_and_all_else_is_as_it_was(tmp_path):
    write_index([("/avtale/", HTML)], tmp_path, 50)
    path, before = fragment(tmp_path)
    lighten(tmp_path)
    after_path, after = fragment(tmp_path)
    assert "kontrakt" in before["content"]
    assert "kontrakt" not in after["content"]
    assert f"{BEGIN} . . {END}" in after["content"]
    # The places of words are counted in the text.
    assert len(after["content"].split()) == len(before["content"].split())
    assert after_path == path
    assert {**after, "content": ""} == {**before, "content": ""}


def test_signs_that_stand_alone_in_a_text_change_nothing():
    for text in (f"En {BEGIN} to", f"{END} en {BEGIN}", "En to"):
        assert without_added(text) == text


def test_the_same_fragment_is_written_each_time(tmp_path):
    for name in ("a", "b"):
        write_index([("/avtale/", HTML)], tmp_path / name, 50)
        lighten(tmp_path / name)
    assert fragment(tmp_path / "a")[0].read_bytes() == fragment(tmp_path / "b")[0].read_bytes()


def test_a_fragment_of_another_form_is_named(tmp_path):
    write_index([("/avtale/", HTML)], tmp_path, 50)
    fragment(tmp_path)[0].write_bytes(gzip.compress(b"another form"))
    with pytest.raises(ValueError, match=r"pf_fragment is no file of Pagefind"):
        lighten(tmp_path)
