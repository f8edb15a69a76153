"""Long words can be broken with a hyphen where columns are narrow, and nowhere else."""

import pytest

from scripts.web.soft_hyphens import add_soft_hyphens

SOFT = "\N{SOFT HYPHEN}"
WORD = "modellkommunemetodikken"
BROKEN = f"modell{SOFT}kommune{SOFT}metodikken"


def breaks(word):
    return (6, 13) if word == WORD else ()


@pytest.mark.parametrize(
    "html",
    [
        '<h1 id="a">{}</h1>',
        '<h3 id="modellkommunemetodikken">Om {} <a href="#modellkommunemetodikken">#</a></h3>',
        "<td>{}</td>",
        '<th scope="col">{}</th>',
        "<caption>{}</caption>",
        '<nav class="section-nav" aria-labelledby="x"><ul><li><a href="y">{}</a></li></ul></nav>',
        '<nav class="toc"><a href="y">{}</a></nav>',
    ],
)
def test_a_long_word_in_a_menu_a_heading_or_a_table_has_places_for_a_hyphen(html):
    assert add_soft_hyphens(html.format(WORD), breaks) == html.format(BROKEN)


def test_capitals_are_kept():
    assert add_soft_hyphens(f"<h1>{WORD.upper()}</h1>", breaks) == f"<h1>{BROKEN.upper()}</h1>"


@pytest.mark.parametrize(
    "html",
    [
        "<title>{}</title>",
        "<p>{}</p>",
        '<meta name="description" content="{}">',
        '<h2><span lang="en">{}</span></h2>',
        "<td><code>{}</code></td>",
        '<nav class="sections"><a href="{}">Meny</a></nav>',
        "<script>{}</script>",
        "<td>&modellkommunemetodikken;</td>",
    ],
)
def test_sentences_titles_addresses_and_other_languages_have_none(html):
    assert add_soft_hyphens(html.format(WORD), breaks) == html.format(WORD)


def test_a_word_that_is_no_compound_is_left_alone():
    assert add_soft_hyphens("<h1>administrasjonen</h1>", breaks) == "<h1>administrasjonen</h1>"
