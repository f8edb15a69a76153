"""One slip is told once, where it was made, whatever checks see it."""

from pathlib import Path

import pytest

from scripts.checks.consequences import without_consequences
from scripts.checks.run import check_everything
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


def test_a_page_under_a_bad_name_is_not_told_to_get_a_counterpart_of_that_name(project):
    page = project.root / "docs/no/metoden/møter.md"
    page.write_text(
        (project.root / PAGE).read_text("utf-8").replace("id: history", "id: x"), "utf-8"
    )
    assert not any(
        "missing in the other language" in line or "nav lacks" in line
        for line in problems_of(project)
    )


def test_two_pages_with_one_id_are_told_once_and_not_by_all_that_names_one(project):
    for code in ("no", "en"):
        path = f"docs/{code}/metoden/historie.md"
        edit(project, path, "id: history", "id: municipality-steinkjer")
    found = problems_of(project)
    assert all("has the same id" in line for line in found)
    assert len(found) == 2


@pytest.mark.parametrize("code", ["no", "en"])
def test_an_anchor_that_one_language_has_changed_is_told_once(project, code):
    for linking in ("no", "en"):
        path = project.root / f"docs/{linking}/kommuner/steinkjer.md"
        text = path.read_text("utf-8").rstrip()
        path.write_text(f"{text} Se [der](../metoden/historie.md#unknown).\n", "utf-8")
    rules = project.root / "data" / "permalinks.yml"
    rules.write_text('- {page: history, anchor: once, to: "#unknown"}\n', "utf-8")
    before = problems_of(project)
    edit(project, f"docs/{code}/metoden/historie.md", "#unknown", "#next")
    (line,) = set(problems_of(project)) - set(before)
    assert "write { #unknown }" in line or "{ #unknown } in docs/no" in line


def test_a_date_that_begins_a_wrapped_row_of_an_item_is_told_once_where_it_stands(project):
    lines = told(project, f"- Det var\n23. oktober 2006 det kom [@editorial]\n\n{BEFORE}")
    assert [r"23\. oktober" in line for line in lines] == [True], lines


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
    assert without_consequences([empty, blank, other], Site(Path())) == [blank, other]


