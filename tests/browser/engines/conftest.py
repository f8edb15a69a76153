"""The engines that readers have besides Chromium's, each started once."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.browser.engines.firefox import Firefox
from tests.browser.engines.webkit import WebKit
from tests.browser.engines.window import Window


@pytest.fixture(scope="session")
def firefox(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Window]:
    yield from started(Firefox, tmp_path_factory.mktemp("firefox"))


@pytest.fixture(scope="session")
def webkit(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Window]:
    yield from started(WebKit, tmp_path_factory.mktemp("webkit"))


def started(kind: type[Window], folder: Path) -> Iterator[Window]:
    window = kind()
    with window.ends:
        window.start(folder)
        yield window


@pytest.fixture(params=["firefox", "webkit"])
def window(request: pytest.FixtureRequest, served: str) -> Window:
    """A window on a desk, with nothing kept from the last journey."""
    opened: Window = request.getfixturevalue(request.param)
    opened.go(f"{served}404.html")
    opened.run("localStorage.clear()")
    opened.resize(1280, 800)
    return opened
