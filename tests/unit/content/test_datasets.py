"""Records are found by what they are about, with every source that they cite."""

import pytest

from scripts.common.yaml_lines import YamlText
from scripts.content.datasets import (
    BY_PAGE_TYPE,
    DATASETS,
    NAMES,
    Datasets,
    load_datasets,
    sources_in,
)
from scripts.content.pages import load_site


def test_tools_of_a_phase_are_those_that_name_it_in_their_order():
    tools = [
        {"id": "map", "phases": ["one", "two"]},
        {"id": "plan", "phases": ["two"]},
        {"id": "talk", "phases": ["one"]},
    ]
    found = Datasets({"tools": tools})
    assert [tool["id"] for tool in found.tools_of("one")] == ["map", "talk"]
    assert [tool["id"] for tool in found.tools_of("two")] == ["map", "plan"]
    assert found.tools_of("three") == []


def test_record_of_a_page_is_the_one_it_names_in_the_file_of_its_kind(project):
    pages, records = load_site(project.root).pages, load_datasets(project)
    found = {page.id: records.record_of(page) for page in pages}
    assert found["municipality-steinkjer"]["name"] == "Steinkjer"
    assert found["phase-1-anchoring"] == records.records["phases"][0]
    assert found["history"] is None
    assert found["home"] is None


def test_page_that_names_an_unknown_record_has_none(project):
    records = load_datasets(project)
    records.records["municipalities"][0]["id"] = "other"
    (page, _) = (each for each in load_site(project.root).pages if each.kind == "municipality")
    assert records.record_of(page) is None


def test_each_kind_of_page_about_a_record_has_one_file():
    assert BY_PAGE_TYPE == {
        "municipality": "municipalities",
        "publication": "publications",
        "phase": "phases",
        "phase-knowledge": "phases",
        "tool": "tools",
    }


def test_anchors_of_each_list_are_those_that_its_template_makes():
    assert {each.name: each.anchors for each in DATASETS if each.anchors} == {
        "sources": ("source-", "list-"),
        "municipalities": ("filter-", "municipality-"),
        "publications": ("list-", "filter-"),
        "timeline": ("event-",),
        "glossary": ("term-",),
        "open-questions": ("question-", "list-"),
        "people": ("list-",),
        "self-test": ("test-",),
    }
    assert [each.name for each in DATASETS if each.has_bare_ids] == ["publications", "people"]


def test_open_data_are_these_in_this_order_and_sources_are_read_by_themselves():
    published = [each.name for each in DATASETS if each.is_published]
    assert published == [
        "sources", "municipalities", "publications", "timeline", "glossary", "open-questions",
        "findings", "source-addresses",
    ]  # fmt: skip
    assert [each.name for each in DATASETS if each.name not in NAMES] == ["sources"]


@pytest.mark.parametrize(
    ("record", "ids"),
    [
        ({"sources": ["a", "b"]}, {"a", "b"}),
        ({"source": "a"}, {"a"}),
        (
            {"count": [{"source": "a"}, {"sources": ["b"], "more": {"source": "c"}}]},
            {"a", "b", "c"},
        ),
        ({"name": "source", "text": "sources"}, set()),
        ({"sources": "a"}, set()),
    ],
)
def test_sources_of_a_record_are_found_at_any_depth(record, ids):
    assert sources_in(record) == ids


def test_sources_are_cited_also_by_records_with_faults(project):
    path = project.data / "municipalities.yml"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("status: trial", "status: trail"), encoding="utf-8")
    found = load_datasets(project)
    assert found.records["municipalities"] == []
    assert "ministry" in found.cited()
    assert found.complete


def test_file_that_cannot_be_read_leaves_the_data_incomplete(project):
    assert load_datasets(project).complete
    (project.data / "timeline.yml").write_text("- id: [\n", encoding="utf-8")
    found = load_datasets(project)
    assert not found.complete
    assert found.records["timeline"] == []


def test_place_of_each_source_is_known():
    records = [{"id": "x"}, {"id": "y", "posts": [{"sources": ["a", "b"]}]}]
    parsed = YamlText("data/people.yml", records)
    found = Datasets({"people": records}, {"people": parsed})
    assert list(found.source_ids()) == [
        (parsed, (1, "posts", 0, "sources", 0), "a"),
        (parsed, (1, "posts", 0, "sources", 1), "b"),
    ]
