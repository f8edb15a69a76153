"""Terms are linked to the glossary once a page, and never where a link would harm."""

import pytest
from bs4 import BeautifulSoup

from scripts.web.article import parse, serialised
from scripts.web.glossary_links import Linker

TERMS = [
    {
        "id": "model",
        "term": {"no": "modellkommune", "en": "model municipality"},
        "forms": {"no": ["modellkommunen", "modellkommuner"]},
        "definition": {"no": 'Kommune i "forsøket" & etter.', "en": "A municipality."},
        "page": "municipalities",
    },
    {
        "id": "method",
        "term": {"no": "modellkommunemetodikken", "en": "model municipality methodology"},
        "definition": {"no": "Metoden.", "en": "The method."},
    },
]
ADDRESS = "../ordliste/"
LEAD = "<p>Ingress.</p>"


def with_links(html, code="no", page_id="home", terms=TERMS):
    root = parse(f"{LEAD}{html}")
    Linker(terms, code).link(root, ADDRESS, page_id)
    return serialised(root).removeprefix(LEAD)


def linked(html, code="no", page_id="home"):
    """The page with its links, as the words that are linked and the whole text."""
    soup = BeautifulSoup(with_links(html, code, page_id), "html.parser")
    return [(a.get_text(), a["href"]) for a in soup.select("a.term")], soup.get_text()


def test_first_occurrence_of_each_term_is_linked_in_whatever_form():
    links, text = linked("<p>En modellkommune.</p><p>Modellkommunen og modellkommuner.</p>")
    assert links == [("modellkommune", "../ordliste/#term-model")]
    assert text == "En modellkommune.Modellkommunen og modellkommuner."


def test_no_term_is_linked_in_the_lead_of_a_page():
    root = parse("<p>En modellkommune.</p><p>Modellkommunen og kommunen.</p>")
    Linker(TERMS, "no").link(root, ADDRESS, "home")
    assert [link.text for link in root.iter("a")] == ["Modellkommunen"]


def test_at_most_eight_terms_are_linked_on_a_page():
    words = [f"ord{number}" for number in range(14)]
    terms = [{"id": word, "term": {"no": word}, "forms": {}} for word in words]
    html = with_links(
        f"<p>{' '.join(words[:4])}</p><ul><li>{' '.join(words[4:])}</li></ul>", terms=terms
    )
    soup = BeautifulSoup(html, "html.parser")
    assert [link.get_text() for link in soup.select("a")] == words[:8]


def test_a_word_that_every_reader_of_the_language_knows_is_not_linked():
    terms = [{**TERMS[0], "everyday": ["no"]}]
    assert "<a" not in with_links("<p>En modellkommune.</p>", terms=terms)
    assert "<a" in with_links("<p>A model municipality.</p>", "en", terms=terms)


def test_longer_term_is_not_hidden_by_the_shorter_one_in_it():
    links, _ = linked("<p>The Model Municipality Methodology is no model municipality.</p>", "en")
    assert links == [
        ("Model Municipality Methodology", "../ordliste/#term-method"),
        ("model municipality", "../ordliste/#term-model"),
    ]


