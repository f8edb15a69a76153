"""A page without a place for its styles stops the build, and one with a place has them."""

import re

import pytest
from mkdocs.exceptions import PluginError

from scripts.common.paths import Project
from scripts.pipeline.page_styles import FETCHED, PLACE, STYLED_BY_FILE, TRIGGERS, PageStyles
from tests.unit.projects import ROOT

PAGE = (
    '<!doctype html><html lang="nb" data-base="../.."><head><style></style></head>'
    '<body><p class="lead">Hei</p>{more}</body></html>'
)
CSS = """\
.lead { color: red; }
.unused { color: blue; }
.filtered { color: green; }
.hovered { background: url("../images/a.svg"); }
"""


@pytest.fixture
def project(tmp_path):
    (tmp_path / "overrides/styles").mkdir(parents=True)
    (tmp_path / "overrides/styles/order.txt").write_text("one\nbuttons\nasked\nplanner\n")
    (tmp_path / "overrides/styles/one.css").write_text(CSS)
    (tmp_path / "overrides/styles/buttons.css").write_text(".go { color: red; }")
    (tmp_path / "overrides/styles/asked.css").write_text(".tip { color: red; }")
    (tmp_path / "overrides/styles/planner.css").write_text(
        ".plan { color: red; } @media print { .plan { display: none; } }"
    )
    (tmp_path / "overrides/tokens.css").write_text(":root { --ink: light-dark(#000, #fff); }\n")
    (tmp_path / "overrides/embed.css").write_text(".section { color: red; }")
    scripts = tmp_path / "docs/assets/js"
    scripts.mkdir(parents=True)
    (scripts / "site.js").write_text("// said\nbody.classList.add('hovered');\n")
    (scripts / "filters.js").write_text("list.className = 'filtered';\n")
    return tmp_path


def styled(project, page):
    return PageStyles(Project(project)).put_into(page)


def test_page_gets_the_rules_that_it_and_its_scripts_use(project):
    html = styled(project, PAGE.format(more=""))
    assert re.findall(r"\.(\w+) ?{", html) == ["lead", "hovered"]
    assert html.replace(re.search("<style>.*?</style>", html)[0], PLACE) == PAGE.format(more="")


def test_script_that_a_page_does_not_ask_for_keeps_no_rule_on_it(project):
    assert "filtered" not in styled(project, PAGE.format(more=""))
    assert ".filtered" in styled(project, PAGE.format(more="<div data-filters></div>"))


def test_what_a_script_shows_when_it_is_asked_is_in_no_page_but_in_the_file_it_fetches(project):
    scripts = project / "docs/assets/js"
    (scripts / "site.js").write_text("a.className = 'tip';\n")
    (scripts / "planner.js").write_text("a.className = 'plan';\nb.className = 'go';\n")
    styles = PageStyles(Project(project))
    html = styles.put_into(PAGE.format(more="<template data-planner></template>"))
    assert not re.search(r"\.(tip|plan|go)\b", html)
    contents = {path: asset.content.decode() for path, asset in styles.assets.items()}
    assert contents["assets/css/asked.css"] == ".tip{color:red}"
    planner = ".plan{color:red}@media print{.plan{display:none}}.go{color:red}"
    assert contents["assets/css/planner.css"] == planner
    # What goes out where a host refuses styles in a page, and in the folder, has all of it.
    assert all(each in styles.whole for each in (".lead{", ".tip{", ".plan{", ".go{"))


def test_files_are_named_from_where_the_page_lies(project):
    html = styled(project, PAGE.format(more=""))
    assert 'url("../../assets/images/a.svg")' in html or "url(../../assets/images/a.svg)" in html
    flat = styled(project, PAGE.format(more="").replace('"../.."', '"/x/"'))
    assert "/x/assets/images/a.svg" in flat


@pytest.mark.parametrize(
    "page",
    [
        pytest.param(PAGE.replace(PLACE, ""), id="no-place"),
        pytest.param(PAGE.replace(PLACE, '<style media="all"></style>'), id="another-place"),
        pytest.param(PAGE.replace("<style></style>", "<style> </style>"), id="a-space-in-it"),
        pytest.param(PAGE.replace(' data-base="../.."', ""), id="no-base"),
        pytest.param("", id="nothing"),
    ],
)
def test_page_without_a_place_for_styles_stops_the_build(project, page):
    with pytest.raises(PluginError, match=r"overrides/partials/head\.html: <style></style>"):
        styled(project, page.format(more=""))


def test_styles_that_would_end_early_stop_the_build(project):
    one = project / "overrides/styles/one.css"
    one.write_text('.lead::after { content: "</style>"; }')
    with pytest.raises(PluginError, match="overrides/styles"):
        styled(project, PAGE.format(more=""))


def test_a_script_whose_classes_no_page_keeps_has_their_rules_in_files():
    styles = PageStyles(Project(ROOT))
    # The file of the search comes with its script, and is no part of overrides/styles.
    files = [*FETCHED, "assets/css/search.css"]
    fetched = "".join(styles.assets[path].content.decode() for path in files)
    given = re.compile(r'(?:className ?[=:] ?|classList\.add\()"([\w-]+)"')
    names = {name for script in STYLED_BY_FILE for name in given.findall(styles.scripts[script])}
    assert {"tip", "planner", "letter", "search-row"} <= names
    page = styles.put_into(PAGE.format(more=f'<p class="{" ".join(sorted(names))}">'))
    in_page = re.search("<style>(.*?)</style>", page)[1]
    classes = re.compile(r"\.([a-z][\w-]*)")
    assert names & set(classes.findall(in_page)) <= set(classes.findall(fetched))


def test_place_that_a_page_writes_about_is_left_alone(project):
    html = styled(project, PAGE.format(more="<pre><style></style></pre>"))
    assert html.count(PLACE) == 1
    assert html.index(PLACE) > html.index("<pre>")


def test_scripts_are_minified_once(project):
    styles = PageStyles(Project(project))
    assert "said" not in styles.scripts["site.js"]
    assert "hovered" in styles.scripts["site.js"]
    (project / "docs/assets/js/site.js").write_text("")
    assert "hovered" in styles.scripts["site.js"]


def test_the_real_template_has_the_place_and_every_trigger_is_a_real_script():
    head = (ROOT / "overrides/partials/head.html").read_text(encoding="utf-8")
    assert head.count(PLACE) == 1
    main = (ROOT / "overrides/main.html").read_text(encoding="utf-8")
    assert re.search(r'<html [^>]*data-base="', main)
    scripts = PageStyles(Project(ROOT)).scripts
    assert set(TRIGGERS) <= set(scripts)
    # A few stand in what Python adds to an article.
    made = [*(ROOT / "overrides").rglob("*.html"), *(ROOT / "scripts/web").glob("*.py")]
    templates = [path.read_text("utf-8") for path in made]
    for script, attribute in TRIGGERS.items():
        if script != "moved.js":  # it is asked for by overrides/branch-root/moved.html alone
            asking = ("site.js", *TRIGGERS)
            stem = script.removesuffix(".js")
            assert any(f"{stem}.js" in scripts[each] for each in asking if each != script)
        assert any(re.search(rf"\b{attribute}\b", text) for text in templates), attribute
