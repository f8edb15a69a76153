"""A name is one word of the index, the same in any order and form of its words."""

import pytest

from scripts.search.names import inflections, name_words, stem

NORWEGIAN = inflections(norwegian=True)
ENGLISH = inflections(norwegian=False)
IGNORED = {"hvem", "har", "denne", "how", "do", "we", "when", "did", "it"}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("avtale", "avtalene"),
        ("miste jobben", "mister jobb"),
        ("eksempel", "eksempler"),
        ("eksempel", "eksemplet"),
        ("kommuner, sammenligning", "sammenligning av kommunene"),
        ("laget siden først", "hvem har laget denne siden først?"),
    ],
)
def test_order_endings_and_small_words_make_no_difference(one, other):
    ignored = {*IGNORED, "av"}
    assert name_words([one], ignored, NORWEGIAN)[0] == name_words([other], ignored, NORWEGIAN)[0]


@pytest.mark.parametrize(
    ("one", "other"),
    [("mal", "måling"), ("innbygger", "innbygging"), ("fase 1", "fase 2"), ("lov", "lov og rett")],
)
def test_words_that_only_look_alike_are_told_apart(one, other):
    assert not set(name_words([one], set(), NORWEGIAN)) & set(name_words([other], set(), NORWEGIAN))


def test_english_words_have_english_endings():
    assert stem("phases", ENGLISH) == stem("phase", ENGLISH)
    assert stem("municipalities", ENGLISH) == stem("municipality", ENGLISH)


def test_a_name_of_one_word_and_small_ones_is_that_word_to_the_letter_alone():
    assert name_words(["how do we start"], IGNORED, ENGLISH) == ["zqhowdowestart0"]
    assert name_words(["when did it start"], IGNORED, ENGLISH) == ["zqwhendiditstart0"]
    assert name_words(["do we start well"], IGNORED, ENGLISH) == [
        "zqstartwell0",
        "zqdowestartwell0",
    ]


def test_an_article_is_no_part_of_the_name_that_it_begins():
    assert name_words(["The method"], {"the"}, ENGLISH) == ["zqmethod0", "zqthemethod0"]


def test_a_name_of_small_words_alone_is_all_of_them():
    assert name_words(["how do we"], IGNORED, ENGLISH) == ["zqdohowwe0", "zqhowdowe0"]


def test_each_name_is_there_once_and_signs_are_none():
    assert name_words(["Avtale", "avtaler", "–"], set(), NORWEGIAN) == ["zqavtal0"]
