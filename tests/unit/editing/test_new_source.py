"""`make new-source`: what was pasted becomes a record, and what is missing is told."""

import pytest
from typer.testing import CliRunner

from scripts.content.sources import load_sources
from scripts.editing import commands
from scripts.editing.bibtex import entries, plain
from scripts.editing.left_out import institutions, left_out
from scripts.editing.new_source import new_source
from scripts.editing.pasted_names import bibtex_names as names
from scripts.editing.pasted_source import fields_of
from scripts.editing.pasted_text import is_path
from scripts.editing.pasted_values import read_edition
from scripts.editing.write import write
from tests.unit.editing.conftest import text_of
from tests.unit.editing.test_move_page import files_of, refused
from tests.unit.projects import edit, problems_of

BIBTEX = r"""
Copied from the page of the journal:
@string{joe = "Samfunn og " # {{\o}konomi}}
@comment{ignored}
@article{solberg2023,
  author = {Solberg, Nina and Bj{\o}rn Pettersen
    and {Kommunal- og moderniseringsdepartementet} and others},
  title  = {{Trepartssamarbeid} og \emph{klimaomstilling}: 50 \% av l{\o}sningen},
  journal = joe, year = 2023, month = mar, number = "1", pages = {12--19},
  doi = {https://doi.org/10.1000/182}, url = {https://doi.org/10.1000/182}, language = {norsk},
}
"""
RIS = """\ufeffTY  - JOUR
AU  - Hafting, Tore
AU  - Fagforbundet
TI  - Trepartssamarbeid og legitimitet:
 mellom kommunikative og strategiske beslutninger
T2  - Samfunn og økonomi
PY  - 2019/12/03/
SP  - 5
EP  - 21
SN  - 15027864
LA  - nb
ER  - \r
TY  - BOOK
TI  - Uten slutt
"""


SICI = "10.1002/(SICI)1099-162X(199808)18:3<217::AID-PAD15>3.0.CO;2-Q"
BERG, DAHL = {"family": "Berg", "given": "Anne"}, {"family": "Dahl", "given": "Bjørn"}
LIE = {"family": "Lie", "given": "Kari"}


def book(fields: str, kind: str = "book") -> str:
    return f"@{kind}{{k, title = {{Boka}}, {fields}}}"


def ris(kind: str, *rows: str) -> str:
    return "\n".join([f"TY  - {kind}", "TI  - Boka", *rows, "ER  - "])


def written(project, text: str, id_: str = ""):
    draft, ids = new_source(project, text, id_)
    write(draft)
    return [load_sources(project)[0][each].record for each in ids], ids


def test_bibtex_becomes_a_record_with_what_it_says(linked):
    ((record,), ids) = written(linked, BIBTEX)
    assert ids == ["solberg-2023"]
    assert record == {
        "id": "solberg-2023",
        "class": None,
        "type": "article-journal",
        "author": [
            {"family": "Solberg", "given": "Nina"},
            {"family": "Pettersen", "given": "Bjørn"},
            {"literal": "Kommunal- og moderniseringsdepartementet"},
        ],
        "title": "Trepartssamarbeid og klimaomstilling: 50 % av løsningen",
        "container-title": "Samfunn og økonomi",
        "issued": "2023-03",
        "issue": "1",
        "page": "12–19",
        "DOI": "10.1000/182",
        "language": "nb",
        "read": None,
        "address": "unchecked",
    }


def test_ris_becomes_a_record_for_each_reference(linked):
    (first, second), ids = written(linked, RIS)
    assert ids == ["hafting-2019", "uten-slutt"]
    title = "Trepartssamarbeid og legitimitet: mellom kommunikative og strategiske beslutninger"
    assert first["title"] == title
    assert first["author"] == [{"family": "Hafting", "given": "Tore"}, {"literal": "Fagforbundet"}]
    assert (first["issued"], first["page"], first["ISSN"]) == ("2019-12-03", "5–21", "1502-7864")
    assert (second["type"], second["title"]) == ("book", "Uten slutt")


