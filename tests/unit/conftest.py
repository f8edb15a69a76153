"""What the unit tests share: a project to spoil, and the real words and sources."""

from pathlib import Path

import pytest

from scripts.common.paths import Project
from scripts.content.sources import Source, load_sources
from scripts.language.locales import BY_CODE
from scripts.language.messages import Messages, load_entries, messages_for
from tests.unit.projects import ROOT, good_project


@pytest.fixture
def project(tmp_path: Path) -> Project:
    """A small whole project without faults, for a test to spoil."""
    return good_project(tmp_path / "project")


@pytest.fixture(scope="session")
def words() -> dict[str, Messages]:
    """The words of the real interface by language code."""
    entries, _ = load_entries(Project(ROOT))
    return {code: messages_for(entries, locale) for code, locale in BY_CODE.items()}


@pytest.fixture(scope="session")
def real_sources() -> dict[str, Source]:
    """The sources of the real site."""
    return load_sources(Project(ROOT))[0]
