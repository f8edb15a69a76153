"""Small projects to check: the good one, and copies with a case laid over it."""

import atexit
import shutil
import tempfile
from functools import cache
from pathlib import Path

from scripts.checks.run import load_content
from scripts.common.paths import Project
from scripts.content.datasets import NAMES
from scripts.content.pages import Site, load_site

ROOT = Path(__file__).resolve().parent.parent.parent
DATA = Path(__file__).resolve().parent / "data"
GOOD = DATA / "good"
BAD = DATA / "bad"
# What the good project takes from the real one.
FROM_SITE = ("interface.yml", "plain-words.yml", "shapes.yml", "desk.yml")
# What a case holds beside the files that it lays over the good project.
EXPECTED, DELETE = "expected.txt", "DELETE"


def good_project(target: Path) -> Project:
    """A copy of the good project with the schemas and words of the real one.

    With what a check keeps of it, so that a test reads anew what it changes and nothing else.
    """
    project = _copy(target)
    shutil.copytree(_kept(), target / ".cache")
    return project


@cache
def _kept() -> Path:
    folder = Path(tempfile.mkdtemp(prefix="good-project-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    project = _copy(folder / "project")
    load_content(project)
    return project.root / ".cache"


def _copy(target: Path) -> Project:
    shutil.copytree(GOOD, target)
    shutil.copytree(ROOT / "data" / "schema", target / "data" / "schema")
    for name in FROM_SITE:
        shutil.copy(ROOT / "data" / name, target / "data" / name)
    for name in NAMES:
        # A list that no case needs is there, and empty.
        path = target / "data" / f"{name}.yml"
        if not path.exists():
            path.write_text("[]\n", encoding="utf-8")
    return Project(target)


def data_files() -> list[str]:
    """The data files of the good project, relative to it."""
    names = {path.name for path in (GOOD / "data").glob("*.yml")}
    return [f"data/{name}" for name in sorted({*names, *FROM_SITE, *(f"{n}.yml" for n in NAMES)})]


def overlay(case: Path) -> list[Path]:
    """The files that a case lays over the good project, relative to it."""
    files = sorted(path.relative_to(case) for path in case.rglob("*") if path.is_file())
    return [path for path in files if path.as_posix() not in (EXPECTED, DELETE)]


def deletions(case: Path) -> list[str]:
    """The paths that a case takes away from the good project."""
    listed = case / DELETE
    return listed.read_text(encoding="utf-8").split() if listed.exists() else []


def bad_project(case: Path, target: Path) -> Project:
    """A copy of the good project with the faults of one case in it."""
    project = good_project(target)
    for path in overlay(case):
        (target / path).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(case / path, target / path)
    for name in deletions(case):
        (target / name).unlink()
    return project


def problems_of(project: Project) -> list[str]:
    """What an editor is told: each problem once, sorted by place."""
    return [str(problem) for problem in sorted(set(load_content(project).problems))]


def edit(project: Project, path: str, old: str, new: str) -> None:
    """Put `new` for `old`, which must stand once in the file."""
    file = project.root / path
    text = file.read_text(encoding="utf-8")
    assert text.count(old) == 1, f"{old!r} stands {text.count(old)} times in {path}"
    file.write_text(text.replace(old, new), encoding="utf-8")


def write_pages(root: Path, pages: dict[str, str]) -> Site:
    """The site of pages given as text by their path below docs/."""
    for path, text in pages.items():
        file = root / "docs" / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    return load_site(root)


def write_page(root: Path, body: str) -> Site:
    """The site of one page with this text."""
    front = "---\ntitle: A\nid: a\nkind: about\n---\n"
    return write_pages(root, {"no/a.md": f"{front}{body}\n"})
