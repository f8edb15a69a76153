"""The table of what was read counts every source once."""

from scripts.common.paths import Project
from scripts.content.evidence_classes import EVIDENCE_CLASSES
from scripts.content.reading import COLUMNS, reading_rows
from scripts.content.sources import load_sources
from tests.unit.projects import ROOT


def test_every_source_is_counted_once_in_its_class_and_in_the_sum():
    sources, _, _ = load_sources(Project(ROOT))
    rows = reading_rows(sources.values())
    assert [row["name"] for row in rows] == [*EVIDENCE_CLASSES, None]
    assert rows[-1]["all"] == len(sources) == sum(row["all"] for row in rows[:-1])
    for at in range(len(COLUMNS)):
        assert rows[-1]["numbers"][at] == sum(row["numbers"][at] for row in rows[:-1])


def test_what_is_less_than_an_abstract_has_a_column_of_its_own():
    sources, _, _ = load_sources(Project(ROOT))
    less = [each for each in sources.values() if each.record["read"] not in COLUMNS]
    assert reading_rows(sources.values())[-1]["numbers"][-1] == len(less) > 0
