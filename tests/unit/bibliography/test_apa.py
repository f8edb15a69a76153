"""References in APA, in both languages, true to what data/sources.yml says."""

import re
from html import unescape

import pytest
from bs4 import BeautifulSoup

from scripts.bibliography import apa
from scripts.bibliography.apa import Bibliography
from scripts.common.cache import Cache
from scripts.content.sources import Source
from scripts.language.locales import BY_CODE
from tests.unit.projects import ROOT

AUTHORS = [{"family": "Dalin", "given": "Per"}, {"family": "Stranden", "given": "Knut"}]


@pytest.fixture(scope="module")
def styles():
    style = ROOT / "data" / "csl" / "apa.csl"
    # Nothing is read from a file and nothing saved: each run formats anew.
    cache = Cache(ROOT / "no-such-cache.json")
    return {code: Bibliography(style, locale, cache) for code, locale in BY_CODE.items()}


@pytest.fixture(scope="module")
def real_references(styles, real_sources):
    """Every reference of the real site, by language and id."""
    return {
        code: {id_: style.reference(source) for id_, source in real_sources.items()}
        for code, style in styles.items()
    }


@pytest.fixture
def refer(styles):
    """The reference of a report by two authors, with the fields of a test."""

    def reference(code, **fields):
        record = {"id": "work", "class": "party", "type": "report", "language": "nb"}
        record |= {"title": "Tittel", "author": AUTHORS, **fields}
        return styles[code].reference(Source("work", record))

    return reference


def text_of(html):
    return BeautifulSoup(html, "html.parser").get_text()


def test_references_are_formatted_again_when_a_library_is_upgraded(monkeypatch, tmp_path):
    style, cache = ROOT / "data" / "csl" / "apa.csl", Cache(tmp_path / "references.json")
    record = {"id": "work", "class": "party", "type": "report", "language": "nb"}
    source = Source("work", record | {"title": "Tittel", "author": AUTHORS})
    Bibliography(style, BY_CODE["no"], cache).reference(source)
    assert Bibliography(style, BY_CODE["no"], cache).is_kept(source)
    monkeypatch.setattr(apa, "installed_libraries", lambda: "citeproc-py 99")
    assert not Bibliography(style, BY_CODE["no"], cache).is_kept(source)


def test_style_is_not_given_what_only_this_site_says_of_a_source():
    own = {"class": "party", "read": "full", "note": {}, "address": "gone"}
    source = Source("work", {"id": "work", "title": "Tittel", "issued": "2007-05", **own})
    issued = {"date-parts": [[2007, 5]]}
    assert source.csl() == {"id": "work", "title": "Tittel", "issued": issued}


def test_report_in_norwegian_is_apa_with_og(refer):
    html = refer("no", issued="2008-05-12", publisher="IMTEC", URL="https://www.example.no/a")
    assert html == (
        "Dalin, P. og Stranden, K. (2008). <i>Tittel</i>. IMTEC. "
        '<a href="https://www.example.no/a" rel="external">https://www.example.no/a</a>'
    )


def test_report_in_english_is_apa_with_an_ampersand(refer):
    html = refer("en", issued="2008", publisher="IMTEC")
    assert html == (
        'Dalin, P., &amp; Stranden, K. (2008). <i><span lang="nb">Tittel</span></i>. IMTEC.'
    )


def test_three_authors_are_joined_as_each_language_does(refer):
    authors = [*AUTHORS, {"literal": "NIBR"}]
    assert refer("no", author=authors).startswith("Dalin, P., Stranden, K. og NIBR. (")
    assert refer("en", author=authors).startswith("Dalin, P., Stranden, K., &amp; NIBR. (")


def test_work_without_a_year_says_so_in_the_language_of_the_page(refer):
    assert "(u.å.)" in refer("no")
    assert "(n.d.)" in refer("en")


