"""`make new`: two files that only lack what the editor is to write."""

import pytest

from scripts.common.paths import Project
from scripts.common.problems import ProblemsFound
from scripts.common.yaml_lines import load_yaml
from scripts.content.markdown import headings
from scripts.content.pages import load_site
from scripts.content.scaffold import new_page
from tests.unit.projects import ROOT, edit, problems_of

SHAPES = load_yaml(Project(ROOT).data / "shapes.yml", ROOT)[0].data
WRITTEN = ["docs/no/metoden/kritikk.md", "docs/en/metoden/kritikk.md"]
DESCRIPTION = "Kritikken mot metodikken, slik kildene gjengir den, og svarene den fikk."


def files_of(project):
    return sorted(path for path in project.root.rglob("*") if path.is_file())


def not_waiting(report):
    """What is told but that sections wait for their text."""
    waiting = ("without a lead", "nothing stands below")
    return [each for each in report if not any(words in each for words in waiting)]


def test_new_page_is_written_in_both_languages(project):
    assert new_page(project, "metoden/kritikk", "concept") == WRITTEN
    assert (project.root / WRITTEN[1]).read_text(encoding="utf-8").startswith("---\ntitle: ")


@pytest.mark.parametrize("path", ["metoden/kritikk.md", "/metoden/kritikk", "metoden/kritikk/"])
def test_path_may_be_typed_with_ending_or_slashes(project, path):
    assert new_page(project, path, "concept") == WRITTEN


@pytest.mark.parametrize("kind", sorted(SHAPES))
def test_new_page_of_each_kind_has_its_headings_in_both_languages(project, kind):
    new_page(project, "metoden/kritikk", kind)
    for name, code in zip(WRITTEN, ("no", "en"), strict=True):
        found = headings((project.root / name).read_text(encoding="utf-8"))
        assert [(each.level, each.anchor, each.text) for each in found] == [
            (2, shape["id"], shape[code]) for shape in SHAPES[kind]
        ]
        assert [bool(each.classes & {"editorial"}) for each in found] == [
            shape.get("editorial", False) for shape in SHAPES[kind]
        ]


def test_new_page_is_whole_when_description_and_nav_are_written(project):
    new_page(project, "metoden/kritikk", "concept")
    for name in WRITTEN:
        edit(project, name, "description: ", f'description: "{DESCRIPTION}"')
    edit(project, "mkdocs.yml", "  - Faser:\n", "  - metoden/kritikk.md\n  - Faser:\n")
    assert not_waiting(problems_of(project)) == []


@pytest.mark.parametrize("kind", sorted(SHAPES))
def test_editor_is_told_of_each_thing_that_a_new_page_lacks(project, kind):
    new_page(project, "metoden/kritikk", kind)
    report = not_waiting(problems_of(project))
    lacking = {"mkdocs.yml": ['nav lacks the page "metoden/kritikk.md"']}
    keys = ["description"] if kind in ("concept", "template") else ["record", "description"]
    keys += ["the form has no blank"] if kind == "tool" else []
    keys = ["minutes", "people", *keys] if kind == "phase" else keys
    lacking |= dict.fromkeys(WRITTEN, keys)
    for path, things in lacking.items():
        said = [problem for problem in report if problem.startswith(f"{path}:")]
        assert len(said) == len(things)
        assert all(thing in line for thing, line in zip(things, said, strict=True))
    assert len(report) == sum(len(things) for things in lacking.values())


def test_addresses_of_the_new_page_do_not_collide(project):
    new_page(project, "metoden/kritikk", "concept")
    urls = [page.url for page in load_site(project.root).pages if page.id == "kritikk"]
    assert urls == ["metoden/kritikk/", "en/metoden/kritikk/"]


@pytest.mark.parametrize(
    "path",
    ["", "Metoden/kritikk", "metoden/øving", "metoden/min side", "../kritikk", "a//b", "a_b", "-a"],
)
def test_path_that_cannot_be_an_address_is_refused_and_nothing_is_written(project, path):
    before = files_of(project)
    with pytest.raises(ProblemsFound, match="cannot be an address – use small letters"):
        new_page(project, path, "concept")
    assert files_of(project) == before


def test_unknown_kind_is_answered_with_those_that_are_known(project):
    before = files_of(project)
    with pytest.raises(ProblemsFound) as found:
        new_page(project, "metoden/kritikk", "municipal")
    assert f"use one of: {', '.join(SHAPES)}" in str(found.value)
    assert files_of(project) == before


@pytest.mark.parametrize("language", ["no", "en"])
def test_page_that_exists_in_either_language_is_never_written_over(project, language):
    twin = project.root / f"docs/{'en' if language == 'no' else 'no'}/metoden/historie.md"
    twin.unlink()
    kept = project.root / f"docs/{language}/metoden/historie.md"
    before = kept.read_bytes()
    with pytest.raises(ProblemsFound, match=f"^docs/{language}/.*: the page exists – edit it"):
        new_page(project, "metoden/historie", "concept")
    assert kept.read_bytes() == before
    assert not twin.exists()


def test_everything_wrong_with_the_command_is_said_at_once(project):
    with pytest.raises(ProblemsFound) as found:
        new_page(project, "Metoden", "municipal")
    assert len(found.value.problems) == 2
