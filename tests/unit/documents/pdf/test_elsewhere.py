"""On paper, a sentence that only leads to another page says how to get there."""

import pytest
from lxml import html

from scripts.documents.pdf.elsewhere import add_page_hints

SITE = "https://example.org/"
OWN = f"{SITE}faser/avtale/"
HOW = "Koden på side 1 leder dit."


def printed(text):
    root = html.fragment_fromstring(text)
    add_page_hints([root], SITE, OWN, HOW)
    return root.text_content()


@pytest.mark.parametrize(
    "text",
    [
        f'<p>Les også om <a href="{OWN}kunnskap/#x">alle fallgruvene</a>.</p>',
        f'<p>See <a href="{OWN}kunnskap/#x">all the pitfalls</a><span class="mark">our</span>.</p>',
        f'<ul><li>Nok.<sup>1</sup> Les <a href="{SITE}lov/">hva som gjelder</a>.</li></ul>',
        f'<p>It is so. See <a href="{SITE}lov/">who decides</a>.</p>',
    ],
)
def test_a_sentence_that_only_leads_elsewhere_says_how(text):
    assert printed(text).endswith(f". {HOW}")


@pytest.mark.parametrize(
    "text",
    [
        f'<p>Bruk <a href="{SITE}verktoy/partskart/">partskartet</a>.</p>',
        f'<p>Les <a href="{OWN}#checklist">sjekklista</a>.</p>',
        '<p>Les <a href="https://lovdata.no/">loven</a>.</p>',
        f'<p>Les <a href="{SITE}lov/">loven</a>, og skriv ned hva den krever.</p>',
        f'<p>Da alle hadde lest <a href="{SITE}lov/">loven</a>.</p>',
    ],
)
def test_other_sentences_stay_as_they_are(text):
    assert printed(text) == html.fragment_fromstring(text).text_content()
