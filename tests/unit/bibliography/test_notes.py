"""Notes: numbers, marks and references as readers meet them on a page."""

import markdown
import pytest
from bs4 import BeautifulSoup

from scripts.bibliography.apa import Bibliography
from scripts.bibliography.note_extension import NoteExtension, PageNotes
from scripts.bibliography.note_places import apply_notes
from scripts.bibliography.notes import Notes, reference_list
from scripts.common.cache import Cache
from scripts.content.escapes import Escapes
from scripts.content.sources import Source, load_sources
from scripts.language.locales import BY_CODE
from scripts.web.article import GAP
from tests.unit.projects import ROOT

ABOUT = "../om/#editorial"
NOWHERE = ROOT / "no-such-cache.json"


@pytest.fixture
def notes(project, words):
    return Notes(load_sources(project)[0], words["no"], ABOUT)


@pytest.fixture
def english(project, words):
    return Notes(load_sources(project)[0], words["en"], ABOUT)


def noted(text, notes, references=lambda _: "", title="Kilder"):
    """The HTML of a page's Markdown with its notes."""
    made = PageNotes(notes, "<p>Vårt</p>", references, title)
    extensions = [
        *("attr_list", "def_list", "tables", "sane_lists", "fenced_code"),
        *(Escapes(), NoteExtension(made)),
    ]
    return markdown.markdown(text, extensions=extensions)


def read(html):
    """The text that is seen, with each gap before a mark: `~[1, s. 2]`."""
    soup = BeautifulSoup(html, "html.parser")
    for unseen in soup.select("[hidden]"):
        unseen.decompose()
    return soup.get_text().replace(GAP, "~")


def references(notes):
    style = ROOT / "data" / "csl" / "apa.csl"
    bibliography = Bibliography(style, BY_CODE[notes.words.code], Cache(NOWHERE))
    return BeautifulSoup(reference_list(notes, bibliography), "html.parser")


def test_mark_is_a_link_that_a_screen_reader_can_say(notes):
    assert noted("Målene ble nådd [@evaluation, s. 2].", notes) == (
        f'<p>Målene ble nådd.{GAP}<sup class="cite" id="cite-1">['
        '<a href="#ref-1" aria-label="kilde 1, s. 2">1, s. 2</a>]</sup></p>'
    )


def test_sources_are_numbered_as_they_first_appear_and_keep_their_number(notes):
    text = "En [@magazine]. To [@adviser; @magazine]. Tre [@campaign]. Fire [@adviser, s. 2]."
    assert read(noted(text, notes)) == "En.~[1] To.~[1, 2] Tre.~[3] Fire.~[2, s. 2]"


def test_marks_that_stand_together_are_one_in_order_and_each_once(notes):
    noted("Ti [@magazine] [@campaign].", notes)
    assert read(noted("En [@adviser; @campaign] [@adviser].", notes)) == "En.~[2, 3]"


def test_three_numbers_in_a_row_are_a_range_whose_ends_are_links(notes):
    text = "A [@magazine]. B [@adviser; @campaign; @ministry; @magazine]. C [@campaign; @magazine]."
    html = noted(text, notes)
    assert read(html) == "A.~[1] B.~[1–4] C.~[1, 3]"
    links = BeautifulSoup(html, "html.parser").select("#cite-2 a")
    assert [link["aria-label"] for link in links] == ["kilde 1 til 4", "kilde 4"]


def test_a_page_parts_a_number_from_those_beside_it(notes):
    text = "En [@magazine; @adviser, s. 13; @campaign; @ministry]."
    assert read(noted(text, notes)) == "En.~[1; 2, s. 13; 3; 4]"


