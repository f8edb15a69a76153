"""A citation stands where it becomes a note, and an @ that is none can be written."""

import pytest

from scripts.checks.citation_places import check_places
from scripts.content.pages import load_site
from tests.unit.projects import edit, problems_of

HISTORY = "docs/no/metoden/historie.md"


def told(project, text):
    edit(project, HISTORY, "Hva sto i avtalene?", text)
    return [problem for problem in problems_of(project) if "cannot stand" in problem]


@pytest.mark.parametrize(
    "text",
    [
        "Se [lenken [@campaign] i teksten](../index.md).",
        "Se [@campaign sier det](../index.md).",
        "Se [det som @campaign sier](../index.md).",
        "![Hjulet [@campaign]](../../assets/images/wheel.svg)",
        'Se <a href="https://example.no/">lenken <b>her</b> [@campaign]</a>.',
        'Se <span title="[@campaign]">her</span>.',
        "### Avtalene [@campaign] { #agreements }",
        "Trykk <kbd>Ctrl [@campaign]</kbd> der.",
        "Det er 20 m<sup>2 [@campaign]</sup>.",
    ],
)
def test_a_citation_that_would_break_what_it_stands_in_is_told_once(project, text):
    assert len(told(project, text)) == 1


@pytest.mark.parametrize(
    "text",
    [
        "Se [lenken](../index.md) [@campaign].",
        "Se [@navn](https://www.example.no/navn).",
        "Se [navn@example.no](mailto:navn@example.no).",
        'Se <span title="a@b">her</span> [@campaign].',
        "| Hva [@campaign] | Når |\n| --- | --- |\n| a | b [@campaign] |",
        "> **Sitat** [@campaign]",
        "Skriv `[lenke [@campaign]](x.md)` slik.",
    ],
)
def test_a_citation_where_a_note_can_stand_is_left_in_peace(project, text):
    assert told(project, text) == []


@pytest.mark.parametrize(
    ("path", "old", "new"),
    [
        (HISTORY, "title: Historien", "title: 'Historien [@campaign]'"),
        (HISTORY, "slik kildene", "slik [@adviser] og kildene"),
        (
            "data/timeline.yml",
            "event: {",
            "date_text: {'no': 'ifølge @campaign', en: x}\n  event: {",
        ),
        ("data/municipalities.yml", "a refuse lorry.", "a refuse lorry [@nobody]."),
    ],
)
def test_a_citation_in_front_matter_or_data_is_told_at_its_line(project, path, old, new):
    edit(project, path, old, new)
    (problem,) = [each for each in problems_of(project) if "is not read" in each]
    lines = (project.root / path).read_text(encoding="utf-8").splitlines()
    line = int(problem.removeprefix(f"{path}:").split(":")[0])
    assert "@" in lines[line - 1]


def test_an_unknown_name_is_told_how_to_be_written_as_text(project):
    edit(project, HISTORY, "Hva sto i avtalene?", "Følg @fagforbundet.")
    (problem,) = [each for each in problems_of(project) if "fagforbundet" in each]
    assert problem.endswith("or write \\@fagforbundet where it is no citation")


@pytest.mark.parametrize(
    ("text", "fix"),
    [
        ("Det sto der [campaign].", "[@campaign]"),
        ("Det sto der [campaign, s. 4].", "[@campaign, s. 4]"),
        ("Det sto der [editorial].", "[@editorial]"),
    ],
)
def test_the_id_of_a_source_without_its_sign_is_told_where_it_stands(project, text, fix):
    edit(project, HISTORY, "Hva sto i avtalene?", text)
    (problem,) = [each for each in problems_of(project) if "the @ is missing" in each]
    assert problem.startswith(f"{HISTORY}:")
    assert problem.endswith(f"write {fix}")


@pytest.mark.parametrize(
    "text",
    ["Se [campaign](../index.md).", "Et [ord] her.", "\\[campaign]", "`[campaign]`", "[@campaign]"],
)
def test_brackets_that_are_meant_as_they_stand_are_left_in_peace(project, text):
    edit(project, HISTORY, "Hva sto i avtalene?", text)
    assert not any("the @ is missing" in each for each in problems_of(project))


