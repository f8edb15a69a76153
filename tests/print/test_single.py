"""Single documents with what an editor may write: every element, and figures that stay whole."""

import re
from pathlib import Path
from types import SimpleNamespace

import pdfplumber
import pytest
import tinycss2
import weasyprint

from scripts.checks.raw_html import ALLOWED
from scripts.common.paths import Project
from scripts.content.renderers import our_html
from scripts.documents.pdf.queue import _complaint_problem
from scripts.documents.pdf.weasyprint import STYLES, PrintJob, print_job
from scripts.documents.pdf.whole_figures import whole_figures
from tests.unit.projects import ROOT

PAGE = '<!doctype html><html lang="nb"><title>Et ark</title><h1>Et ark</h1>{}'
NBSP = "\N{NO-BREAK SPACE}"


@pytest.fixture
def printed(tmp_path):
    """Prints the body of a document: what was wrong with it, and the lines of its text."""

    def run(body: str) -> tuple[list[str], list[str]]:
        target = tmp_path / "ark.pdf"
        job = PrintJob("ark.pdf", (PAGE.format(body),), None, STYLES, Project(ROOT), target)
        said = print_job(job)
        if said:
            return said, []
        with pdfplumber.open(target) as pdf:
            words = [
                word["text"] for page in pdf.pages for word in page.extract_words(x_tolerance=1)
            ]
        return [], words

    return run


def table(cell, columns, head="K"):
    heads = "".join(f'<th scope="col">{head}{at}</th>' for at in range(1, columns + 1))
    row = f"<tr>{f'<td>{cell}</td>' * columns}</tr>"
    return f"<table><thead><tr>{heads}</tr></thead><tbody>{row * 2}</tbody></table>"


def test_each_element_that_a_page_may_hold_is_printed_with_the_letters_of_the_site(printed):
    inline = " ".join(f"<{name}>Ctrl</{name}>" for name in ALLOWED if name != "br")
    written = f"*a* **b** ***c*** `d` {inline} <br> e\n\n```\nf\n```\n\n### *a* `b` {inline}\n"
    said, words = printed(our_html(written))
    assert said == []
    assert "".join(words).count("Ctrl") == 6


def test_no_element_has_the_typeface_that_weasyprint_lends_it():
    """Of one width: the site has none for paper, and the press would stop on another's letters."""
    folder = Path(weasyprint.__file__).parent / "css"
    lent = {
        name
        for rule in tinycss2.parse_stylesheet((folder / "html5_ua.css").read_text("utf-8"))
        if rule.type == "qualified-rule" and "monospace" in tinycss2.serialize(rule.content)
        for name in re.findall(r"\w+", tinycss2.serialize(rule.prelude))
    }
    style = (ROOT / "overrides/print/text.css").read_text(encoding="utf-8")
    ours = re.findall(r"^([\w,\s]+)\{[^}]*font-family: inherit", style, re.MULTILINE)
    # What Markdown makes, and what check lets through.
    used = lent & {"code", "pre", *ALLOWED}
    assert used == {"code", "pre", "kbd"}
    assert used <= set(re.findall(r"\w+", " ".join(ours)))


@pytest.mark.parametrize(
    ("cell", "columns"), [(f"12{NBSP}345{NBSP}678 kr", 10), ("1234567890", 10), ("10.345.678", 10)]
)
def test_figures_of_a_wide_table_become_smaller_and_are_never_cut(printed, cell, columns):
    said, words = printed(table(cell, columns))
    assert said == []
    figures = re.findall(r"[\d.]+", cell)
    found = [word for word in words if word[0].isdigit()]
    assert sorted(found) == sorted(figures * 2 * columns)
    assert [word for word in words if word[0] == "K"] == [f"K{at + 1}" for at in range(columns)]


def test_figures_that_do_not_fit_stop_the_press_with_the_row(printed):
    (said,) = printed(table("1234567890123", 12))[0]
    assert said == '"1234567890123" does not fit between the margins of page 1'
    page = SimpleNamespace(path="docs/no/a.md", body="\n| 1234567890123 |\n", body_line=9)
    each = SimpleNamespace(document=SimpleNamespace(page=page, path="trykk/a.pdf"))
    problem = _complaint_problem(each, said, Project(ROOT))
    assert (problem.path, problem.line) == ("docs/no/a.md", 10)
    assert printed(table("1234567890123", 4))[0] == []


def test_long_words_of_a_wide_table_are_divided_as_before(printed):
    said, words = printed(table("Arbeidsmiljøutvalgsmøtet 2007", 11))
    assert said == []
    assert words.count("2007") == 22


@pytest.mark.parametrize(
    ("cell", "made"),
    [
        ("12", '<span class="figures">12</span>'),
        (f"12{NBSP}345,5 kr", f'<span class="figures">12{NBSP}345,5</span> kr'),
        ("K10 og 3 %", '<span class="figures">K10</span> og <span class="figures">3</span> %'),
        ("a&#160;b", "a&#160;b"),
        ("https://a.no/2007/12", "https://a.no/2007/12"),
        ("<code>12</code>", "<code>12</code>"),
        ('<a href="#12">x</a>', '<a href="#12">x</a>'),
    ],
)
def test_a_figure_in_a_cell_is_an_element_and_an_address_is_none(cell, made):
    assert whole_figures(f"<p>12</p><td>{cell}</td>12") == f"<p>12</p><td>{made}</td>12"


def test_a_cell_without_end_takes_no_time():
    whole_figures(f"<td>{'1.' * 50_000}x")
