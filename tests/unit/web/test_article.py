"""An article is one tree, and what of it is no text for whom stands in one list."""

import pytest

from scripts.web.article import GAP, Article, parse, sections, serialised, stripped_for
from scripts.web.no_text import GLOSSARY, PAPER, SEARCH, WORD, no_text

HTML = (
    f'<p>Ett.{GAP}<sup class="cite"><a href="#ref-1">1</a></sup>{GAP}<a class="mark">vår</a> To.'
    "</p><!-- notat -->"
    '<h2 id="a">A<a class="headerlink" href="#a">#</a></h2><button>Lytt</button>'
)


def text(root):
    return root.text_content()


@pytest.mark.parametrize(
    ("audience", "read"),
    [
        (WORD, "Ett. To.ALytt"),
        (SEARCH, "Ett. To.ALytt"),
        (PAPER, f"Ett.{GAP}1{GAP}vår To.A"),
    ],
)
def test_each_audience_gets_its_own_text_and_no_gap_is_left_before_a_mark(audience, read):
    assert text(Article(HTML).tree(audience)) == read


def test_what_one_audience_leaves_out_the_next_still_gets():
    article = Article(HTML)
    article.tree(WORD)
    assert serialised(article.tree()) == HTML


def test_a_drawing_is_read_whole_or_not_at_all():
    html = "<p>a</p><svg><style>b</style><!--c--><text>d</text></svg><style>e</style>"
    assert serialised(stripped_for(PAPER, parse(html))) == html.removesuffix("<style>e</style>")
    assert serialised(stripped_for(SEARCH, parse(html))) == "<p>a</p>"


def test_html_is_the_same_after_it_was_read_as_a_tree():
    html = '<p id="a">Ære &amp; «x» <img src="a.png" alt=""> &lt;b&gt;<br>b</p>\n<hr>\ntekst'
    assert serialised(parse(html)) == html


def test_sections_begin_with_their_headings():
    found = sections(parse("<p>x</p><h2 id='a'>A</h2><p>b</p><h3>C</h3><h2 id='d'>D</h2>"))
    assert [(each.anchor, len(each.elements)) for each in found.values()] == [("a", 3), ("d", 1)]


def test_every_audience_has_a_list_of_what_it_does_not_read():
    for audience in (GLOSSARY, PAPER, SEARCH, WORD):
        assert no_text(audience).tags
        assert no_text(audience).classes
