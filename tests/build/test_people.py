"""Who was who has a page, those of MKM first, and old links to its list still lead there."""

import re

import pytest
from bs4 import BeautifulSoup

from scripts.common.paths import Project
from scripts.content.datasets import load_datasets
from tests.unit.projects import ROOT

PLACES = {
    "metoden/hvem-er-hvem/": "metoden/roller/",
    "en/method/who-was-who/": "en/method/roles/",
}
PEOPLE = load_datasets(Project(ROOT)).records["people"]
# Came after the list had left the page of roles: no old link leads to it.
NEWER = {"per-westby"}
PLACED = [
    *(each["id"] for each in PEOPLE if each["id"] not in NEWER),
    "list-person",
    "list-organisation",
]


def soup(path):
    return BeautifulSoup(path.read_text(encoding="utf-8"), "lxml")


@pytest.mark.parametrize("place", PLACES)
def test_those_of_mkm_stand_first_and_those_of_later_programmes_apart(site, place):
    article = soup(site / place / "index.html").article
    later = article.select_one("#later-programmes")
    for record in PEOPLE:
        (entry,) = article.select(f"#{record['id']}")
        stands_below = later in entry.find_all_previous("h2")
        assert stands_below is ("later" in record), record["id"]


@pytest.mark.parametrize(("place", "before"), PLACES.items())
def test_an_old_link_to_a_name_on_the_page_of_roles_leads_to_the_list(site, place, before):
    path = site / before
    article = soup(path / "index.html").article
    moved = {
        id_: article.select_one(f"#{id_}").find_parent("div", class_="moved") for id_ in PLACED
    }
    lines = {line.a["href"]: line for line in moved.values()}
    (line,) = lines.values()
    assert (path / line.a["href"]).resolve() == (site / place).resolve()


@pytest.mark.parametrize("place", PLACES)
def test_a_stranger_meets_eight_names_then_the_people_then_the_organisations(site, place):
    article = soup(site / place / "index.html").article
    ids = [each["id"] for each in article.select("h2, h3") if each.get("id")]
    order = ["people", "list-person", "list-organisation", "later-programmes"]
    assert [each for each in ids if each in order] == order
    heading = article.select_one("#people")
    bold = [each for each in article.select("li > strong") if each.find_previous("h2") is heading]
    names = [name for each in bold for name in re.split(" og | and ", each.text)]
    assert len(names) == 8


@pytest.mark.parametrize("place", PLACES)
def test_a_name_is_no_link_and_the_page_that_tells_more_is_named(site, place):
    article = soup(site / place / "index.html").article
    assert article.select("[data-list=people] div")
    assert article.select("[data-list=people] dt a:not(.headerlink)") == []
    for link in article.select("[data-list=people] dd > a[href$='/']"):
        title = soup(site / place / link["href"] / "index.html").h1.get_text()
        said = link.get_text().replace("\N{SOFT HYPHEN}", "")
        assert said.endswith(title.replace("\N{SOFT HYPHEN}", ""))


@pytest.mark.parametrize("place", PLACES)
def test_letters_lead_to_family_names_and_one_field_searches_both_lists(site, place):
    article = soup(site / place / "index.html").article
    people = [each for each in PEOPLE if each["kind"] == "person" and "later" not in each]
    family = {each["id"]: each["name"].split(",")[0].split()[-1] for each in people}
    letters = {
        link.get_text(): link["href"].removeprefix("#") for link in article.select(".letters a")
    }
    assert {letter: family[to][0] for letter, to in letters.items()} == {
        name[0]: name[0] for name in family.values()
    }
    form = article.select_one("form[data-filters]")
    assert len(article.select(form["data-filters"])) == len(PEOPLE)
    assert str(len(PEOPLE)) in form.output.get_text()
