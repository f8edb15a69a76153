"""What is added to a page for the search weighs less than its text, and can be told apart."""

import json
import re

from scripts.search import names
from scripts.search.article_text import article
from scripts.search.documents import BEGIN, END, ENTRIES, LIST, IndexedPage, documents
from scripts.search.expansion import synonyms
from tests.unit.projects import ROOT
from tests.word_list import unpacked

HTML = (
    "<article data-pagefind-body><h1>Avtale</h1><p>Omstillingsarbeid i skjærgården.</p>"
    '<h2 id="booklet">Heftet</h2><p>Et hefte &amp; en omstilling. Arbeid.</p></article>'
)
GROUPS = [{"no": ["hefte", "brosjyre"], "en": ["leaflet"]}]


def made(lang="nb", names=("Avtale", "Agreement"), sections=None, is_list=False):
    page = IndexedPage("avtale/", lang, HTML, list(names), sections or {}, is_list)
    return documents([page], synonyms(GROUPS, []), ["og", "en", "et"])


def added(html):
    """What stands between the signs, by section."""
    return [
        [words for _, words in re.findall(rf'weight="([\d.]+)"> {BEGIN} (.*?) {END}', part)]
        for part in re.split(r"(?=<h2)", html)
    ]


def test_what_is_written_stays_as_it_is():
    [html] = made().html
    bare = re.sub(rf'<span data-pagefind-weight="[\d.]+"> {BEGIN} .*? {END} </span>', "", html)
    assert HTML in bare
    assert bare.count(BEGIN) == 0


def test_parts_of_compounds_and_synonyms_are_added_where_they_belong():
    first, second = added(made().html[0])
    assert any("omstilling arbeid" in words for words in first)
    assert any("brosjyre" in words and "leaflet" in words for words in second)
    assert not any("leaflet" in words for words in first)


def test_added_words_weigh_less_than_text_except_what_the_page_is_called():
    [html] = made().html
    for weight, words in re.findall(rf'weight="([\d.]+)"> {BEGIN} (.*?) {END}', html):
        if "omstilling" in words:
            assert float(weight) < 1
        if "agreement" in words:
            assert float(weight) > 1


def test_a_word_that_is_written_in_the_section_is_not_added_to_it():
    _, second = added(made().html[0])
    assert not any("arbeid" in words.split() for words in second)


def test_other_words_for_a_name_count_for_the_whole_page_and_more_than_text():
    [html] = made(names=["Hefte"]).html
    head, _ = html.split("<h2", 1)
    [weight] = re.findall(rf'weight="([\d.]+)"> {BEGIN} brosjyre leaflet {END}', head)
    assert 1 < float(weight) < 6


def test_what_is_said_of_a_page_is_added_to_its_beginning_but_for_small_words_and_names():
    page = IndexedPage("avtale/", "nb", HTML, ["Avtale"], said_of_it=["en avtale og jobbene"])
    head, tail = documents([page], synonyms(GROUPS, []), ["og", "en"]).html[0].split("<h2", 1)
    [weight] = re.findall(rf'weight="([\d.]+)"> {BEGIN} jobbene {END}', head)
    assert 1 < float(weight) < 6
    assert "jobbene" not in tail


def test_what_is_said_of_a_page_may_mend_a_query():
    page = IndexedPage("avtale/", "nb", HTML, ["Avtale"], said_of_it=["jobbene"])
    done = documents([page], synonyms([], []), [])
    assert "jobbene" in unpacked(json.loads(done.words)["words"])


def test_nothing_stands_outside_the_article():
    [html] = made().html
    assert html.endswith("</article></body></html>")


def test_names_of_pages_and_entries_are_words_of_their_own_that_mend_no_query():
    done = made(sections={"booklet": ["Småskrift"]})
    first, second = added(done.html[0])
    assert first[0] == "avtale agreement zqavtal0 zqagreement0"
    assert second[0] == "småskrift zqsmaskrift0"
    listed = unpacked(json.loads(done.words)["words"])
    assert not any(word.startswith("zq") for word in listed)
    assert "småskrift" in listed


def test_a_list_says_that_it_is_one_and_other_pages_do_not():
    assert f"{BEGIN} zq0list {END}" in made(is_list=True).html[0]
    assert "zq0list" not in made().html[0]


def test_a_list_whose_entries_have_names_says_so():
    named = made(sections={"booklet": ["Småskrift"]}, is_list=True).html[0]
    assert f"{BEGIN} zq0list zq0entries {END}" in named


def test_what_is_added_to_text_is_added_once_a_page():
    html = "<article><h1>A</h1><p>hefte</p><h2 id='b'>B</h2><p>hefte</p></article>"
    page = IndexedPage("a/", "nb", html)
    [document] = documents([page], synonyms(GROUPS, []), []).html
    assert document.count("leaflet") == 1


def test_english_compounds_are_left_whole():
    first, _ = added(made("en").html[0])
    assert not any("omstilling" in words for words in first)


def test_a_page_without_an_article_and_a_language_without_pages_are_no_fault():
    page = IndexedPage("a/", "nb", article("<p>404</p>"), ["A"])
    assert documents([page], synonyms([], []), []).html[0].count("<p>") == 0
    assert documents([], synonyms([], []), []).html == []


def test_the_script_asks_for_names_and_lists_as_the_index_marks_them():
    script = (ROOT / "docs/assets/js/search/engine.js").read_text(encoding="utf-8")
    assert f'const BEGIN = "{names.BEGIN}",\n  END = "{names.END}",' in script
    assert f'  LISTS = "{LIST}",\n  ENTRIES = "{ENTRIES}";' in script
