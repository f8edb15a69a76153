"""Letters and motions are boxes to copy from; what others said stays a quotation."""

import pytest
from lxml.html import fromstring, tostring

from scripts.web.ready_texts import offer_ready_texts

OWN = '<h2 class="editorial">På mandag</h2>'
LETTER = "<blockquote><p>Hei!</p></blockquote>"


def offered(html):
    article = fromstring(f"<div>{html}</div>")
    offer_ready_texts(article, "Kopier")
    return article


def test_a_text_in_a_section_of_our_own_can_be_copied():
    article = offered(f"{OWN}<p>Send dette:</p>{LETTER}<p>Ellers</p>")
    (box,) = article.find_class("ready-text")
    assert not article.findall(".//blockquote")
    assert box.get("data-cited") is not None
    assert box.xpath("./*[@data-ready-text]")[0].text_content() == "Hei!"
    button = box.find(".//button")
    assert (button.get("data-copy"), button.text) == ("ready-text", "Kopier")
    assert box.getnext().text == "Ellers"


@pytest.mark.parametrize(
    "html",
    [
        f"<h2>Teksten fra 1997</h2>{LETTER}",
        f"{OWN}<h2>Teksten fra 1997</h2>{LETTER}",
        LETTER,
        OWN + '<blockquote><p>Vi vil<sup class="cite">[1]</sup></p></blockquote>',
    ],
)
def test_a_quotation_of_others_stays_one(html):
    before = fromstring(f"<div>{html}</div>")
    assert tostring(offered(html)) == tostring(before)