@pytest.mark.parametrize(
    ("text", "fields"),
    [
        ("10.1000/182", {"DOI": "10.1000/182"}),
        (" https://doi.org/10.1000/182. ", {"DOI": "10.1000/182"}),
        ("doi:10.1000/A(1)2", {"DOI": "10.1000/A(1)2"}),
        ("ISBN 978-82-7071-789-7", {"type": "book", "ISBN": "978-82-7071-789-7"}),
        ("82-7071-404-6", {"type": "book", "ISBN": "82-7071-404-6"}),
        (
            "https://www.nb.no/items/URN:NBN:no-nb_digibok_2009010112001?page=5",
            {"type": "book", "URL": "https://urn.nb.no/URN:NBN:no-nb_digibok_2009010112001"},
        ),
        (
            "https://urn.nb.no/URN:NBN:no-nb_digavis_arbeidet_null_null_20021105_66_108_1",
            {
                "type": "article-newspaper",
                "issued": "2002-11-05",
                "URL": "https://urn.nb.no/URN:NBN:no-nb_digavis_arbeidet_null_null_20021105_66_108_1",
            },
        ),
        (
            "nb.no/items/0a1b2c?searchText=x",
            {"URL": "https://www.nb.no/items/0a1b2c"},
        ),
        ("https://doi.org/10.1111/x?utm_source=y", {"DOI": "10.1111/x"}),
        ("10.1111/padm.12345/full", {"DOI": "10.1111/padm.12345"}),
        (SICI, {"DOI": SICI}),
        ("978-82-05-39351-6 (ib.)", {"type": "book", "ISBN": "978-82-05-39351-6"}),
        ("ISBN 978–82–05–39351–6", {"type": "book", "ISBN": "978-82-05-39351-6"}),
        ("9788205393516 (ib.), 82-7071-404-6", {"type": "book", "ISBN": "9788205393516"}),
    ],
)
def test_an_identifier_alone_is_enough_to_begin(text, fields):
    assert fields_of(text) == [fields]


def test_what_is_missing_stands_there_and_check_tells_each_with_its_row(linked):
    _, (id_,) = written(linked, "10.1000/182")
    text = text_of(linked, "data/sources.yml")
    assert "\n  title: # missing: the title, as it stands there\n" in text
    told = [each for each in problems_of(linked) if each.startswith("data/sources.yml")]
    for key in ("class", "type", "title", "language", "read"):
        row = next(
            at
            for at, each in enumerate(text.splitlines(), 1)
            if each.startswith(f"  {key}: # missing")
        )
        assert any(each.startswith(f"data/sources.yml:{row}: {key} of") for each in told), told
    assert any(f'"{id_}"' in each and "cite" in each for each in told)


def test_a_record_that_is_filled_in_and_cited_passes(linked):
    _, (id_,) = written(linked, BIBTEX, "nina-2023")
    edit(
        linked,
        "data/sources.yml",
        "class: # missing: research, official, party, campaign or press",
        "class: research",
    )
    edit(
        linked,
        "data/sources.yml",
        "read: # missing: full, part, abstract, contents, record or mention",
        "read: full",
    )
    for code, words in (("no", "Hva sto i avtalene?"), ("en", "What did the agreements say?")):
        edit(linked, f"docs/{code}/metoden/historie.md", words, f"{words} [@{id_}]")
    assert problems_of(linked) == []


def test_ids_that_are_taken_are_counted_on(linked):
    assert written(linked, BIBTEX)[1] == ["solberg-2023"]
    again = BIBTEX.replace("10.1000/182", "10.1000/183")
    assert written(linked, again)[1] == ["solberg-2023-2"]


@pytest.mark.parametrize(
    ("text", "id_", "said"),
    [
        ("", "", "SOURCE: it is empty – paste a DOI, an ISBN, a web address"),
        ("Solberg, N. (2023). Noe.", "", "SOURCE: nothing in it is understood"),
        ("@comment{x}", "", "SOURCE: nothing in it is understood"),
        ("% se @book{no}", "", "SOURCE: nothing in it is understood"),
        ("TY  - BOOK\nER  - ", "", "SOURCE: nothing in it is understood"),
        ("Berg [red.] (2005)", "", "SOURCE: nothing in it is understood"),
        ("https://[abc", "", "SOURCE: nothing in it is understood"),
        ('[{"type": "book"}]', "", "SOURCE: nothing in it is understood"),
        ("@book{k, title = {T, year = {2001}", "", 'a slip, in or after "title"'),
        ("@book{k, title = {T} year = {2001}", "", 'a slip, in or after "year"'),
        ("@incollection{a, title = {T}, crossref = {b}}", "", 'stands in "b" (crossref)'),
        (book(r"note = {x}, publisher = {\foo x}"), "", 'SOURCE: "\\foo" is a command of TeX'),
        (book("author = {Anne Berg, Bjørn Dahl, Kari Lie}"), "", 'SOURCE: author: "Anne Berg, Bj'),
        (book("author = {Anne Berg og Bjørn Dahl}"), "", 'write "and" between people'),
        (ris("BOOK", "AU  - Helse og omsorg, avdeling b"), "", "write an institution without a"),
        ("10.1000/182", "editorial", 'ID: the id "editorial" is kept'),
        ("978-82-7071-789-8", "", 'SOURCE: "978-82-7071-789-8" is no ISBN: its check digit'),
        ("10.1000/182", "Feil id", 'ID: "Feil id" cannot be an id – use small letters'),
        ("10.1000/182", "adviser", 'a source has the id "adviser" – choose another'),
        (RIS, "x", "ID: the text holds several sources – leave ID out"),
    ],
)  # fmt: skip
def test_what_cannot_be_a_source_is_told_and_nothing_is_written(linked, text, id_, said):
    before = files_of(linked)
    assert any(said in each for each in refused(lambda: new_source(linked, text, id_)))
    assert files_of(linked) == before


