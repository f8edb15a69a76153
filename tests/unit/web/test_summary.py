"""The summary of a page stands in a box of its own."""

from scripts.web import accessibility
from scripts.web.article import parse, serialised


def frame_summary(html):
    root = parse(html)
    accessibility.frame_summary(root)
    return serialised(root)


def test_the_box_ends_where_the_next_section_begins():
    html = '<p>Lead</p><h2 id="in-short">Kort</h2><ul><li>a</li></ul><h2 id="b">B</h2><p>c</p>'
    framed = frame_summary(html)
    assert '<div class="in-short"><h2 id="in-short">Kort</h2><ul><li>a</li></ul></div>' in framed
    assert framed.endswith('<h2 id="b">B</h2><p>c</p>')


def test_a_summary_that_ends_the_page_is_boxed_too():
    assert frame_summary('<h2 id="in-short">K</h2><p>a</p>').count("</div>") == 1


def test_a_page_without_a_summary_is_left_alone():
    assert frame_summary('<h2 id="x">A</h2>') == '<h2 id="x">A</h2>'
