"""A source says whether its address answers, and when that was found out."""

import pytest

from scripts.content.sources import load_sources


def record(project, state, seen=""):
    path = project.data / "sources.yml"
    text = path.read_text(encoding="utf-8")
    # The first of the sources; the others stay as they are.
    changed = text.replace("address: unchecked", f"address: {state}{seen}", 1)
    assert changed != text
    path.write_text(changed, encoding="utf-8")
    return load_sources(project)


@pytest.mark.parametrize("state", ["answers", "gone"])
def test_a_state_that_was_found_out_needs_its_day(project, state):
    _, _, (problem,) = record(project, state)
    assert "seen" in problem.what
    assert "2026-11-23" in problem.mend


def test_a_state_with_its_day_is_whole_and_the_day_is_no_part_of_the_reference(project):
    sources, _, problems = record(project, "answers", '\n  seen: "2026-11-23"')
    assert problems == []
    (seen,) = [each for each in sources.values() if "seen" in each.record]
    assert "seen" not in seen.csl()


def test_an_address_that_nobody_has_tried_needs_no_day(project):
    assert load_sources(project)[2] == []
