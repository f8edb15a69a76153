"""Open data: the same records in every form, described by the schema beside them."""

import csv
import io
import json

import pytest
from jsonschema import Draft202012Validator

from scripts.checks.run import load_content
from scripts.common.paths import Project
from scripts.language.messages import load_entries
from scripts.open_data.export import (
    NAMES,
    as_csv,
    data_files,
    index_json,
    published_schemas,
    table_rows,
    titles,
)
from scripts.open_data.table import cell, columns
from tests.unit.projects import ROOT, good_project


@pytest.fixture(scope="module")
def content(tmp_path_factory):
    return load_content(good_project(tmp_path_factory.mktemp("open") / "project"))


@pytest.fixture(scope="module")
def files(content):
    return {each.name: each for each in data_files(content)}


def rows(text):
    return list(csv.DictReader(io.StringIO(text, newline="")))


def schema_of(name):
    return json.loads(Project(ROOT).schema(name).read_text(encoding="utf-8"))


@pytest.mark.parametrize("name", NAMES)
def test_json_holds_the_records_and_fits_the_schema_published_beside_it(files, content, name):
    file = files[f"{name}.json"]
    records = json.loads(file.text())
    assert len(records) == file.records > 0
    schema = json.loads(published_schemas([file], content.project)[file.schema_file])
    assert list(Draft202012Validator(schema).iter_errors(records)) == []


@pytest.mark.parametrize("name", NAMES)
def test_csv_has_a_row_for_each_record_in_the_same_order(files, name):
    records = json.loads(files[f"{name}.json"].text())
    table = rows(files[f"{name}.csv"].text())
    assert [row["id"] for row in table] == [record["id"] for record in records]


@pytest.mark.parametrize("name", NAMES)
def test_columns_are_named_and_come_from_the_schema_whatever_the_records_have(name):
    schema = schema_of(name)
    header = as_csv([], schema).splitlines()
    assert len(header) == 1
    names = header[0].split(",")
    assert names[0] == "id"
    assert len(set(names)) == len(names)
    assert set(schema["items"]["properties"]) == {
        next(key for key in sorted(schema["items"]["properties"], key=len, reverse=True)
             if column == key or column.startswith(f"{key}_"))
        for column in names
    }  # fmt: skip


def test_text_in_two_languages_has_two_columns():
    names = ["_".join(path) for path in columns(schema_of("municipalities")["items"])]
    assert {"summary_no", "summary_en"} <= set(names)
    assert "summary" not in names


@pytest.mark.parametrize(
    ("value", "path", "text"),
    [
        ({"sources": ["a", "b"]}, ("sources",), "a | b"),
        ({"summary": {"no": "Én", "en": "One"}}, ("summary", "en"), "One"),
        ({"forms": {"no": ["x", "y"]}}, ("forms", "no"), "x | y"),
        ({"forms": {"no": ["x", "y"]}}, ("forms", "en"), ""),
        (
            {"authors": [{"family": "Wahl", "given": "A."}, {"literal": "KS"}]},
            ("authors",),
            "Wahl, A. | KS",
        ),
        (
            {"views": [{"sources": ["a", "b"]}, {"sources": ["c"]}]},
            ("views", "sources"),
            "a, b | c",
        ),
        ({"population": [{"note": {"no": "N"}}, {}]}, ("population", "note", "no"), "N | "),
        ({"population": [{}, {}]}, ("population", "note", "no"), ""),
        ({"core": True}, ("core",), "true"),
        ({"core": False}, ("core",), "false"),
        ({"lat": 59.99}, ("lat",), "59.99"),
        ({"start": 0}, ("start",), "0"),
        ({}, ("period", "no"), ""),
    ],
)
def test_cell_says_what_the_record_says(value, path, text):
    assert cell(value, path) == text


def test_comma_quotation_mark_and_line_break_stay_within_their_cell():
    schema = {"items": {"properties": {"id": {}, "text": {}}}}
    record = {"id": "a", "text": 'Han sa "nei",\nog gikk; «æøå»'}
    assert rows(as_csv([record], schema)) == [record]


def test_no_text_of_the_real_data_has_the_sign_that_divides_lists():
    content = load_content(Project(ROOT))
    for file in data_files(content):
        if file.form == "JSON" and file.text:
            assert " | " not in file.text(), file.name


def test_sources_are_csl_json_too_and_an_inferred_year_is_about(project):
    path = project.data / "sources.yml"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("  issued: ", "  issued_inferred: true\n  issued: ", 1), "utf-8")
    content = load_content(project)
    (file,) = [each for each in data_files(content) if each.form == "CSL-JSON"]
    items = json.loads(file.text())
    schema = json.loads(published_schemas([file], content.project)[file.schema_file])
    assert list(Draft202012Validator(schema).iter_errors(items)) == []
    assert [item["id"] for item in items] == list(content.sources)
    assert [item["issued"].get("circa") for item in items if "issued" in item].count(True) == 1


def test_index_names_every_file_with_its_size_licence_and_schema(files):
    entries, _ = load_entries(Project(ROOT))
    index = json.loads(index_json(list(files.values()), titles(entries), "1.0"))
    assert index["edition"] == "1.0"
    assert [each["file"] for each in index["files"]] == list(files)
    for each in index["files"]:
        assert each["records"] == files[each["file"]].records
        assert each["licence"] == "CC BY 4.0"
        assert each["schema"].startswith("schema/")
        assert set(each["title"]) == {"no", "en"}


def test_readers_are_shown_every_file_that_is_written(files):
    shown = table_rows(list(files.values()), "../data/{}".format)
    links = {file["link"] for row in shown for file in row["files"]}
    assert links == {f"../data/{name}" for name in [*files, "index.json"]}
