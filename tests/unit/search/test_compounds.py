"""Compounds are parted by the words of the site alone, and the same way each time."""

from itertools import pairwise

import pytest

from scripts.search.compounds import ENDINGS, Splitter, stem

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


@pytest.mark.parametrize(
    ("vocabulary", "word", "parts"),
    [
        # Nine letters without the ending are a compound, eight are none.
        pytest.param("plan møte", "planmøtene", (), id="eight-letters"),
        pytest.param("plante møte", "plantemøter", ("plante", "møter"), id="nine-letters"),
        pytest.param("skole plan", "skoleplaner", ("skole", "planer"), id="nine-before-the-ending"),
        # A part of three letters needs one of more than four beside it.
        pytest.param("bil verksted", "bilverksted", ("bil", "verksted"), id="three-letters"),
        pytest.param("to verksted", "toverksted", (), id="two-letters"),
        # An unknown first part has four letters and a vowel, and a known last one five.
        pytest.param("avtale", "brukavtale", ("bruk", "avtale"), id="unknown-first-of-four"),
        pytest.param("avtalen", "bruavtalen", (), id="unknown-first-of-three"),
        pytest.param("avtale", "brksavtale", (), id="no-vowel"),
        pytest.param("avtale", "strypavtale", ("stryp", "avtale"), id="vowel-is-the-fourth"),
        pytest.param("avtale", "schtravtale", (), id="vowel-is-too-late"),
        pytest.param("plan", "skjærgårdplan", (), id="known-last-of-four"),
        pytest.param("kraft", "skjærgårdkraft", ("skjærgård", "kraft"), id="known-last-of-five"),
        # An unknown last part has five, and a known first one six.
        pytest.param("forhold", "forholdkrusk", ("forhold", "krusk"), id="unknown-last-of-five"),
        pytest.param("forhold", "forholdkrus", (), id="unknown-last-of-four"),
        pytest.param("vekst", "vekstkruskel", (), id="known-first-of-five"),
        pytest.param("forhold", "forholdåkrusk", (), id="unknown-last-begins-with-a-vowel"),
        pytest.param("forhold", "forholdkrsks", (), id="unknown-last-without-a-vowel"),
        # What goes on as an ending does is no part.
        pytest.param("forhold", "forholdmessig", (), id="ending-and-no-part"),
        # s and e may join.
        pytest.param("samarbeid avtale", "samarbeidsavtale", ("samarbeid", "avtale"), id="s"),
        pytest.param("barn avtale", "barneavtalen", ("barn", "avtalen"), id="e"),
    ],
)  # fmt: skip
def test_a_part_is_as_long_as_its_kind_asks_for(vocabulary, word, parts):
    assert Splitter(vocabulary.split(), []).parts(word) == parts


@pytest.mark.parametrize(
    ("word", "root"),
    [
        ("kommunene", "kommun"),
        ("avtalene", "avtal"),
        ("møtet", "møt"),
        ("bil", "bil"),
        ("bila", "bil"),
        ("ene", "ene"),
        ("husene", "hus"),
    ],
)
def test_a_stem_is_the_word_without_its_longest_ending_and_three_letters_at_least(word, root):
    assert stem(word) == root


def test_every_ending_is_cut_off_and_a_longer_one_first():
    for ending in ENDINGS:
        assert len(stem(f"xyzwq{ending}")) <= len("xyzwq")
    for at, ending in enumerate(ENDINGS):
        assert not any(ending.endswith(earlier) for earlier in ENDINGS[:at]), ending


@pytest.mark.parametrize(
    ("word", "hyphenated"),
    [
        ("omstillingsarbeid", "omstillings-arbeid"),
        ("forankringssamtale", "forankrings-samtale"),
        ("modellkommunesamarbeidet", "modell-kommune-samarbeidet"),
        # The last part is guessed at where the first is a word.
        ("modellkommunemetodikken", "modell-kommune-metodikken"),
        ("kommunedirektøren", "kommune-direktøren"),
        # The first part is not, nor what may begin with the s that joins.
        ("skjærgårdstjenesten", "skjærgårdstjenesten"),
        ("omstillingsoverdragelse", "omstillingsoverdragelse"),
        ("veilederen", "veilederen"),
    ],
)
def test_a_hyphen_may_stand_only_where_a_part_surely_begins(splitter, word, hyphenated):
    places = [0, *splitter.breaks(word), len(word)]
    assert "-".join(word[a:b] for a, b in pairwise(places)) == hyphenated