@pytest.mark.parametrize(
    "address",
    ["https://www.moss.kommune.no/sak/17", "http://vg.no", "https://a.no:8080/x?y=1#z"],
)
def test_a_web_address_begins_a_source(linked, address):
    _, (id_,) = written(linked, address)
    source = load_sources(linked)[1].data[-1]
    assert (source["id"], source["URL"]) == (id_, address)
    lacking = [line for line in problems_of(linked) if f'of "{id_}" is empty' in line]
    keys = ("class", "type", "title", "language", "read")
    assert all(any(f" {key} of " in line for line in lacking) for key in keys)


def test_a_web_address_that_a_source_has_is_named(linked):
    written(linked, "https://www.moss.kommune.no/sak/17")
    (said,) = refused(lambda: new_source(linked, "https://www.moss.kommune.no/sak/17/", ""))
    assert "has this URL – cite it" in said


def test_whoever_gives_an_identifier_alone_is_told_where_the_whole_reference_is(linked):
    run = CliRunner().invoke
    said = run(commands.commands(linked.root), ["new-source", "10.1000/182"]).output
    assert "curl -LH 'Accept: application/x-bibtex' https://doi.org/10.1000/182" in said
    said = run(commands.commands(linked.root), ["new-source", book("year = 2005")]).output
    assert "curl" not in said


def test_a_source_that_is_there_is_named(linked):
    written(linked, BIBTEX)
    (said,) = refused(lambda: new_source(linked, "DOI: 10.1000/182", ""))
    assert 'the source "solberg-2023" has this DOI – cite it: [@solberg-2023]' in said


@pytest.mark.parametrize(
    ("written", "read"),
    [
        (r"{\O}vre \AA{}s", "Øvre Ås"),
        (r"Universit\"{a}t, caf\'e, Ha\v{s}ek, gar\c con", "Universität, café, Hašek, garçon"),
        (r"\aa rsak og s{\aa}nt", "årsak og sånt"),
        (r"{NIBR} \& {KS}: 20 \%", "NIBR & KS: 20 %"),
        (r"\textit{Kvalitet} i hverdagen", "Kvalitet i hverdagen"),
        ("2006--2008 --- og\n   siden", "2006–2008 — og siden"),
        (r"\textquotedblleft hei\textquotedblright", "“hei”"),
        (r"$\alpha$, $n$-th, \Omega og 5 \$", "α, n-th, Ω og 5 $"),
        (r"{\bf Fet} tekst\ldots\ 1\,000", "Fet tekst… 1 000"),
    ],
)
def test_letters_of_tex_are_read(written, read):
    assert plain(written) == read


@pytest.mark.parametrize(
    ("text", "fields"),
    [
        ("@book{a, title = {Uten slutt", {"title": "Uten slutt"}),
        ("@book{a, title = {A}, title = {B}}", {"title": "A"}),
        ('@book{a, title = "A {"} B",}', {"title": 'A " B'}),
        (r"@book{a, title = {A \} B}}", {"title": "A } B"}),
        ("@BOOK(a, TITLE = {A})", {"title": "A"}),
        ("@book{, title = {A},, year = 2000}", {"title": "A", "year": "2000"}),
        ("@book{a}", {}),
    ],
)
def test_odd_bibtex_is_read_as_far_as_it_goes(text, fields):
    (entry,) = entries(text)
    assert entry.fields == fields