def test_month_is_written_in_the_language_of_the_page(refer):
    fields = {"type": "article-magazine", "issued": "2007-05", "container-title": "Fagbladet"}
    assert "(2007, mai)" in refer("no", **fields)
    assert "(2007, May)" in refer("en", **fields)


def test_chapter_names_its_editors_and_pages_in_the_language_of_the_page(refer):
    fields = {"type": "chapter", "editor": AUTHORS, "container-title": "Bok", "page": "1-3"}
    assert "I P. Dalin og K. Stranden (red.), <i>Bok</i> (s. 1–3)" in refer("no", **fields)
    assert "In P. Dalin &amp; K. Stranden (Eds.), <i>Bok</i> (pp. 1–3)" in refer("en", **fields)


ONE, TWO = AUTHORS[:1], AUTHORS
CHAPTER = {"type": "chapter", "container-title": "Bok"}
WRITER = [{"family": "Øst", "given": "Å."}]


@pytest.mark.parametrize(
    ("fields", "english", "norwegian"),
    [
        (CHAPTER | {"editor": ONE}, "In P. Dalin (Ed.), Bok", "I P. Dalin (red.), Bok"),
        (
            CHAPTER | {"editor": TWO},
            "In P. Dalin & K. Stranden (Eds.), Bok",
            "I P. Dalin og K. Stranden (red.), Bok",
        ),
        (
            CHAPTER | {"editor": [{"literal": "KS"}]},
            "In KS (Ed.), Bok",
            "I KS (red.), Bok",
        ),
        (
            CHAPTER | {"translator": ONE},
            "Tittel (P. Dalin, Trans.). In Bok",
            "Tittel (P. Dalin, overs.). I Bok",
        ),
        (
            {"translator": TWO},
            "(P. Dalin & K. Stranden, Trans.)",
            "(P. Dalin og K. Stranden, overs.)",
        ),
        (
            {"editor": ONE, "translator": TWO},
            "(P. Dalin, Ed.; P. Dalin & K. Stranden, Trans.)",
            "(P. Dalin, red.; P. Dalin og K. Stranden, overs.)",
        ),
        ({"type": "webpage", "editor": TWO}, "Stranden, Eds.)", "Stranden, red.)"),
        ({"type": "report", "editor": ONE}, "(P. Dalin, Ed.)", "(P. Dalin, red.)"),
        ({"type": "motion_picture", "editor": ONE}, "(P. Dalin, Ed.)", "(P. Dalin, red.)"),
    ],
)
def test_what_a_person_did_is_named_as_apa_does_in_each_language(refer, fields, english, norwegian):
    """In English with a capital and a full stop (APA 7, section 9.28 and example 48)."""
    assert english in text_of(refer("en", author=WRITER, **fields))
    assert norwegian in text_of(refer("no", author=WRITER, **fields))


@pytest.mark.parametrize(
    ("code", "head"),
    [
        ("en", "Dalin, P., & Stranden, K. (Eds.). (1969)."),
        ("no", "Dalin, P. og Stranden, K. (red.). (1969)."),
    ],
)
@pytest.mark.parametrize("kind", ["book", "report", "webpage"])
def test_editors_who_stand_where_the_author_would_are_named_once(styles, code, head, kind):
    work = {"id": "work", "type": kind, "title": "Tittel", "language": "nb", "editor": TWO}
    work["issued"] = {"date-parts": [[1969]]}
    text = text_of(styles[code].of(work))
    assert text.startswith(head)
    assert text.count("Dalin") == 1
    assert text.endswith("Tittel.")


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("en", "Tittel. (1969). In P. Dalin & K. Stranden (Eds.), Bok (p. 7)."),
        ("no", "Tittel. (1969). I P. Dalin og K. Stranden (red.), Bok (s. 7)."),
    ],
)
def test_a_chapter_that_nobody_signed_is_not_given_to_the_editors(styles, code, text):
    work = {"id": "work", "type": "chapter", "title": "Tittel", "language": "nb", "editor": TWO}
    work |= {"container-title": "Bok", "page": "7", "issued": {"date-parts": [[1969]]}}
    assert text_of(styles[code].of(work)) == text


