"""What developers type is handed on, and works on a machine that has Python and nothing else."""

import re
import shutil
import subprocess

import pytest
from typer.main import get_command
from typer.testing import CliRunner

from scripts.devtools import commands
from scripts.devtools.record_types import OUTPUT
from tests.unit.projects import ROOT

MAKEFILE = (ROOT / "Makefile").read_text(encoding="utf-8")


def test_each_target_sets_the_project_up_first():
    recipes = dict(re.findall(r"^([a-z-]+):.*\n\t@(.*)", MAKEFILE, re.MULTILINE))
    assert set(get_command(commands.commands(ROOT)).commands) <= set(recipes)
    others = [name for name, recipe in recipes.items() if not recipe.startswith("$(RUN) ")]
    assert others == ["help", "clean"]


@pytest.mark.parametrize(
    ("target", "said"),
    [
        (["check"], "check"),
        (["check", "FIX=1"], "check --fix"),
        (["check", "EXPLAIN=lists"], 'check --explain "lists"'),
        (["broken", "SEED=2", "ONLY=link"], 'broken --seed 2 --only "link"'),
        (["record-types"], "record-types"),
    ],
    ids=lambda each: " ".join(each) if isinstance(each, list) else "",
)
def test_make_hands_on_what_was_typed(target, said):
    # Which make test would have it name, as one make within another.
    command = ["make", "--dry-run", "--no-print-directory", *target]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    assert " ".join(done.stdout.split()) == f"python3 scripts/run.py {said}"


def test_the_broken_projects_get_every_option_of_theirs(monkeypatch):
    asked = []

    def run(command, cwd):
        asked.append((command[1:], cwd))
        return subprocess.CompletedProcess(command, 3)

    monkeypatch.setattr(commands.subprocess, "run", run)
    done = CliRunner().invoke(commands.commands(ROOT), ["broken", "--seed", "2", "--show"])
    assert asked == [(["-m", "tests.broken", "--seed", "2", "--show"], ROOT)]
    assert done.exit_code == 3


def test_types_of_records_are_written_where_the_schemas_have_changed(tmp_path):
    shutil.copytree(ROOT / "data" / "schema", tmp_path / "data" / "schema")
    shutil.copy(ROOT / "pyproject.toml", tmp_path)  # how long a line may be
    written = tmp_path / OUTPUT
    written.parent.mkdir(parents=True)
    written.write_text("# of older schemas\n", encoding="utf-8")
    app = commands.commands(tmp_path)
    assert CliRunner().invoke(app, ["record-types"]).output == f"Wrote {OUTPUT}.\n"
    assert written.read_bytes() == (ROOT / OUTPUT).read_bytes()
    done = CliRunner().invoke(app, ["record-types"])
    assert done.output == f"{OUTPUT} is as the schemas are.\n"
