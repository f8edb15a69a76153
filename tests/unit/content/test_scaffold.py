"""`make new`: two files that only lack what the editor is to write."""

import shutil

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
URL = "method/criticism"
DESCRIPTION = "Kritikken mot metodikken, slik kildene gjengir den, og svarene den fikk."


def files_of(project):
    return sorted(path for path in project.root.rglob("*") if path.is_file())


def not_waiting(report):
    """What is told but that sections wait for their text."""
    waiting = ("without a lead", "nothing stands below")
    return [each for each in report if not any(words in each for words in waiting)]


def test_new_page_is_written_in_both_languages(project):
    assert new_page(project, "metoden/kritikk", "concept", URL).paths == WRITTEN
    assert (project.root / WRITTEN[1]).read_text(encoding="utf-8").startswith("---\ntitle: ")


@pytest.mark.parametrize("path", ["metoden/kritikk.md", "/metoden/kritikk", "metoden/kritikk/"])
def test_path_may_be_typed_with_ending_or_slashes(project, path):
    assert new_page(project, path, "concept", URL).paths == WRITTEN


@pytest.mark.parametrize("kind", sorted(SHAPES))
def test_new_page_of_each_kind_has_its_headings_in_both_languages(project, kind):
    new_page(project, "metoden/kritikk", kind, URL)
    for name, code in zip(WRITTEN, ("no", "en"), strict=True):
        found = headings((project.root / name).read_text(encoding="utf-8"))
        assert [(each.level, each.anchor, each.text) for each in found] == [
            (2, shape["id"], shape[code]) for shape in SHAPES[kind]
        ]
        assert [bool(each.classes & {"editorial"}) for each in found] == [
            shape.get("editorial", False) for shape in SHAPES[kind]
        ]


def test_new_page_is_whole_when_description_and_nav_are_written(project):
    new_page(project, "metoden/kritikk", "concept", URL)
    for name in WRITTEN:
        edit(project, name, "description: ", f'description: "{DESCRIPTION}"')
    edit(project, "mkdocs.yml", "  - Faser:\n", "  - metoden/kritikk.md\n  - Faser:\n")
    assert not_waiting(problems_of(project)) == []


@pytest.mark.parametrize("kind", sorted(SHAPES))
def test_editor_is_told_of_each_thing_that_a_new_page_lacks(project, kind):
    new_page(project, "metoden/kritikk", kind, URL)
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
    new_page(project, "metoden/kritikk", "concept", URL)
    urls = [page.url for page in load_site(project.root).pages if page.key == "metoden/kritikk.md"]
    assert urls == ["metoden/kritikk/", "en/method/criticism/"]


@pytest.mark.parametrize(
    "path",
    ["", "Metoden/kritikk", "metoden/øving", "metoden/min side", "../kritikk", "a//b", "a_b", "-a"],
)
def test_path_that_cannot_be_an_address_is_refused_and_nothing_is_written(project, path):
    before = files_of(project)
    with pytest.raises(ProblemsFound, match="cannot be an address – use small letters"):
        new_page(project, path, "concept")
    assert files_of(project) == before


@pytest.mark.parametrize(
    ("path", "url", "said"),
    [
        (f"metoden/{'a' * 300}", URL, "PATH: .* is too long .300 characters. – shorten it to 80"),
        ("metoden/kritikk", f"method/{'a' * 81}", "URL: .* is too long .81 characters. – shorten"),
    ],
)
def test_name_that_no_system_could_hold_is_refused(project, path, url, said):
    before = files_of(project)
    with pytest.raises(ProblemsFound, match=said):
        new_page(project, path, "concept", url)
    assert files_of(project) == before


def test_unknown_kind_is_answered_with_those_that_are_known(project):
    before = files_of(project)
    with pytest.raises(ProblemsFound) as found:
        new_page(project, "metoden/kritikk", "municipal")
    assert f"use one of: {', '.join(SHAPES)}" in str(found.value)
    assert files_of(project) == before


@pytest.mark.parametrize("language", ["no", "en"])
def test_page_that_exists_in_either_language_is_never_written_over(project, language):
    counterpart = project.root / f"docs/{'en' if language == 'no' else 'no'}/metoden/historie.md"
    counterpart.unlink()
    kept = project.root / f"docs/{language}/metoden/historie.md"
    before = kept.read_bytes()
    with pytest.raises(ProblemsFound, match=f"^docs/{language}/.*: the page exists – edit it"):
        new_page(project, "metoden/historie", "concept")
    assert kept.read_bytes() == before
    assert not counterpart.exists()


def test_everything_wrong_with_the_command_is_said_at_once(project):
    with pytest.raises(ProblemsFound) as found:
        new_page(project, "Metoden", "municipal")
    assert len(found.value.problems) == 2


def begun(tmp_path, path, kind, url=""):
    """Both front matters of a page that is begun beside the real pages, and what is left."""
    for part in ("docs/no", "docs/en", "data"):
        shutil.copytree(ROOT / part, tmp_path / part)
    for code in ("no", "en"):  # somebody may have written it by now
        (tmp_path / f"docs/{code}/{path}.md").unlink(missing_ok=True)
    made = new_page(Project(tmp_path), path, kind, url)
    pages = {page.path: page.meta for page in load_site(tmp_path).pages}
    return [pages[each] for each in made.paths], made.left


def test_new_page_of_a_municipality_is_named_as_its_neighbours(tmp_path):
    (norwegian, english), left = begun(tmp_path, "kommuner/namsos", "municipality")
    for meta in (norwegian, english):
        assert (meta["title"], meta["id"]) == ("Namsos", "municipality-namsos")
        assert meta["record"] == "namsos"
    assert english["url"] == "municipalities/namsos/"
    assert "url" not in norwegian
    assert any("kommuner/namsos.md in nav" in each for each in left)
    assert any("page: municipality-namsos in the record namsos" in each for each in left)


def test_new_page_is_named_by_its_english_address(tmp_path):
    (norwegian, english), left = begun(
        tmp_path, "verktoy/lyttepost", "tool", "tools/listening-post"
    )
    assert (norwegian["title"], english["title"]) == ("Lyttepost", "Listening post")
    assert norwegian["id"] == english["id"] == norwegian["record"] == "tool-listening-post"
    assert english["url"] == "tools/listening-post/"
    assert any("a record tool-listening-post in data/tools.yml" in each for each in left)


@pytest.mark.parametrize("url", ["method/measuring", "/en/method/measuring/", "measuring"])
def test_english_address_may_be_typed_in_any_form(tmp_path, url):
    (_, english), _ = begun(tmp_path, "docs/no/metoden/maling.md", "concept", url)
    assert (english["id"], english["url"]) == ("method-measuring", "method/measuring/")


@pytest.mark.parametrize(
    ("url", "fix"),
    [
        ("", "add URL=… with its English address (--url), such as URL=method/name-in-english"),
        ("metoden/maling", "write URL=method/… as its neighbours have it"),
        ("method/Måling", '"method/Måling" cannot be an address'),
        ("method/criticism", "docs/en/metoden/kritikk.md: it has the address method/criticism/"),
    ],
)
def test_address_that_is_not_english_is_refused_and_nothing_is_written(tmp_path, url, fix):
    with pytest.raises(ProblemsFound) as found:
        begun(tmp_path, "metoden/maling", "concept", url)
    assert fix in str(found.value)
    assert not list(tmp_path.rglob("maling.md"))
