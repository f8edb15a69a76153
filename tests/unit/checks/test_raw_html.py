"""Nothing that could run or load gets from a text into a page."""

import pytest

from scripts.checks.raw_html import check_html
from tests.unit.projects import write_page


def told(tmp_path, body):
    return [(problem.line, problem.what) for problem in check_html(write_page(tmp_path, body))]


@pytest.mark.parametrize(
    "body",
    [
        "<script>alert(1)</script>",
        "<SCRIPT\n>alert(1)</SCRIPT>",
        "<svg/onload=alert(1)>",
        '<img src=x onerror=alert(1) alt="x">',
        '<iframe src="https://example.org"></iframe>',
        "<style>body { display: none }</style>",
        "</main>",
        "<textarea>",
        "<!--><script>alert(1)</script>-->",
        "<!-- never closed",
        '<sup onclick="alert(1)">2</sup>',
        "10 m<sup>2",
        "<<script>alert(1)</script>",
        "<?php echo 1; ?>",
        "Skriv <navn på kommunen> her",
        "- [x](a.md){ onclick=alert(1) }",
        '[x](a.md){: style="position: fixed" }',
        '[x](a.md){ href="javascript:alert(1)" }',
        "## Tittel { #Stort-anker }",
    ],
)
def test_what_could_run_load_or_break_the_page_is_told_with_its_line(tmp_path, body):
    found = told(tmp_path, f"Tekst.\n\n{body}")
    assert found
    assert all(line >= 8 for line, _ in found)


@pytest.mark.parametrize(
    "body",
    [
        "10 m<sup>2</sup>, CO<sub>2</sub>, <kbd>Tab</kbd> og<br>ny linje",
        "<https://example.org/> og <post@example.org>",
        "Under 5 < 7 og 8 > 3",
        "`<script>` er kode",
        "```\n<script>\n```",
        "`<!-- en merknad -->` er kode",
        "\\<script> er tekst",
        "## Tittel { #tittel .editorial }",
        "*a word*{ lang=en }",
        "Sett {navn} inn",
    ],
)
def test_what_is_meant_is_left_alone(tmp_path, body):
    assert told(tmp_path, body) == []


@pytest.mark.parametrize("body", ["<!-- husk Kari -->", "Tekst <!-- husk\nKari --> her."])
def test_a_comment_is_told_since_readers_can_read_it(tmp_path, body):
    what = 'the comment "<!-- husk Kari -->" can be read in the source of the page'
    assert told(tmp_path, body) == [(6, what)]


@pytest.mark.parametrize(
    ("typed", "slug"),
    [("Små-ting", "sma-ting"), ("frágility", "fragility"), ("Stort Anker", "stort-anker")],
)
def test_an_anchor_with_other_letters_is_told_which_it_may_have(tmp_path, typed, slug):
    (problem,) = check_html(write_page(tmp_path, f"## A {{ #{typed} }}"))
    assert problem.fix.endswith(f"small letters a–z, digits and single hyphens: {{ #{slug} }}")
