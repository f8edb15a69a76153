"""Every word of the site is known to a dictionary, or stands in a list of its own words."""

import pytest

from scripts.checks import spelling
from scripts.checks.fix import fix
from scripts.checks.spelling import spell
from scripts.checks.word_lists import check_word_lists
from scripts.common.paths import Project
from scripts.common.problems import ProblemsFound
from scripts.content.word_lists import load_words
from scripts.language import hunspell
from tests.unit.projects import ROOT, problems_of, write_pages


@pytest.fixture(autouse=True)
def unasked(request, monkeypatch):
    """What was meant is asked for by one test alone: hunspell thinks long."""
    if "meant" not in request.node.name:
        monkeypatch.setattr(spelling, "_MOST_SUGGESTED", 0)


def told(root, text, code="no"):
    """What spelling says of a text that is a page of a language, and all there is."""
    write_pages(root, {f"{code}/a.md": f"---\ntitle: A\nid: a\nkind: about\n---\n\n{text}\n"})
    return [str(problem) for problem in spell(Project(root))]


def lists(root, **words):
    folder = root / "data" / "words"
    folder.mkdir(parents=True, exist_ok=True)
    for name, rows in words.items():
        (folder / f"{name}.txt").write_text("".join(f"{row}\n" for row in rows), encoding="utf-8")


def test_every_word_of_the_site_is_spelled_right():
    assert list(map(str, spell(Project(ROOT)))) == []


def test_a_misspelling_is_told_with_its_line_and_the_word_that_was_meant(tmp_path):
    (line,) = told(tmp_path, "Tekst.\n\nDette er en setningg.")
    assert line.startswith('docs/no/a.md:9: "setningg" is no word that the dictionary knows')
    assert 'did you mean "setning"?' in line
    assert "add it to data/words/no.txt" in line


@pytest.mark.parametrize(
    ("code", "texts"),
    [
        (
            "no",
            [
                "Ordet `setningg` er kode, og fila heter setningg.pdf.",
                "En [lenke](https://example.org/setningg) og a.setningg@example.org.",
                "De skriver *the sentences*{ lang=en } og «the sentences» om det.",
            ],
        ),
        (
            "en",
            [
                "They call it *setningene*{ lang=nb } or ‘setningene’ there.",
                "They don’t mind the council’s colour, or the councillors’ views.",
            ],
        ),
    ],
    ids=["Norwegian", "English"],
)
def test_code_addresses_and_words_of_the_other_language_are_no_misspellings(tmp_path, code, texts):
    assert told(tmp_path, "\n\n".join(texts), code) == []


def test_english_is_british(tmp_path):
    (line,) = told(tmp_path, "A color is seen.", "en")
    assert '"color"' in line


def test_a_word_of_the_lists_is_known_with_the_endings_of_its_model(tmp_path):
    assert told(tmp_path, "Veggarkene henger.") != []
    lists(tmp_path, no=["veggark/ark"])
    assert told(tmp_path, "Veggarkene henger.") == []


def test_a_word_that_stands_in_no_text_is_taken_off_the_list(tmp_path):
    lists(tmp_path, no=["blåbærskog"], en=["blueberryish"], names=["Blåbærby"])
    assert told(tmp_path, "Tekst.") == [
        'data/words/no.txt:1: "blåbærskog" stands in no text – take it away',
        'data/words/en.txt:1: "blueberryish" stands in no text – take it away',
        'data/words/names.txt:1: "Blåbærby" stands in no text – take it away',
    ]


def test_names_that_data_holds_need_no_list(tmp_path):
    assert told(tmp_path, "Der var Qvistgaardius.") != []
    people = tmp_path / "data" / "people.yml"
    people.parent.mkdir()
    people.write_text('- {id: q, name: "Qvistgaardius"}\n', encoding="utf-8")
    assert told(tmp_path, "Der var Qvistgaardius.") == []


def test_a_list_that_is_not_sorted_is_told_and_mended(tmp_path):
    lists(tmp_path, no=["ære", "apekatt", "åre", "apekatt"])
    assert list(map(str, check_word_lists(tmp_path))) == [
        'data/words/no.txt:2: "apekatt" stands after "ære" – make check FIX=1 sorts the list',
        'data/words/no.txt:4: "apekatt" stands after "åre" – make check FIX=1 sorts the list',
    ]
    assert fix(tmp_path, ()) == ["data/words/no.txt"]
    words = (tmp_path / "data" / "words" / "no.txt").read_text(encoding="utf-8")
    assert words == "apekatt\nære\nåre\n"
    assert check_word_lists(tmp_path) == []


def test_a_word_with_two_models_is_left_to_a_person(tmp_path):
    lists(tmp_path, no=["avtale/ark", "avtale/bok"])
    assert list(map(str, check_word_lists(tmp_path))) == [
        'data/words/no.txt:2: "avtale" stands twice – keep one of the two lines, '
        "avtale/ark or avtale/bok"
    ]
    assert fix(tmp_path, ()) == []


def test_a_list_that_is_not_in_utf_8_is_told_and_taken_as_empty(project):
    lists(project.root, no=[])
    (project.root / "data/words/no.txt").write_bytes("apekatt\nære\n".encode("latin-1"))
    (line,) = problems_of(project)
    assert line.startswith("data/words/no.txt:2: the file is not in UTF-8")
    assert load_words(project.root, "no") == []


def test_the_first_word_of_a_list_with_a_byte_order_mark_is_known(tmp_path):
    lists(tmp_path, no=["\ufeffveggark/ark"])
    assert told(tmp_path, "Veggarkene henger.") == []


def test_without_hunspell_the_command_that_installs_it_is_told(tmp_path, monkeypatch):
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(ProblemsFound) as found:
        told(tmp_path, "Tekst.")
    (problem,) = found.value.problems
    assert "sudo apt-get install -y hunspell hunspell-no hunspell-en-gb" in problem.fix


def test_a_dictionary_that_is_not_there_is_asked_for_by_its_package(monkeypatch):
    monkeypatch.setitem(hunspell.DICTIONARIES, "no", "xx_YY")
    monkeypatch.setitem(hunspell.PACKAGES, "xx_YY", "hunspell-xx")
    assert hunspell.missing() == ["hunspell-xx"]