def test_numbers_go_on_where_the_last_part_of_the_page_stopped(notes):
    noted("En [@magazine].", notes)
    assert read(noted("To [@adviser]. Tre [@magazine].", notes)) == "To.~[2] Tre.~[1]"


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Slutt [@adviser].", "Slutt.~[1]"),
        ("Ledd [@adviser], så mer.", "Ledd,~[1] så mer."),
        ("Ledd [@adviser]; så mer.", "Ledd;~[1] så mer."),
        ("Dette [@adviser]: en liste", "Dette:~[1] en liste"),
        ("Midt [@adviser] i.", "Midt~[1] i."),
        ("Slutt. [@adviser]\n\nNytt.", "Slutt.~[1]\nNytt."),
        ("Brutt\n[@adviser].", "Brutt.~[1]"),
        ("Slutt [@adviser; @editorial].", "Slutt.~[bygger på~1]"),
        ("Slutt [@adviser] [@editorial].", "Slutt.~[bygger på~1]"),
        ("| a | b [@adviser] |", "| a | b~[1] |"),
    ],
)
def test_mark_stands_after_the_full_stop_or_comma_and_without_a_space(notes, text, shown):
    assert read(noted(text, notes)) == shown


def test_a_mark_never_runs_into_the_number_or_the_mark_before_it(notes):
    text = "I 2013 [@adviser; @magazine]. Se 1998 [@editorial]. Ifølge @adviser, s. 20."
    html = noted(text, notes)
    assert read(html) == "I 2013.~[1, 2] Se 1998.~[vårt] Ifølge Stiftelsen IMTEC~[1], s. 20."
    assert " <" not in html.replace(GAP, "").replace(", <a", ""), "a line could be broken before"


def test_a_note_in_a_cell_is_set_apart_as_in_a_text(notes):
    html = "<dd><b>20</b> [@adviser] [@magazine]</dd>"
    assert read(apply_notes(html, notes)) == "20~[1, 2]"


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("Første avsnitt.\n\n[@adviser] sier mer.", "<p>Første avsnitt.</p>\n<p>* sier mer.</p>"),
        ("- en\n- [@adviser] to", "<ul>\n<li>en</li>\n<li>* to</li>\n</ul>"),
        ("> [@adviser] sier", "<blockquote>\n<p>* sier</p>\n</blockquote>"),
        ("Ord\n:   [@adviser] sier", "<dl>\n<dt>Ord</dt>\n<dd>* sier</dd>\n</dl>"),
    ],
    ids=["paragraph", "list", "quotation", "definition"],
)
def test_citation_that_opens_a_paragraph_or_item_does_not_swallow_the_break(notes, text, html):
    before, after = html.split("*")
    written = noted(text, notes)
    assert written.startswith(f'{before}<sup class="cite')
    assert written.endswith(f"</sup>{after}")


@pytest.mark.parametrize(
    ("text", "seen"),
    [
        ("Vårt [@editorial].", "Vårt."),
        ("Deres [@adviser]. Vårt [@editorial].", "Deres.~[1] Vårt."),
        ("Om det [@editorial]. Deres [@adviser].", "Om det.~[vårt] Deres.~[1]"),
        ("Vi tror det [@editorial]. Deres [@adviser].", "Vi tror det. Deres.~[1]"),
        ("Hvem? Vi tror det [@editorial]. Deres [@adviser].", "Hvem? Vi tror det. Deres.~[1]"),
        (
            "Sånn er det. Vi tror det [@editorial]. Deres [@adviser].",
            "Sånn er det. Vi tror det.~[vårt] Deres.~[1]",
        ),
        ("«Vi» er et ord [@editorial]. Deres [@adviser].", "«Vi» er et ord.~[vårt] Deres.~[1]"),
        ("| Vi tror det [@editorial] | deres [@adviser] |\n| - | - |", "Vi tror det|deres~[1]"),
        (
            "| Vi tror det | vårt [@editorial] | deres [@adviser] |\n| - | - | - |",
            "Vi tror det|vårt|deres~[1]",
        ),
        (
            "| Vi tror det | sånn [@editorial] | deres [@adviser] |\n| - | - | - |",
            "Vi tror det|sånn~[vårt]|deres~[1]",
        ),
        ("| Om [@editorial] | deres [@adviser] |\n| - | - |", "Om~[vårt]|deres~[1]"),
        ("- Vårt [@editorial].\n- Deres [@adviser].", "Vårt.|Deres.~[1]"),
        ("Begge [@adviser; @editorial].", "Begge.~[bygger på~1]"),
        ("> Sitat [@adviser] [@own-translation].", "Sitat.~[1]~(vår oversettelse)"),
    ],
)
def test_own_words_are_told_by_a_sign_only_where_the_rule_would_give_them_to_a_source(
    notes, text, seen
):
    assert "|".join(read(noted(text, notes)).split("\n")).strip("|") == seen


