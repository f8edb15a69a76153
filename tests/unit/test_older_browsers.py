"""What older browsers do not know stands where they can do without it."""

import re

import pytest

from tests.unit.projects import ROOT

STYLES = sorted(
    [*(ROOT / "overrides" / "styles").glob("*.css"), *(ROOT / "docs" / "assets" / "css").glob("*")]
)
SCRIPTS = ROOT / "docs" / "assets" / "js"


@pytest.mark.parametrize("path", STYLES, ids=lambda path: path.name)
def test_no_style_asks_what_an_element_holds(path):
    """Firefox before 121 and Safari before 15.4 drop the whole rule, with all that it lays out."""
    assert ":has(" not in path.read_text(encoding="utf-8")


@pytest.mark.parametrize("path", STYLES, ids=lambda path: path.name)
def test_lines_under_text_are_told_in_words_that_every_engine_knows(path):
    """WebKit takes a colour and a thickness in the long-hands alone."""
    told = re.findall(r"text-decoration:\s*([^;}]+)", path.read_text(encoding="utf-8"))
    assert set(map(str.strip, told)) <= {"none", "underline"}


def test_the_newest_sign_of_the_script_stands_in_the_page_too():
    """A browser that cannot read site.js cannot read the promise of it either."""
    script = (SCRIPTS / "site.js").read_text(encoding="utf-8")
    head = (ROOT / "overrides" / "partials" / "head.html").read_text(encoding="utf-8")
    inline = head[head.index("<script>") : head.index("</script>")]
    assert re.search(r"(\?\?|\|\||&&)=", script)
    assert "||=" in re.sub(r"\{#.*?#\}", "", inline, flags=re.DOTALL)
