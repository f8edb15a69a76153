"""MKM in one page and the page of each reader: text in front, sources overleaf."""

from itertools import takewhile

import pytest

from tests.print.screen import tree_of
from tests.print.tags import squeezed

READERS = 5
LEAFLETS = ("-utskrift.pdf", "-printout.pdf")


@pytest.fixture
def leaflets(site, pages, of_kind):
    """Each leaflet with the page that offers it."""
    found, offered = of_kind(*LEAFLETS), []
    for page in pages:
        path = site / page["url"] / "index.html"
        tree = tree_of(path)
        for link in tree.select(".downloads-box a[href$='.pdf']"):
            address = (path.parent / link["href"]).resolve().relative_to(site.resolve()).as_posix()
            if address in found:
                offered.append((address, found[address], page, tree))
    return offered


def front(pdf):
    """The text of the first sheet's front, without white space."""
    return pdf.page_texts[0]


def last_words(tree, heading):
    """The last item or paragraph below a heading."""
    (head,) = [
        each
        for each in tree.select("article h2[id]")
        if squeezed(each.get_text().strip().removesuffix("#")) == heading
    ]
    below = takewhile(lambda each: each.name != "h2", head.find_next_siblings())
    *_, last = [each for each in below if each.name in ("p", "ul", "ol")]
    return last.select("li")[-1] if last.select("li") else last


def test_every_reader_has_a_sheet_in_both_languages(leaflets):
    offered = [(page["lang"], page["id"]) for _, _, page, _ in leaflets]
    assert len(offered) == len(set(offered)) == 2 * (READERS + 1)
    for_readers = [id_ for _, id_ in offered if id_.startswith("for-")]
    assert len(for_readers) == 2 * READERS


def test_the_whole_text_is_on_the_front_and_its_sources_are_overleaf(leaflets):
    for name, pdf, _, tree in leaflets:
        assert len(pdf.file.pages) == 2, name
        headings = [
            squeezed(each.get_text().strip().removesuffix("#"))
            for each in tree.select("article h2[id]")
            if each["id"] not in ("references", "downloads-title")
        ]
        shown = [text for level, text in pdf.headings if level == 2]
        assert len(shown) > 3, name
        assert shown[:-1] == [text for text in headings if text in shown], name
        text = front(pdf)
        assert all(each in text for each in shown[:-1]), name
        assert shown[-1] in ("Kilder", "Sources"), name
        assert shown[-1] not in text, name
        words = last_words(tree, shown[-2])
        assert squeezed(words.get_text().split(".")[0].split("?")[0])[:25] in text, name
