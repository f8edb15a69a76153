"""What a schema finds wrong is told in words that an editor can find again."""

import json

import pytest

from scripts.common.json_schema import check_schema
from scripts.common.yaml_lines import parse_yaml
from tests.unit.projects import edit, problems_of


@pytest.mark.parametrize("key", ["", " "])
def test_key_that_nobody_sees_is_told_in_quotation_marks(project, key):
    edit(project, "data/shapes.yml", "\nconcept:\n", f'\n"{key}": ~\nconcept:\n')
    (line,) = problems_of(project)
    assert f': "{key}" is empty – ' in line


def lists_of_ids(schema):
    """Every list in a schema whose items are ids."""
    if isinstance(schema, dict):
        if str(schema.get("items", {}).get("pattern", "")).startswith("^[a-z0-9]"):
            yield schema
        for part in schema.values():
            yield from lists_of_ids(part)
    elif isinstance(schema, list):
        for part in schema:
            yield from lists_of_ids(part)


def test_no_list_of_ids_may_name_one_twice(root):
    found = [
        (path.name, each)
        for path in sorted((root / "data" / "schema").glob("*.json"))
        for each in lists_of_ids(json.loads(path.read_text(encoding="utf-8")))
    ]
    assert len(found) > 10
    assert [name for name, each in found if not each.get("uniqueItems")] == []


def test_a_source_that_is_named_twice_is_told_by_name(tmp_path):
    schema = {"type": "array", "uniqueItems": True, "items": {"type": "string"}}
    path = tmp_path / "data" / "schema" / "list.json"
    path.parent.mkdir(parents=True)
    path.write_text(json.dumps(schema))
    parsed, _ = parse_yaml("- a\n- b\n- a\n", "data/list.yml")
    found = [str(each) for each in check_schema(parsed, path)]
    assert len(found) == 1
    assert 'names "a" twice – keep one of them' in found[0]
