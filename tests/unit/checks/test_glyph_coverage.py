"""A letter that paper has no typeface for is told with its line, wherever an editor writes it."""

import shutil

import pytest

from scripts.web.sender import read_sender
from tests.unit.projects import ROOT, edit, problems_of

HISTORY, HISTORY_EN = "docs/no/metoden/historie.md", "docs/en/metoden/historie.md"
TEXT = "Hva sto i avtalene?"
CHINESE, ARABIC, EMOJI = "王伟", "سلام", "\U0001f600"


@pytest.fixture
def printing(project):
    """The good project with the typefaces of the real one."""
    fonts = "overrides/print/fonts"
    shutil.copytree(ROOT / fonts, project.root / fonts)
    return project


@pytest.mark.parametrize(
    "text",
    ["Ελένη", "Чехов", "Łukasz", "Nguyễn Thị", "Dvořák", "Ţepeş", "Þór", "Čáhci", "İnönü", "Ǻsa"],
)
def test_names_in_latin_greek_and_cyrillic_letters_are_printed(printing, text):
    edit(printing, HISTORY, TEXT, f"Hva skrev {text}?")
    edit(printing, HISTORY_EN, "What did the agreements say?", f"What did {text} write?")
    edit(printing, "data/sources.yml", "family: Askim", f"family: {text}")
    assert [told for told in problems_of(printing) if "typeface" in told] == []


@pytest.mark.parametrize(
    ("letter", "called"),
    [
        ("王", "U+738B"),
        ("س", "U+0633, arabic letter seen"),
        ("\U0001f600", "U+1F600, grinning face"),
        ("א", "U+05D0, hebrew letter alef"),
        ("→", "U+2192, rightwards arrow"),
        ("☐", "U+2610, ballot box"),
        ("♥️", "U+2665, black heart suit"),
        ("ก", "U+0E01, thai character ko kai"),
        ("&#x738b;", "U+738B"),
        ("&rarr;", "U+2192, rightwards arrow"),
        ("👩‍💻", "U+1F469, woman"),
    ],
)
def test_another_letter_in_a_page_is_told_with_its_name_and_line(printing, letter, called):
    edit(printing, HISTORY, TEXT, f"Hva sto {letter} i avtalene?")
    told = [each for each in problems_of(printing) if "typeface" in each]
    assert len(told) == 1
    assert told[0].startswith(f'{HISTORY}:24: no typeface for print has "')
    assert called in told[0]
    assert told[0].endswith("write it in Latin, Greek or Cyrillic letters, or leave it out")


@pytest.mark.parametrize(
    ("path", "old", "new", "line"),
    [
        (HISTORY, "title: Historien", f"title: Historien {EMOJI}", 2),
        (HISTORY, TEXT, f"![Bilde {EMOJI}](x.png)", 24),
        (HISTORY, TEXT, f"| A | B |\n| --- | --- |\n| 1 | {CHINESE} |", 26),
        (HISTORY, "## Evalueringen {", f"## Evalueringen {ARABIC} {{", None),
        (HISTORY_EN, "What did the agreements say?", f"What did {CHINESE} say?", None),
        ("data/sources.yml", "family: Askim", f"family: {CHINESE}", 7),
        ("data/sources.yml", "title: Om forsøket", f"title: Om {ARABIC}", 19),
        ("data/municipalities.yml", "De ansatte foreslo", f"De ansatte {EMOJI} foreslo", 18),
        ("data/interface.yml", "no: Søk", f"no: Søk {EMOJI}", None),
        ("mkdocs.yml", "site_name: ", f"site_name: {EMOJI} ", None),
        ("mkdocs.yml", "site_name: ", r'site_name: "Tall \u2192 \u2193" # ', None),
        ("mkdocs.yml", "  - Metoden:", f"  - Metoden {EMOJI}:", None),
    ],
)
def test_it_is_told_of_wherever_it_stands(printing, path, old, new, line):
    text = (printing.root / path).read_text(encoding="utf-8")
    assert old in text
    line = line or text[: text.index(old)].count("\n") + 1
    (printing.root / path).write_text(text.replace(old, new, 1), encoding="utf-8")
    told = [each for each in problems_of(printing) if "typeface" in each]
    assert [each.split(": ")[0] for each in told] == [f"{path}:{line}"]


def test_what_was_seen_at_addresses_is_not_printed(printing):
    path = printing.data / "source-addresses.yml"
    text = path.read_text(encoding="utf-8")
    path.write_text(f"{text}  why: the page calls itself {EMOJI}\n", encoding="utf-8")
    assert [told for told in problems_of(printing) if "typeface" in told] == []


def test_a_letter_that_headings_alone_lack_is_told_there_alone(printing):
    edit(printing, HISTORY, TEXT, "Ordet ἀρχή, og ŧ.\n\n### Ordet ἀρχή { #word }\n\nHva sto der?")
    told = [each for each in problems_of(printing) if "typeface" in each]
    assert [each.split(": ")[0] for each in told] == [f"{HISTORY}:26"]