@pytest.mark.parametrize(
    ("code", "genre", "text"),
    [
        ("no", "master", "Tittel [Masteroppgave, Universitetet i Oslo]."),
        ("en", "master", "Tittel [Master’s thesis, Universitetet i Oslo]."),
        ("no", "doctor", "Tittel [Doktorgradsavhandling, Universitetet i Oslo]."),
        ("en", "doctor", "Tittel [Doctoral dissertation, Universitetet i Oslo]."),
    ],
)
def test_a_thesis_says_which_it_is_and_where(refer, code, genre, text):
    html = refer(code, type="thesis", genre=genre, publisher="Universitetet i Oslo")
    assert text_of(html).endswith(text)


@pytest.mark.parametrize("code", ["no", "en"])
def test_a_suffix_is_no_given_name(refer, code):
    author = [{"family": "King", "given": "Martin Luther, Jr."}]
    assert text_of(refer(code, author=author)).startswith("King, M. L., Jr. (")


@pytest.mark.parametrize("title", ["Om redaktører (eds)", "Hva gjør en red., ed.)", "(trans.)"])
def test_a_title_that_looks_like_a_role_is_left_as_it_stands(refer, title):
    assert title.rstrip(".") in text_of(refer("en", title=title, **{"editor": ONE}))


@pytest.mark.parametrize(
    ("code", "language", "marked"),
    [
        ("no", "nb", False),
        ("no", "nn", True),
        ("no", "en", True),
        ("en", "nb", True),
        ("en", "sv", True),
        ("en", "en", False),
    ],
)
def test_title_in_another_language_than_the_page_has_its_own_lang(refer, code, language, marked):
    found = BeautifulSoup(refer(code, language=language), "html.parser").select("[lang]")
    assert [(span["lang"], span.get_text()) for span in found] == (
        [(language, "Tittel")] if marked else []
    )


@pytest.mark.parametrize(
    "title",
    [
        "Kommuner, og hva de vil",
        "Vekst & vern",
        "Mål < midler",
        "The 1st report",
        "Ja ... nei",
        "Hva nå, (del 2)",
        "Don't stop",
        "Om «kvalitet» og ‘quality’",
    ],
)
@pytest.mark.parametrize("code", ["no", "en"])
def test_title_is_printed_as_it_stands_and_marked_with_its_language(refer, code, title):
    soup = BeautifulSoup(refer(code, title=title, language="sv"), "html.parser")
    assert [span.get_text() for span in soup.select("[lang=sv]")] == [title]


@pytest.mark.parametrize("code", ["no", "en"])
def test_sign_that_html_uses_is_escaped(refer, code):
    html = refer(code, title="Vekst & vern <1990>", publisher="Moe & Co")
    assert re.findall(r"&(?!\w+;)|<(?!/?(?:i|span|a)\b)", html) == []


@pytest.mark.parametrize(
    "address",
    [
        "https://www.example.no/a",
        "http://www.example.no/a/?id=1&copy=2",
        "https://www.example.no/april-15th-2010.html",
        "https://www.example.no/a..b",
        "https://www.example.no/oversikt_(2008)",
        "https://www.example.no/kommuner,-og-andre/",
    ],
)
@pytest.mark.parametrize("code", ["no", "en"])
def test_address_is_a_link_to_exactly_that_address(refer, code, address):
    (link,) = BeautifulSoup(refer(code, URL=address), "html.parser").select("a")
    assert (link["href"], link.get_text()) == (address, address)


