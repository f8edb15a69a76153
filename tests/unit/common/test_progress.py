"""A long run says each step at once, with the time, where somebody asked to be told."""

import io
import re

from scripts.common.progress import step, steps_shown


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
