"""One slip is told once, where it was made, whatever checks see it."""

from pathlib import Path

import pytest

from scripts.checks.echoes import without_echoes
from scripts.common.problems import Kind, Problem
from scripts.content.pages import Site
from tests.unit.projects import edit, problems_of

PAGE = "docs/no/metoden/historie.md"
TEXT = "Hva sto i avtalene?"


def told(project, text):
    edit(project, PAGE, TEXT, text)
    return [line for line in problems_of(project) if line.startswith(PAGE)]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("| A | B |\n| a | b |", "is no row of a table"),
        ("Slik:\n- en\n- to", "is run into the text"),
        ("Noe er sant[^1].\n\n[^1]: Fagbladet 2008.", "no sign of a footnote"),
        ("![Folk](../../assets/images/mote.png)", "leads to no file"),
        ("A\tB\tC\na\tb\tc", "is a row of a table from Word"),
        ("•\ten\n•\tto\n•\ttre", "is no item of a list"),
        ("a) en\nb) to\nc) tre", "is no item of a list"),
        ("Se <https://x.no/lang-\nsti> [@editorial].", "put it on one row: https://x.no/lang-sti"),
        ("Se [x](https://x.no/lang-\nsti) [@editorial].", "on one row: https://x.no/lang-sti"),
        ("Se [x](../a-\nb.md) [@editorial].", "put it on one row: ../a-b.md"),
        ("Se [x] (historie.md) [@editorial].", "is no sign of a link here"),
        ("Se [x] (https://example.org/) [@editorial].", "is no sign of a link here"),
        ("Se [1] [@editorial].\n\n[1]: https://example.org/", "is no sign of a link here"),
        ("- en [@editorial]\n\n    ```\n    kode\n    ```", "at the very left"),
        ("```\nkode\n\nTekst.", "is no sign of code here"),
        ("Ord\n\n:   forklaring", "begins a list of terms"),
        ("En [@editorial].\n\n---\n\n-", "an item of a list is empty"),
        ("| A | B |\n| — | — |\n| a | b [@editorial] |", "write | --- | --- | in its place"),
        ("<<<<<<< HEAD\nen\n=======\nto\n>>>>>>> b", "is left of a merge"),
        ("Noe sammenﬁgner [@editorial].", "latin small ligature fi"),
        ("Se Feil! Fant ikke referansekilden. [@editorial]", "Word wrote this"),
        ("Se [x](www.fagforbundet.no) [@editorial].", "write https://www.fagforbundet.no"),
        ("Se [x](kari@fagforbundet.no) [@editorial].", "write mailto:kari@fagforbundet.no"),
        ("#12 var oppe [@editorial].", '"#12 var oppe [@editorial]." is read as a heading'),
        ("Se [x](https://example.org/ “Tittel”) [@editorial].", 'https://example.org/ "Tittel"'),
        ("Se [x](https://example.org/a\u00a0b) [@editorial].", "https://example.org/a%20b"),
    ],
)
def test_a_slip_in_the_text_is_told_once(project, text, said):
    (line,) = told(project, text)
    assert said in line


def test_a_page_under_a_bad_name_is_not_told_to_get_a_twin_of_that_name(project):
    page = project.root / "docs/no/metoden/møter.md"
    page.write_text(
        (project.root / PAGE).read_text("utf-8").replace("id: history", "id: x"), "utf-8"
    )
    assert not any("twin" in line or "nav lacks" in line for line in problems_of(project))


def test_two_pages_with_one_id_are_told_once_and_not_by_all_that_names_one(project):
    for code in ("no", "en"):
        path = f"docs/{code}/metoden/historie.md"
        edit(project, path, "id: history", "id: municipality-steinkjer")
    found = problems_of(project)
    assert all("has the same id" in line for line in found)
    assert len(found) == 2


def test_an_anchor_that_is_misspelt_is_told_there_and_not_at_its_links(project):
    edit(project, PAGE, "#unknown", "#únknown")
    edit(
        project,
        "docs/no/kommuner/steinkjer.md",
        "løftearm",
        "[løftearm](../metoden/historie.md#unknown)",
    )
    links = [line for line in problems_of(project) if "has no anchor" in line]
    assert links == []
    assert any("an anchor has small letters" in line for line in problems_of(project))


def test_a_form_without_anything_is_told_what_it_lacks():
    empty = Problem(PAGE, 9, "nothing stands below the heading #form", "write its text", "sections")
    blank = Problem(PAGE, 9, "the form has no blank to fill in", "add a table", "forms")
    other = Problem(PAGE, 12, "nothing stands below the heading #how", "write its text", "sections")
    assert without_echoes([empty, blank, other], Site(Path())) == [blank, other]


@pytest.mark.parametrize(
    ("path", "key", "written", "mend"),
    [
        ("docs/en/metoden/historie.md", "title", "Title", "title"),
        ("docs/en/metoden/historie.md", "id", "ID", "id"),
        ("docs/en/metoden/historie.md", "url", "Url", "url"),
        ("docs/en/faser/forankring.md", "kind", "Kind", "kind"),
        ("docs/en/faser/forankring.md", "record", "Record", "record"),
        ("docs/en/faser/forankring.md", "number", "Number", "number"),
        ("docs/no/faser/forankring.md", "minutes", "minuts", "minutes"),
    ],
)
def test_a_key_that_is_misspelt_is_told_and_not_missed_beside(project, path, key, written, mend):
    edit(project, path, f"\n{key}:", f"\n{written}:")
    (line,) = problems_of(project)
    assert f'unknown key "{written}" – did you mean "{mend}"?' in line


def test_a_source_that_is_named_as_in_a_text_is_told_once(project):
    edit(project, "data/timeline.yml", "sources: [magazine]", 'sources: ["@magazine"]')
    found = [line for line in problems_of(project) if line.startswith("data/timeline.yml")]
    assert ["write magazine" in line for line in found] == [True], found


def problem(rule, *, kind=None, about="", line=3):
    return Problem(PAGE, line, f"{rule} of {about}", "mend it", rule, kind, about)


def test_a_name_with_a_letter_of_word_is_told_by_its_letter():
    letter = problem("letters")
    name = problem("front-matter", kind=Kind.MISFIT, about="id")
    title = problem("front-matter", kind=Kind.MISFIT, about="title")
    citation = problem("citations", kind=Kind.MALFORMED, about="[@a\u2011b]")
    other = problem("citations", kind=Kind.MALFORMED, about="[@a s. 3]")
    site = Site(Path())
    assert without_echoes([letter, name, title, citation, other], site) == [letter, title, other]
    assert without_echoes([name, citation], site) == [name, citation]


@pytest.mark.parametrize("rule", ["facts", "citation-places"])
def test_of_a_value_that_does_not_fit_its_schema_nothing_else_is_told(rule):
    title = problem("front-matter", kind=Kind.MISFIT, about="title")
    here, below = problem(rule), problem(rule, line=4)
    assert without_echoes([title, here, below], Site(Path())) == [title, below]
