"""`make check` speaks to people on a terminal, to files, to programs and to GitHub."""

import io
import json

import pytest

from scripts.checks import isolated, report
from scripts.checks.run import load_content
from scripts.common.problems import Problem
from scripts.content.pages import load_site
from scripts.content.translation import mark_translated

LISTS = Problem("docs/no/a.md", 3, 'begins "1998."', "write 1998\\.", "lists")
HTML = Problem("docs/no/b.md", 9, "a script: 100 %, no", "take it away\nat once", "html")
DATA = Problem("data/tools.yml", 0, "the file is missing", "put it back", "files")


class Terminal(io.StringIO):
    def isatty(self):
        return True


def test_the_most_important_comes_first_and_each_once():
    assert report.in_order([LISTS, HTML, DATA, LISTS]) == [DATA, HTML, LISTS]


def test_a_file_gets_plain_rows_and_a_count():
    text = report.for_people([HTML, LISTS], colour=False)
    assert "\033" not in text
    assert text.splitlines()[1:] == [str(LISTS), "2 problems."]


def test_a_terminal_gets_colours_and_the_name_of_the_rule():
    text = report.for_people([LISTS], colour=True)
    assert "\033[" in text
    assert "[lists]" in text


@pytest.mark.parametrize(("name", "value"), [("NO_COLOR", "1"), ("TERM", "dumb")])
def test_colours_are_left_out_where_somebody_asks_for_it(monkeypatch, name, value):
    monkeypatch.delenv("NO_COLOR", raising=False)
    monkeypatch.setenv("TERM", "xterm")
    assert report.has_colour(Terminal())
    assert not report.has_colour(io.StringIO())
    monkeypatch.setenv(name, value)
    assert not report.has_colour(Terminal())


def test_programs_get_json_with_the_rule():
    told = json.loads(report.as_json([LISTS]))
    assert told == [
        {"path": "docs/no/a.md", "line": 3, "rule": "lists", "what": LISTS.what, "mend": LISTS.fix}
    ]


def test_github_gets_one_escaped_row_a_problem():
    assert report.for_github([HTML]) == (
        "::error file=docs/no/b.md,line=9,title=html::"
        "a script: 100 %25, no – take it away%0Aat once"
    )


def test_a_check_says_how_many_problems_there_are_here_and_elsewhere():
    assert report.for_people([LISTS], colour=False).endswith("\n1 problem.")
    told = report.for_people([LISTS], colour=False, elsewhere=2)
    assert told.endswith("\n1 problem. Elsewhere: 2 problems (make check).")


def test_a_rule_that_there_is_not_is_told_with_the_nearest():
    assert report.unknown_rule("links") == []
    assert [str(each) for each in report.unknown_rule("link")] == [
        '--explain: there is no rule "link" – did you mean "links"?'
    ]
    assert "name one of: files, config" in report.unknown_rule("foo")[0].fix


def test_each_rule_that_a_check_names_is_explained_with_good_bad_and_why():
    known = report.rules()
    named = {rule for rule, _ in [*isolated.PAGE_CHECKS, *isolated.DATA_CHECKS]} | {"commonmark"}
    assert named <= set(known)
    for name, text in known.items():
        assert all(f"\n{word}: " in text for word in ("Good", "Bad", "Why")), name


def test_translations_that_lag_are_named_with_the_command_that_marks_them(project):
    mark_translated(load_site(project.root), [])
    assert "translate" not in report.summary(load_content(project)), "all are marked"
    page = project.root / "docs" / "no" / "metoden" / "historie.md"
    text = page.read_text(encoding="utf-8")
    page.write_text(f"{text}\nEn setning til [@editorial].\n", encoding="utf-8")
    content = load_content(project)
    assert content.problems == []
    _, _, said, section, *_ = report.summary(content).splitlines()
    path = "docs/en/metoden/historie.md"
    assert said.startswith(f"{path}: the Norwegian text has changed since")
    assert said.endswith(f"make translated PAGES={path}")
    assert section.startswith(f"  {path}:")
    assert "#in-short changed" in section


def test_addresses_that_were_never_tried_are_counted_for_editors(project):
    assert "2 of 3 addresses of sources were never tried: make sources." in report.summary(
        load_content(project)
    )
    rows = "".join(
        f"- id: {id_}\n  address: {source.record['URL']}\n  state: ok\n  tried: '2026-11-23'\n"
        for id_, source in load_content(project).sources.items()
        if "URL" in source.record
    )
    (project.data / "source-addresses.yml").write_text(rows, encoding="utf-8")
    assert "never tried" not in report.summary(load_content(project))