@pytest.mark.parametrize("code", ["no", "en"])
def test_every_address_of_the_real_sources_is_linked_as_it_stands(
    code, real_references, real_sources
):
    changed = {}
    for id_, source in real_sources.items():
        record = source.record
        # APA prefers the lasting address of a work to the one where it was found.
        address = f"https://doi.org/{record['DOI']}" if "DOI" in record else record.get("URL")
        links = re.findall(r'href="([^"]*)"', real_references[code][id_])
        if [unescape(link) for link in links] != ([address] if address else []):
            changed[id_] = links
    assert changed == {}


@pytest.mark.parametrize("code", ["no", "en"])
def test_every_real_title_is_printed_once_as_it_stands(code, real_references, real_sources):
    wrong = {
        id_: text_of(real_references[code][id_])
        for id_, source in real_sources.items()
        if len(re.findall(rf"(?:^|\. |\? ){re.escape(source.record['title'])}(?=\W|$)",
                          text_of(real_references[code][id_]))) != 1
    }  # fmt: skip
    assert wrong == {}


@pytest.mark.parametrize("code", ["no", "en"])
def test_every_real_title_in_another_language_has_its_lang(code, real_references, real_sources):
    lang = BY_CODE[code].lang
    foreign = {id_ for id_, source in real_sources.items() if source.record["language"] != lang}
    unmarked = {
        id_
        for id_ in foreign
        if f'<span lang="{real_sources[id_].record["language"]}">' not in real_references[code][id_]
    }
    assert foreign
    assert unmarked == set()


@pytest.mark.parametrize("code", ["no", "en"])
def test_issue_without_a_volume_follows_its_journal_with_a_comma(code, refer):
    fields = {"type": "article-magazine", "container-title": "Fagbladet", "issued": "2013"}
    html = refer(code, **fields, issue="1", page="37")
    assert "<i>Fagbladet</i>, (1), 37." in html


@pytest.mark.parametrize(("code", "word"), [("no", "Hentet"), ("en", "Retrieved")])
def test_address_is_not_said_to_be_retrieved_on_a_day_that_is_not_known(code, word, refer):
    assert word not in refer(code, URL="https://www.example.no/a")
    assert word in refer(code, title=f"{word} fra nett", URL="https://www.example.no/a")


@pytest.mark.parametrize("code", ["no", "en"])
def test_no_real_reference_has_a_stray_sign_between_its_texts(code, real_references, real_sources):
    """The two mends of older days, for ".." and "2nd", are gone: nothing has needed them."""
    # An issue without a volume stands behind a comma: "Fagbladet, (5)".
    signs = r",\s*\((?![\w–/-]+\))|\.\s*\.|,\s*[.,]|\(\s*\)|Hentet|Retrieved" + (
        r"|\d(?:st|nd|rd|th)\b" if code == "no" else ""
    )
    wrong = {}
    for id_, source in real_sources.items():
        between = text_of(real_references[code][id_])
        for text in sorted(texts_of(source.record), key=len, reverse=True):
            between = between.replace(text, "x")
        if re.search(signs, between):
            wrong[id_] = between
    assert wrong == {}


def texts_of(value):
    """Every text in a record, which a reference prints as it stands."""
    if isinstance(value, dict):
        return [text for inner in value.values() for text in texts_of(inner)]
    if isinstance(value, list):
        return [text for inner in value for text in texts_of(inner)]
    return [value] if isinstance(value, str) and value else []


@pytest.mark.parametrize(
    ("edition", "norwegian", "english"),
    [
        ("2", "(2. utg.)", "(2nd ed.)"),
        ("3", "(3. utg.)", "(3rd ed.)"),
        ("11", "(11. utg.)", "(11th ed.)"),
        ("21", "(21. utg.)", "(21st ed.)"),
        ("112", "(112. utg.)", "(112th ed.)"),
        ("revidert utg.", "(revidert utg.)", "(revidert utg.)"),
    ],
)
def test_the_number_of_an_edition_is_written_as_each_language_does(
    refer, edition, norwegian, english
):
    for code, said in (("no", norwegian), ("en", english)):
        assert f"Tittel {said}" in text_of(refer(code, type="book", edition=edition))