@pytest.mark.parametrize(
    ("path", "key", "written", "fix"),
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
def test_a_key_that_is_misspelt_is_told_and_not_missed_beside(project, path, key, written, fix):
    edit(project, path, f"\n{key}:", f"\n{written}:")
    (line,) = problems_of(project)
    assert f'unknown key "{written}" – did you mean "{fix}"?' in line


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
    assert without_consequences([letter, name, title, citation, other], site) == [
        letter,
        title,
        other,
    ]
    assert without_consequences([name, citation], site) == [name, citation]


@pytest.mark.parametrize("rule", ["facts", "citation-places"])
def test_of_a_value_that_does_not_fit_its_schema_nothing_else_is_told(rule):
    title = problem("front-matter", kind=Kind.MISFIT, about="title")
    here, below = problem(rule), problem(rule, line=4)
    assert without_consequences([title, here, below], Site(Path())) == [title, below]


BEFORE = "En setning til [@editorial]."
UNCLOSED = "Dette er **ikke fett [@editorial]."
AS_TYPED = "would be published as it stands – write * or ** right before"


@pytest.mark.parametrize(
    ("text", "below"),
    [
        (f"Se [x](borte.md) [@editorial].\n\n{UNCLOSED}", 2),
        (f"Slik:\n- en [@editorial]\n- to [@editorial]\n\n{UNCLOSED}", 4),
        (f"{UNCLOSED}\n\n```\nkode [@editorial]", 0),
        (f"```\nkode\n\n{UNCLOSED}", 3),
        (f"- en [x](borte.md) [@editorial]\n- {UNCLOSED}", 1),
        (f"- {UNCLOSED}\n- en [x](borte.md) [@editorial]", 0),
        (f"| A | B |\n| --- | --- |\n| [x](borte.md) | b |\n| a | {UNCLOSED} |", 3),
    ],
)
def test_emphasis_that_is_not_closed_is_told_beside_what_is_wrong_elsewhere(project, text, below):
    first = (project.root / PAGE).read_text("utf-8").split("\n").index(TEXT) + 1
    lines = told(project, f"{BEFORE}\n\n{text}")
    (line,) = [each for each in lines if AS_TYPED in each]
    assert line.startswith(f"{PAGE}:{first + 2 + below}:")
    assert len(lines) > 1, "nothing else was wrong"


@pytest.mark.parametrize(
    "text",
    [
        "Dette er **ikke [fett](borte.md) [@editorial].",
        "Dette er **ikke\n[fett](borte.md) [@editorial].",
        "- Dette er **ikke\n[fett](borte.md) [@editorial].\n- en [@editorial]",
    ],
)
def test_in_a_paragraph_with_another_fault_only_that_is_told(project, text):
    (line,) = told(project, text)
    assert "borte.md" in line


def test_code_that_never_ends_makes_no_difference_of_what_stands_below_it(project):
    lines = told(project, f"```\nkode\n\n- en [@editorial]\n    - to [@editorial]\n\n{BEFORE}")
    assert [line for line in lines if "elsewhere read as" in line] == []
    assert any("no sign of code here" in line for line in lines)


def test_differences_from_commonmark_are_told_beside_what_is_wrong_elsewhere(project):
    lines = told(
        project, f"Se [x](borte.md) [@editorial].\n\n- en\n\n  til [@editorial]\n\n{BEFORE}"
    )
    assert any('elsewhere read as text "til' in line for line in lines)
    assert any("borte.md" in line for line in lines)


def found_in(path, rule, *, kind=None, about="", line=3):
    return Problem(path, line, f"{rule} of {about}", f"mend {about}", rule, kind, about)


SPACED = found_in(PAGE, "links", kind=Kind.SPACED, about="../../assets/images/et hus.png")
PHASE = found_in("data/papers.yml", "papers", kind=Kind.UNKNOWN_PHASE, about="phase-9")
MERGE = found_in("data/tools.yml", "files", kind=Kind.MERGE)


@pytest.mark.parametrize(
    ("cause", "effect"),
    [
        (MERGE, found_in("data/tools.yml", "facts", line=90)),
        (MERGE, found_in("data/phases.yml", "tools", about="data/tools.yml, and so on")),
        (SPACED, found_in("docs/assets/images/et hus.png", "file-names", line=0)),
        (SPACED, found_in(PAGE, "syntax", kind=Kind.BARE)),
        (SPACED, found_in(PAGE, "characters")),
        (found_in(PAGE, "characters"), found_in(PAGE, "letters")),
        (found_in("data/a.yml", "files"), found_in("data/a.yml", "facts")),
        (
            found_in("data/a.yml", "records", kind=Kind.ADDRESS),
            found_in("data/a.yml", "files", kind=Kind.MISFIT),
        ),
        (PHASE, found_in("data/self-test.yml", "self-test", kind=Kind.NO_TOOL)),
        (found_in(PAGE, "lists"), found_in(PAGE, "coverage")),
        (found_in(PAGE, "links"), found_in(PAGE, "typography")),
        (found_in(PAGE, "files"), found_in(PAGE, "readability", line=8)),
        (found_in(PAGE, "links"), found_in(PAGE, "commonmark")),
    ],
)
def test_what_follows_is_told_alone_and_not_beside_its_cause(cause, effect):
    nowhere = Site(Path())
    assert without_consequences([effect, cause], nowhere) == [cause]
    assert without_consequences([effect], nowhere) == [effect]


@pytest.mark.parametrize(
    ("cause", "effect"),
    [
        (MERGE, found_in("data/phases.yml", "tools", about="data/other-tools.yml")),
        (SPACED, found_in("docs/assets/images/hus.png", "file-names", line=0)),
        (SPACED, found_in(PAGE, "characters", line=4)),
        (PHASE, found_in("data/self-test.yml", "self-test")),
        (found_in(PAGE, "files"), found_in(PAGE, "facts")),
        (found_in(PAGE, "coverage"), found_in(PAGE, "commonmark")),
        (found_in(PAGE, "source-talk"), found_in(PAGE, "commonmark")),
        (found_in(PAGE, "links"), found_in(PAGE, "commonmark", line=4)),
        (found_in(PAGE, "links"), found_in(PAGE, "coverage")),
    ],
)
def test_what_does_not_follow_is_told_beside_it(cause, effect):
    assert without_consequences([cause, effect], Site(Path())) == [cause, effect]


def test_words_are_judged_where_all_else_that_was_seen_is_a_consequence_told_elsewhere():
    phase = found_in("data/short-forms.yml", "short-forms", kind=Kind.NO_TOOL, about="tool-1")
    word = found_in("data/short-forms.yml", "typography")
    assert without_consequences([PHASE, phase, word], Site(Path())) == [PHASE, word]


def test_what_follows_from_a_consequence_in_a_page_is_not_told_of_a_file_either(project):
    picture = project.root / "docs/assets/images/et hus.svg"
    picture.parent.mkdir(parents=True, exist_ok=True)
    picture.write_text("<svg/>", "utf-8")
    told_of_it = "docs/assets/images/et hus.svg"

    def paths():
        return {problem.path for problem in check_everything(project)[1]}

    assert told_of_it in paths()
    edit(project, PAGE, TEXT, "![Hus](../../assets/images/et hus.svg) [@editorial]")
    assert told_of_it not in paths()
    both = "<<<<<<< HEAD\nen\n=======\nto\n>>>>>>> b"
    edit(project, PAGE, "![Hus]", f"{both}\n\n![Hus]")
    assert told_of_it not in paths()
    assert PAGE in paths()


@pytest.mark.parametrize(
    ("kind", "said"),
    [
        ("tool", 'the record "phase-1-anchoring" is one of data/phases.yml – write kind: phase'),
        ("concept", 'the record "phase-1-anchoring" is one of data/phases.yml – write kind: phase'),
        ("phase-knowledge", 'the id "phase-1-anchoring" is that of a phase – write kind: phase'),
        ("article", "use one of: home, concept, phase, "),
    ],
)
def test_the_wrong_page_type_is_told_once_where_it_stands(project, kind, said):
    page = "docs/no/faser/forankring.md"
    edit(project, page, "kind: phase\n", f"kind: {kind}\n")
    (line,) = problems_of(project)
    assert line.startswith(f"{page}:4: ")
    assert said in line


def test_the_wrong_page_type_in_both_languages_is_told_in_both(project):
    pages = ["docs/en/faser/forankring.md", "docs/no/faser/forankring.md"]
    for page in pages:
        edit(project, page, "kind: phase\n", "kind: tool\n")
    assert [line.partition(":")[0] for line in problems_of(project)] == pages