@pytest.mark.parametrize(
    ("raw", "found"),
    [
        ("van der Berg, Kari", [{"family": "van der Berg", "given": "Kari"}]),
        ("Kari van der Berg", [{"family": "van der Berg", "given": "Kari"}]),
        ("{Stiftelsen IMTEC and others}", [{"literal": "Stiftelsen IMTEC and others"}]),
        ("Berg, Jr., Ola", [{"family": "Berg", "given": "Ola, Jr."}]),
        ("Fagforbundet", [{"literal": "Fagforbundet"}]),
        ("Hansen, Kari and Olsen", [{"family": "Hansen", "given": "Kari"}, {"unclear": "Olsen"}]),
        ("Hansen, Kari and {Fafo}", [{"family": "Hansen", "given": "Kari"}, {"literal": "Fafo"}]),
        ("Kari Hansen, Per Olsen", [{"unclear": "Kari Hansen, Per Olsen"}]),
        ("K. Hansen, P. Olsen", [{"unclear": "K. Hansen, P. Olsen"}]),
        (
            "Berg Hansen, Per Olav and Lie, Kari",
            [{"family": "Berg Hansen", "given": "Per Olav"}, {"family": "Lie", "given": "Kari"}],
        ),
        ("García Márquez, Gabriel", [{"family": "García Márquez", "given": "Gabriel"}]),
        ("Oslo kommune, Byrådet", [{"unclear": "Oslo kommune, Byrådet"}]),
        (
            "Arbeidsdepartementet, avdeling for lov",
            [{"unclear": "Arbeidsdepartementet, avdeling for lov"}],
        ),
        ("Beauvoir, Simone de", [{"family": "Beauvoir", "given": "Simone de"}]),
        (" and ", []),
    ],
)
def test_names_are_taken_apart(raw, found):
    assert names(raw) == found


@pytest.mark.parametrize(
    ("text", "people"),
    [
        (book("author = {Berg, Anne and Dahl, Bjørn AND Lie, Kari}"), [BERG, DAHL, LIE]),
        (book("author = {Berg, Anne; Dahl, Bjørn}"), [BERG, DAHL]),
        (book(r"author = {Berg, Anne \& Dahl, Bjørn}"), [BERG, DAHL]),
        (book("author = {Berg, Anne og Dahl, Bjørn}"), [BERG, DAHL]),
        (book("author = {{Barne- og familiedepartementet}}"),
         [{"literal": "Barne- og familiedepartementet"}]),
        (ris("BOOK", "AU  - Berg, Anne; Dahl, Bjørn", "AU  - Lie, Kari"), [BERG, DAHL, LIE]),
        (ris("BOOK", "AU  - Barne- og familiedepartementet"),
         [{"literal": "Barne- og familiedepartementet"}]),
        (ris("BOOK", "AU  - King, Martin Luther, Jr."),
         [{"family": "King", "given": "Martin Luther, Jr."}]),
    ],
)  # fmt: skip
def test_several_people_in_one_name_are_parted(text, people):
    (found,) = fields_of(text)
    assert found["author"] == people
    assert "faults" not in found


@pytest.mark.parametrize(
    ("text", "issued"),
    [
        (ris("BOOK", "DA  - 14. mars 2006", "PY  - 2006"), "2006-03-14"),
        (ris("BOOK", "DA  - mars 14", "PY  - 2006"), "2006-03-14"),
        (ris("BOOK", "DA  - til jul", "PY  - 2006"), "2006"),
        (ris("BOOK", "PY  - 2005///ca."), "2005"),
        (book("date = {14.03.2005}"), "2005-03-14"),
        (book("year = {c2005}"), "2005"),
        (book("year = 2005, month = {14 mars}"), "2005-03-14"),
        (book('year = 2005, month = 10 # "~" # jan'), "2005-01-10"),
        (book("year = 2005, month = {Spring}"), "2005"),
    ],
)
def test_days_are_understood_as_people_write_them(text, issued):
    assert fields_of(text)[0]["issued"] == issued


@pytest.mark.parametrize("said", ["[2005]", "2003/2005", "2005-13-45", "2005?", "3/4/2005"])
def test_a_day_that_is_not_understood_is_asked_for(linked, said):
    written(linked, book(f"date = {{{said}}}"))
    text = text_of(linked, "data/sources.yml")
    row = f'  issued: # missing: "{said}" was not understood'
    assert row in text.splitlines()
    at = text.splitlines().index(row) + 1
    assert any(each.startswith(f"data/sources.yml:{at}: issued of") for each in problems_of(linked))


