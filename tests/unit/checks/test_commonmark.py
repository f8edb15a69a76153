"""What is typed is what is published: Python-Markdown and CommonMark make the same of it."""

import pytest

from scripts.checks.commonmark import NAMES, check_same_structure
from scripts.checks.commonmark_fixes import STRESS
from scripts.common.fork_map import fork_map
from scripts.content.extensions import EXTENSIONS
from scripts.content.html_events import BLOCKS, INLINE
from scripts.content.pages import load_site
from tests.unit.projects import ROOT, write_page


def differences(tmp_path, body):
    (page,) = write_page(tmp_path, body).pages
    return check_same_structure(page)


def test_no_page_of_the_site_is_read_otherwise_elsewhere():
    pages = load_site(ROOT).pages
    assert len(pages) > 100
    assert [str(each) for found in fork_map(check_same_structure, pages) for each in found] == []


def test_the_extensions_that_are_compared_are_those_of_the_site():
    settings = (ROOT / "mkdocs.yml").read_text(encoding="utf-8")
    listed = settings.partition("markdown_extensions:\n")[2].partition("\n# Validation")[0]
    names = {row.split("#")[0].strip(" -:") for row in listed.split("\n") if row.startswith("  - ")}
    assert names | {"fenced_code"} == {*EXTENSIONS, "toc"}


@pytest.mark.parametrize(
    "body",
    [
        "Tekst\n- punkt\n- punkt",
        "- en\n  - to\n- tre",
        "1. en\n   - to\n2. tre",
        "- en\n\n  avsnitt i punktet",
        "1) en\n2) to",
        "- en\n* to",
        "##Tett",
        "Dette er **fett **og mer",
        "en\\\nto",
        "| a | b |\n| --- | --- |\n| `c|d` | e |",
        "Tekst\n| a | b |\n| --- | --- |\n| c | d |",
        "[x](a.md 'Tit'el')",
        "[x][y]\n\n[Y]: <a b.md>",
        "Term\n:   forklaring",
        "```\nkode",
        "Dette er *ikke kursiv",
        "Dette er `ikke kode",
        "####### Syv",
    ],
)
def test_a_difference_is_told_with_line_and_mend(tmp_path, body):
    found = differences(tmp_path, f"Først.\n\n{body}")
    assert found
    assert all(problem.line >= 8 and problem.fix for problem in found)


@pytest.mark.parametrize(
    ("body", "what"),
    [
        ("- en\n* to", "published as nothing, but elsewhere read as a list"),
        ("1) en\n2) to", 'as text "1) en 2) to", but elsewhere read as a numbered list 1'),
        ("- en\n  - to\n- tre", "published as an item, but elsewhere read as a list"),
        ("##Tett", 'published as a heading, but elsewhere read as text "##Tett"'),
        ("```\nkode", 'published as text "``` kode", but elsewhere read as code'),
        ("| a |\n| --- |\nTekst", "but elsewhere read as a table"),
        ("[x](a.md 'Tit'el')", "published as a link a.md, but elsewhere read as text"),
        ("![x](a b.png)", "published as a picture a b.png x, but elsewhere read as text"),
        ("Ord\n:   forklaring", "published as a list of terms, but elsewhere read as text"),
    ],
)
def test_a_difference_is_told_in_words_of_editors(tmp_path, body, what):
    assert any(what in each.what for each in differences(tmp_path, f"Først.\n\n{body}"))


def test_each_element_that_is_compared_has_a_name():
    levels = {f"h{level}" for level in range(1, 7)}
    assert set(NAMES) == (BLOCKS | INLINE) - levels - {"input"}
    assert all(NAMES.values())


@pytest.mark.parametrize(
    "body",
    [
        "snake_case_navn og a_b_c",
        "Tre * fire er 12",
        "***begge* fett** og **fett *begge***",
        "1. en\n2. to\n\n    avsnitt",
        "- en\n    - to\n- tre",
        "3. tre\n4. fire",
        "0. null\n1. en",
        "- [ ] en rute\n- [x] en til",
        "| a | b |\n| --- | ---: |\n| c \\| d | **e** |",
        "> et sitat\n> som går videre",
        "## Tittel { #tittel .editorial }\n\n*ord*{ lang=en } og `kode`",
        "Lønn &amp; vilkår, 5 < 7 &nbsp; og <https://example.org/æ>",
        '[x](a.md "Tittel") og ![y](b.png)',
        "en<br>to",
        "\\@navn, \\*stjerne\\* og 23\\. oktober",
    ],
)
def test_what_both_read_alike_is_left_alone(tmp_path, body):
    assert differences(tmp_path, body) == []


@pytest.mark.parametrize(
    ("text", "fix"),
    [
        ("Se [siden om Moss](../kommuner/moss.md og tenk.", "close the link: [text](address)"),
        ("Se `kode og tenk.", "write ` on both sides of code"),
        ("Se ** og tenk.", "write * or ** right before the words"),
        ("Se **fett og tenk.", STRESS),
        ("Se **fett *og** kursiv* nå.", "end what began last first"),
        ("- Se *kursiv **og* fett** nå.", "end what began last first"),
    ],
)
def test_a_sign_that_is_left_over_is_mended_as_what_it_was_meant_for(tmp_path, text, fix):
    (page,) = write_page(tmp_path, text).pages
    (problem,) = check_same_structure(page)
    assert problem.fix.startswith(fix)


@pytest.mark.parametrize(
    ("text", "line", "fix", "mended"),
    [
        ("### Ny{ #ny }", 6, "write a space before the {", "### Ny { #ny }"),
        ("### { #ny }", 6, "write the words of the heading before the {", "### Ny { #ny }"),
        (
            "Et\nord\\&nbsp;og",
            7,
            "write &amp;nbsp; where it is text, and &nbsp; where the sign is meant",
            "Et\nord&amp;nbsp;og",
        ),
        ("Et &#150; ord", 6, "write the sign itself: –", "Et – ord"),
        (
            '```python title="x"\nkode\n```',
            6,
            "write ```python alone in the row",
            "```python\nkode\n```",
        ),
        (
            "- en\n\n    ```\n    kode\n    ```",
            8,
            "put all rows of the code at the very left, outside of lists and quotations",
            "- en\n\n```\nkode\n```",
        ),
        (
            "> ```\n> kode\n> ```",
            6,
            "put all rows of the code at the very left, outside of lists and quotations",
            "```\nkode\n```",
        ),
    ],
)
def test_what_stands_in_the_row_is_told_a_mend_that_works(tmp_path, text, line, fix, mended):
    (page,) = write_page(tmp_path, text).pages
    (problem,) = check_same_structure(page)
    assert (problem.line, problem.fix) == (line, fix)
    assert differences(tmp_path, mended) == []
