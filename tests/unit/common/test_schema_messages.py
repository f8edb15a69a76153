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


_KIND = {"enum": ["a", "b"], "description": "the kind of it"}
_RECORD = {
    "type": "object",
    "required": ["kind", "title"],
    "properties": {
        "kind": {"$ref": "#/$defs/kind"},
        "title": {"type": "string", "minLength": 1},
        "note": {"type": "string"},
        "id": {"type": "string", "pattern": "^[a-z]+(-[a-z]+)*$"},
        "sources": {"type": "array", "items": {"type": "string", "pattern": "^[a-z]+$"}},
        "later": {"const": True},
        "mkm": {"const": True, "description": "write true where it is, or leave it out"},
        "lacks": {"type": "boolean"},
        "minutes": {"type": "integer"},
        "year": {"type": "number"},
    },
    "additionalProperties": False,
}
_SCHEMA = {"type": "array", "items": _RECORD, "$defs": {"kind": _KIND}}


@pytest.mark.parametrize(
    ("record", "said"),
    [
        ("kind:\n  title: x", "kind (record 1) is empty – write the kind of it: a, b"),
        ("kind: a\n  title:", "title (record 1) is empty – write a value"),
        ("kind: a\n  title: ' '", "title (record 1) is blank – write a value"),
        ("kind: a\n  title: x\n  note:", "note (record 1) is empty – write a value, or take the "
         "key away"),
        ("kind: a\n  title: x\n  sources: [b, ]\n  id: Ø", 'the id "Ø" does not fit – change the '
         "value"),
        ("kind: a\n  title: x\n  sources:\n    -", "sources 1 (record 1) is empty – write a value,"
         " or take the item away"),
        ("kind: a\n  title: x\n  sources: [b c]", 'sources 1 (record 1) "b c" is one name, and '
         "should be 2 – put a comma between two: [b, c]"),
        ("kind: a\n  title: x\n  sources: [b; c og d]", 'sources 1 (record 1) "b; c og d" is one '
         "name, and should be 3 – put a comma between two: [b, c, d]"),
        ("kind: a\n  title: x\n  later: ja", 'later (record 1) is "ja" – write true'),
        ("kind: a\n  title: x\n  later: True", 'later (record 1) is "True" – write true'),
        ("kind: a\n  title: x\n  later: 'true'", 'later (record 1) is "true" – write true, without '
         "quotation marks"),
        ("kind: a\n  title: x\n  later: false", "later (record 1) is true or false – write true"),
        ("kind: a\n  title: x\n  mkm: ja", 'mkm (record 1) is "ja" – write true where it is, or '
         "leave it out"),
        ("kind: a\n  title: x\n  lacks: False", "lacks (record 1) is text, but should be true or "
         "false – write false"),
        ("kind: a\n  title: x\n  lacks: nei", "lacks (record 1) is text, but should be true or "
         "false – write true or false"),
        ("kind: a\n  title: x\n  minutes: '90'", "minutes (record 1) is text, but should be a "
         "whole number – write 90, without quotation marks"),
        ("kind: a\n  title: x\n  minutes: '9.5'", "minutes (record 1) is text, but should be a "
         "whole number – write a whole number"),
        ("kind: a\n  title: x\n  year: '9.5'", "year (record 1) is text, but should be a number – "
         "write 9.5, without quotation marks"),
        ("kind: a\n  title: [Lønn, vilkår]", "title (record 1) is a list, but should be text – put "
         'it in quotation marks: "[Lønn, vilkår]"'),
        ("kind: a\n  title: {Lønn}", "title (record 1) is a set of keys, but should be text – put "
         'it in quotation marks: "{Lønn}"'),
        ("kind: a\n  title: ['Lønn', \"b\"]", "title (record 1) is a list, but should be text – "
         "write text"),
        ("kind: a\n  title: {no: Lønn}", "title (record 1) is a set of keys, but should be text – "
         "write text"),
        ("kind: a\n  title: x\n  sources: [[b], c]", "sources 1 (record 1) is a list, but should "
         "be text – write text"),
        ("kind: a\n  title: x\n  sources: ['@b']", 'sources 1 (record 1) "@b" begins with @, as in '
         "the text of a page – write b"),
        ("kind: a\n  Title: x", 'unknown key "Title" – did you mean "title"?'),
        ("kind: a\n  TITLE: x", 'unknown key "TITLE" – did you mean "title"?'),
        ("kind: a\n  tittel: x", 'unknown key "tittel" – did you mean "title"?'),
    ],
)  # fmt: skip
def test_a_mend_fits_whether_the_key_has_to_be_there(tmp_path, record, said):
    path = tmp_path / "data" / "schema" / "list.json"
    path.parent.mkdir(parents=True)
    path.write_text(json.dumps(_SCHEMA))
    parsed, _ = parse_yaml(f"- {record}\n", "data/list.yml")
    assert [f"{each.what} – {each.fix}" for each in check_schema(parsed, path)] == [said]


@pytest.mark.parametrize(
    ("record", "said"),
    [("family: x", []), ("Family: x", ['unknown key "Family" – did you mean "family"?'])],
)
def test_one_of_several_keys_that_is_misspelt_is_not_told_to_be_missing(tmp_path, record, said):
    keys = {"family": {"type": "string"}, "literal": {"type": "string"}}
    sets = [{"required": [key]} for key in keys]
    schema = {"type": "object", "properties": keys, "anyOf": sets, "additionalProperties": False}
    path = tmp_path / "data" / "schema" / "one.json"
    path.parent.mkdir(parents=True)
    path.write_text(json.dumps(schema))
    parsed, _ = parse_yaml(f"{record}\n", "data/one.yml")
    assert [f"{each.what} – {each.fix}" for each in check_schema(parsed, path)] == said
