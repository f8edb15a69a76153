"""`make new-source`: what was pasted becomes a record, and what is missing is told."""

import pytest
from typer.testing import CliRunner

from scripts.content.sources import load_sources
from scripts.editing import commands
from scripts.editing.bibtex import entries, names, plain
from scripts.editing.new_source import is_path, new_source
from scripts.editing.pasted_source import fields_of
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
        ("", "", "SOURCE: it is empty – paste a DOI, an ISBN, an address at nb.no"),
        ("Solberg, N. (2023). Noe.", "", "SOURCE: nothing in it is understood"),
        ("@comment{x}", "", "SOURCE: nothing in it is understood"),
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
        (" and ", []),
    ],
)
def test_names_are_taken_apart(raw, found):
    assert names(raw) == found


def test_a_large_paste_without_sense_is_answered_at_once():
    assert list(entries("@" * 50_000 + "{" * 50_000)) == []
    assert fields_of("{" * 100_000) == []


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