@pytest.mark.parametrize(
    "html",
    [
        "<h2>Modellkommune</h2>",
        '<p><a href="x">en modellkommune</a></p>',
        "<h4>En <em>modellkommune</em></h4>",
        "<p><code>modellkommune</code></p>",
        "<pre>modellkommune</pre>",
        "<p><q>modellkommune</q> og <q>en <em>modellkommune</em></q></p>",
        "<p><cite>modellkommune</cite></p>",
        "<figure><svg><title>modellkommune</title><text>modellkommune</text></svg></figure>",
        "<ul><li><label>modellkommune</label></li></ul>",
        "<details><summary>modellkommune</summary></details>",
        '<form class="filters"><select><option>modellkommune</option></select></form>',
        '<table data-list="timeline"><tr><td>modellkommune</td></tr></table>',
        "<blockquote><p>modellkommune</p></blockquote>",
        '<p lang="en">modellkommune</p>',
        "<table><tr><th>modellkommune</th></tr></table>",
        '<ol class="references"><li>modellkommune</li></ol>',
        '<aside class="facts"><dl><dd>modellkommune</dd></dl></aside>',
        "<p>modellkommuneforsøket og ikke-modellkommune</p>",
        "<p><!-- modellkommune --></p>",
        "<p><q>en modellkommune</q></p>",
        "<svg><text>modellkommune</text></svg>",
        '<svg viewBox="0 0 1 1"><g><text x="1">modellkommune</text></g></svg>',
        *(f"<{tag}>modellkommune</{tag}>" for tag in ("cite", "pre", "sup", "button", "summary")),
        *(f"<{tag}>modellkommune</{tag}>" for tag in ("script", "style", "dt", "caption", "label")),
        *(f"<h{level}>modellkommune</h{level}>" for level in range(1, 7)),
        '<div data-list="people"><p>modellkommune</p></div>',
        '<p class="editorial-note">modellkommune</p>',
        '<p class="note-key">modellkommune</p>',
        '<p class="x entry-meta">modellkommune</p>',
    ],
)
def test_term_is_not_linked_where_a_link_would_harm(html):
    assert linked(html)[0] == []


@pytest.mark.parametrize("tag", ["p", "li", "td", "em", "strong", "figcaption", "dd"])
def test_term_is_linked_in_ordinary_text_also_after_what_is_left_out(tag):
    html = f"<{tag}><q>modellkommunen</q> <svg><path/></svg><br> en modellkommune</{tag}>"
    assert linked(html)[0] == [("modellkommune", "../ordliste/#term-model")]


def test_term_is_found_whatever_its_case_and_keeps_it():
    for text in ("modellkommune", "Modellkommune", "MODELLKOMMUNE"):
        assert linked(f"<p>{text}</p>")[0] == [(text, "../ordliste/#term-model")]
    record = {"id": "imtec", "term": {"no": "IMTEC", "en": "IMTEC"}}
    article = parse("<div><p>imtec</p></div>")
    Linker([record], "no").link(article, ADDRESS, "home")
    assert serialised(article) == (
        '<div><p><a class="term" href="../ordliste/#term-imtec">imtec</a></p></div>'
    )


def test_term_over_the_end_of_a_line_is_one_term():
    links, _ = linked("<p>The model\nmunicipality methodology.</p>", "en")
    assert links == [("model\nmunicipality methodology", "../ordliste/#term-method")]


def test_page_of_the_term_itself_has_no_link_to_it():
    assert linked("<p>modellkommune</p>", page_id="municipalities")[0] == []


@pytest.mark.parametrize(
    "html",
    [
        "Løs tekst om en modellkommune <b>og</b> mer.",
        "<p>Før <b>midt</b> en modellkommune og <i>slutt</i> hale.</p>",
        "<p>modellkommune og modellkommunemetodikken, begge</p>",
        "<p>a<br>b modellkommune c<br>d modellkommunemetodikken e</p>",
    ],
)
def test_text_around_the_links_is_as_it_was(html):
    assert linked(html)[1] == BeautifulSoup(html, "html.parser").get_text()
    assert linked(html)[0]


def test_html_without_terms_is_given_back_as_it_was():
    html = '<p id="a">Ære &amp; «sitat» <img src="a.png" alt=""> &lt;b&gt;</p>\n<hr>\n'
    assert with_links(html) == html
    assert with_links(f"<p>modellkommune</p>{html}", terms=[]) == f"<p>modellkommune</p>{html}"


def test_a_link_names_the_entry_and_carries_nothing_that_the_glossary_says():
    html = with_links("<p>modellkommune</p>")
    link = BeautifulSoup(html, "html.parser").select_one("a.term")
    assert link["href"].startswith(f"{ADDRESS}#term-")
    assert set(link.attrs) == {"class", "href"}
