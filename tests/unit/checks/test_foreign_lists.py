"""Lists of Word, of laws and of Norwegian writing are told, spoken words and years are not."""

import pytest

from scripts.checks.commonmark import check_same_structure
from scripts.checks.layout import check_layout
from scripts.checks.lists import check_lists
from tests.unit.projects import write_page

WITH_DASH = "begin each of its items with - and a space, not with"
BEFORE = "put - and a space before each of its items; or join the rows where they are no list"
SPOKEN = "; or put a blank line between what different people say"


def told(tmp_path, body):
    site = write_page(tmp_path, body)
    found = [*check_lists(site), *check_layout(site)]
    return [(problem.line - site.pages[0].body_line + 1, problem.fix) for problem in found]


def counted(sign):
    text = f"write 1. for {sign}, and so on in each of its items"
    return f"{text}; or join the rows where they are no list"


@pytest.mark.parametrize(
    ("body", "fix", "mended"),
    [
        ("· en\n· to\n· tre", f"{WITH_DASH} ·", "- en\n- to\n- tre"),
        ("· en\n\n· to\n\n· tre", f"{WITH_DASH} ·", "- en\n\n- to\n\n- tre"),
        ("· en lang\nsak\n· to", f"{WITH_DASH} ·", "- en lang\nsak\n- to"),
        ("•\ten\n•\tto", f"{WITH_DASH} •", "- en\n- to"),
        ("•\ten\no\tunder\n•\tto", f"{WITH_DASH} •", "- en\n- under\n- to"),
        ("·\ten\n·\tto", f"{WITH_DASH} ·", "- en\n- to"),
        ("o\ten\no\tto", f"{WITH_DASH} o", "- en\n- to"),
        ("o en\no to", f"{WITH_DASH} o", "- en\n- to"),
        ("&bull; en\n&bull; to", f"{WITH_DASH} &bull;", "- en\n- to"),
        ("&#8226; en\n&#8226; to", f"{WITH_DASH} &#8226;", "- en\n- to"),
        ("– en\n– to", f"{WITH_DASH} –{SPOKEN}", "- en\n- to"),
        ("–\ten\n–\tto", f"{WITH_DASH} –{SPOKEN}", "– en\n\n– to"),
        ("— en\n— to", f"{WITH_DASH} —{SPOKEN}", "- en\n- to"),
        ("–en\n–to", f"{WITH_DASH} –{SPOKEN}", "- en\n- to"),
        ("− en\n− to", f"{WITH_DASH} −{SPOKEN}", "- en\n- to"),
        ("a. en\nb. to", BEFORE, "- a. en\n- b. to"),
        ("A. en\nB. to", BEFORE, "A. en B. to"),
        ("a) en\nb) to\nc) tre", BEFORE, "- a) en\n- b) to\n- c) tre"),
        ("a)\ten\nb)\tto", BEFORE, "- a) en\n- b) to"),
        ("(i) en\n(ii) to", BEFORE, "- (i) en\n- (ii) to"),
        ("iii. en\niv. to", BEFORE, "- iii. en\n- iv. to"),
        ("I. en\nII. to", BEFORE, "- I. en\n- II. to"),
        ("§ 1 en\n§ 2 to", BEFORE, "- § 1 en\n- § 2 to"),
        ("1.1 en\n1.2 to", BEFORE, "- 1.1 en\n- 1.2 to"),
        ("(1) en\n(2) to", counted("(1)"), "1. en\n2. to"),
        ("[1] en\n[2] to", counted("[1]"), "1. en\n2. to"),
        ("1) en\n2) to", counted("1)"), "1. en\n2. to"),
        ("1)\ten\n2)\tto", counted("1)"), "1. en\n2. to"),
        ("1: en\n2: to", counted("1:"), "1. en\n2. to"),
    ],
)
def test_a_list_with_other_signs_is_told_once_with_a_mend_that_works(tmp_path, body, fix, mended):
    assert told(tmp_path, body) == [(1, fix)]
    assert told(tmp_path, mended) == []
    (page,) = write_page(tmp_path, mended).pages
    assert check_same_structure(page) == []


@pytest.mark.parametrize(
    ("body", "line", "place"),
    [
        ("Dette er sagt:\n· en", 2, "and put a blank line above the first"),
        ("Dette er sagt:\n– en\n– to", 2, "and put a blank line above the first"),
        ("Dette er sagt:\n(1) en", 2, "and put a blank line above the first"),
        ("1. Først\n1.1 en\n1.2 to\n2. Så", 2, "and put four spaces before them"),
        ("- Først\n  (a) en\n  (b) to", 2, "and put four spaces before them"),
        ("- Først\n– så", 2, "not with –; or join it to the row above"),
        ("- Morgen\n− 3 grader", 2, "not with −; or join it to the row above"),
        ("- • en", 1, "take the • away: the item has a sign"),
    ],
)
def test_the_mend_says_where_the_list_belongs(tmp_path, body, line, place):
    ((found, fix),) = told(tmp_path, body)
    assert found == line
    assert place in fix


@pytest.mark.parametrize(
    "body",
    [
        "– Hei.",
        "–Hei, sier hun.\n–Ja, sier han.",
        "Ordføreren sa:\n– Vi er stolte.",
        "– Hei.\n\n– Ja.",
        "– Vi er stolte, sier ordføreren.\n– Det er vi også.",
        "Moss · Sørum · Steinkjer",
        "· alene",
        "Møtet var i\n2006: da var alle der.",
        "2006: Moss\n2007: Sørum",
        "Etter\n§ 3 er det slik.",
        "§ 3 sier det.\n\n§ 4 sier noe annet.",
        "(1) Kongen kan gi regler.\n\n(2) Andre kan ikke.",
        "A. Hansen skrev det.",
        "Det sto i avtalen av\n1.1 millioner og\n3.5 kroner.",
        "Prisen steg\n(5 prosent) og\n(7 prosent).",
        "Han sa:\n1.5 millioner.",
        "Endelsen er:\n-en.",
    ],
)
def test_speech_years_and_paragraphs_of_a_law_are_left_in_peace(tmp_path, body):
    assert told(tmp_path, body) == []


def test_rows_that_never_become_a_list_are_read_at_once(tmp_path):
    assert told(tmp_path, "\n".join(["b. tekst:"] * 5000)) == []
    assert len(told(tmp_path, "\n".join(["· tekst"] * 5000))) == 1
