"""No two terms of a language claim the same form."""

from scripts.checks.glossary import check_glossary
from scripts.common.yaml_lines import parse_yaml
from scripts.content.datasets import Datasets

TEXT = """\
- id: one
  term: { no: Forankring, en: anchoring }
- id: two
  term: { no: støtte, en: support }
  forms: { no: [FORANKRING], en: [supported] }
"""


def said(text):
    parsed, problems = parse_yaml(text, "data/glossary.yml")
    assert problems == []
    records = Datasets({"glossary": parsed.data}, {"glossary": parsed})
    return [str(problem) for problem in check_glossary(records)]


def test_two_terms_with_one_form_are_told_whatever_the_case():
    assert said(TEXT) == [
        'data/glossary.yml:5: the form "FORANKRING" of "two" belongs to "one" already – '
        "take it from one of the two (Norsk)"
    ]


def test_term_may_repeat_its_own_form():
    assert said(TEXT.replace("no: [FORANKRING]", "no: [Støtte]")) == []


def test_same_word_in_two_languages_is_two_forms():
    assert said(TEXT.replace("FORANKRING", "anchoring")) == []


def test_glossary_that_could_not_be_read_is_told_elsewhere():
    assert check_glossary(Datasets()) == []


def test_a_term_out_of_the_alphabet_is_told_with_its_place():
    rows = "".join(f"- id: {word}\n  term: {{ no: {word}, en: x{word} }}\n" for word in "abdcæz")
    assert said(rows) == [
        'data/glossary.yml:7: the term "c" stands after "d" – move its record above that of "d": '
        "they are in alphabetical order",
        'data/glossary.yml:11: the term "z" stands after "æ" – move its record above that of "æ": '
        "they are in alphabetical order",
    ]


def test_a_term_that_stands_too_far_up_is_told_and_not_those_below_it():
    rows = "".join(f"- id: {word}\n  term: {{ no: {word}, en: x{word} }}\n" for word in "azbcd")
    assert said(rows) == [
        'data/glossary.yml:3: the term "z" stands before "b" – move its record down to its place: '
        "they are in alphabetical order",
    ]
