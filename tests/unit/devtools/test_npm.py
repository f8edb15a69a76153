"""Packages from npm are installed as their lock files say, which name no host."""

import json

import pytest

from scripts.common.problems import ProblemsFound
from scripts.devtools.npm import install
from tests.unit.projects import ROOT

LOCKS = [
    "tests",
    "scripts/devtools/bench/peers/lighthouse",
    "scripts/devtools/bench/peers/starlight",
]
EMPTY = {"name": "x", "lockfileVersion": 3, "requires": True, "packages": {"": {"name": "x"}}}


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "package.json").write_text('{"name": "x"}')
    (tmp_path / "package-lock.json").write_text(json.dumps(EMPTY))
    return tmp_path


@pytest.mark.parametrize("folder", LOCKS)
def test_a_lock_file_pins_every_package_by_hash_and_names_no_download_host(folder):
    packages = json.loads((ROOT / folder / "package-lock.json").read_text("utf-8"))["packages"]
    assert len(packages) > 1
    for name, package in packages.items():
        assert "resolved" not in package, name
        assert not name or package["integrity"].startswith("sha512-"), name
    assert "omit-lockfile-registry-resolved=true" in (ROOT / folder / ".npmrc").read_text()


def test_what_is_installed_is_installed_again_only_when_the_lock_changes(folder, capsys):
    install(folder, "make test")
    assert "Installing" in capsys.readouterr().out
    install(folder, "make test")
    assert capsys.readouterr().out == ""
    (folder / "package-lock.json").write_text(json.dumps(EMPTY | {"version": "2.0.0"}))
    install(folder, "make test")
    assert "Installing" in capsys.readouterr().out


def test_a_failed_installation_is_told_in_one_line_and_tried_again_next_time(folder, capfd):
    (folder / "package.json").write_text('{"name": "x", "dependencies": {"axe-core": "4.14.1"}}')
    for _ in range(2):
        with pytest.raises(ProblemsFound) as told:
            install(folder, "make test")
        assert str(told.value).startswith("make test: ")
        assert "npm" in str(told.value)
