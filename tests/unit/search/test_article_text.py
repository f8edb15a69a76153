"""The text that is searched: the article in sections, without what would disturb excerpts."""

import pytest

from scripts.language.folding import fold, tokens
from scripts.search.article_text import article, plain, sections
from scripts.web.article import GAP

PAGE = f"""<html><body><nav>Meny</nav><article>
<h1>Steinkjer</h1>
<p>Med fra 1999.{GAP}<sup class="cite cite-press" id="c1">\
<a href="#ref-1">1</a></sup></p>
<h2 id="results">Resultater<a class="headerlink" href="#results">#</a></h2>
<p>Ingen mistet jobben.</p>
<dl><div id="term-avtale"><dt>avtale <small lang="en">agreement</small></dt><dd>Et løfte.</dd>
</div></dl>
<ol class="references" data-notes="1"><li id="ref-1">Fagbladet</li></ol>
</article><footer>Bunn</footer></body></html>"""


def test_only_the_article_is_searched_and_not_its_marks():
    text = " ".join(plain(article(PAGE)).split())
    assert text.startswith("Steinkjer Med fra 1999. Resultater Ingen")
    for left_out in ("Meny", "Bunn", "1999. 1", "#", "Fagbladet"):
        assert left_out not in text, left_out


def test_no_gap_is_left_in_excerpts_where_a_mark_stood():
    assert "\N{NO-BREAK SPACE}" not in plain(article(PAGE))


def test_what_the_index_does_not_read_begins_no_section():
    # What is added to the section before it would stand within, and not be read either.
    box = '<aside data-pagefind-ignore><h2 id="downloads-title">Last ned</h2></aside>'
    assert article(PAGE.replace('<h2 id="results">', f'{box}<h2 id="results">')) == article(PAGE)


def test_a_page_without_an_article_is_empty():
    assert article("<p>404</p>") == ""


def test_sections_are_what_an_address_can_lead_to_and_lose_nothing():
    found = sections(article(PAGE))
    assert [section.id for section in found] == ["", "results", "term-avtale"]
    assert "".join(section.html for section in found) == article(PAGE)


def test_every_tag_parts_words_and_entities_are_the_signs_they_stand_for():
    assert tokens(plain("<p>Lønn<br>og</p><p>vilk&aring;r</p>")) == ["lønn", "og", "vilkår"]


def test_no_section_is_without_text():
    assert sections("") == []
    assert [each.id for each in sections('<li id="a">A</li><li id="b">B</li>')] == ["a", "b"]


def test_an_entry_of_the_glossary_is_a_heading_with_both_its_names():
    entry = sections(article(PAGE))[-1]
    assert " ".join(entry.heading.split()) == "avtale – agreement"


def test_cells_of_a_list_do_not_run_together():
    assert "løfte" in tokens(plain(article(PAGE)))
    assert "agreementet" not in tokens(plain(article(PAGE)))


@pytest.mark.parametrize(
    "spellings",
    [
        ("Øvre", "ovre", "oevre", "ÖVRE"),
        ("nærvær", "naervaer", "NÆRVÆR"),
        ("skjærgård", "skjaergaard", "skjaergard", "skjærgaard"),
        ("idé", "ide"),
        ("bottom-up", "bottomup", "bottom–up"),
    ],
)
def test_all_spellings_of_a_letter_fold_to_one(spellings):
    assert len({fold(spelling) for spelling in spellings}) == 1


def test_a_name_made_a_heading_leaves_no_end_of_the_box_it_stood_in():
    assert article(PAGE).count("<div") == article(PAGE).count("</div>")


def test_the_list_of_sources_is_searched_and_a_list_of_references_is_not():
    page = '<article><ol class="references{}"><li>Fagbladet</li></ol></article>'
    assert "Fagbladet" not in article(page.format(""))
    assert "Fagbladet" in article(page.format(" sources"))


def test_parts_of_an_address_are_no_words_of_the_text():
    (section,) = sections("<article>Les https://imtec.no/om-imtec/ og boka.</article>")
    assert section.words == ["les", "og", "boka"]
