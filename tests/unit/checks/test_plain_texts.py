"""Titles, data and settings are plain text: what only Markdown or HTML would read is told."""

import pytest

from scripts.checks.config import check_config
from scripts.checks.plain_texts import check_plain_texts, plain_fault
from scripts.common.paths import Project
from scripts.common.yaml_lines import parse_yaml
from scripts.content.pages import Site
from tests.unit.projects import ROOT, edit, problems_of

HISTORY = "docs/no/metoden/historie.md"
SIGNS = [
    ("Lønn &amp; vilkår", '"&amp;" is HTML', 'write "&"', "Lønn & vilkår"),
    ("Før &ndash; nå", '"&ndash;" is HTML', 'write "–"', "Før – nå"),
    ("&#76;ønn", '"&#76;" is HTML', 'write "L"', "Lønn"),
    ("20 m<sup>2</sup>", '"<sup>2</sup>" is HTML', 'write "²"', "20 m²"),
    ("<b>Gode</b> råd", '"<b>" is HTML', "take <b> and </b> away", "Gode råd"),
    ("To<br>linjer", '"<br>" is HTML', "take it away", "Tolinjer"),
    ("Lønn {{ page.title }}", '"{{ page.title }}" stands there', "take it away", "Lønn"),
    (r"Lønn \* nå", r'"\*" stands there as it is', "write * alone", "Lønn * nå"),
]


@pytest.mark.parametrize(("text", "what", "fix", "obeyed"), SIGNS)
def test_a_sign_of_a_plain_text_is_told_and_its_mend_can_be_obeyed(text, what, fix, obeyed):
    said = plain_fault(text)
    assert said[0].startswith(what)
    assert said[1] == fix
    assert plain_fault(obeyed) is None


@pytest.mark.parametrize(
    "text", ["AT&T; 3 < 4 > 2", "Hvem {navn} er", "<navn>", "R&D og A & B", "{ }"]
)
def test_signs_that_are_text_are_left_in_peace(text):
    assert plain_fault(text) is None


def test_titles_of_pages_are_told_once_by_their_row(project):
    edit(project, HISTORY, "title: Historien", "title: Historien &amp; nå")
    assert problems_of(project) == [
        f'{HISTORY}:2: title: "&amp;" is HTML and stands there as it is – write "&"'
    ]


def test_data_is_told_by_its_field_and_sources_by_their_own_check(tmp_path):
    text = "- id: a\n  name:\n    en: A &amp; b\n"
    files = {name: parse_yaml(text, f"data/{name}.yml")[0] for name in ("phases", "sources")}
    (problem,) = check_plain_texts(Site(tmp_path), files, Project(tmp_path))
    said = 'name.en of "a": "&amp;" is HTML and stands there as it is – write "&"'
    assert str(problem) == f"data/phases.yml:3: {said}"


def settings(project, old, new):
    """What is told of the settings of the site with `new` for `old`."""
    (project.root / "mkdocs.yml").write_bytes((ROOT / "mkdocs.yml").read_bytes())
    before = set(map(str, check_config(project)))
    edit(project, "mkdocs.yml", old, new)
    hindering = [each for each in map(str, check_config(project)) if each not in before]
    return [*hindering, *map(str, check_plain_texts(Site(project.root), {}, project))]


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("site_name: Modellkommunemetodikken\nsite_url", "site_name: Lønn &amp; vilkår\nsite_url",
         'site_name: "&amp;" is HTML'),
        ("copyright: CC BY 4.0", "copyright: CC <b>BY</b>", 'copyright: "<b>" is HTML'),
        ("  - Om:\n", "  - Om &amp; oss:\n", 'nav: "&amp;" is HTML'),
        ("            Om: About", "            Om: About &amp; us", ':77: Om: "&amp;" is HTML'),
        ('[SITE_EDITOR, ""]', '[SITE_EDITOR, "A &amp; B"]', 'editor: "&amp;" is HTML'),
        ("  - Om:\n", "  - O\u200bm:\n", "a sign that nobody sees"),
        ("            Om: About", '            Om: "Ab\\u200bout"', "a sign that nobody sees"),
    ],
)  # fmt: skip
def test_settings_that_readers_see_are_told_once(project, old, new, said):
    (told,) = settings(project, old, new)
    assert said in told


def test_the_settings_as_they_are_hold_no_such_sign(project):
    assert settings(project, "copyright: CC BY 4.0", "copyright: CC BY 4.0") == []


@pytest.mark.parametrize("text", ["nav: " + "[" * 3000 + "]" * 3000, "a: [b\n", ""])
def test_settings_that_cannot_be_read_are_told_elsewhere(tmp_path, text):
    (tmp_path / "mkdocs.yml").write_text(text, encoding="utf-8")
    assert check_plain_texts(Site(tmp_path), {}, Project(tmp_path)) == []
