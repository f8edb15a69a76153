"""A site of changed pages, built once for the tests that look at what changed."""

from dataclasses import dataclass
from pathlib import Path

import pytest

from scripts.builder import build_site
from tests.conftest import copy_parts, once
from tests.repository import begin, git, spoil

BASE = "https://mkm.example/base/"


@dataclass(frozen=True)
class Changed:
    """Edition 1.0 of a project with changed pages, and the day of its only commit."""

    site: Path
    day: list[int]


@pytest.fixture(scope="session")
def changed(shared: Path) -> Changed:
    """In a repository, below a path of a host. The page on the site has a title that could
    end a script, one page is not committed, and the original of a translation was changed.
    """
    folder = once(shared / "changed", build_changed)
    day = git(folder / "project", "log", "-1", "--format=%cs").split("-")
    return Changed(folder / "site", [int(part) for part in day])


def build_changed(folder: Path) -> None:
    project = copy_parts(folder / "project")
    for code, text in (("no", "Nytt"), ("en", "New")):
        about = project / f"docs/{code}/om/index.md"
        spoil(about, "^title: .*$", "title: '</script><b>Om & \"{om}\"'")
        spoil(project / f"docs/{code}/faser/index.md", r"\Z", f"\n{text}. [@editorial]\n")
    (project / ".gitignore").write_text("docs/no/om/siter.md\n", encoding="utf-8")
    begin(project)
    build_site(project, folder / "site", {"MIKE_DOCS_VERSION": "1.0", "SITE_URL": BASE})
