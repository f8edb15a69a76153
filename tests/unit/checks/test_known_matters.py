"""What is told of a municipality's sources when its page cannot be read."""

from tests.unit.projects import BAD, bad_project, edit, problems_of

PAGE = "docs/no/kommuner/steinkjer.md"


def test_a_page_whose_front_matter_cannot_be_read_is_told_once(tmp_path):
    project = bad_project(BAD / "known-but-not-cited", tmp_path / "project")
    assert any("is said to tell of it" in each for each in problems_of(project))
    edit(project, PAGE, "title: ", "title: a: ")
    told = problems_of(project)
    assert not any("is said to tell of it" in each for each in told)
    assert any(each.startswith(f"{PAGE}:2: YAML cannot be read") for each in told)
