"""The first promise of README.md, kept for real: Python and nothing else."""

import os
import shutil
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from tests.conftest import ROOT

CLI = "import sys\n\nimport scripts\n\nprint(sys.prefix, sys.argv[1:])\nraise SystemExit(3)\n"


def begin(root: Path) -> Path:
    """A project that needs no package, in a folder with an unusual name."""
    project = root / "med mellomrom og æøå"
    (project / "scripts").mkdir(parents=True)
    shutil.copy(ROOT / "scripts/run.py", project / "scripts")
    (project / "scripts/__init__.py").touch()
    (project / "scripts/cli.py").write_text(CLI, encoding="utf-8")
    # Nothing is fetched: the environment is real, the list of packages is empty.
    (project / "requirements.lock").write_text("# empty\n")
    return project


def command(project: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """`python3 scripts/run.py …` from another folder, with a Python that knows no package."""
    bare = [os.path.realpath(sys.executable), "-I", str(project / "scripts/run.py")]
    return subprocess.run(
        [*bare, *arguments], cwd=project.parent, capture_output=True, text=True, check=False
    )


def test_a_fresh_clone_sets_itself_up_and_the_next_command_starts_at_once(tmp_path):
    project = begin(tmp_path)
    done = command(project, "serve", "--port", "1")
    ran = f"{project / '.venv'} ['serve', '--port', '1']\n"
    assert done.stdout.endswith(ran), done.stdout + done.stderr
    assert done.stdout.startswith("Setting up .venv")
    assert done.returncode == 3
    assert command(project, "serve", "--port", "1").stdout == ran
    # Plain mkdocs and mike of the environment import the hooks from anywhere.
    python = project / ".venv" / "bin" / "python"
    subprocess.run([python, "-c", "import scripts.run"], cwd=tmp_path, check=True)


def test_two_first_commands_at_once_make_one_environment(tmp_path):
    project = begin(tmp_path)
    with ThreadPoolExecutor() as both:
        done = list(both.map(lambda name: command(project, name), ["serve", "check"]))
    assert [each.returncode for each in done] == [3, 3], [each.stderr for each in done]
    assert sum("Setting up .venv" in each.stdout for each in done) == 1
