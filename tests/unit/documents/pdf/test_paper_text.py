"""The text of a page made ready for paper, and its notes numbered anew."""

from scripts.documents.pdf.notes import References
from scripts.documents.pdf.paper_text import lead, lower_headings, prepare_for_paper, without
from scripts.web.article import inner, parse, sections

PAGE = """
<p>Ingress.<sup class="cite" id="cite-1">[<a href="#ref-7">7</a>]</sup></p>
<aside class="downloads-box"><h2>Skriv ut</h2></aside>
<h2 id="one">Del én<a class="headerlink" href="#one">#</a></h2>
<p>Et ord og en <a href="../om/">lenke</a>.
<span class="mark" data-quiet hidden>vår vurdering</span>
<span class="mark">vår oversettelse</span></p>
<details><summary>Mer</summary><p>Skjult tekst.</p></details>
<ul class="task-list">
<li class="task-list-item"><input type="checkbox" disabled/> Gjort</li>
</ul>
<h3 id="sub">Under</h3><p>A.</p>
<h2 id="two">Del to</h2>
<p>B.<sup class="cite" id="cite-2">[bygger på <a href="#ref-2">2, s. 5</a>;
<a href="#ref-7">7</a>]</sup>
C.<sup class="cite" id="cite-3">[<a href="#ref-1">1</a>–<a href="#ref-3">3</a>]</sup></p>
<div class="table" tabindex="0"><table><tr><td>x</td></tr></table></div>
<h2 id="references">Kilder</h2>
<ol><li id="ref-1"><i>En</i></li>
<li id="ref-2"><i>To</i> <span class="backs"><a href="#cite-2">↑</a></span></li>
<li id="ref-3"><i>Tre</i></li>
<li id="ref-7"><i>Sju</i> <span class="backs"><a href="#cite-1">↑</a></span></li></ol>
"""


def paper():
    return prepare_for_paper(parse(PAGE), lambda href: f"https://site/{href}")


def text(root):
    return " ".join(root.text_content().split())


def test_what_only_a_screen_can_do_is_opened_or_left_out():
    root = paper()
    assert "Skjult tekst." in text(root)
    assert "Skriv ut" not in text(root)
    assert "#" not in text(root)
    assert not root.xpath(".//details|.//input|.//label|.//*[@tabindex]|.//comment()")
    assert len(root.xpath(".//span[@class='tick']")) == 1
    assert root.xpath("./table")


def test_links_to_pages_are_made_whole_and_marks_for_auditors_are_left_out():
    root = paper()
    links = [link.get("href") for link in root.xpath(".//p/a")]
    assert links == ["https://site/../om/"]
    assert "Et ord og en lenke. vår oversettelse" in text(root)


def test_sections_are_cut_at_their_headings_and_keep_their_order():
    found = sections(paper())
    assert list(found) == ["one", "two", "references"]
    assert found["one"].title == "Del én"
    assert [part.anchor for part in found["one"].parts("h3")] == ["sub"]
    assert "Del én" not in found["one"].body
    assert lead(paper()).text.startswith("Ingress.")


def test_headings_are_lowered_and_ids_are_the_pages_own():
    root = lower_headings(parse(PAGE), 1, "page")
    assert [each.tag for each in root.xpath(".//*[@id='page--one' or @id='page--sub']")] == [
        "h3",
        "h4",
    ]


def test_a_class_is_taken_out_with_all_it_holds_but_not_what_follows():
    root = without(parse("<p>a <b class='x'>b</b> c</p>"), "x")
    assert inner(root) == "<p>a  c</p>"


def test_notes_are_numbered_from_one_in_the_order_they_are_cited():
    root = parse(PAGE)
    notes = References()
    notes.collect(sections(root)["two"].elements, root)
    marks = [mark.text_content() for mark in sections(root)["two"].elements[1].xpath(".//sup")]
    assert marks == ["[bygger på\N{NO-BREAK SPACE}1, s. 5; 2]", "[1, 3, 4]"]
    assert [item.split("<i>")[1].split("</i>")[0] for item in notes.items] == [
        *("To", "Sju", "En", "Tre")
    ]
    links = root.xpath(".//sup[@class='cite']/a/@href")
    assert links[1:] == ["#note-1", "#note-2", "#note-1", "#note-3", "#note-4"]
    assert notes.items[0].startswith('<li id="note-1">')
    assert "↑" not in "".join(notes.items)


def test_a_reference_that_several_pages_cite_stands_once():
    notes = References()
    for _ in range(2):
        root = parse(PAGE)
        notes.collect([root], root)
    assert len(notes.items) == 4
