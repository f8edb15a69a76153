"""Setting up: made once, made anew when what it is made from changes, and never half.

`venv.create` is replaced by a small program in its place that notes what it is asked, so that
nothing is fetched; tests/build/test_setup.py makes a real environment.
"""

import os
import sys

import pytest

from scripts import run

PYTHON = """\
#!/bin/sh
echo "$@" >> "{root}/asked"
case "$*" in
  *" pip "*) exit $(cat "{root}/pip-ends-with") ;;
  *sysconfig*) echo "{root}/.venv/site" ;;
  *scripts.cli*) pwd >> "{root}/where"; exit 7 ;;
esac
"""
HELLO = "scripts.cli serve --port 8001"


class Setup:
    """A project that has nothing but a lock file, and what was done in it."""

    def __init__(self, root):
        self.root, self.environment = root, root / ".venv"
        self.lock, self.python = root / "requirements.lock", root / ".venv/bin/python"
        self.made = 0

    def make(self, folder, with_pip):
        assert folder == self.environment
        assert with_pip
        # What an older environment left may not be taken for a part of the new one.
        assert not folder.exists()
        self.made += 1
        for part in (self.python.parent, folder / "site"):
            part.mkdir(parents=True)
        self.python.write_text(PYTHON.format(root=self.root))
        self.python.chmod(0o755)

    def pip_ends_with(self, code):
        (self.root / "pip-ends-with").write_text(str(code))

    @property
    def asked(self):
        """What the environment's Python was started with since this was last read."""
        noted = self.root / "asked"
        lines = noted.read_text().splitlines() if noted.exists() else []
        noted.write_text("")
        return lines


@pytest.fixture
def setup(tmp_path, monkeypatch):
    made = Setup(tmp_path)
    made.lock.write_text("mkdocs==1.6.1\n")
    made.pip_ends_with(0)
    monkeypatch.setattr(run, "ROOT", tmp_path)
    monkeypatch.setattr(run, "ENVIRONMENT", made.environment)
    monkeypatch.setattr(run, "LOCK", made.lock)
    monkeypatch.setattr(run, "STAMP", made.environment / "installed-from")
    monkeypatch.setattr(run.venv, "create", made.make)
    monkeypatch.setattr(sys, "argv", ["scripts/run.py", "serve", "--port", "8001"])
    return made


def one_line(capfd):
    said = capfd.readouterr().err.splitlines()
    assert len(said) == 1, said
    assert said[0].startswith("scripts/run.py: ")
    return said[0]


def test_first_command_makes_the_environment_then_runs_and_ends_as_it_does(setup):
    assert run.main() == 7
    pip, paths, command = setup.asked
    assert pip.startswith("-m pip ")
    assert f"--require-hashes --only-binary :all: -r {setup.lock}" in pip
    assert "sysconfig" in paths
    assert command == f"-m {HELLO}"
    assert (setup.root / "where").read_text().strip() == str(setup.root)


def test_plain_mkdocs_and_mike_of_the_environment_find_the_hooks(setup):
    run.main()
    (path,) = (setup.environment / "site").glob("*.pth")
    assert path.read_text(encoding="utf-8") == f"{setup.root}\n"


def test_second_command_makes_nothing_and_runs_at_once(setup, capfd):
    run.main()
    assert "Setting up .venv" in capfd.readouterr().out
    assert setup.asked
    assert run.main() == 7
    assert setup.asked == [f"-m {HELLO}"]
    assert setup.made == 1
    assert capfd.readouterr().out == ""


def test_changed_lock_file_makes_the_environment_anew(setup):
    run.main()
    (setup.environment / "old-package").write_text("")
    setup.lock.write_text("mkdocs==1.6.2\n")
    assert run.main() == 7
    assert setup.made == 2
    assert not (setup.environment / "old-package").exists()
    run.main()
    assert setup.made == 2


def test_project_that_was_moved_or_another_python_makes_it_anew(setup, monkeypatch):
    run.main()
    before = run.stamp()
    monkeypatch.setattr(run, "ROOT", setup.root / "moved")
    assert run.stamp() != before
    assert not run.is_current(setup.python)
    monkeypatch.setattr(run, "ROOT", setup.root)
    assert run.is_current(setup.python)

    class Newer(tuple):
        major, minor = 3, sys.version_info.minor + 1

    monkeypatch.setattr(run.sys, "version_info", Newer(sys.version_info))
    assert not run.is_current(setup.python)


