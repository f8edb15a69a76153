"""Compounds are parted by the words of the site alone, and the same way each time."""

import pytest

from scripts.search.compounds import Splitter

# What stands alone somewhere on a site.
ALONE_TEXT = """
    tjenesten omstilling arbeid medarbeider måling modellkommune modell kommune samarbeidet parts
    tre konkurranse utsetting utvikling veilederen renovasjon bil forankring samtale tiltak plan
    fravær ønske turnus partene departement universitet bak grunn vei leder rett hus ingen
"""
ALONE = ALONE_TEXT.split()


@pytest.fixture(scope="module")
def splitter():
    return Splitter(ALONE, ["ingen"])


@pytest.mark.parametrize(
    ("word", "parts"),
    [
        ("skjærgårdstjenesten", ("skjærgård", "tjenesten")),
        ("omstillingsarbeid", ("omstilling", "arbeid")),
        ("medarbeidermåling", ("medarbeider", "måling")),
        ("renovasjonsbil", ("renovasjon", "bil")),
        ("forankringssamtale", ("forankring", "samtale")),
        ("konkurranseutsettingen", ("konkurranse", "utsettingen")),
        ("utviklingsveilederens", ("utvikling", "veilederens")),
        ("ønsketurnus", ("ønske", "turnus")),
    ],
)
def test_a_compound_gives_its_parts_in_any_form_without_the_joining_s(splitter, word, parts):
    assert splitter.parts(word) == parts


def test_first_middle_and_last_parts_are_found_and_one_may_be_unknown(splitter):
    parts = splitter.parts("modellkommunemetodikken")
    assert {"modellkommune", "modell", "kommune", "metodikken"} == set(parts)


@pytest.mark.parametrize(
    "word",
    [
        "departementene",
        "universiteter",
        "bakgrunn",
        "veileder",
        "rettighetene",
        "2008",
        "a4-ark",
        "",
    ],
)
def test_inflected_and_short_words_are_not_parted(splitter, word):
    assert splitter.parts(word) == ()


def test_the_order_of_the_vocabulary_changes_nothing():
    words = ["skjærgårdstjenesten", "modellkommunemetodikken", "trepartssamarbeidet"]
    there, back = Splitter(ALONE, []), Splitter(reversed(ALONE), [])
    assert [there.parts(word) for word in words] == [back.parts(word) for word in reversed(words)][
        ::-1
    ]