@pytest.mark.parametrize(
    ("text", "fields"),
    [
        (ris("RPRT", "SN  - 2002:24"), {"number": "2002:24"}),
        (ris("RPRT", "IS  - 2002:24"), {"number": "2002:24"}),
        (ris("RPRT", "SN  - 1502-9794"), {"ISSN": "1502-9794"}),
        (ris("RPRT", "SN  - 82-7071-404-6"), {"ISBN": "82-7071-404-6"}),
        (ris("BOOK", "A3  - Lie, Kari"), {"editor": [LIE]}),
        (ris("BOOK", "ED  - Lie, Kari", "A2  - Berg, Anne"), {"editor": [LIE, BERG]}),
        (ris("BOOK", "SP  - 240"), {}),
        (ris("CHAP", "SP  - 7"), {"page": "7"}),
        (ris("JOUR", "SP  - 12-19", "EP  - 19"), {"page": "12–19"}),
        (ris("JOUR", "SP  - 12", "EP  - 12"), {"page": "12"}),
        (book("pages = {s. 5-9}", "article"), {"page": "5–9"}),
        (book("pages = {pp. 5--9}", "article"), {"page": "5–9"}),
        (book("isbn = {ISBN 978-82-05-39351-6 (ib.)}"), {"ISBN": "978-82-05-39351-6"}),
        (book(r"howpublished = {\url{https://a.no/b_c}}", "misc"), {"URL": "https://a.no/b_c"}),
        ("\ufeff" + ris("BOOK"), {}),
        (book("school = {UiO}", "mastersthesis"), {"genre": "master", "publisher": "UiO"}),
        (book("type = {Dr.polit.-avhandling}", "thesis"), {"genre": "doctor"}),
        (ris("THES", "M3  - Masteroppgave"), {"genre": "master"}),
        (ris("THES", "PB  - UiO"), {"publisher": "UiO"}),
        ("@book{my key 2001, title = {Boka}, year = 2001}", {"issued": "2001"}),
    ],
)
def test_what_other_programs_write_is_read_as_it_is_meant(text, fields):
    (found,) = fields_of(text)
    assert found.pop("title") == "Boka"
    del found["type"]
    assert found == fields


def test_a_chapter_has_from_its_book_what_it_leaves_to_it():
    chapter = "@incollection{a, title = {Kapitlet}, author = {Berg, Anne}, crossref = {B}}"
    whole = "@book{b, title = {Boka}, editor = {Lie, Kari}, year = 2001}"
    (found,) = fields_of(f"{chapter}\n{whole}")
    assert found == {
        "type": "chapter", "author": [BERG], "editor": [LIE], "title": "Kapitlet",
        "container-title": "Boka", "issued": "2001",
    }  # fmt: skip


def test_signs_of_the_page_that_a_reference_was_on_are_read_away():
    (found,) = fields_of("TY  - JOUR\nTI  - Kommuner &amp; folk <i>nå</i>\nER  - ")
    assert found["title"] == "Kommuner & folk nå"


def test_a_thesis_is_asked_which_it_is(linked):
    written(linked, ris("THES"))
    text = text_of(linked, "data/sources.yml")
    assert "  type: thesis\n  genre: # missing: master or doctor\n" in text
    assert any("genre of" in each for each in problems_of(linked))
    lacking = text.replace("  genre: # missing: master or doctor\n", "")
    (linked.root / "data/sources.yml").write_text(lacking, encoding="utf-8")
    assert any("say of a thesis which it is" in each for each in problems_of(linked))


def test_what_is_pasted_in_another_encoding_is_refused(linked):
    app = commands.commands(linked.root)
    done = CliRunner().invoke(app, ["new-source", "-"], input=b"@book{k, title = {\xd8re}}")
    assert "SOURCE: what was pasted is not in UTF-8" in str(done.exception)


def test_an_id_of_digits_is_a_text(linked):
    ((record,), _) = written(linked, BIBTEX, "2010")
    assert record["id"] == "2010"


def test_a_file_in_another_encoding_is_told_and_nothing_is_written(linked, tmp_path):
    file = tmp_path / "solberg.bib"
    file.write_bytes("@book{k, title = {Øre}}".encode("latin-1"))
    before = files_of(linked)
    app = commands.commands(linked.root)
    done = CliRunner().invoke(app, ["new-source", str(file)])
    assert "solberg.bib:1: the file is not in UTF-8 (byte 0xd8)" in str(done.exception)
    assert files_of(linked) == before


def test_a_large_paste_without_sense_is_answered_at_once():
    assert list(entries("@" * 50_000 + "{" * 50_000)) == []
    assert fields_of("{" * 100_000) == []
    assert fields_of("(" * 100_000 + "82-7071-404-6") == []
    assert fields_of(ris("BOOK", "PY  - " + "2" * 100_000, "T2  - " + "<i " * 50_000))