@pytest.mark.parametrize(
    "code",
    ["```\nkode [@adviser]\n```", "~~~\n@adviser \\@x\n~~~", "`[@adviser]`", "    [@adviser]"],
)
def test_code_shows_a_citation_as_it_was_typed(notes, code):
    html = noted(f"Tekst.\n\n{code}\n\nSlutt [@adviser].", notes)
    assert read(html).count("[1]") == 1
    assert code.strip("`~ \n").removeprefix("kode ") in read(html)


def test_own_words_in_finished_html_are_told_apart_by_the_same_rule(notes):
    html = (
        "<p>A [@editorial].</p><p>B [@adviser].</p><tr><td>C [@editorial]</td><td>D [@adviser]</td>"
    )
    assert read(apply_notes(html, notes)) == "A.B.~[1]C~[vårt]D~[1]"
    html = "<p>Vi <em>tror</em> det [@editorial]. B [@adviser].</p>"
    assert read(apply_notes(html, notes)) == "Vi tror det. B.~[1]"
    html = "<tr><td>C</td><td>Vi tror det [@editorial]</td><td>D [@adviser]</td></tr>"
    assert read(apply_notes(html, notes)) == "CVi tror det~[vårt]D~[1]"


def test_the_editors_mark_of_own_words_waits_for_those_who_audit(notes):
    marks = BeautifulSoup(noted("Trolig [@editorial].", notes), "html.parser").select(".mark")
    assert [(mark.get_text(), mark.has_attr("hidden")) for mark in marks] == [
        (f"{GAP}vår vurdering", True)
    ]
    assert reference_list(notes, None) == ""


def test_the_rule_stands_once_above_the_references(notes):
    noted("En [@adviser].", notes)
    listed = references(notes)
    rule, key = listed.select(".note-key")
    assert rule.get_text().startswith("Slik leser dere tallene: Et tall i klammer viser kilden")
    assert rule.a["href"] == ABOUT
    assert key.has_attr("hidden")
    assert listed.button["aria-pressed"] == "false"


def test_letter_and_how_much_was_read_stand_in_the_reference(notes, english):
    text = " ".join(f"[@{id_}]" for id_ in notes.sources)
    for made, letters in ((notes, "FOPKA"), (english, "ROPCM")):
        noted(text, made)
        listed = references(made)
        assert [each.get_text() for each in listed.select(".class b")] == list(letters)
        assert all(item.select_one(".read").get_text() for item in listed.select("ol > li"))


def test_key_to_the_letters_names_each_class_on_the_page_once(notes):
    noted("En [@adviser]. To [@magazine]. Tre [@adviser].", notes)
    key = references(notes).select_one("[data-source-marks-key]")
    assert "kilde det er: P part i saken, A presse og andre. Ringen" in key.get_text()


def test_editorial_mark_without_brackets_does_not_stop_the_build(notes):
    assert "editorial" in noted("Trolig, se @editorial.", notes)


