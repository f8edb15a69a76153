"""What a page offers to download is there, or the build says which file is not."""

import pytest

from scripts.web.download_sizes import missing_files, with_sizes
from tests.unit.projects import ROOT

PAGE = """<h1>Avtale</h1>
<!--downloads--><ul>
<!--file trykk/avtale.pdf--><li><a href="a.pdf">Veiledning</a> <!--size--></li><!--/file-->
<!--file trykk/avtale.docx--><li><a href="a.docx">Verksted</a> <!--size--></li><!--/file-->
</ul><!--/downloads-->
"""
ONLY_PDF = PAGE.replace("avtale.docx", "verksted.pdf")


@pytest.fixture
def site(tmp_path):
    (tmp_path / "trykk").mkdir()
    (tmp_path / "trykk" / "avtale.docx").write_bytes(b"x" * 3400)
    return tmp_path


def test_a_file_that_is_offered_and_was_not_made_is_named_with_the_page(site):
    (problem,) = missing_files(PAGE, "docs/no/avtale.md", site, prints=True)
    assert str(problem).startswith(
        "docs/no/avtale.md: the page offers trykk/avtale.pdf, which the build did not make – "
    )


def test_without_print_a_word_file_must_be_there_all_the_same(site):
    assert missing_files(PAGE, "docs/no/avtale.md", site, prints=False) == []
    (site / "trykk" / "avtale.docx").unlink()
    (problem,) = missing_files(PAGE, "docs/no/avtale.md", site, prints=False)
    assert "offers trykk/avtale.docx" in problem.what


def test_without_print_the_lines_of_pdfs_are_taken_away_and_an_empty_list_with_them(site, words):
    shown = with_sizes(PAGE, site, words["no"], prints=False)
    assert "Veiledning" not in shown
    assert "Word, 3\N{NO-BREAK SPACE}kB" in shown
    assert with_sizes(ONLY_PDF, site, words["no"], prints=False).strip() == "<h1>Avtale</h1>"


def test_every_word_file_has_one_name_that_pages_and_writer_share():
    """Two lists of names once stood in two modules, and could part."""
    naming = [
        path.name
        for path in (ROOT / "scripts").rglob("*.py")
        if "-skjema" in path.read_text(encoding="utf-8")
    ]
    assert len(naming) == 1
