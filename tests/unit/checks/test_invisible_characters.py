"""What is equal to the eye is equal to the check, and signs that nobody sees are told."""

import unicodedata

import pytest

from scripts.checks.run import load_content
from tests.unit.projects import edit, problems_of

HISTORY = "docs/no/metoden/historie.md"
TEXT = "Hva sto i avtalene?"
SOFT, ZERO, MARK, NO_BREAK, NARROW = "\u00ad", "\u200b", "\ufeff", "\u00a0", "\u202f"


def test_letters_of_two_signs_are_equal_to_those_of_one(project):
    for path in sorted((project.root / "docs").rglob("*.md")):
        text = path.read_text(encoding="utf-8")
        path.write_text(unicodedata.normalize("NFD", text), encoding="utf-8")
    for name in ("sources", "phases", "municipalities"):
        path = project.data / f"{name}.yml"
        text = path.read_text(encoding="utf-8")
        path.write_text(unicodedata.normalize("NFD", text), encoding="utf-8")
    assert problems_of(project) == []


def test_soft_hyphens_are_left_out_of_every_word(project):
    """Whoever copies from a PDF or a web page has them and does not see them."""
    edit(project, HISTORY, TEXT, f"Hva sto i av{SOFT}ta{SOFT}lene?")
    edit(project, HISTORY, "title: Historien", f"title: His{SOFT}torien")
    edit(project, "data/municipalities.yml", "De ansatte foreslo", f"De an{SOFT}satte foreslo")
    edit(project, "data/sources.yml", "family: Askim", f"family: As{SOFT}kim")
    assert problems_of(project) == []
    content = load_content(project)
    page = next(page for page in content.site.pages if page.path == HISTORY)
    assert TEXT in page.body
    assert page.title == "Historien"
    assert content.sources["evaluation"].record["author"][1]["family"] == "Askim"


@pytest.mark.parametrize(
    ("sign", "called"),
    [
        ("\u200c", "zero width non-joiner, U+200C"),
        ("\u2060", "word joiner, U+2060"),
        (ZERO, "zero width space, U+200B"),
        (MARK, "zero width no-break space, U+FEFF"),
        ("\u200d", "zero width joiner, U+200D"),
        ("\u202e", "right-to-left override, U+202E"),
        ("\u2028", "line separator, U+2028"),
        ("\uf0b7", "U+F0B7"),
        ("\ufffd", "replacement character, U+FFFD"),
        ("\x07", "U+0007"),
    ],
)
def test_a_sign_that_nobody_sees_is_told_with_its_name_and_place(project, sign, called):
    edit(project, HISTORY, TEXT, f"Hva sto i avt{sign}alene?")
    (problem,) = problems_of(project)
    assert problem.startswith(f"{HISTORY}:24: a sign that nobody sees ({called}) stands in ")
    assert sign not in problem


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (TEXT, f"-{NO_BREAK}Hva sto der?\n-{NO_BREAK}Hva ellers?"),
        ("## Evalueringen {", f"## Evalueringen{NO_BREAK}{{"),
        ("[@adviser, s. 2]", f"[@adviser,{NO_BREAK}s. 2]"),
        ("{ #evaluation }", f"{{{NO_BREAK}#evaluation }}"),
        (TEXT, f"{NO_BREAK}{NO_BREAK}{TEXT}"),
        (TEXT, f"{TEXT}{NO_BREAK}"),
        ("id: history", f'id: "history{NO_BREAK}"'),
        ("title: Historien", f'title: "Historien{NO_BREAK}"'),
    ],
)
def test_a_no_break_space_where_an_ordinary_one_must_be_is_told(project, old, new):
    edit(project, HISTORY, old, new)
    told = [problem for problem in problems_of(project) if "ordinary space must be" in problem]
    assert len(told) == 1 + new.count("\n")


@pytest.mark.parametrize(
    "text",
    [
        f"Det bodde 20{NO_BREAK}624 der, etter §{NO_BREAK}4-2.",
        f"23.{NO_BREAK}oktober 2006 møttes partene, og 7.{NARROW}klasse var med.",
        "| Felt | |\n| --- | --- |\n| &nbsp; | &nbsp; |",
        "En familie: \U0001f468\u200d\U0001f469.",
        "Skriv `a\u00a0b` slik.",
        "Čáhcesuolu, ŋ og Đ.",
    ],
)
def test_what_is_seen_or_meant_is_left_in_peace(project, text):
    edit(project, HISTORY, TEXT, text)
    assert problems_of(project) == []


def test_a_sign_in_data_is_told_at_its_line(project):
    edit(project, "data/municipalities.yml", "De ansatte foreslo", f"De an{ZERO}satte foreslo")
    (problem,) = problems_of(project)
    assert problem.startswith(
        "data/municipalities.yml:18: a sign that nobody sees (zero width space"
    )


@pytest.mark.parametrize(
    ("word", "called"),
    [
        ("𝐅𝐞𝐭", "mathematical bold capital f"),
        ("Ⅳ", "roman numeral four"),
        ("ⓐnsatte", "circled latin small letter a"),
        ("20 ㎡", "square m squared"),
        ("ĳs", "latin small ligature ij"),
        ("M⌀te", "diameter sign"),
        ("m∅te", "empty set"),
        ("ɑnsatte", "latin small letter alpha"),
        ("ja´n", "acute accent"),
        ("Fagforbundetʼs", "modifier letter apostrophe"),
        ("by‐ og land", "hyphen"),
        ("samarbeids−avtale", "minus sign"),
        ("́losning", "combining acute accent"),
    ],
)
def test_a_letter_drawn_as_another_is_told(project, word, called):
    edit(project, HISTORY, TEXT, f"Hva sto der, {word}?")
    assert any(f"another than it looks ({called}, U+" in each for each in problems_of(project))


@pytest.mark.parametrize("text", ["Én à la carte, 5 − 2 og 20 m²", "Østfold og Đoko", "1½ time"])
def test_letters_and_signs_that_people_write_are_left_in_peace(project, text):
    edit(project, HISTORY, TEXT, f"{text}?")
    assert not [each for each in problems_of(project) if "than it looks" in each]
