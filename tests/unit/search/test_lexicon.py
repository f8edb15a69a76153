"""The list of words that mends queries is bounded, sorted, and the same each time."""

import json
from collections import Counter

from scripts.search.lexicon import LONGEST_LIST, lexicon


def made(uses):
    return json.loads(lexicon(Counter(uses), ["og", "i"], 7, compounds=True))


def test_words_come_in_groups_by_use_each_in_alphabetical_order():
    content = made({"avtale": 100, "forankring": 90, "bil": 20, "turnus": 5, "boss": 1, "arm": 4})
    assert content["words"] == ["avtale forankring", "bil", "turnus", "arm boss"]
    assert content["pages"] == 7
    assert content["ignored"] == "i og"


def test_numbers_and_single_letters_mend_nothing():
    assert made({"1997": 50, "a": 50, "5-11": 9})["words"] == ["", "", "", ""]


def test_the_list_does_not_grow_with_the_site():
    uses = {f"ord{number}": number for number in range(1, LONGEST_LIST * 3)}
    words = " ".join(made(uses)["words"]).split()
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