@pytest.mark.parametrize("way", ["argument", "file", "paste"])
def test_a_reference_is_typed_pasted_or_read_from_a_file(linked, tmp_path, way):
    file = tmp_path / "solberg.bib"
    file.write_text(BIBTEX, encoding="utf-8")
    text = {"argument": BIBTEX, "file": str(file), "paste": "-"}[way]
    app = commands.commands(linked.root)
    done = CliRunner().invoke(app, ["new-source", text], input=BIBTEX)
    assert done.exit_code == 0, done.output
    assert "cite as [@solberg-2023]. make check tells what is missing" in done.output


@pytest.mark.parametrize(
    "typed", ["./p.bib", "refs.ris", "../kilder/p.bib", "C:\\kilder\\p.bib", "/home/kari/p.txt"]
)
def test_a_file_that_is_not_there_is_known_as_one(typed):
    assert is_path(typed)


@pytest.mark.parametrize(
    "typed",
    [
        "10.1000/182",
        "www.nb.no/items/URN.txt",
        "doi.org/10.1000/x.json",
        "https://doi.org/10.1000/182",
        "978-82-03-12345-6",
        "@book{a.bib",
        "",
        "hansen",
    ],
)
def test_what_is_pasted_is_no_file(typed):
    assert not is_path(typed)


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("2", "2"), ("2nd", "2"), ("2. utg.", "2"), ("2. utgave", "2"), ("3rd edition", "3"),
        ("Second", "2"), ("Second edition", "2"), ("11th ed.", "11"), ("revidert", "revidert"),
        ("Second revised", "Second revised"), ("", ""),
    ],
)  # fmt: skip
def test_the_number_of_an_edition_is_read_however_it_is_written(text, number):
    assert read_edition(text) == number


def test_an_edition_is_kept_and_passes_the_schema(linked):
    for text in (book("edition = {Second}"), ris("BOOK", "ET  - 2. utg.")):
        ((record,), _) = written(linked, text)
        assert record["edition"] == "2"
    assert not any("edition" in each for each in problems_of(linked))


@pytest.mark.parametrize("edition", ["2", '"2. utg."', '"0"'])
def test_an_edition_is_a_number_in_quotation_marks(project, edition):
    edit(
        project,
        "data/sources.yml",
        "title: Om forsøket",
        f"title: Om forsøket\n  edition: {edition}",
    )
    (said,) = problems_of(project)
    assert said.endswith('put the number of the edition in quotation marks, and nothing else: "2"')
    edit(project, "data/sources.yml", f"edition: {edition}", 'edition: "2"')
    assert problems_of(project) == []


def test_what_a_record_has_no_place_for_is_named():
    text = book("edition = {2}, note = {Oversatt}, chapter = 3, abstract = {Om}, eprint = {}")
    assert left_out(text) == ["note", "chapter"]
    assert left_out(ris("BOOK", "N1  - Oversatt", "KW  - lønn", "ET  - 2")) == ["N1"]
    assert left_out("10.1000/182") == []


OLE = {"family": "Berg", "given": "Ole"}


@pytest.mark.parametrize(
    "typed",
    [
        book("author = {Kari Hansen, Per Olsen}"),
        book("author = {Hansen Kari, Olsen Per}"),
        book("author = {Hansen K., Olsen P.}"),
        ris("BOOK", "AU  - Kari Hansen, Per Olsen"),
        ris("BOOK", "AU  - Hansen KB, Olsen P"),
    ],
)
def test_two_people_with_one_comma_are_asked_about(linked, typed):
    (said,) = refused(lambda: new_source(linked, typed, ""))
    assert "may be several people, or one" in said
    assert "braces" in said


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        (book("author = {{Garcia Marquez}, Gabriel José}"), "Garcia Marquez"),
        (ris("BOOK", "AU  - {Garcia Marquez}, Gabriel José"), "Garcia Marquez"),
        (book("author = {van der Berg, Jan Ole}"), "van der Berg"),
        (book("author = {De La Cruz, Maria Elena}"), "De La Cruz"),
        (book("author = {Moen Hansen, Kari}"), "Moen Hansen"),
        (ris("BOOK", "AU  - Moen Hansen, K. A."), "Moen Hansen"),
    ],
)
def test_a_family_name_of_several_words_is_one_person(typed, name):
    (found,) = fields_of(typed)
    assert [each["family"] for each in found["author"]] == [name]
    assert "faults" not in found


