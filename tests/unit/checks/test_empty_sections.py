"""A heading with nothing below it: what its editor can do depends on the type of its page."""

from scripts.content.scaffold import new_page
from tests.unit.projects import edit, problems_of

AWAY = "or take the heading away"


def remedies(project):
    """The remedy for each empty section, by its anchor."""
    told = [each for each in problems_of(project) if "nothing stands below" in each]
    return {each.partition("#")[2].partition(" ")[0]: each.partition(" – ")[2] for each in told}


def test_only_a_heading_that_the_type_can_do_without_may_be_taken_away(project):
    new_page(project, "kommuner/namsos", "municipality")
    mends = remedies(project)
    assert AWAY in mends["results"]
    assert mends["afterwards"] == mends["unknown"] == "write its text, or what is not known"


def test_a_heading_that_the_type_needs_no_longer_may_go_though_the_page_is_unchanged(project):
    new_page(project, "kommuner/namsos", "municipality")
    assert AWAY not in remedies(project)["afterwards"]
    edit(project, "data/shapes.yml", "id: afterwards,", "id: afterwards, may_lack: true,")
    assert AWAY in remedies(project)["afterwards"]
