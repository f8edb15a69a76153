"""A backslash makes text of any sign, as where editors write otherwise."""

import string

import pytest
from lxml import html

from scripts.checks.isolated import check_page
from scripts.content.escapes import is_escaped
from scripts.content.renderers import our_html
from tests.unit.projects import write_page


@pytest.mark.parametrize("sign", string.punctuation)
def test_a_backslash_before_a_sign_is_published_as_the_sign_alone(tmp_path, sign):
    text = f"Her \\{sign} der."
    assert html.fromstring(our_html(text)).text_content() == f"Her {sign} der."
    (page,) = write_page(tmp_path, f"{text}\n").pages
    assert [each for each in check_page(page) if each.rule in ("commonmark", "syntax")] == []


@pytest.mark.parametrize("text", ["C:\\mappe", "a\\b", "slutt \\"])
def test_a_backslash_before_anything_else_stays(text):
    assert html.fromstring(our_html(f"{text} her")).text_content() == f"{text} her"


@pytest.mark.parametrize("typed", ["\\<lovdata.no>", "\\<u>", "\\<script>alert(1)\\</script>"])
def test_the_mend_that_is_told_for_html_that_is_text_makes_it_text(tmp_path, typed):
    (page,) = write_page(tmp_path, f"Se {typed} her.\n").pages
    assert check_page(page) == []
    made = our_html(page.body)
    assert html.fromstring(made).text_content() == f"Se {typed.replace(chr(92), '')} her."
    assert "&lt;" in made


@pytest.mark.parametrize(
    "typed", ["\\~to ord\\~", "\\==to ord\\==", "\\$x\\^2\\$", "\\:smile\\:", "\\[^1]", "\\&nei;"]
)
def test_an_escaped_sign_of_other_programs_is_no_fault(tmp_path, typed):
    (page,) = write_page(tmp_path, f"Tekst {typed} her.\n").pages
    assert check_page(page) == []


@pytest.mark.parametrize(
    ("text", "escaped"), [("*", False), ("\\*", True), ("\\\\*", False), ("\\\\\\*", True)]
)
def test_a_backslash_that_is_escaped_itself_escapes_nothing(text, escaped):
    assert is_escaped(text, len(text) - 1) is escaped
