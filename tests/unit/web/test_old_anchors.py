"""Anchors of published editions stay on the page, in the heading that their text has now."""

import pytest

from scripts.web.article import parse, serialised
from scripts.web.old_anchors import OldAnchor, keep_anchors

ARTICLE = '<h2 id="pilots">Pilots<a href="#pilots">#</a></h2>\n<p>Text</p>'


def kept(*old: OldAnchor) -> str:
    tree = parse(ARTICLE)
    keep_anchors(tree, old)
    return serialised(tree)


def test_a_renamed_heading_has_both_anchors_and_reads_as_before():
    assert '<h2 id="pilots"><span id="trials"></span>Pilots<a' in kept(
        OldAnchor("trials", "pilots")
    )


def test_a_term_that_is_told_in_another_entry_has_its_anchor_in_the_term():
    tree = parse('<dl><div id="term-a"><dt>A</dt><dd>Text</dd></div></dl>')
    keep_anchors(tree, [OldAnchor("term-b", "term-a")])
    assert '<div id="term-a"><dt><span id="term-b"></span>A</dt>' in serialised(tree)


def test_text_that_went_elsewhere_is_told_at_the_end_with_a_link():
    html = kept(OldAnchor("trials", text="Now here:", link="../x/#y", label="A < B"))
    assert html.endswith(
        '<div class="moved" data-pagefind-ignore=""><span id="trials"></span>'
        '<p class="notice">Now here: <a href="../x/#y">A &lt; B</a></p></div>'
    )


def test_a_list_that_went_elsewhere_is_told_in_one_line_with_all_its_anchors():
    moved = [OldAnchor(name, text="Now here:", link="../x/", label="X") for name in "abc"]
    other = OldAnchor("d", text="Now here:", link="../y/", label="Y")
    first, second = parse(kept(*moved, other)).findall(".//div[@class='moved']")
    assert [each.get("id") for each in first.findall("span")] == ["a", "b", "c"]
    assert first.text_content() == "Now here: X"
    assert [each.get("id") for each in second.findall("span")] == ["d"]
    assert second.text_content() == "Now here: Y"


def test_text_that_was_taken_away_is_told_with_the_reason():
    assert kept(OldAnchor("trials", text="It was wrong.")).endswith(">It was wrong.</p></div>")


def test_an_anchor_that_stands_there_is_left_alone():
    assert kept(OldAnchor("pilots", text="Gone")) == serialised(parse(ARTICLE))


def test_an_anchor_cannot_lead_to_a_heading_that_is_not_there():
    with pytest.raises(LookupError):
        kept(OldAnchor("trials", "nowhere"))
