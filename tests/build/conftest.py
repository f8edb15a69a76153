"""A small project in a repository, for what is not about the build."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests import tiny


@pytest.fixture(scope="session", autouse=True)
def identity() -> Iterator[None]:
    """Who commits stands in the environment; no address is set."""
    with pytest.MonkeyPatch.context() as patch:
        for name, value in tiny.IDENTITY.items():
            patch.setenv(name, value)
        patch.delenv("SITE_URL", raising=False)
        yield


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A repository without a remote."""
    return tiny.begin(tmp_path / "project")
