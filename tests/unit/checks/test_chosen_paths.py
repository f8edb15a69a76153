"""`make check --path`: what concerns a page is told, and a path that is none never passes."""

import pytest

from scripts.checks import report
from scripts.checks.chosen_paths import concerning, language_fault, resolve_paths
from scripts.checks.run import load_content
from scripts.common.problems import Problem
from scripts.content.pages import load_site
from tests.unit.projects import edit

LISTS = Problem("docs/no/a.md", 3, 'begins "1998."', "write 1998\\.", "lists")
HTML = Problem("docs/no/b.md", 9, "a script", "take it away", "html")
DATA = Problem("data/tools.yml", 0, "the file is missing", "put it back", "files")
PAGE = "docs/no/metoden/historie.md"


def resolved(project, *typed, problems=()):
    paths, faults = resolve_paths(project.root, typed, problems, load_site(project.root))
    return paths, [str(fault) for fault in faults]


def test_only_what_was_asked_for_is_told():
    english = Problem("docs/en/a.md", 1, "x", "y")
    found = [LISTS, HTML, english]
    assert concerning(found, ["docs/no/a.md"], "") == [LISTS]
    assert concerning(found, ["docs"], "en") == [english]
    assert concerning(found, ["."], "") == found
    assert concerning([*found, DATA], [], "no") == [LISTS, HTML, DATA]


def test_data_that_cannot_be_read_concerns_each_page_but_no_other_data():
    assert concerning([DATA], ["docs/no/a.md"], "") == [DATA]
    assert concerning([DATA], ["data/phases.yml"], "") == []


@pytest.mark.parametrize(
    "problem",
    [
        Problem(
            "docs/en/a.md", 9, "#b lacks @c against the original", "cite as docs/no/a.md:3 does"
        ),
        Problem(
            "docs/no/c/d.md", 9, '"../a.md#b": that page has no anchor "b"', "see its headings"
        ),
        Problem(
            "data/municipalities.yml", 9, 'docs/no/a.md does not cite "c"', "cite it there", "facts"
        ),
        Problem("mkdocs.yml", 9, 'nav lacks the page "a.md"', "add it"),
    ],
)
def test_what_stands_elsewhere_and_names_the_page_concerns_it(problem):
    assert concerning([problem], ["docs/no/a.md"], "") == [problem]
    assert concerning([problem], ["docs/no/e.md"], "") == []


def test_a_page_that_is_only_guessed_at_is_not_concerned():
    stranger = Problem(
        "docs/no/c.md", 1, 'the link "b.md" leads to no page', 'did you mean "a.md"?'
    )
    assert concerning([stranger], ["docs/no/a.md"], "") == []


@pytest.mark.parametrize("typed", [PAGE, f"./{PAGE}", f"{PAGE}:12", PAGE.replace("/", "\\")])
def test_a_path_is_read_however_it_is_written(project, typed):
    assert resolved(project, typed) == ([PAGE], [])
    assert resolved(project, str(project.root / PAGE)) == ([PAGE], [])
    assert resolved(project, f"docs/../{PAGE}") == ([PAGE], [])
    assert resolved(project, "docs/no/") == (["docs/no"], [])


@pytest.mark.parametrize(
    "typed",
    ["docs/no/metoden/histori.md", "metoden/historie", "historie.md", "/metoden/historie/",
     "https://mkm.example/1.0/metoden/historie/#in-short", "docs/no/metoden/Historie.md"],
)  # fmt: skip
def test_a_path_that_is_none_is_told_with_the_page_that_is_meant(project, typed):
    told = f'--path: there is no "{typed}" – did you mean "{PAGE}"?'
    assert resolved(project, typed) == ([], [told])


def test_a_path_outside_or_of_no_checked_file_is_told(project):
    _, [outside] = resolved(project, "../../etc/passwd")
    assert outside.startswith('--path: "../../etc/passwd" lies outside the project – name a file')
    (project.root / "README.md").write_text("x", encoding="utf-8")
    _, [unchecked] = resolved(project, "README.md")
    assert unchecked.startswith('--path: "README.md" is nothing that is checked – name')
    _, [empty] = resolved(project, "")
    assert empty.startswith('--path: there is no "" – name a file or folder')


def test_a_file_that_lacks_is_chosen_where_a_problem_names_it(project):
    (project.data / "tools.yml").unlink()
    assert resolved(project, "data/tools.yml", problems=[DATA]) == (["data/tools.yml"], [])


def test_a_language_that_is_none_is_told():
    assert language_fault("no") == language_fault("") == []
    assert str(language_fault("nb")[0]) == (
        '--lang: there is no language "nb" – did you mean "no"?'
    )
    assert language_fault("tysk")[0].fix == "write no or en"


def test_where_nothing_is_wrong_with_a_page_the_others_are_counted(project):
    edit(project, PAGE, "## Kort fortalt", "## Kort sagt")
    content = load_content(project)
    said = report.summary_of(content, [PAGE], 3).splitlines()
    assert said[0] == f"{PAGE}: no problems. Elsewhere: 3 problems (make check)."
    assert said[1].startswith("docs/en/metoden/historie.md: ")
    assert report.summary_of(content, ["data"], 0) == "data: no problems."
