"""What hosting sites run: their files are read, and what they call is run as far as it can be."""

import re
import shutil
import subprocess
from pathlib import Path

import pytest
import yaml

from scripts.documents.pdf.libraries import LIBRARIES
from tests import tiny
from tests.repository import git

ROOT = Path(__file__).resolve().parents[2]
GITLAB = ROOT / ".gitlab-ci.yml"
GITHUB = sorted((ROOT / ".github/workflows").glob("*.yml"))


def commands(path: Path) -> list[str]:
    """The shell commands of a pipeline, in order."""
    told = yaml.safe_load(path.read_text(encoding="utf-8"))
    if path == GITLAB:
        jobs = [job for job in told.values() if isinstance(job, dict) and "script" in job]
        return [
            line for job in jobs for key in ("before_script", "script") for line in job.get(key, ())
        ]
    return [step["run"] for job in told["jobs"].values() for step in job["steps"] if "run" in step]


@pytest.mark.parametrize("path", [GITLAB, *GITHUB], ids=lambda path: path.name)
def test_what_a_pipeline_runs_is_there_and_can_be_read_by_the_shell(path):
    assert commands(path)
    for command in commands(path):
        subprocess.run(["bash", "-n", "-c", command], check=True)
        for script in re.findall(r"bash (\S+)", command):
            assert (ROOT / script).is_file(), script


@pytest.mark.parametrize("path", [GITLAB, *GITHUB], ids=lambda path: path.name)
def test_what_was_typed_is_never_part_of_a_command(path):
    assert [command for command in commands(path) if "${{" in command] == []


@pytest.mark.parametrize("path", [GITLAB, *GITHUB], ids=lambda path: path.name)
def test_a_pipeline_that_publishes_has_the_whole_history_and_what_print_needs(path):
    text = path.read_text(encoding="utf-8")
    assert 'GIT_DEPTH: "0"' in text or "fetch-depth: 0" in text
    if "hosting/publish.sh" in text:
        assert [name for name in LIBRARIES.values() if name not in text] == []


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    """A project at a detached commit, as runners check it out, and its remote beside it."""
    project = tiny.begin(tmp_path / "project")
    (project / "hosting").mkdir()
    shutil.copy(ROOT / "hosting/publish.sh", project / "hosting")
    shutil.copy(ROOT / "Makefile", project)
    tiny.save(project, "Publish from a pipeline")
    git(tmp_path, "clone", "--quiet", "--bare", str(project), "remote.git")
    git(tmp_path, "clone", "--quiet", "remote.git", "checkout")
    git(tmp_path / "checkout", "checkout", "--quiet", "--detach")
    return tmp_path / "checkout"


def published(checkout: Path, **settings: str) -> subprocess.CompletedProcess[str]:
    """Run the script of both pipelines; only what `make` calls is that of a small project."""
    return subprocess.run(
        ["bash", "hosting/publish.sh"],
        cwd=checkout,
        env=tiny.environment(MAKEFLAGS="RUN=" + "\\ ".join(tiny.command(checkout)), **settings),
        capture_output=True,
        text=True,
        check=False,
    )


def test_a_pipeline_publishes_editions_and_mends_one(checkout):
    remote = checkout.with_name("remote.git")
    for settings in ({"VERSION": "1.0"}, {"VERSION": "1.1"}, {"VERSION": "1.0", "MEND": "1"}):
        if "MEND" in settings:
            tiny.write(checkout / "pages/index.html", tiny.PAGE.format(lang="nb", id="home") + "!")
            tiny.save(checkout, "Mend a sentence")
        done = published(checkout, **settings)
        assert done.returncode == 0, done.stdout + done.stderr
    folders = git(remote, "ls-tree", "--name-only", "-d", "gh-pages").split()
    assert {"1.0", "1.1", "latest"} <= set(folders)
    assert git(remote, "tag", "--list").split() == [
        "edition-1.0",
        "edition-1.0-mended-1",
        "edition-1.1",
    ]


def test_a_pipeline_says_which_number_is_missing_and_sends_nothing(checkout):
    done = published(checkout)
    assert done.returncode == 1
    assert "VERSION: is not set – give the number of the edition" in done.stderr
    assert git(checkout.with_name("remote.git"), "tag", "--list") == ""
