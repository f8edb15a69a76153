"""Front matter has one reading: what the check sees is what MkDocs makes the page of."""

import pytest
from mkdocs.utils.meta import get_data

from scripts.knowledge.front_matter import with_front_matter
from scripts.knowledge.pages import load_site
from scripts.knowledge.yamlfile import parse_yaml
from tests.unit.projects import ROOT, edit, problems_of

# Words, dates and numbers that YAML 1.1 takes for something else than they are.
WORDS = ["On", "Off", "Yes", "No", "no", "off", "y", "True", "NULL", "Null", "2002:24", "190:20:30"]
WORDS += ["007", "0777", "0o14", "0x1F", "0b11", "1_000", "+47", "1e3", ".5", ".inf", ".NaN", "="]
WORDS += ["2008-05-12", "2001-12-14 21:59:43", "1.2.3", "12e", "<"]


@pytest.mark.parametrize("word", WORDS)
def test_a_word_is_the_title_that_stands_there_to_both(word):
    parsed, problems = parse_yaml(f"title: {word}\n", "a.md")
    assert (parsed.data, problems) == ({"title": word}, [])
    body, meta = get_data(with_front_matter(parsed.data, "\nTekst.\n"))
    assert (meta, body) == ({"title": word}, "Tekst.\n")


SIGNS = ["a: b", "# x", "- x", "'", '"', "\\", "to\nlinjer", "---", "...", "x\n---\ny", "\u2028"]
SIGNS += [
    "😀",
    "æøå",
    " ",
    "{a: 1}",
    "[1]",
    "&a",
    "*a",
    "!b",
    "%c",
    "@d",
    "`e`",
    "|",
    ">",
    "?",
    ": ",
]


@pytest.mark.parametrize("text", SIGNS)
def test_any_text_comes_through_as_it_is(text):
    keys = {"title": text, "people": [3, 6], "lat": 1.5, "core": True}
    assert get_data(with_front_matter(keys, "\nTekst.\n")) == ("Tekst.\n", keys)


def test_every_page_of_the_site_is_read_alike():
    for page in load_site(ROOT).pages:
        body, meta = get_data(with_front_matter(page.meta, page.body))
        assert (meta, body) == (page.meta, page.body.lstrip("\n")), page.path


@pytest.mark.parametrize(
    ("word", "called"), [("2002", "a number"), ("3.14", "a number with decimals")]
)
def test_a_number_as_title_is_told_to_be_put_in_quotation_marks(project, word, called):
    edit(project, "docs/no/metoden/historie.md", "title: Historien", f"title: {word}")
    assert problems_of(project) == [
        f"docs/no/metoden/historie.md:2: title is {called}, but should be text – "
        f'put it in quotation marks: "{word}"'
    ]


@pytest.mark.parametrize("word", ["true", "null"])
def test_a_word_that_means_something_as_title_is_told_so_too(project, word):
    edit(project, "docs/no/metoden/historie.md", "title: Historien", f"title: {word}")
    (problem,) = problems_of(project)
    assert problem.endswith(f'– put it in quotation marks: "{word}"')