@pytest.mark.parametrize("locator", ["4", "4-5", "12–13"])
def test_a_bare_number_in_a_citation_is_asked_what_it_counts(project, locator):
    edit(project, HISTORY, "Hva sto i avtalene?", f"Det sto der [@campaign, {locator}].")
    (problem,) = [each for each in problems_of(project) if "what it counts" in each]
    assert f"write s. {locator}, or kap." in problem


@pytest.mark.parametrize(
    ("text", "twice"),
    [
        ("Avtalen gjaldt i tre år. [@campaign].", True),
        ("Avtalen gjaldt i tre år.\n[@campaign] [@editorial].", True),
        ("Avtalen gjaldt i tre år. [@campaign] Så sluttet den. [@campaign]", False),
        ("Avtalen gjaldt i tre år [@campaign].", False),
        ("Gjaldt den i tre år? [@campaign]", False),
        ("`Slik. [@campaign].` er galt [@campaign].", False),
    ],
)
def test_a_full_stop_on_both_sides_of_a_citation_is_told(project, text, twice):
    edit(project, HISTORY, "Hva sto i avtalene?", text)
    said = "a full stop stands before the citation and behind it – take one of them away"
    assert any(said in problem for problem in problems_of(project)) is twice


@pytest.mark.parametrize(
    ("text", "mended", "fix"),
    [
        ("Ord [@campaign]2013.", "Ord [@campaign] 2013.", "put a space behind it"),
        ("Avtalen [@campaign]gjaldt.", "Avtalen [@campaign] gjaldt.", "put a space behind it"),
        ("I kommune[@campaign]styret.", "I kommunestyret [@campaign].", "behind the word"),
    ],
)
def test_a_note_that_would_run_into_what_follows_is_told(project, text, mended, fix):
    edit(project, HISTORY, "Hva sto i avtalene?", text)
    (problem,) = [each for each in problems_of(project) if "as one word" in each]
    assert problem.startswith(f"{HISTORY}:24: ")
    assert problem.endswith(fix)
    edit(project, HISTORY, text, mended)
    assert [each for each in problems_of(project) if "as one word" in each] == []


@pytest.mark.parametrize(
    "text", ["Ord [@campaign][@editorial].", "Ord [@campaign], og mer.", "`[@campaign]2013`"]
)
def test_what_follows_a_note_at_a_distance_is_left_in_peace(project, text):
    edit(project, HISTORY, "Hva sto i avtalene?", text)
    assert [each for each in problems_of(project) if "as one word" in each] == []


def alone(project, text):
    edit(project, HISTORY, "Hva sto i avtalene?", text)
    return [problem for problem in problems_of(project) if "stands alone" in problem]


@pytest.mark.parametrize("mark", ["[@editorial]", "[@campaign] [@adviser].", "[@campaign, s. 3]"])
def test_a_paragraph_of_citations_alone_is_told_by_its_row(project, mark):
    (problem,) = alone(project, f"Det var slik.\n\n{mark}\n\nOg slik.")
    assert problem.startswith(f"{HISTORY}:26: ")
    assert "put it behind the words that it belongs to" in problem


@pytest.mark.parametrize("text", ["Kilde:\n[@editorial]", "Kilde: [@editorial]", "- [@editorial]"])
def test_citations_with_words_are_left_in_peace(project, text):
    assert alone(project, text) == []


@pytest.mark.parametrize(
    ("mark", "right", "said"),
    [
        ("@editorial, s. 12", "@editorial", "names a place in what is no source"),
        ("@campaign, s. «12»", "@campaign, s. 12", "is no place in @campaign"),
    ],
)
def test_a_place_that_is_none_is_told(project, mark, right, said):
    edit(project, HISTORY, "Hva sto i avtalene?", f"Ord [{mark}].")
    assert sum(said in each for each in problems_of(project)) == 1
    edit(project, HISTORY, mark, right)
    assert not any(said in each for each in problems_of(project))


