"""Reports: sorted by place, each fault once, paths as an editor types them."""

from pathlib import Path

import pytest

from scripts.common.problems import (
    Problem,
    ProblemsFound,
    did_you_mean,
    listed,
    relative,
    report,
)


def test_problem_says_where_what_and_how_to_mend_it():
    problem = Problem("docs/no/a.md", 14, 'unknown source "x"', "see data/sources.yml")
    assert str(problem) == 'docs/no/a.md:14: unknown source "x" – see data/sources.yml'


def test_problem_of_a_whole_file_has_no_line():
    assert str(
        Problem("a.md", 0, "the page is missing in the other language", "write it")
    ).startswith("a.md: the page")


def test_problems_are_sorted_by_path_and_then_by_number_of_line():
    problems = [Problem("b", 2, "x", "y"), Problem("b", 10, "x", "y"), Problem("a", 30, "x", "y")]
    places = [line.split(": ")[0] for line in report(reversed(problems)).splitlines()]
    assert places == ["a:30", "b:2", "b:10", "3 problems. Nothing was written."]


def test_the_same_fault_found_twice_is_told_once():
    problem = Problem("a.md", 1, "x", "y")
    assert report([problem, problem]) == "a.md:1: x – y\n1 problem. Nothing was written."
    assert ProblemsFound([problem, problem]).problems == [problem]


def test_path_is_relative_to_the_project_and_has_forward_slashes(tmp_path):
    assert relative(tmp_path / "docs" / "no" / "a.md", tmp_path) == "docs/no/a.md"
    assert relative(tmp_path / "docs" / ".." / "a.md", tmp_path) == "a.md"


def test_path_outside_the_project_is_shown_whole(tmp_path):
    assert relative(Path("/elsewhere/a.md"), tmp_path) == "/elsewhere/a.md"


@pytest.mark.parametrize(
    ("typed", "suggested"),
    [("fb-2008-31", 'did you mean "fb-2008-5-13"?'), ("imtec", 'did you mean "imtec-mkm"?')],
)
def test_mistyped_name_is_answered_with_the_nearest(typed, suggested):
    assert did_you_mean(typed, ["imtec-mkm", "fb-2008-5-13", "reg-nibr"]) == suggested


def test_name_like_no_other_gets_no_suggestion():
    assert did_you_mean("zzz", ["imtec-mkm", "reg-nibr"]) == ""


def test_name_that_is_cut_is_answered_with_the_only_one_that_begins_or_ends_so():
    phases = ["phase-1-anchoring", "phase-4-mapping-and-working-groups"]
    assert did_you_mean("phase-4", phases) == f'did you mean "{phases[1]}"?'
    assert did_you_mean("working-groups", phases) == f'did you mean "{phases[1]}"?'
    assert did_you_mean("phase", phases) == ""
    # Of all its letters, phase-1-anchoring has more in common with what was typed.
    assert did_you_mean("phase-4-mapping", phases) == f'did you mean "{phases[1]}"?'


@pytest.mark.parametrize(
    ("items", "said"),
    [((), ""), (["a"], "a"), (["a", "b"], "a or b"), (("a", "b", "c"), "a, b or c")],
)
def test_a_list_of_words_has_its_word_before_the_last_alone(items, said):
    assert listed(items) == said
    assert listed(items, "and") == said.replace(" or ", " and ")
