"""data/permalinks.yml: every entry says one thing, of what is not there, and leads somewhere."""

import json

import pytest

from scripts.checks.published import check_published
from scripts.content.pages import load_site
from scripts.content.permalinks import Rule, load_permalinks
from tests.repository import git
from tests.unit.projects import edit

GONE = 'gone: {"no": Feil., en: Wrong.}'


def read(project, text: str):
    (project.data / "permalinks.yml").write_text(text, encoding="utf-8")
    rules, problems = load_permalinks(project, load_site(project.root))
    return rules, [str(problem) for problem in problems]


@pytest.mark.parametrize(
    ("entry", "said"),
    [
        ("{page: old}", "say where it leads or why it is gone – write to: or gone:"),
        (f"{{page: old, to: home, {GONE}}}", "write to: or gone:, and not both"),
        ("{to: home}", "about a page or about an address – write page:"),
        ("{page: old, address: a.csv, to: home}", "about a page or about an address"),
        ("{address: a.csv, anchor: b, to: c.csv}", "an anchor belongs to a page"),
        ("{page: history, to: home}", 'a page has the id "history", so nothing needs to be said'),
        ("{page: histor, anchor: a, to: home}", 'unknown page "histor" – did you mean "history"?'),
        ("{page: old, to: histor}", 'leads to no page: "histor" – did you mean "history"?'),
        ("{page: old, to: old}", 'leads to no page: "old"'),
        ("{page: old, to: history#nowhere}", 'historie.md has no heading "#nowhere" – write'),
        ('{page: history, anchor: a, to: "#a"}', '"to" leads to itself'),
        ("{page: history, anchor: a, to: history}", '"to" leads to the same page'),
        ("{page: history, anchor: in-short, to: home}", 'has the heading "#in-short"'),
        ("{page: old, gone: {en: Wrong.}}", '"no" is missing'),
        ("{page: old, to: home, why: x}", "why"),
        ("{id: term-old, same: true}", "write the title that the thing has now in quotation"),
        ('{id: term-old, same: ""}', "write the title that the thing has now in quotation"),
        ("{id: term-old}", "write id: and same: with its title, and nothing else"),
        ("{id: term-old, same: Ny, to: home}", "write id: and same: with its title, and nothing"),
        ("{page: Old page, to: home}", "name the page by its id"),
    ],
)
def test_a_faulty_entry_is_named_with_its_line_and_the_mend(project, entry, said):
    _, problems = read(project, f"# What moved\n- {entry}\n")
    assert len(problems) == 1
    assert problems[0].startswith("data/permalinks.yml:2: ")
    assert said in problems[0]


def test_the_same_thing_cannot_be_said_twice(project):
    _, problems = read(project, f"- {{page: old, {GONE}}}\n- {{page: old, to: home}}\n")
    assert problems == [
        "data/permalinks.yml:2: the same stands further up – keep one of the two entries"
    ]


def test_entries_are_read_with_their_page_and_anchor(project):
    rules, problems = read(
        project,
        f"- {{page: old, to: history}}\n- {{page: history, anchor: a, to: '#in-short'}}\n"
        f"- {{address: data/a.csv, {GONE}}}\n- {{id: term-old, same: Ny prøve}}\n",
    )
    assert problems == []
    assert rules == [
        Rule(page="old", to="history"),
        Rule(page="history", anchor="a", to="history", to_anchor="in-short"),
        Rule(address="data/a.csv", gone={"no": "Feil.", "en": "Wrong."}),
        Rule(id="term-old", same="Ny prøve"),
    ]


def test_a_site_that_has_given_nothing_away_needs_no_file(project):
    assert load_permalinks(project, load_site(project.root)) == ([], [])


def published(project, **addresses) -> None:
    """A branch of editions whose newest has these pages."""
    told = {"addresses": addresses}
    file = project.root / "latest/addresses.json"
    file.parent.mkdir()
    file.write_text(json.dumps(told), encoding="utf-8")
    git(project.root, "init", "--quiet", "--initial-branch=gh-pages")
    git(project.root, "add", "latest")
    git(project.root, "commit", "--quiet", "-m", "Edition")


def test_a_page_and_a_heading_that_were_published_are_missed_before_anything_is_built(project):
    entry = {"page": "history", "lang": "nb", "headings": ["in-short", "trials"]}
    gone = {"page": "critique", "lang": "en", "headings": []}
    published(project, **{"metoden/historie/index.html": entry, "en/c/index.html": gone})
    site = load_site(project.root)
    assert [str(problem) for problem in check_published(site, [])] == [
        'data/permalinks.yml: the page "critique" was published at en/c/, and is not there – '
        "keep its id, or add `page: critique` with to: or gone:",
        'docs/no/metoden/historie.md: the heading "#trials" was published at metoden/historie/, '
        "and is not there – keep { #trials }, or add to data/permalinks.yml: page: history, "
        "anchor: trials, with to: or gone:",
    ]
    rules = [Rule(page="critique", to="home"), Rule(page="history", anchor="trials", to="home")]
    assert check_published(site, rules) == []


def test_a_page_whose_front_matter_cannot_be_read_is_not_missed(project):
    entry = {"page": "history", "lang": "nb", "headings": ["in-short"]}
    published(project, **{"metoden/historie/index.html": entry})
    edit(project, "docs/no/metoden/historie.md", "title: ", "title: a: ")
    assert check_published(load_site(project.root), []) == []


def test_a_page_at_the_address_that_another_left_is_told_before_anything_is_built(project):
    home = {"page": "home", "lang": "nb", "headings": []}
    published(project, **{"metoden/historie/index.html": home})
    assert [str(problem) for problem in check_published(load_site(project.root), [])] == [
        'docs/no/metoden/historie.md: the page "home" was published at metoden/historie/, and now '
        '"history" stands there – give this page another address'
    ]
    git(project.root, "tag", "gh-pages", "gh-pages")  # a tag of that name hides no branch
    git(project.root, "commit", "--quiet", "--allow-empty", "-m", "More")
    assert check_published(load_site(project.root), [])
