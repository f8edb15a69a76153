"""A page is found by all names of what it names, in both languages."""

from scripts.search.expansion import page_terms, synonyms, term_names

GROUPS = [
    {"no": ["hefte", "brosjyre"], "en": ["booklet", "leaflet"]},
    {"no": ["kommunestyre"], "en": ["local council", "municipal council"]},
    {"en": ["alone"]},
]
GLOSSARY = [
    {
        "id": "radmann",
        "term": {"no": "rådmann", "en": "chief executive"},
        "forms": {"no": ["rådmannen"], "en": []},
        "other": {"no": ["kommunedirektør"]},
        "page": "method-roles",
    }
]


def test_a_word_gives_the_others_of_its_group_in_both_languages():
    assert synonyms(GROUPS, []).found_in(["et", "hefte"]) == [
        "hefte",
        "brosjyre",
        "booklet",
        "leaflet",
    ]


def test_names_of_several_words_are_found_as_a_whole_only():
    found = synonyms(GROUPS, [])
    assert "kommunestyre" in found.found_in(["the", "local", "council", "met"])
    assert found.found_in(["the", "local", "paper"]) == []


def test_spelling_of_letters_does_not_matter():
    assert "chief executive" in synonyms([], GLOSSARY).found_in(["radmannen"])


def test_a_group_of_one_name_gives_nothing():
    assert synonyms(GROUPS, []).found_in(["alone"]) == []


def test_a_term_names_its_entry_and_the_page_that_explains_it():
    names = ["rådmann", "rådmannen", "kommunedirektør", "chief executive"]
    assert term_names(GLOSSARY) == {"term-radmann": names}
    assert page_terms(GLOSSARY) == {"method-roles": names}