def test_environment_without_its_python_or_its_stamp_is_not_current(setup):
    run.main()
    assert run.is_current(setup.python)
    run.STAMP.unlink()
    assert not run.is_current(setup.python)
    run.STAMP.write_text(run.stamp())
    assert run.is_current(setup.python)
    setup.python.unlink()
    assert not run.is_current(setup.python)


@pytest.mark.parametrize("version", [(3, 11, 4), (3, 10, 14), (2, 7, 18)])
def test_too_old_python_is_told_in_one_line_and_nothing_is_made(setup, monkeypatch, capfd, version):
    monkeypatch.setattr(run.sys, "version_info", version)
    assert run.main() == 1
    have = ".".join(map(str, version))
    assert one_line(capfd) == (
        f"scripts/run.py: Python {have} is too old – install Python 3.11.5 or newer"
    )
    assert not setup.environment.exists()


def test_the_oldest_python_that_is_asked_for_is_the_one_of_pyproject(setup):
    text = (run.Path(run.__file__).parents[1] / "pyproject.toml").read_text(encoding="utf-8")
    assert f'requires-python = ">={".".join(map(str, run.OLDEST))}"' in text


def test_python_that_is_just_new_enough_goes_on(setup, monkeypatch):
    class Oldest(tuple):
        major, minor = 3, 11

    monkeypatch.setattr(run.sys, "version_info", Oldest((3, 11, 5, "final", 0)))
    assert run.main() == 7


def test_failed_pip_is_told_in_one_line_runs_nothing_and_is_tried_again(setup, capfd):
    setup.pip_ends_with(2)
    assert run.main() == 1
    assert "the packages could not be installed" in one_line(capfd)
    assert [line for line in setup.asked if "scripts.cli" in line] == []
    assert not run.STAMP.exists()
    setup.pip_ends_with(0)
    assert run.main() == 7
    assert setup.made == 2


@pytest.mark.parametrize(
    "fault", [OSError("no ensurepip"), run.subprocess.CalledProcessError(1, "")]
)
def test_python_that_cannot_make_an_environment_is_told_what_to_install(
    setup, monkeypatch, capfd, fault
):
    def fail(*_, **__):
        raise fault

    monkeypatch.setattr(run.venv, "create", fail)
    assert run.main() == 1
    assert "sudo apt-get install -y python3-venv" in one_line(capfd)


@pytest.mark.parametrize("doing", ["making", "installing", "running"])
def test_control_c_ends_with_130_and_no_traceback_whatever_it_is_doing(
    setup, monkeypatch, capfd, doing
):
    def stop(*_, **__):
        raise KeyboardInterrupt

    if doing == "running":
        run.main()
    monkeypatch.setattr(
        *((run.venv, "create") if doing == "making" else (run.subprocess, "run")), stop
    )
    capfd.readouterr()
    assert run.main() == 130
    assert capfd.readouterr().err == ""
    assert run.STAMP.exists() is (doing == "running")


def test_environment_lies_where_windows_puts_its_python(setup, monkeypatch):
    asked = []
    monkeypatch.setattr(run.os, "name", "nt")
    monkeypatch.setattr(run, "is_current", lambda python: asked.append(python) or True)
    monkeypatch.setattr(
        run.subprocess, "run", lambda *_, **__: run.subprocess.CompletedProcess(_, 0)
    )
    try:
        assert run.main() == 0
    finally:
        monkeypatch.setattr(run.os, "name", os.name)
    assert [python.as_posix()[-24:] for python in asked] == [".venv/Scripts/python.exe"]


def test_an_environment_that_is_a_link_is_shared_where_it_holds_the_packages(setup, tmp_path):
    run.main()
    theirs = tmp_path / "theirs"
    setup.environment.rename(theirs)
    setup.environment.symlink_to(theirs)
    stamp = theirs / "installed-from"
    stamp.write_text(stamp.read_text().rpartition(" ")[0] + " /another/copy")
    assert run.main() == 7
    assert setup.made == 1


def test_an_environment_that_is_a_link_is_never_written_through(setup, tmp_path, capfd):
    theirs = tmp_path / "theirs"
    theirs.mkdir()
    (theirs / "kept").write_text("")
    setup.environment.symlink_to(theirs)
    assert run.main() == 1
    said = one_line(capfd)
    assert ".venv is a link to" in said
    assert "take the link away (rm .venv)" in said
    assert (setup.made, [each.name for each in theirs.iterdir()]) == (0, ["kept"])
