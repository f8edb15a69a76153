"""Editors who open the project in VS Code are told of faults while they type."""

import json
import re

import yaml

from tests.unit.projects import ROOT

SETTINGS = json.loads((ROOT / ".vscode" / "settings.json").read_text(encoding="utf-8"))


def test_every_data_file_that_has_a_schema_is_completed_by_it():
    listed = {file: ROOT / schema for schema, file in SETTINGS["yaml.schemas"].items()}
    wanted = {
        f"data/{path.name}"
        for path in (ROOT / "data").glob("*.yml")
        if (ROOT / "data" / "schema" / f"{path.stem}.schema.json").is_file()
    }
    assert listed.keys() == wanted
    assert all(path.is_file() for path in listed.values())


def test_problems_of_make_check_are_found_by_the_task_of_vs_code():
    tasks = json.loads((ROOT / ".vscode" / "tasks.json").read_text(encoding="utf-8"))["tasks"]
    pattern = tasks[0]["problemMatcher"]["pattern"]
    said = "docs/no/om/siter.md:12: the description is empty – add one sentence"
    match = re.match(pattern["regexp"], said)
    assert match
    assert match[pattern["file"]] == "docs/no/om/siter.md"
    assert match[pattern["line"]] == "12"
    assert match[pattern["message"]].startswith("the description")


def test_the_hook_of_a_commit_runs_what_make_check_runs():
    config = yaml.safe_load((ROOT / ".pre-commit-config.yaml").read_text(encoding="utf-8"))
    (hook,) = config["repos"][0]["hooks"]
    assert hook["entry"] == "python3 scripts/run.py check"
    for path in ("docs/no/index.md", "data/glossary.yml", "mkdocs.yml"):
        assert re.search(hook["files"], path)
    assert not re.search(hook["files"], "README.md")


def test_forms_for_issues_ask_in_both_languages_and_have_what_the_host_demands():
    forms = sorted((ROOT / ".github" / "ISSUE_TEMPLATE").glob("*.yml"))
    assert len(forms) == 3
    for path in forms:
        form = yaml.safe_load(path.read_text(encoding="utf-8"))
        assert form.keys() >= {"name", "description", "body"}
        ids = [part["id"] for part in form["body"]]
        assert len(ids) == len(set(ids))
        assert any(part.get("validations", {}).get("required") for part in form["body"])
        for part in form["body"]:
            assert " / " in part["attributes"]["label"], path.name
            if part["type"] == "dropdown":
                assert len(part["attributes"]["options"]) > 1