@pytest.mark.parametrize(
    "typed",
    [
        book("author = {Berg, Ole and others}"),
        book("author = {Berg, Ole et al.}"),
        book("author = {Ole Berg et al.}"),
        book("author = {Ole Berg m.fl.}"),
        book("author = {Berg, Ole, m. fl.}"),
        ris("BOOK", "AU  - Berg, Ole", "AU  - et al."),
        ris("BOOK", "AU  - Berg, Ole mfl."),
    ],
)
def test_others_are_nobodys_name_and_the_editor_is_told_that_they_are_missing(typed):
    (found,) = fields_of(typed)
    assert found["author"] == [OLE]
    assert left_out(typed) == ["and others (author)"]


@pytest.mark.parametrize(
    ("typed", "role"),
    [
        (book("author = {Berg, Ole (red.)}"), "editor"),
        (book("author = {Ole Berg (Ed.)}"), "editor"),
        (book("editor = {Berg, Ole (Eds.)}"), "editor"),
        (ris("BOOK", "AU  - Berg, Ole [editor]"), "editor"),
        (ris("BOOK", "AU  - Berg, Ole (overs.)"), "translator"),
    ],
)
def test_what_a_person_did_is_no_part_of_the_name(typed, role):
    (found,) = fields_of(typed)
    assert {key: found[key] for key in ("author", "editor", "translator") if key in found} == {
        role: [OLE]
    }


@pytest.mark.parametrize("name", ["Øvre Eiker kommune", "Telemarksforsking Bø AS", "Fafo forlag"])
def test_a_name_that_no_person_has_is_an_institution(name):
    assert names(name) == [{"literal": name}]


def test_a_name_in_ris_that_may_be_a_person_is_told():
    text = ris("BOOK", "AU  - Kari Hansen", "AU  - Øvre Eiker kommune", "AU  - Fagforbundet")
    assert institutions(text) == ["Kari Hansen"]
    assert institutions(book("author = {Kari Hansen}")) == []


@pytest.mark.parametrize(
    ("typed", "address", "more"),
    [
        (r"https://folk.uio.no/~berg/a--b\_c\%20d", "https://folk.uio.no/~berg/a--b_c%20d", []),
        (r"https://a.no/\~berg", "https://a.no/~berg", []),
        (r"https://a.no/{\textasciitilde}berg", "https://a.no/~berg", []),
        (r"\url{https://a.no/x_y}", "https://a.no/x_y", []),
        ("https://a.no/\n   lang_sti", "https://a.no/lang_sti", []),
        ("https://a.no/x; https://b.no/y", "https://a.no/x", ["https://b.no/y"]),
        ("https://a.no/x https://b.no/y.", "https://a.no/x", ["https://b.no/y"]),
    ],
)
def test_an_address_is_kept_letter_by_letter_and_a_second_one_is_told(typed, address, more):
    (found,) = fields_of(book(f"url = {{{typed}}}", "online"))
    assert found["URL"] == address
    assert left_out(book(f"url = {{{typed}}}", "online")) == more


def test_second_addresses_of_ris_are_told_and_one_without_https_is_asked_for(linked):
    text = ris("BOOK", "UR  - https://a.no/x", "UR  - https://b.no/y")
    assert left_out(text) == ["https://b.no/y"]
    draft, _ = new_source(linked, ris("ELEC", "UR  - www.a.no/x"), "a-page")
    assert '  URL: # missing: "www.a.no/x" was not understood' in draft.text("data/sources.yml")


@pytest.mark.parametrize(
    ("fields", "issued", "lost"),
    [
        ("year = 2001, month = 5, day = 12", "2001-05-12", []),
        ("year = 2001, month = may, day = {12}", "2001-05-12", []),
        ("year = 2001, month = {Spring}", "2001", ["month"]),
        ("year = 2001, month = {May--June}", "2001", ["month"]),
        ("year = 2001, month = jun", "2001-06", []),
    ],
)
def test_a_day_of_three_fields_is_read_and_a_season_is_told(fields, issued, lost):
    (found,) = fields_of(book(fields, "article"))
    assert (found["issued"], left_out(book(fields, "article"))) == (issued, lost)