@pytest.mark.parametrize(
    ("page", "norwegian", "english"),
    [
        ("xii–xv", "s. xii–xv", "pp. xii–xv"),
        ("xii", "s. xii", "p. xii"),
        ("4–6", "s. 4–6", "pp. 4–6"),
    ],
)
def test_several_pages_are_several_in_roman_figures_too(refer, page, norwegian, english):
    chapter = {"type": "chapter", "container-title": "Boka", "page": page}
    assert f"({norwegian})" in text_of(refer("no", **chapter))
    assert f"({english})" in text_of(refer("en", **chapter))


@pytest.mark.parametrize("code", ["no", "en"])
@pytest.mark.parametrize("end", ["?»", "!”", "…", "?", "!"])
def test_a_title_that_closes_itself_has_no_full_stop(refer, code, end):
    assert f"Nå er det nok{end} NIBR." in text_of(
        refer(code, title=f"Nå er det nok{end}", publisher="NIBR")
    )


@pytest.mark.parametrize(
    ("number", "norwegian", "english"),
    [
        ("2008:12", "NIBR-rapport 2008:12", "NIBR-rapport 2008:12"),
        ("3", "NIBR-rapport nr. 3", "NIBR-rapport No. 3"),
    ],
)
def test_a_report_has_its_number_behind_its_series(refer, number, norwegian, english):
    fields = {"number": number, "collection-title": "NIBR-rapport"}
    assert f"Tittel ({norwegian})." in text_of(refer("no", **fields))
    assert f"Tittel ({english})." in text_of(refer("en", **fields))


def test_an_unsigned_entry_belongs_neither_to_the_publisher_nor_to_the_editors(styles):
    record = {"id": "e", "type": "entry-encyclopedia", "title": "Kommune", "language": "nb"}
    record |= {"editor": AUTHORS, "container-title": "Leksikon", "publisher": "Kunnskapsforlaget"}
    assert text_of(styles["no"].of(record)) == (
        "Kommune. (u.å.). I P. Dalin og K. Stranden (red.), Leksikon. Kunnskapsforlaget."
    )


def test_an_unsigned_film_says_what_it_is_before_its_year(styles):
    record = {"id": "f", "type": "motion_picture", "title": "Filmen", "language": "nb"}
    record |= {"issued": {"date-parts": [[2008]]}, "publisher": "NRK"}
    assert text_of(styles["no"].of(record)) == "Filmen [Videoopptak]. (2008). NRK."
    assert text_of(styles["en"].of(record)) == "Filmen [Video recording]. (2008). NRK."


def test_a_norwegian_law_is_no_law_of_the_usa(styles):
    record = {"id": "l", "type": "legislation", "title": "Arbeidsmiljøloven", "language": "nb"}
    record["number"] = "LOV-2005-06-17-62"
    for style in styles.values():
        text = text_of(style.of(record))
        assert text.startswith("Arbeidsmiljøloven (LOV-2005-06-17-62)")


def test_a_thesis_keeps_degree_and_institution_in_square_brackets(refer):
    fields = {"type": "thesis", "genre": "doctor", "publisher": "UiO", "number": "12"}
    assert "Tittel [Doktorgradsavhandling, UiO]." in text_of(refer("no", **fields))


@pytest.mark.parametrize(
    ("given", "printed"),
    [("KB", "K. B."), ("Bo", "B."), ('Ola "Olle"', "O."), ("Kari (Kaja) Ås", "K. Å."),
     ("K.B.", "K. B."), ("Jean-Paul", "J.-P.")],
)  # fmt: skip
def test_initials_are_those_of_the_given_names(refer, given, printed):
    assert text_of(refer("no", author=[{"family": "Moe", "given": given}])).startswith(
        f"Moe, {printed} ("
    )