@pytest.mark.parametrize("mark", ["> ", "- ", "1. ", "> > ", "- > ", "> 1) "])
def test_a_heading_in_a_quotation_or_a_list_is_told_of_too(printing, mark):
    edit(printing, HISTORY, TEXT, f"Ordet.\n\n{mark}### Ordet ἀρχή {{ #word }}\n\nHva sto der?")
    told = [each for each in problems_of(printing) if "typeface" in each]
    assert [each.split(": ")[0] for each in told] == [f"{HISTORY}:26"]


def test_a_comment_among_the_settings_is_not_printed(printing):
    edit(printing, "mkdocs.yml", "site_name: ", f"# {EMOJI}\nsite_name: ")
    assert problems_of(printing) == []


def test_a_pasted_sentence_is_one_problem_and_not_one_a_letter(printing):
    edit(printing, HISTORY, TEXT, "这是一个很长的句子")
    (told,) = [each for each in problems_of(printing) if "typeface" in each]
    assert told.count("U+") == 3
    assert " and 6 more " in told


def test_code_may_name_a_letter_without_holding_it(printing):
    edit(printing, HISTORY, TEXT, "Skriv `&rarr;` slik.")
    assert [told for told in problems_of(printing) if "typeface" in told] == []


@pytest.mark.parametrize(
    ("text", "fix"),
    [
        ("Kommune\u2011styret", "write a hyphen of the keyboard, -"),
        ("2006\u20122009", "write a dash, –"),
        ("et\u2002ord", "write a space of the keyboard"),
        ("10\u200a000", "write a space of the keyboard"),
        ("10\u202f000", "write a space of the keyboard"),
        ("10&#8239;000", "write a space of the keyboard"),
        ("x⁴", "write <sup>4</sup>"),
        ("H₂O", "write <sub>2</sub>"),
        ("10⁻³", "write <sup>−</sup>"),
        ("x⁴ og H₂O", 'write <sup>4</sup> for "⁴", <sub>2</sub> for "₂"'),
        ("5 ℃", 'write "°C"'),
        ("x⁴ og 王", 'write <sup>4</sup> for "⁴"; the others in Latin, Greek or Cyrillic letters, '
         "or leave them out"),
    ],
)  # fmt: skip
def test_a_hyphen_or_space_of_a_word_processor_is_told_with_that_of_the_keyboard(
    printing, text, fix
):
    edit(printing, HISTORY, TEXT, f"Hva sto i {text}?")
    (told,) = (each for each in problems_of(printing) if "typeface" in each)
    assert told.endswith(f"– {fix}")


@pytest.mark.parametrize(
    ("setting", "value", "told"),
    [
        ("SITE_PUBLISHER", f"Stiftelsen {CHINESE}", "no typeface for print has"),
        ("SITE_EDITOR", f"Ελένη {EMOJI}", "no typeface for print has"),
        ("SITE_CONTACT", f"https://example.org/{EMOJI}", "no typeface for print has"),
        ("SITE_URL", f"https://{CHINESE}.example.org/", "no typeface for print has"),
        ("SITE_PUBLISHER", "Fagfor\u200bbundet", "a sign that nobody sees (zero width space"),
        ("SITE_EDITOR", "Mоss kommune", "a letter that is another than it looks"),
    ],
)
def test_a_sign_of_a_setting_is_told_by_the_name_of_the_setting(
    printing, monkeypatch, setting, value, told
):
    monkeypatch.setenv(setting, value)
    (problem,) = problems_of(printing)
    assert problem.startswith(f"{setting}: {told}")
    # As the mend of all of them says.
    monkeypatch.setenv(setting, "https://example.org/" if "://" in value else "Moss kommune")
    assert problems_of(printing) == []


def test_a_setting_in_two_signs_a_letter_is_read_as_in_one(printing, monkeypatch):
    monkeypatch.setenv("SITE_PUBLISHER", "Ma\u030alselv kommune")
    assert problems_of(printing) == []
    assert read_sender({"publisher": "Ma\u030alselv kommune"}).publisher == "Målselv kommune"


def test_a_raised_figure_of_plain_text_is_to_be_said_in_words(printing):
    edit(printing, HISTORY, "title: Historien", "title: Historien x⁴")
    (told,) = (each for each in problems_of(printing) if "typeface" in each)
    assert told.endswith("– write in words what is raised or lowered")


@pytest.mark.parametrize("sign", ["\u2800", "\ufe0f", "©\ufe0f"])
def test_a_sign_that_nobody_sees_is_told_as_such_alone(printing, sign):
    edit(printing, HISTORY, TEXT, f"Hva sto{sign} i avtalene?")
    (told,) = problems_of(printing)
    assert "a sign that nobody sees" in told


def test_signs_that_only_look_like_others_stay_where_the_typefaces_have_them(printing):
    edit(printing, HISTORY, TEXT, "Hva sto om 5 m² og m³, № 3™ og ½?")
    assert problems_of(printing) == []