@pytest.mark.parametrize(
    ("text", "fix"),
    [
        ("Etter @campaign [s. 2] er det slik [@campaign].", "write [@campaign, s. 2] behind"),
        ("Etter @campaign, s. 2, er det slik [@campaign].", "write [@campaign, s. 2] behind"),
        ("Etter @campaign (kap. 3) er det slik [@campaign].", "write [@campaign, kap. 3] behind"),
        ("I @campaign's bok er det slik [@campaign].", "write the name yourself"),
        ("I @campaign’s bok er det slik [@campaign].", "write the name yourself"),
    ],
)
def test_a_name_in_the_text_has_no_place_and_no_ending_behind_it(project, text, fix):
    edit(project, HISTORY, "Hva sto i avtalene?", text)
    assert sum(fix in problem for problem in problems_of(project)) == 1


@pytest.mark.parametrize(
    "text", ["Etter @campaign er det 2 s.", "Etter @campaign, sa hun, er det."]
)
def test_a_name_in_the_text_before_other_words_is_left_in_peace(project, text):
    edit(project, HISTORY, "Hva sto i avtalene?", text)
    assert not [each for each in problems_of(project) if "the note before" in each]


def test_a_place_without_its_plain_form_is_told(project):
    edit(project, HISTORY, "Hva sto i avtalene?", "Det er slik [@campaign, *s. 2*].")
    assert any('"*s. 2*" is no place in @campaign' in each for each in problems_of(project))


def test_a_citation_over_two_rows_is_told_to_be_put_on_one(project):
    edit(project, HISTORY, "Hva sto i avtalene?", "Det er slik [@campaign;\n@adviser].")
    assert sum(each.endswith(", all on one row") for each in problems_of(project)) == 1


@pytest.mark.parametrize(
    "text", ["Det var 1[@campaign],5 timer", "I 2013[@campaign]–2015", "Et ja[@campaign]-nei"]
)
def test_a_citation_within_a_number_or_a_compound_is_told(project, text):
    edit(project, HISTORY, "Hva sto i avtalene?", f"{text} [@campaign].")
    assert sum("as one word" in each for each in problems_of(project)) == 1


@pytest.mark.parametrize(
    "text", ["Ja [@campaign], og nei", "Ja [@campaign]. 12 timer", "Ja [@campaign] – nei"]
)
def test_a_citation_before_a_sign_is_left_in_peace(project, text):
    edit(project, HISTORY, "Hva sto i avtalene?", f"{text} [@campaign].")
    assert not [each for each in problems_of(project) if "as one word" in each]


def test_a_bracket_too_many_is_told(project):
    edit(project, HISTORY, "Hva sto i avtalene?", "Det er slik [@campaign]].")
    (said,) = [each for each in problems_of(project) if "bracket" in each]
    assert said.endswith('"[@campaign]]" ends with one bracket too many – write [@campaign]')


def test_a_citation_within_brackets_of_the_text_is_left_in_peace(project):
    edit(project, HISTORY, "Hva sto i avtalene?", "Det er slik [sa hun [@campaign]] da.")
    assert not [each for each in problems_of(project) if "too many" in each]


def test_a_page_of_a_preface_is_a_place(project):
    edit(project, HISTORY, "Hva sto i avtalene?", "Det er slik [@campaign, s. ii–iv].")
    assert not [each for each in problems_of(project) if "no place" in each]


@pytest.mark.parametrize("dash", ["\u2010", "\u2011", "\u2212", "—"])
def test_a_range_of_pages_has_the_dash_of_all_others(project, dash):
    edit(project, HISTORY, "Hva sto i avtalene?", f"Det er slik [@campaign, s. 2{dash}3].")
    assert any('write "@campaign, s. 2–3"' in each for each in problems_of(project))


def test_what_is_known_of_an_unchanged_page_follows_the_list_of_sources(project):
    edit(project, "docs/no/metoden/historie.md", "Hva sto i avtalene?", "Hva sto i [new-one]?")
    site = load_site(project.root)
    assert check_places(site, {}, {"campaign"}) == []
    (told,) = check_places(site, {}, {"campaign", "new-one"})
    assert '"[new-one]" would be published as it stands' in str(told)
    assert check_places(site, {}, {"campaign"}) == []
