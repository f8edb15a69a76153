"""Dates stay dates and lists stay lists: what the page shows is what stands in the file."""

import random
import re

import markdown
import pytest
from lxml import html as markup

from scripts.checks.layout import check_layout
from scripts.checks.lists import check_lists
from scripts.common.yaml_lines import YamlText
from scripts.content.pages import Site, SourcePage
from scripts.language.locales import NORWEGIAN
from tests.unit.content.test_block_structure import EXTENSIONS
from tests.unit.projects import ROOT, write_pages


def problems(text):
    page = SourcePage("docs/no/a.md", "a.md", NORWEGIAN, YamlText("", {}), text, 1)
    site = Site(ROOT, [page])
    return sorted([*check_lists(site), *check_layout(site)])


def told(text):
    """The lines that the check tells of, from 1."""
    return sorted({problem.line for problem in problems(text)})


@pytest.mark.parametrize(
    "text",
    [
        "1. januar 2001 begynte det.",
        "12. Desember kom.",
        "3. okt. kom brevet.",
        "4. July was a Wednesday.",
        "1998. Året da det begynte.",
        "7. klasse var med.",
        "0. time.",
        "> 23. oktober 2006 møttes partene.",
        "- 23. oktober 2006 møttes partene.",
        "Ord\n\n:   23. oktober 2006 møttes partene.",
        "> - Punkt\n>\n>     23. oktober 2006 møttes partene.",
        "1. En\n2. To\n\nTekst.\n\n1998. Året.",
        "1. mai kom.\n2. juni gikk.",
        "- Avtalt den\n23. oktober 2006, og slik.",
        "1998. Året.\n\n1999. Neste.",
    ],
)
def test_a_number_that_begins_a_paragraph_is_never_taken_for_an_item_in_silence(text):
    assert told(text)


@pytest.mark.parametrize(
    "text",
    [
        "23\\. oktober 2006 møttes partene.",
        "1. En\n2. To",
        "1. En\n\n2. To\n\n3. Tre",
        "3. Tre\n4. Fire",
        "1. En\n\nTekst.\n\n2. To",
        "- En\n- To\n    1. Under\n    2. Også",
        "* En\n* To",
        "0. Null\n1. En",
        "1. En\n\n    Mer om det.\n\n2. To",
        "- En\n    - Under",
        "- Ett punkt",
        "- [ ] Boks",
        "- 5 kommuner\n- 3 fylker",
        "- -5 grader\n- -3 grader",
        "3) Rådmannen sa ja.",
        "Partene møttes\n23. oktober 2006 og\n1. mai 2007.",
        "Det var i 2006. 3. klasse var med.",
        "Prisen er – 5 kroner.",
        "Linje<br>\nmed brudd.",
        "> Sitat\n> over to linjer",
        "| a | b |\n| --- | --- |\n| 23. oktober | \\| |",
        "En linje\nog en til\n---\n\nTekst.",
    ],
)
def test_what_the_page_shows_as_it_stands_is_left_in_peace(text):
    assert told(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "Slik var det:\n- en\n- to",
        "1) en\n2) to",
        "1.en\n2.to",
        "1.\u00a0en\n2.\u00a0to",
        "a) en\nb) to",
        "-en\n-to",
        "• en",
        "Tekst\n| a | b |\n| --- | --- |\n| c | d |",
        "| a | b |\n| --- |",
        "> Sitat:\n> 1. en\n> 2. to",
        "- Punkt:\n        - for dypt",
        "Tekst\n> 50 prosent",
        "To mellomrom  \nbak.",
        "\tTabulator.",
    ],
)
def test_what_looks_like_a_list_a_table_or_a_line_and_becomes_none_is_told(text):
    assert told(text)


@pytest.mark.parametrize("begin", ["Dette", "*Dette*", "«Dette", "[Dette](a.md)", "Ålesund"])
@pytest.mark.parametrize("sign", ["-", "1."])
def test_a_sentence_right_below_a_list_is_told_and_both_mends_hold(sign, begin):
    items = f"{sign} første\n{sign.replace('1', '2')} andre"
    sentence = f"{begin} er etter lista."
    (problem,) = problems(f"{items}\n{sentence}")
    assert problem.line == 3
    assert str(problem).endswith(
        "put a blank line above it, or four spaces before it if it is of that item"
    )
    assert problems(f"{items}\n\n{sentence}") == []
    assert problems(f"{items}\n    {sentence}") == []