@pytest.mark.parametrize(
    ("typed", "title"),
    [
        ("title = {Hvem bestemmer?}, subtitle = {Om makt}", "Hvem bestemmer? Om makt"),
        ("title = {Makt:}, subtitle = {hvem har den}", "Makt: hvem har den"),
        ("title = {Makt : hvem har den /}", "Makt: hvem har den"),
        ("title = {CO$_2$ og m$^{2}$}", "CO2 og m²"),
    ],
)
def test_a_title_has_no_marks_of_tex_or_of_a_catalogue(typed, title):
    (found,) = fields_of(f"@book{{k, {typed}, publisher = {{Kommuneforlaget,}}}}")
    assert (found["title"], found["publisher"]) == (title, "Kommuneforlaget")


@pytest.mark.parametrize(
    ("said", "language"), [("nb-NO", "nb"), ("nn-NO", "nn"),
                           ("Norwegian (Nynorsk)", "nn"), ("nob; eng", None), ("engelsk", "en"),
                           ("English and Norwegian", None), ("no", "nb")],
)  # fmt: skip
def test_a_reference_in_several_languages_is_asked_about(said, language):
    (found,) = fields_of(book(f"language = {{{said}}}"))
    assert found.get("language") == language


@pytest.mark.parametrize(
    "given", ["Ola et al.", "Ola m.fl.", "Ola (red.)", "Ola (Ed.)", "Ola and others"]
)
def test_a_name_that_holds_more_than_a_name_is_told(project, given):
    edit(
        project,
        "data/sources.yml",
        "title: Om forsøket",
        f"title: Om forsøket\n  editor: [{{family: Moe, given: {given}}}]",
    )
    (said,) = problems_of(project)
    assert "take it away" in said


@pytest.mark.parametrize(
    "typed",
    [
        book("author = {Berg, Ole, 1950-}"),
        book("author = {Berg, Ole (0000-0002-1825-0097)}"),
        book(r"author = {Berg, Ole\textsuperscript{1}}"),
        book("author = {Berg, Ole*}"),
        book("author = {Dr. Ole Berg}"),
        book("author = {Berg, Prof. Ole}"),
        ris("BOOK", "A1  - Berg, Ole, 1950-2010"),
    ],
)
def test_what_stands_beside_a_name_is_no_part_of_it(typed):
    (found,) = fields_of(typed)
    assert found["author"] == [OLE]
    assert "faults" not in found


@pytest.mark.parametrize(
    "typed",
    [
        book("author = {Solberg, Aleksandr Ivan}"),
        book("author = {Aleksandr Ivan Solberg}"),
        ris("BOOK", "AU  - Solberg, Aleksandr Ivan"),
    ],
)
def test_a_given_name_that_ends_like_a_title_is_kept(typed):
    (found,) = fields_of(typed)
    assert found["author"] == [{"family": "Solberg", "given": "Aleksandr Ivan"}]


@pytest.mark.parametrize("name", ["Kommune 3.0", "Studio 54", "Fafo AS", "NOU-utvalget 1985-1990"])
def test_the_number_of_an_institution_is_its_own(name):
    (found,) = fields_of(ris("BOOK", f"AU  - {name}"))
    assert found["author"] == [{"literal": name}]


def test_people_whose_initials_stand_last_are_people():
    people = [{"family": "Berg", "given": "O."}, {"family": "Dahl", "given": "K. B."}]
    for typed in (
        ris("JOUR", "AU  - Berg O.; Dahl K. B."),
        book("author = {Berg O. and Dahl K. B.}"),
    ):
        assert fields_of(typed)[0]["author"] == people


def test_what_catalogues_put_in_one_field_is_parted():
    (found,) = fields_of(ris("BOOK", "PB  - Oslo : Kommuneforlaget", "ED  - 2. utg."))
    assert (found["publisher-place"], found["publisher"]) == ("Oslo", "Kommuneforlaget")
    assert (found["edition"], "editor" in found) == ("2", False)


def test_fields_that_say_the_same_in_two_ways_are_told_where_one_is_lost():
    text = book("number = {3}, issue = {Spesialnummer}", "article")
    assert (fields_of(text)[0]["issue"], left_out(text)) == ("3", ["issue"])
    assert left_out(book("howpublished = {Foredrag, Oslo}", "misc")) == ["howpublished"]


def test_a_link_in_a_title_is_its_text():
    assert plain(r"Om \href{https://a.no/x}{målet}") == "Om målet"


def test_an_address_of_the_national_library_is_the_lasting_one():
    address = "https://www.nb.no/items/URN:NBN:no-nb_digibok_2008051900061?page=5"
    (found,) = fields_of(book(f"url = {{{address}}}"))
    assert found["URL"] == "https://urn.nb.no/URN:NBN:no-nb_digibok_2008051900061"
