"""Columns to the right or in the middle bear a class, which every policy of styles lets through."""

import markdown
import pytest
from lxml import html

from scripts.common.paths import Project
from scripts.documents.docx.table import word_table
from scripts.documents.sections import Span, Table, read_parts
from scripts.web.accessibility import fix_markup
from scripts.web.aligned_columns import AlignedColumns, side
from scripts.web.article import Article
from scripts.web.no_text import WORD
from scripts.web.tokens import read_tokens
from tests.unit.projects import ROOT

TABLE = "## Tall {{ #form }}\n\n| Navn | År | Sum |\n| {} | {} | {} |\n| Moss | 2007 | 12 |\n"


def rendered(*rules):
    extensions = ["tables", "attr_list", AlignedColumns()]
    return markdown.markdown(TABLE.format(*rules), extensions=extensions)


@pytest.mark.parametrize(
    ("rule", "name"),
    [("---", None), (":---", None), ("---:", "align-right"), (":---:", "align-center")],
)
def test_a_column_bears_the_class_of_its_side_and_no_style(rule, name):
    made = rendered("---", "---", rule)
    assert "style=" not in made
    root = html.fromstring(f"<div>{made}</div>")
    assert [cell.get("class") for cell in root.xpath("//tr/*[3]")] == [name, name]
    assert not root.xpath("//tr/*[1]/@class")


def test_a_cell_to_the_right_tells_its_head_on_a_phone_as_every_cell():
    root = html.fromstring(f"<div>{rendered('---', ':---:', '---:')}</div>")
    # The table of a form is no card; this heading is none.
    root.find(".//h2").set("id", "results")
    fix_markup(root)
    assert root.xpath("//td/@data-label") == ["År", "Sum"]


def test_word_reads_the_side_of_each_column():
    article = Article(rendered("---", ":---:", "---:"))
    (table,) = read_parts(article.tree(WORD), ("form",), "https://example.org/")["form"].blocks
    assert table.sides == ("", "center", "right")
    assert side(None) == side("cards") == ""


def test_word_sets_each_paragraph_of_a_column_to_its_side():
    cells = ((Span("Moss"),), (Span("12"),))
    table = Table(cells, (cells,), ("", "right"))
    made = word_table(table, [[[], []]], read_tokens(Project(ROOT)), title="a", about="b")
    sides = made.xpath(".//*[local-name()='jc']/@*")
    assert sides == ["right", "right"]


@pytest.mark.parametrize("sheet", ["styles/prose.css", "print/text.css", "print/epub/book.css"])
def test_screen_paper_and_book_know_both_classes(sheet):
    style = (ROOT / "overrides" / sheet).read_text(encoding="utf-8")
    for name in ("right", "center"):
        assert f".align-{name} {{\n  text-align: {name};\n}}" in style
