"""Pages are known by what other pages call them in links."""

from scripts.search.link_texts import link_texts

PHASE = (
    '<article><p><a href="../../verktoy/avtalemal/#form">hva som <b>skjer</b> med jobbene</a>, '
    '<a href="../../verktoy/avtalemal/">avtalemalen</a>, <a href="#top">øverst</a>, '
    '<a href="../avtale/">denne siden</a>, <a href="https://lovdata.no/verktoy/avtalemal/">loven</a>'
    '<a href="../../finnes/ikke/">borte</a></p></article>'
)
HOME = '<a href="verktoy/avtalemal/">avtalemalen</a> <a href="faser/avtale/">fase 2</a>'
ARTICLES = {"": HOME, "faser/avtale/": PHASE, "verktoy/avtalemal/": '<a href="../../">forsida</a>'}


def test_a_page_gets_each_text_of_links_to_it_once_in_the_order_of_pages():
    found = link_texts(ARTICLES)
    assert found["verktoy/avtalemal/"] == ["avtalemalen", "hva som skjer med jobbene"]
    assert found["faser/avtale/"] == ["fase 2"]


def test_the_home_page_is_a_page_too():
    assert link_texts(ARTICLES)[""] == ["forsida"]


def test_links_to_other_sites_and_to_pages_that_are_not_there_count_for_nothing():
    assert set(link_texts(ARTICLES)) == set(ARTICLES)
