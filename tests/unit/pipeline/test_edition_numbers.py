"""Numbers of editions have one form, and neither leap nor fall by mistake."""

import pytest

from scripts.pipeline.editions.numbers import (
    form_problem,
    next_numbers,
    order,
    spelling_problem,
    step_problem,
)


@pytest.mark.parametrize("version", ["0.1", "1.0", "1.2", "1.10", "2", "20", "2.0.1", "2026.11.28"])
def test_a_number_in_its_one_form_is_taken(version):
    assert form_problem(version) is None


@pytest.mark.parametrize(
    ("version", "wanted"),
    [("01.0", "1.0"), ("1.0.0", "1.0"), ("1.00", "1.0"), ("1.2.0", "1.2"), ("001", "1")],
)
def test_another_spelling_is_refused_and_the_right_one_is_named(version, wanted):
    assert str(form_problem(version)).endswith(f"a number has one form: VERSION={wanted}")


NO_NUMBERS = ["", "next", "latest", "v1", "1.", ".1", "1..0", "-1", "1.0\n", " 1.0", "1.0/../x"]


@pytest.mark.parametrize("version", [*NO_NUMBERS, "१.०", "١.٠", "1" * 5000, "1.1.1.1.1"])
def test_what_is_no_number_in_ascii_digits_is_refused(version):
    assert "is not an edition" in str(form_problem(version))


def test_editions_are_ordered_as_numbers_and_not_as_text():
    assert sorted(["1.10", "1.9", "2", "1.9.1"], key=order) == ["1.9", "1.9.1", "1.10", "2"]


def test_one_edition_has_one_spelling():
    assert "1 is another spelling of the edition 1.0" in str(spelling_problem("1", ["1.1", "1.0"]))
    assert spelling_problem("1.0", ["1.1", "1.0"]) is None


def test_what_may_follow_an_edition():
    assert next_numbers("1.2") == ["1.3", "2.0", "1.2.1"]
    assert next_numbers("1.2.3") == ["1.2.4", "1.3", "2.0", "1.2.3.1"]
    assert next_numbers("3") == ["3.1", "4.0", "3.0.1"]


@pytest.mark.parametrize("version", ["1.3", "2.0", "2", "1.2.1"])
def test_the_next_number_is_taken_without_asking(version):
    assert step_problem(version, ["1.0", "1.2", "1.1"]) is None


@pytest.mark.parametrize("version", ["20", "1.4", "3.0", "12.0"])
def test_a_number_that_leaps_is_asked_about(version):
    said = str(step_problem(version, ["1.0", "1.2"]))
    assert f"{version} leaps far above the newest edition, 1.2" in said
    assert "the next is 1.3, 2.0 or 1.2.1" in said
    assert "add --yes" in said


@pytest.mark.parametrize("version", ["0.9", "1.1", "1.1.5"])
def test_a_number_that_falls_is_asked_about(version):
    assert "falls below the newest edition, 1.2" in str(step_problem(version, ["1.0", "1.2"]))


def test_the_first_edition_may_have_any_number():
    assert step_problem("20", []) is None
