"""What several rooms of tests share: the real site built once, and copies to spoil."""

import json
import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from scripts.builder import build_site

ROOT = Path(__file__).resolve().parent.parent
# Many tests build a site of their own, and none of these is about print: only the one
# that all share is built with it, and what did not change since the last run is kept.
os.environ["SITE_PRINT"] = "off"

# What a build reads; a copy of these is a project of its own.
PARTS = ("data", "docs", "overrides", "scripts", "mkdocs.yml")


@pytest.fixture(scope="session")
def root() -> Path:
    return ROOT


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The whole site as `make site` builds it."""
    folder = tmp_path_factory.mktemp("built") / "site"
    build_site(ROOT, folder, {"SITE_PRINT": "on"})
    return folder


@pytest.fixture(scope="session")
def pages(site: Path) -> list[dict]:
    """The pages that the site says it has."""
    return json.loads((site / "data" / "pages.json").read_text(encoding="utf-8"))["pages"]


@pytest.fixture
def copy_project(tmp_path: Path) -> Callable[[], Path]:
    """A copy of the project that a test may spoil."""

    return lambda: copy_parts(tmp_path / "project")


def copy_parts(target: Path) -> Path:
    """Copy what a build reads to a folder that does not exist yet."""
    target.mkdir()
    for part in PARTS:
        source = ROOT / part
        if source.is_dir():
            ignore = shutil.ignore_patterns("__pycache__")
            shutil.copytree(source, target / part, ignore=ignore)
        else:
            shutil.copy(source, target / part)
    return target


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Quick tests first: an editor sees a fault in the text before a browser starts."""
    order = {"unit": 0, "build": 1, "browser": 2, "print": 3}
    items.sort(key=lambda item: order.get(item.path.parent.name, 9))