@pytest.mark.parametrize(
    ("authors", "norwegian", "english_text"),
    [
        (["Dalin"], "Dalin", "Dalin"),
        (["Dalin", "Stranden"], "Dalin og Stranden", "Dalin and Stranden"),
        (["Dalin", "Stranden", "Dalby"], "Dalin m.fl.", "Dalin et al."),
        ([], "Moe & Co", "Moe & Co"),
    ],
)
def test_author_in_the_text_is_named_as_the_language_does(words, authors, norwegian, english_text):
    record = {"class": "party", "title": "Tittel", "language": "nb", "publisher": "Moe & Co"}
    record["author"] = [{"family": name, "given": "A"} for name in authors]
    sources = {"one": Source("one", record)}
    for code, name in (("no", norwegian), ("en", english_text)):
        written = noted("Ifølge @one, ja.", Notes(sources, words[code], ABOUT))
        assert read(written) == f"Ifølge {name}~[1], ja."


def test_author_in_the_text_who_is_an_organisation_has_its_whole_name(notes):
    assert read(noted("Ifølge @adviser.", notes)) == "Ifølge Stiftelsen IMTEC~[1]."


def test_source_without_author_or_publisher_is_named_by_its_title(words):
    record = {"class": "party", "title": "En <b> tittel", "language": "nb"}
    notes = Notes({"one": Source("one", record)}, words["no"], ABOUT)
    assert read(noted("Se @one.", notes)) == "Se En <b> tittel~[1]."


@pytest.mark.parametrize(
    "text",
    [
        "`[@adviser]` og ```@adviser```",
        "```\n[@adviser].\n```\n",
        "    [@adviser]",
        "Før <!-- [@adviser] --> etter",
        "Tekst [@nobody].",
        "Tekst [@adviser; @nobody].",
        "Tekst [se @adviser].",
        "Tekst [@adviser",
        "Ingen kilder her.",
    ],
)
def test_code_and_what_cannot_be_resolved_is_left_as_written(notes, text):
    assert noted(text, notes) == markdown.markdown(text, extensions=["fenced_code"])
    assert notes.numbers == {}


@pytest.mark.parametrize(
    "text",
    [
        "Se [lenken [@adviser] i teksten](../index.md).",
        "Se [det som @adviser sier](../index.md).",
        "Se [@adviser](../index.md).",
        "![Hjulet @adviser](hjul.svg)",
        "### Avtalene [@adviser]",
        "Avtalene @adviser\n---",
    ],
)
def test_no_citation_is_read_in_a_link_or_a_heading(notes, text):
    noted(text, notes)
    assert notes.numbers == {}


def test_sources_are_numbered_in_the_order_of_the_page_and_not_of_its_making(notes):
    text = (
        "En **fet [@magazine]** og [lenke](x) [@adviser].\n\n"
        "<div>\nTo [@campaign].\n</div>\n\n"
        "| a | b |\n| - | - |\n| c [@ministry] | d |\n\n- fem [@evaluation]\n- seks [@magazine]\n"
    )
    page = BeautifulSoup(noted(text, notes), "html.parser")
    order = ["magazine", "adviser", "campaign", "ministry", "evaluation"]
    assert list(notes.numbers) == order
    marks = [mark["id"] for mark in page.select("sup.cite")]
    assert marks == [f"cite-{number}" for number in range(1, 7)]


def test_the_references_stand_last_below_a_heading_of_their_own(notes):
    html = noted("En [@adviser].", notes, lambda made: f"<ol>{len(made.numbers)}</ol>", "A & B")
    assert html.endswith('<h2 id="references">A &amp; B</h2>\n<ol>1</ol>')
    assert "<h2" not in noted("Ingen.", notes)


def test_a_stop_that_ends_emphasis_stays_in_it(notes):
    html = noted("**Slutt [@adviser].** Så.", notes)
    assert html.startswith(f"<p><strong>Slutt.{GAP}<sup")
    assert html.endswith("</sup></strong> Så.</p>")


