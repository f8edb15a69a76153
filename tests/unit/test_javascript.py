"""What the scripts of pages reckon with, under node's own test runner (tests/js)."""

import subprocess

import pytest

from scripts.devtools.system_packages import program
from tests.unit.projects import ROOT

FILES = sorted((ROOT / "tests" / "js").glob("*.test.js"))


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_javascript(path):
    node = program("node")
    assert node, "node was not found – run `make test`, which installs it"
    # The scripts of pages are modules without a package.json, which browsers need not.
    command = [node, "--disable-warning=MODULE_TYPELESS_PACKAGE_JSON", "--test", str(path)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=120)
    assert done.returncode == 0, done.stdout + done.stderr
    assert "\n# pass 0\n" not in done.stdout


def test_every_part_that_reckons_has_its_tests():
    assert [path.name for path in FILES] == [
        "agenda-office.test.js",
        "agenda-plan.test.js",
        "calendar.test.js",
        "clipboard.test.js",
        "engine.test.js",
        "excerpts.test.js",
        "folding.test.js",
        "letters.test.js",
        "markup.test.js",
        "packed.test.js",
        "permalink.test.js",
        "phrases.test.js",
        "planner-out.test.js",
        "query.test.js",
        "self-test.test.js",
        "shopping-list.test.js",
        "times.test.js",
    ]
