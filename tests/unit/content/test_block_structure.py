"""The blocks that the check finds are those of the page that readers get."""

import random
import re

import markdown
import pytest
from lxml import html as markup

from scripts.content import block_nodes
from scripts.content.block_nodes import HEADING, ITEM, NUMBERS, PARAGRAPH
from scripts.content.block_structure import structure
from tests.unit.projects import ROOT

EXTENSIONS = ["attr_list", "def_list", "fenced_code", "sane_lists", "tables"]
KINDS = {
    "ul": block_nodes.BULLETS,
    "ol": block_nodes.NUMBERS,
    "li": block_nodes.ITEM,
    "dl": block_nodes.DEFINITIONS,
    "dt": block_nodes.TERM,
    "dd": block_nodes.DEFINITION,
    "blockquote": block_nodes.QUOTE,
    "pre": block_nodes.CODE,
    "hr": block_nodes.RULE,
    "table": block_nodes.TABLE,
}
ROWS = """tekst|23. oktober 2006|1998. Året|1. en|2. to|- punkt|+ 3 prosent|* stjerne|    - under
    innrykket|        dypt|  to mellomrom|  - halvt|# tag|#tag|## H|===|---|- - -|> sitat
> - sitert|> 1. sitert|: forklart|:   1998. Året|    1. inne|3) tre|tekst  |>|> > dobbelt
      3. seks""".replace("\n", "|").split("|")
ROWS += ["| a | b |", "|---|---|", "| c | d |", "", "", "", ""]


def seen_by_readers(element):
    """The blocks of the rendered page, without what stands inside code and tables."""
    found = []
    for child in element:
        if re.fullmatch("h[1-6]", str(child.tag)):
            found.append(HEADING)
        elif child.tag in KINDS:
            whole = child.tag in ("pre", "table", "dt")
            found.append((KINDS[child.tag], [] if whole else seen_by_readers(child)))
    return found


def seen_by_the_check(node):
    found = []
    for child in node.children:
        if child.kind == block_nodes.CODE and found and found[-1] == (block_nodes.CODE, []):
            continue  # code that goes on after a blank line
        if child.kind == HEADING:
            found.append(HEADING)
        else:
            whole = child.kind == PARAGRAPH
            found.append(None if whole else (child.kind, seen_by_the_check(child)))
    return [each for each in found if each]


@pytest.mark.parametrize("seed", range(20))
def test_whatever_rows_follow_one_another_are_read_as_on_the_page(seed):
    choose = random.Random(seed)
    for _ in range(100):
        text = "\n".join(choose.choice(ROWS) for _ in range(choose.randint(1, 7)))
        page = markdown.markdown(text, extensions=EXTENSIONS)
        root = markup.fragment_fromstring(page, create_parent="div")
        assert seen_by_the_check(structure(text)) == seen_by_readers(root), text


def test_the_site_is_made_with_the_extensions_that_the_check_is_held_against():
    configuration = (ROOT / "mkdocs.yml").read_text(encoding="utf-8")
    for name in set(EXTENSIONS) - {"fenced_code"}:  # MkDocs adds that one by itself
        assert f"\n  - {name}" in configuration


def test_each_row_keeps_its_line_of_the_file_however_deep_it_stands():
    text = "Tekst.\n\n> - punkt\n>\n>     1. under\n>     2. også\n"
    numbers = [node for node in structure(text, first_line=9).walk() if node.kind == NUMBERS]
    items = [node for node in numbers[0].children if node.kind == ITEM]
    assert [(item.sign, item.rows[0].text, item.rows[0].line) for item in items] == [
        ("1.", "under", 13),
        ("2.", "også", 14),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "```\n1. kode\n    - kode\n```\n",
        "<!--\n1. borte\n-->\n",
        '<div class="x">\n\n    1. HTML\n\n</div>\n',
        "Tekst med `1. kode` i.\n",
    ],
)
def test_code_comments_and_raw_html_hold_no_list(text):
    kinds = {node.kind for node in structure(text).walk()}
    assert kinds <= {block_nodes.ROOT, PARAGRAPH}


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("> " * 3000 + "dypt", id="quotations"),
        pytest.param("".join("    " * at + "- x\n" for at in range(300)), id="lists"),
        pytest.param("*  " * 3000, id="rule"),
        pytest.param("<div>\n\n" * 5000, id="html"),
    ],
)
def test_what_nobody_writes_is_read_without_a_fault(text):
    assert structure(text).children is not None
