"""What MkDocs reads in mkdocs.yml otherwise than it is written is told, and so it can be mended."""

import pytest
import yaml

from scripts.checks.config import check_config
from scripts.checks.config_words import misread_values
from scripts.checks.nav import check_nav
from scripts.content.pages import load_site
from tests.unit.projects import ROOT, edit

QUOTED = 'and not as text – put it in quotation marks: "{}"'


def told(text):
    """Composed as MkDocs loads it."""
    found = misread_values(yaml.compose(text, Loader=yaml.SafeLoader))
    return [f"{node.start_mark.line + 1}: {what} – {fix}" for node, what, fix in found]


@pytest.mark.parametrize(
    ("text", "word", "read"),
    [
        ("nav:\n  - {}: [a.md]\n", "On", "true"),
        ("nav:\n  - a.md\n  - {}: [a.md]\n", "1997", "a number"),
        ("plugins:\n  - i18n: {{nav_translations: {{{}: Nå}}}}\n", "On", "true"),
        ("plugins:\n  - i18n: {{nav_translations: {{Nå: {}}}}}\n", "On", "true"),
        ("plugins:\n  - i18n:\n      languages: [{{locale: en, name: {}}}]\n", "No", "false"),
        ("site_name: {}\n", "On", "true"),
        ("site_name: {}\n", "true", "true"),
        ("site_description: {}\n", "Off", "false"),
        ("copyright: {}\n", "2002:24", "a number"),
        ("copyright: {}\n", "2024", "a number"),
        ("copyright: {}\n", "010", "a number"),
        ("copyright: {}\n", "2026-11-28", "a date"),
        ("copyright: {}\n", "~", "nothing"),
        ("extra:\n  publisher: {}\n", "No", "false"),
    ],
)
def test_text_that_mkdocs_takes_for_something_else_is_told_and_mended_by_its_mend(text, word, read):
    (line,) = told(text.format(word))
    at = text[: text.index("{}")].count("\n") + 1
    assert line == f'{at}: "{word}" is read as {read}, {QUOTED.format(word)}'
    obeyed = text.format(f'"{word}"')
    assert told(obeyed) == []
    assert repr(word) in str(yaml.safe_load(obeyed))


@pytest.mark.parametrize(
    ("text", "fix"),
    [("a: Off\n", "write false, or"), ("a: 0x3\n", "write a plain number, or")],
)
def test_what_may_be_meant_is_told_with_the_word_that_every_reader_knows(text, fix):
    (line,) = told(text)
    assert f"– {fix} put it in quotation marks" in line


@pytest.mark.parametrize("text", ["copyright: [CC]\n", "site_description: {x}\n"])
def test_a_setting_that_brackets_make_something_else_than_text_is_told(text):
    (line,) = told(text)
    assert line.endswith("but should be text – put the whole value in quotation marks")


@pytest.mark.parametrize(
    "text",
    ["a: true\nb: 3\nc: 1.5\nd: ~\n", "copyright:\n", "nav:\n  - On\n", 'copyright: "On"\n'],
)
def test_what_everybody_reads_alike_is_left_in_peace(text):
    assert told(text) == []


def config_of(project, old, new):
    (project.root / "mkdocs.yml").write_bytes((ROOT / "mkdocs.yml").read_bytes())
    edit(project, "mkdocs.yml", old, new)
    return [each for each in map(str, check_config(project)) if "watch" not in each]


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("copyright: CC BY 4.0", "copyright: On", '"On" is read as true'),
        ("copyright: CC BY 4.0", "copyright: ! CC", '"!" at the beginning of a value'),
        ("copyright: CC BY 4.0", "copyright: CC #4", '"#4" is read as a comment'),
        ("strict: true", "strict: On", 'strict is "On"'),
        ('locale: "no"', "locale: no", '"no" is read as false – write locale: "no"'),
        ("default: true\n", "default: Yes\n", "no language is the default"),
        ("  - Om:\n", "  - Om:\n      – om/x.md\n", "the row begins with –"),
    ],
)
def test_each_is_told_once_at_its_row(project, old, new, said):
    before = config_of(project, "copyright: CC BY 4.0", "copyright: CC BY 4.0")
    new_ones = [each for each in config_of(project, old, new) if each not in before]
    assert [said in each for each in new_ones] == [True], new_ones


def test_a_menu_with_a_dash_is_told_once_and_no_page_is_called_missing(project):
    edit(project, "mkdocs.yml", "      - metoden/historie.md\n", "      – metoden/historie.md\n")
    assert check_nav(load_site(project.root), project) == []
