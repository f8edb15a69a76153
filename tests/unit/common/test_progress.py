"""A long run says each step at once, with the time, where somebody asked to be told."""

import io
import re

import pytest

from scripts.common.progress import seconds_told, step, steps_shown, took


def test_each_step_is_a_row_with_the_time_since_the_beginning():
    said = io.StringIO()
    with steps_shown(said):
        step("Build the site")
        assert said.getvalue(), "a row waits for the next one"
        step("Commit the edition")
    assert re.fullmatch(r"0:0\d  Build the site\n0:0\d  Commit the edition\n", said.getvalue())


def test_nothing_is_said_where_nobody_asked(capfd):
    with steps_shown(io.StringIO()):
        pass
    step("Build the site")
    assert capfd.readouterr() == ("", "")


def test_the_time_that_a_step_took_is_read_from_the_log_as_it_was_told():
    log = f"INFO    -  Begun\nINFO    -  {took('Search index', 12.345)}\nINFO    -  Done\n"
    assert seconds_told("Search index", log) == pytest.approx(12.35, abs=0.01)


def test_a_log_that_does_not_tell_the_time_gives_none():
    """A benchmark would show 0.0 s, which nobody doubts."""
    with pytest.raises(LookupError, match="Search index"):
        seconds_told("Search index", "INFO    -  Search index made\n")