@pytest.mark.parametrize(
    "text", ["- første\n- andre\nog mer", "- Første\nMer\n- Andre\nMer", "- En\n    - To\n    Tre"]
)
def test_items_that_are_broken_over_rows_are_left_in_peace(text):
    assert told(text) == []


@pytest.mark.parametrize("text", ["> 50 prosent sa ja", "> 50% sa ja", "> 1 500 kr", "> 3,5 år"])
def test_more_than_is_no_quotation_and_can_be_written(text):
    (problem,) = problems(text)
    assert problem.fix.startswith(f"write \\{text}, or begin with a word")
    assert problems(f"\\{text}") == []
    assert problems(text.replace("> ", "> Omtrent ")) == []


def test_a_quotation_that_begins_with_a_year_or_goes_on_is_one():
    assert problems("> 2006 var året.") == []
    assert problems("> 50 kommuner\n> var med.") == []


NUMBERED = ["1. en", "2. to", "3. tre", "7. sju", "1998. året", "23. oktober", "    1. inne"]
NUMBERED += ["    2. ute", "- punkt", "tekst", "> 1. sitat", "", "", ": 4. fire", "Ord"]


def shown_numbers(text):
    """The numbers that readers see before items, in order."""
    root = markup.fragment_fromstring(
        markdown.markdown(text, extensions=EXTENSIONS), create_parent="div"
    )
    return [
        int(item.getparent().get("start", "1")) + item.getparent().index(item)
        for item in root.iter("li")
        if item.getparent().tag == "ol"
    ]


@pytest.mark.parametrize("seed", range(10))
def test_no_number_is_changed_where_the_check_is_silent(seed):
    choose = random.Random(seed)
    silent = 0
    for _ in range(200):
        text = "\n".join(choose.choice(NUMBERED) for _ in range(choose.randint(1, 6)))
        if told(text):
            continue
        silent += 1
        written = [int(number) for number in re.findall(r"^\W*(\d+)\. ", text, re.MULTILINE)]
        shown = shown_numbers(text)
        assert [number for number in written if number in shown] == shown, text
    assert silent > 10


def test_the_mend_is_what_an_editor_can_paste(tmp_path):
    text = "---\ntitle: A\n---\n\n23. oktober 2006 møttes partene.\n"
    site = write_pages(tmp_path, {"no/a.md": text})
    (problem,) = check_lists(site)
    assert problem.line == 5
    assert problem.fix.startswith("write 23\\. oktober 2006")
    page = markdown.markdown("23\\. oktober 2006", extensions=EXTENSIONS)
    assert page == "<p>23. oktober 2006</p>"


@pytest.mark.parametrize(
    ("text", "line", "fix"),
    [
        (
            "1. En\n\n   Mer om det\n2. To",
            4,
            "put a blank line above it, and four spaces before each row that belongs to item 1.",
        ),
        ("1. En\n\n    Mer om det\n2. To", 4, "put a blank line above it"),
        ("1. En\n2. To\n\n    Mer om det\n3. Tre", 5, "put a blank line above it"),
        (
            "1. a\n   1. b\n   2. c\n2. d",
            2,
            "put four spaces before all items that belong to the one above, else none",
        ),
        ("- \n\n- c", 1, "write its text, or take the row away"),
        ("1. a\n2. \n3. c", 2, "write its text, or take the row away"),
        (
            "- - a\n- b",
            1,
            "write - a, with four spaces before it where it belongs to the item above",
        ),
    ],
)
def test_an_item_that_is_indented_or_parted_wrongly_is_told_once_with_its_mend(text, line, fix):
    ((found, told_mend),) = [(problem.line, problem.fix) for problem in problems(text)]
    assert (found, told_mend) == (line, fix)


@pytest.mark.parametrize(
    "mended",
    [
        "1. En\n\n    Mer om det\n\n2. To",
        "1. a\n    1. b\n    2. c\n2. d",
        "- c",
        "- a\n- b",
    ],
)
def test_what_the_mend_of_an_item_asks_for_is_told_no_more(mended):
    assert told(mended) == []
