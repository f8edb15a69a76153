"""What is kept depends on our code and on the libraries that it calls."""

import shutil
import sys

import pytest

from scripts.common import versions
from scripts.common.versions import code_fingerprint, installed_libraries, library_versions

PROJECT = """\
[project]
dependencies = ["mkdocs==1.6.1", "pagefind[bin]==1.5.2", "no-such-library>=1", "jinja2"]
[project.optional-dependencies]
dev = ["pytest==9.2.0"]
"""


@pytest.fixture
def root(tmp_path, monkeypatch):
    """A project of two modules, whose code is fingerprinted anew each time."""
    (tmp_path / "scripts/common").mkdir(parents=True)
    (tmp_path / "scripts/a.py").write_text("A = 1\n")
    (tmp_path / "scripts/common/b.py").write_text("B = 1\n")
    (tmp_path / "pyproject.toml").write_text(PROJECT)
    (tmp_path / "requirements.lock").write_text("one\n")
    monkeypatch.setattr(versions, "_SCRIPTS", tmp_path / "scripts")
    monkeypatch.setattr(versions, "version", lambda name: _installed(name, {}))
    return tmp_path


def _installed(name, changed):
    if name == "no-such-library":
        raise versions.PackageNotFoundError(name)
    return changed.get(name, "1.0")


def fingerprint():
    for kept in (code_fingerprint, installed_libraries):
        kept.cache_clear()
    found = code_fingerprint()
    for kept in (code_fingerprint, installed_libraries):
        kept.cache_clear()
    return found


def test_same_code_has_the_same_fingerprint(root, tmp_path):
    before = fingerprint()
    assert fingerprint() == before
    (root / "scripts/notes.txt").write_text("no code")
    assert fingerprint() == before


@pytest.mark.parametrize(
    "change",
    [
        pytest.param(lambda root: (root / "scripts/a.py").write_text("A = 2\n"), id="module"),
        pytest.param(lambda root: (root / "scripts/common/b.py").write_text("B\n"), id="deeper"),
        pytest.param(lambda root: (root / "scripts/c.py").write_text(""), id="new-module"),
        pytest.param(lambda root: (root / "scripts/a.py").unlink(), id="module-gone"),
        pytest.param(
            lambda root: (root / "scripts/a.py").rename(root / "scripts/aa.py"), id="renamed"
        ),
        pytest.param(lambda root: (root / "requirements.lock").write_text("two\n"), id="lock"),
        pytest.param(
            lambda root: (root / "pyproject.toml").write_text(
                PROJECT.replace('"jinja2"', '"lxml"')
            ),
            id="other-library",
        ),
    ],
)
def test_changed_code_has_another_fingerprint(root, change):
    before = fingerprint()
    change(root)
    assert fingerprint() != before


def test_text_that_moves_from_one_module_to_the_next_is_a_change(root):
    before = fingerprint()
    (root / "scripts/a.py").write_text("")
    (root / "scripts/common/b.py").write_text("A = 1\nB = 1\n")
    assert fingerprint() != before


@pytest.mark.parametrize("name", ["mkdocs", "pagefind", "jinja2"])
def test_upgraded_library_has_another_fingerprint(root, monkeypatch, name):
    before = fingerprint()
    monkeypatch.setattr(versions, "version", lambda asked: _installed(asked, {name: "1.1"}))
    assert fingerprint() != before


def test_other_python_has_another_fingerprint(root, monkeypatch):
    before = fingerprint()
    monkeypatch.setattr(versions.sys, "version", sys.version + " other")
    assert fingerprint() != before


def test_libraries_are_those_that_pyproject_depends_on_and_the_lock_file(root):
    found = library_versions(root)
    lock = found.pop("requirements.lock")
    assert len(lock) == 64
    assert found == {"mkdocs": "1.0", "pagefind": "1.0", "jinja2": "1.0", "no-such-library": ""}


def test_copy_of_the_code_without_project_files_has_no_libraries(root):
    (root / "pyproject.toml").unlink()
    (root / "requirements.lock").unlink()
    assert library_versions(root) == {}
    assert fingerprint()


def test_the_real_project_names_every_library_with_its_installed_version():
    from tests.unit.projects import ROOT

    found = library_versions(ROOT)
    assert found["mkdocs"] == "1.6.1"
    assert all(found.values()), found
    assert "pytest" not in found
    shutil.which("python")
