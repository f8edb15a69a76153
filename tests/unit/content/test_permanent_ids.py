"""Permanent ids: one namespace for all that has one, and none is given to something else."""

import json

import pytest

from scripts.checks.permanent_ids import check_permanent_ids
from scripts.checks.published import check_published
from scripts.content.datasets import load_datasets
from scripts.content.pages import load_site
from scripts.content.permalinks import Rule
from scripts.content.permanent_ids import PermanentId, is_reassigned, permanent_ids, refused_changes
from scripts.content.sources import load_sources
from tests.repository import git
from tests.unit.projects import edit


def named(project) -> list[PermanentId]:
    sources, _, _ = load_sources(project)
    return permanent_ids(load_site(project.root), load_datasets(project), sources)


def by_id(project) -> dict[str, PermanentId]:
    found = named(project)
    assert len({each.id for each in found}) == len(found)
    return {each.id: each for each in found}


def publish(project, told: dict, number: str) -> None:
    """A branch of editions whose newest says this of its addresses."""
    folder = project.root / "latest"
    folder.mkdir()
    (folder / "addresses.json").write_text(json.dumps(told), encoding="utf-8")
    (folder / "edition.json").write_text(json.dumps({"edition": number}), encoding="utf-8")
    git(project.root, "init", "--quiet", "--initial-branch=gh-pages")
    git(project.root, "add", "latest")
    git(project.root, "commit", "--quiet", "-m", "Edition")


def term(id_: str, **more) -> PermanentId:
    titles = more.pop("titles", {"nb": f"ordet {id_}", "en": f"the word {id_}"})
    return PermanentId(f"term-{id_}", "term", titles, "glossary", f"term-{id_}", **more)


def test_a_municipality_that_a_section_tells_of_is_found_in_that_section(project):
    path = project.root / "data" / "municipalities.yml"
    text = path.read_text(encoding="utf-8")
    head = "- id: steinkjer\n  name: Steinkjer\n  page: municipality-steinkjer\n"
    told = "- id: told\n  name: Told\n  told_at: { page: history, anchor: told }\n"
    path.write_text(text + text.replace(head, told), encoding="utf-8")
    places = [(each.page, each.anchor) for each in named(project)]
    assert ("history", "told") in places


def test_pages_and_records_share_one_namespace_in_which_the_word_for_a_record_comes_first(project):
    found = by_id(project)
    assert {"home", "history", "municipality-steinkjer"} < found.keys()
    assert found["history"].titles == {"nb": "Historien", "en": "The history"}
    for each in found.values():
        assert each.page == each.id or each.id == f"{each.kind}-{each.record}"


def test_the_page_of_a_record_is_where_its_id_leads(project):
    steinkjer = by_id(project)["municipality-steinkjer"]
    assert (steinkjer.page, steinkjer.anchor) == ("municipality-steinkjer", "")
    assert check_permanent_ids(named(project)) == []


def test_a_page_with_the_id_of_a_record_that_it_is_not_about_is_refused(project):
    source = next(each for each in by_id(project).values() if each.kind == "source")
    for code in ("no", "en"):
        edit(project, f"docs/{code}/metoden/historie.md", "id: history", f"id: {source.id}")
    (problem,) = check_permanent_ids(named(project))
    assert str(problem) == (
        f'docs/no/metoden/historie.md:3: the id "{source.id}" is that of '
        f"“{source.titles['nb']}” in data/sources.yml, and id/{source.id}/ can lead to one thing "
        "only – give the page another id, or the record"
    )


@pytest.mark.parametrize(
    ("titles", "other"),
    [
        ({"nb": "ordet pilot", "en": "the word pilot"}, False),
        ({"nb": "ordet pilot", "en": "something altogether different"}, False),
        ({"nb": "Ordet «pilot»", "en": "a whirligig"}, False),
        ({"nb": "kjerring", "en": "a whirligig"}, True),
    ],
)
def test_a_term_is_another_when_it_has_another_name_in_every_language(titles, other):
    assert is_reassigned(term("pilot"), term("pilot", titles=titles)) is other


