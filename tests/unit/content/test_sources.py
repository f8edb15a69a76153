"""A source says whether its address answers, and when that was found out."""

import pytest

from scripts.content.sources import Source, load_sources


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
    assert "2026-11-23" in problem.fix


def test_a_state_with_its_day_is_whole_and_the_day_is_no_part_of_the_reference(project):
    sources, _, problems = record(project, "answers", '\n  seen: "2026-11-23"')
    assert problems == []
    (seen,) = [each for each in sources.values() if "seen" in each.record]
    assert "seen" not in seen.csl()


def test_an_address_that_nobody_has_tried_needs_no_day(project):
    assert load_sources(project)[2] == []


def test_a_source_tells_its_class_and_what_was_read_of_it(project):
    adviser = load_sources(project)[0]["adviser"]
    assert (adviser.id, adviser.evidence) == ("adviser", "party")
    assert adviser.note("no") == "Bare begynnelsen er lest."
    assert adviser.note("en") == "Only the opening was read."
    assert load_sources(project)[0]["campaign"].note("en") == ""


def test_date_of_a_source_is_as_exact_as_it_is_known_and_inferred_ones_say_so():
    def issued(**fields):
        return Source("a", {"id": "a", **fields}).csl().get("issued")

    assert issued(issued="2007") == {"date-parts": [[2007]]}
    assert issued(issued="2007-05-03") == {"date-parts": [[2007, 5, 3]]}
    assert issued(issued="2007", issued_inferred=True) == {"date-parts": [[2007]], "circa": True}
    assert issued() is None


def test_repeated_id_is_told_on_its_second_line_and_the_other_sources_are_there(project):
    path = project.data / "sources.yml"
    text = path.read_text(encoding="utf-8").replace("id: magazine", "id: adviser")
    path.write_text(text, encoding="utf-8")
    sources, _, (problem,) = load_sources(project)
    line = text.splitlines().index("- id: adviser", 30) + 1
    assert (problem.line, problem.what) == (line, 'the id "adviser" stands twice')
    assert set(sources) == {"evaluation", "ministry", "adviser", "campaign"}