def test_every_use_has_one_link_back_and_every_mark_its_reference(notes):
    text = "En [@adviser]. To [@magazine; @adviser]. Ifølge @adviser. Fire [@evaluation]."
    page = BeautifulSoup(noted(text, notes), "html.parser")
    listed = references(notes)
    marks = [mark["id"] for mark in page.select("sup.cite")]
    assert len(marks) == len(set(marks)) == 4
    backs = [link["href"].removeprefix("#") for link in listed.select(".backs a")]
    assert len(backs) == 5, "a source once for each pair of brackets that it stands in"
    assert set(backs) == set(marks)
    leads = {link["href"].removeprefix("#") for link in page.select("sup.cite a")}
    assert [item["id"] for item in listed.select("ol > li")] == ["ref-1", "ref-2", "ref-3"]
    assert leads == {"ref-1", "ref-2", "ref-3"}


def test_links_back_are_numbered_only_when_there_are_several(notes):
    noted("En [@adviser]. To [@magazine]. Tre [@adviser].", notes)
    adviser, magazine = references(notes).select("ol > li")
    assert [link.get_text() for link in adviser.select(".backs a")] == ["↑1", "↑2"]
    assert [link.get_text() for link in magazine.select(".backs a")] == ["↑"]
    assert magazine.select_one(".backs a")["aria-label"] == "Tilbake til teksten, sted 1"


@pytest.mark.parametrize(
    ("code", "said"),
    [
        ("no", "Lest delvis. Bare begynnelsen er lest."),
        ("en", "Read in part. Only the opening was read."),
    ],
)
def test_reference_says_what_was_read_in_the_language_of_the_page(project, words, code, said):
    notes = Notes(load_sources(project)[0], words[code], ABOUT)
    noted("En [@adviser].", notes)
    assert references(notes).select_one("li .read").get_text() == said
    assert references(notes).select_one("li .class").get_text() == "P " + words[code]("class.party")


def test_page_that_cites_nothing_has_no_list(notes):
    noted("Bare tekst.", notes)
    assert reference_list(notes, None) == ""


def test_editorial_heading_is_followed_by_the_mark_of_the_site(notes):
    text = (
        "## Funn { #found }\n\nA.\n\n## Våre råd { #advice .editorial }\n\nB.\n\n"
        "> ### Sitat { #quote .editorial }\n\n    ## Kode { #code .editorial }\n"
    )
    page = BeautifulSoup(noted(text, notes), "html.parser")
    marked = [each.find_previous_sibling().get("id") for each in page.find_all("p", string="Vårt")]
    assert marked == ["advice", "quote"]


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("Skriv til \\@adviser.", "<p>Skriv til @adviser.</p>"),
        ("Skriv \\@en og \\@to.", "<p>Skriv @en og @to.</p>"),
        ("Skriv `\\@kode` slik.", "<p>Skriv <code>\\@kode</code> slik.</p>"),
        ("To \\\\@adviser.", "<p>To \\@adviser.</p>"),
        ("navn@example.no", "<p>navn@example.no</p>"),
        ("\\[@adviser] er en kilde.", "<p>[@adviser] er en kilde.</p>"),
    ],
)
def test_an_at_sign_behind_a_backslash_is_shown_alone(notes, written, shown):
    assert noted(written, notes) == shown


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("<p>Skriv til \\@adviser.</p>", "<p>Skriv til @adviser.</p>"),
        ("<p>To \\\\@adviser.</p>", "<p>To \\\\@adviser.</p>"),
        ("<!-- [@adviser] -->", "<!-- [@adviser] -->"),
        ("<p>[@nobody]</p>", "<p>[@nobody]</p>"),
    ],
)
def test_finished_html_holds_what_is_no_citation_as_it_is(notes, written, shown):
    assert apply_notes(written, notes) == shown


def test_finished_html_is_noted_by_the_same_rules(notes):
    html = "<p>En [@magazine] [@editorial].</p><p>Ifølge @adviser.</p>"
    assert read(apply_notes(html, notes)) == "En.~[bygger på~1]Ifølge Stiftelsen IMTEC~[2]."
