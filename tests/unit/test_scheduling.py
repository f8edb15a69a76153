"""Quick tests first, and each process whole files: by the path, since names are used twice."""

import os
import subprocess
import sys

from tests.scheduling import TESTS, TOGETHER, place, scope
from tests.unit.projects import ROOT


def test_rooms_follow_each_other_and_what_takes_longest_begins_its_room():
    files = [
        "unit/checks/test_layout.py",
        "unit/common/test_cache.py",
        "unit/devtools/test_guide.py",
        "print/test_layout.py",
        "build/test_cache.py",
        "browser/test_guide.py",
        "print/test_pdf_a.py",
        "build/test_build.py",
        "build/test_html.py",
        "browser/test_every_page.py",
        "browser/test_axe.py",
        "browser/test_pages.py",
    ]
    assert sorted(files, key=lambda file: place(TESTS / file)) == files


def test_one_process_takes_what_belongs_together_and_nothing_of_the_same_name():
    assert scope("tests/print/test_layout.py::test_a[no]") == "pdf"
    assert scope("tests/browser/test_language.py::test_a[::b]") == "editions"
    for path in ("tests/unit/checks/test_layout.py", "tests/print/test_pdf_a.py"):
        assert scope(f"{path}::test_a") == path


CONFTEST = """\
from tests.scheduling import Together

def pytest_xdist_make_scheduler(config, log):
    return Together(config, log)
"""
TEST = """\
from pathlib import Path

def test_one(worker_id):
    Path(__file__).with_suffix(".ran").write_text(worker_id)
"""


def test_pytest_xdist_gives_one_process_what_belongs_together(tmp_path):
    """By a private name of its scheduler, which another version may drop."""
    (tmp_path / "conftest.py").write_text(CONFTEST)
    together = [name for name, group in TOGETHER.items() if group == "pdf"]
    for name in together:
        file = tmp_path / f"tests/{name}.py"
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(TEST)
    command = [sys.executable, "-m", "pytest", "-q", "--numprocesses=2", f"--rootdir={tmp_path}"]
    done = subprocess.run(
        command,
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    ran_in = [(tmp_path / f"tests/{name}.ran").read_text() for name in together]
    assert len(ran_in) > 2
    assert len(set(ran_in)) == 1
