"""Figures stay on one line, on the page, on paper and in Word."""

import markdown
import pytest

from scripts.web.no_break import NoBreakExtension, no_break_document, no_break_html, no_break_text

_ = "\N{NO-BREAK SPACE}"


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("1 352 innbyggere", f"1{_}352 innbyggere"),
        ("300 000 kroner", f"300{_}000 kroner"),
        ("1 234 567", f"1{_}234{_}567"),
        ("10 000–50 000", f"10{_}000–50{_}000"),
        ("etter § 5-11", f"etter §{_}5-11"),
        ("§§ 8-1 og 8-2", f"§§{_}8-1 og 8-2"),
        ("i fase 2 og faser 3–4", f"i fase{_}2 og faser{_}3–4"),
        ("Fase\n1", f"Fase{_}1"),
        ("phase 4; Phases 1", f"phase{_}4; Phases{_}1"),
    ],
)
def test_a_figure_and_what_belongs_to_it_are_kept_together(written, shown):
    assert no_break_text(written) == shown


@pytest.mark.parametrize(
    "written",
    [
        "i 2002 300 kommuner",
        "20. september 2007",
        "1 35 kommuner",
        "12 3456",
        "§ a",
        "fasen 2",
        "emphases 3",
        "kapittel 1.2 300",
    ],
)
def test_other_figures_are_left_as_they_are(written):
    assert no_break_text(written) == written


@pytest.mark.parametrize(
    "html",
    [
        '<a href="x" title="fase 2">ord</a>',
        "<code>fase 2</code>",
        "<pre>1 000\n<b>2 000</b></pre>",
        "<style>/* § 3 */</style>",
        "<title>Fase 2</title>",
        "<!-- fase 2 -->",
    ],
)
def test_attributes_code_and_titles_are_left_as_they_are(html):
    assert no_break_html(html) == html


def test_the_text_of_a_page_and_what_was_put_into_it_are_kept_together():
    page = markdown.markdown("Se § 3.\n\n<div>fase 2</div>", extensions=[NoBreakExtension()])
    assert page == f"<p>Se §{_}3.</p>\n<div>fase{_}2</div>"


WHOLE = '<span class="unbroken">1–3</span>'


@pytest.mark.parametrize(
    "html",
    [
        '<th scope="col">Berørt ({})</th>',
        f"<h1>Eksempel, faser{_}{{}}</h1>",
        '<nav class="section-nav" aria-label="x"><a href="1–3">Eksempel, {}</a></nav>',
        '<nav class="pagination"><a>{}</a></nav>',
    ],
)
def test_a_short_range_is_whole_in_heads_of_tables_in_titles_and_in_menus(html):
    assert no_break_document(html.format("1–3")) == html.format(WHOLE)


def test_the_number_of_a_section_is_whole_wherever_it_stands():
    whole = '<span class="unbroken">13-1</span>'
    assert no_break_document("<p>§ 13-1, og (13-1).</p>") == f"<p>§{_}{whole}, og ({whole}).</p>"
    assert no_break_document("<td>§§ 5-7 og 13-1</td>") == (
        f'<td>§§{_}<span class="unbroken">5-7</span> og {whole}</td>'
    )


@pytest.mark.parametrize("isbn", ["82-7071-404-6", "978-82-92125-06-2", "82-00-12345-X"])
def test_an_isbn_stays_on_one_line(isbn):
    whole = f'<span class="unbroken">{isbn}</span>'
    assert no_break_document(f"<p>ISBN er {isbn}.</p>") == f"<p>ISBN er {whole}.</p>"


@pytest.mark.parametrize(
    "html",
    [
        "<p>2026-07-28</p>",
        "<p>978-82-13-1</p>",
        "<p>post-13-1</p>",
        "<p>13-1-2</p>",
        "<p>13-årig</p>",
        '<a href="#13-1">x</a>',
        "<p><code>13-1</code></p>",
        "<p>Svar på 1–3</p>",
        "<th>1997–2015</th>",
        "<th>a1–3</th>",
        "<th>2.1–3</th>",
        "<td>9.30–11.00</td>",
        "<td>2,5–3,5</td>",
        '<th title="1–3">x</th>',
        "<th><code>1–3</code></th>",
    ],
)
def test_other_figures_may_break(html):
    assert no_break_document(html) == html


def test_figures_in_titles_that_menus_name_are_kept_together_too():
    assert no_break_document('<nav class="toc"><a>Fase 2</a></nav><p>1 500</p>') == (
        f'<nav class="toc"><a>Fase{_}2</a></nav><p>1{_}500</p>'
    )