def test_a_page_may_change_its_title_and_not_its_type_with_it():
    before = PermanentId("a", "concept", {"nb": "Kritikk"}, "a")
    assert not is_reassigned(before, PermanentId("a", "concept", {"nb": "Innvendinger"}, "a"))
    assert is_reassigned(before, PermanentId("a", "municipality", {"nb": "Moss"}, "a"))


def test_what_was_published_asks_for_an_answer_and_gets_it_from_its_place():
    ever = {"term-pilot": term("pilot")}
    ((_, what, fix),) = refused_changes(ever, {}, [])
    assert what == "“ordet pilot” was published as id/term-pilot/, and is not there now"
    assert fix.endswith("page: glossary, anchor: term-pilot, with to: or gone:")
    for rule in (Rule("glossary", "term-pilot", to="glossary"), Rule("glossary", to="home")):
        assert list(refused_changes(ever, {}, [rule])) == []


def test_an_id_that_was_gone_is_used_again_for_the_same_alone():
    ever, now = {"term-pilot": term("pilot", is_gone=True)}, {"term-pilot": term("pilot")}
    ((_, what, fix),) = refused_changes(ever, now, [])
    assert what == 'the id "term-pilot" was published for “ordet pilot” (term)'
    assert fix.endswith('add to data/permalinks.yml: id: term-pilot, same: "ordet pilot"')
    for title in ("ordet pilot", "the word pilot"):
        assert list(refused_changes(ever, now, [Rule(id="term-pilot", same=title)])) == []


def test_that_an_id_is_of_the_same_is_confirmed_for_one_title_and_no_later_one():
    ever = {"term-pilot": term("pilot")}
    confirmed = [Rule(id="term-pilot", same="Prøve")]
    now = {"term-pilot": term("pilot", titles={"nb": "Prøve", "en": "Trial"})}
    assert list(refused_changes(ever, now, confirmed)) == []
    # The next edition has it so, and somebody gives the id away after that.
    other = {"term-pilot": term("pilot", titles={"nb": "Kjerring «x»", "en": "Whirligig"})}
    ((_, what, fix),) = refused_changes(now, other, confirmed)
    assert what == 'the id "term-pilot" was published for “Prøve” (term)'
    assert fix.endswith('write for it in data/permalinks.yml: same: "Kjerring «x»"')


def test_the_check_misses_what_the_newest_edition_has_before_anything_is_built(project):
    things = by_id(project)
    source = next(each for each in things.values() if each.kind == "source")
    places = {lang: {"url": "x/", "title": title} for lang, title in source.titles.items()}
    other = {lang: {"url": "x/", "title": "Zyx"} for lang in ("nb", "en")}
    gone = {"kind": "term", "page": "glossary", "anchor": "term-pilot", "places": places}
    told = {
        "addresses": {},
        "ids": {
            source.id: {"kind": "source", "page": "sources", "anchor": source.id, "places": other},
            "term-pilot": gone,
        },
    }
    publish(project, told, "1.0")
    found = check_published(load_site(project.root), [], list(things.values()))
    assert [each.path for each in found] == ["data/sources.yml", "data/permalinks.yml"]
    assert "give what has it now another id" in found[0].fix
    assert "anchor: term-pilot" in found[1].fix


@pytest.mark.parametrize(("built", "asked"), [("1.9", 0), ("1.10", 1), ("1.11", 1), ("", 1)])
def test_an_older_edition_is_not_asked_for_what_only_newer_ones_have(
    project, monkeypatch, built, asked
):
    monkeypatch.setenv("MIKE_DOCS_VERSION", built)
    entry = {"page": "newer", "lang": "nb", "headings": []}
    publish(project, {"addresses": {"ny/index.html": entry}}, "1.10")
    assert len(check_published(load_site(project.root), [], named(project))) == asked
