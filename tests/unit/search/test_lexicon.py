"""The list of words that mends queries is bounded, sorted, and the same each time."""

import json
from collections import Counter

from scripts.search.lexicon import LONGEST_LIST, lexicon
from tests.word_list import unpacked


def made(uses):
    return json.loads(lexicon(Counter(uses), ["og", "i"], 7, compounds=True))


def test_words_share_their_beginnings_and_tell_how_often_they_are_used():
    uses = {"avtale": 100, "forankring": 90, "bil": 20, "arm": 5, "bovid-19": 1, "åpen": 4}
    content = made(uses)
    # tests/js/packed.test.js reads it.
    assert content["words"] == "Aarm.Bvtale*Abil+Bovid-19Aforankring*Aåpen"
    assert content["pages"] == 7
    assert content["ignored"] == "i og"


def test_a_word_is_of_a_class_when_it_is_used_more_often_than_its_bound():
    uses = {"a1": 65, "b1": 64, "c1": 17, "d1": 16, "e1": 5, "f1": 4}
    assert made(uses)["words"] == "Aa1*Ab1+Ac1+Ad1.Ae1.Af1"


def test_numbers_and_single_letters_mend_nothing():
    assert made({"1997": 50, "a": 50, "5-11": 9})["words"] == ""


def test_the_list_does_not_grow_with_the_site():
    uses = {f"ord{number}": number for number in range(1, LONGEST_LIST * 3)}
    words = unpacked(made(uses)["words"])
    assert len(words) == LONGEST_LIST
    assert f"ord{LONGEST_LIST * 3 - 1}" in words
    assert "ord1" not in words


def test_each_language_tells_how_its_words_are_built():
    assert made({"avtale": 1})["compounds"] is True
    assert "ene" in made({"avtale": 1})["endings"].split()
    english = json.loads(lexicon(Counter({"deal": 1}), ["the"], 7, compounds=False))
    assert english["compounds"] is False
    assert "ene" not in english["endings"].split()
    assert english["ignored"] == "the"
