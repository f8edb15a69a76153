"""A real Chromium, and the real site behind real servers."""

import contextlib
import functools
import http.server
import shutil
import threading
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright
from playwright.sync_api import TimeoutError as PlaywrightTimeout

from scripts.devtools.system_packages import browser
from tests.conftest import Published
from tests.nginx import nginx
from tests.repository import git

ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--no-first-run",
    # Letters as wide as on a phone, not rounded to whole pixels.
    "--font-render-hinting=none",
]


# Seconds that a page has to begin.
PATIENCE = 30
# The page has been read, its script has run and had its references laid out, and its letters are
# there; a reader needs longer than that to begin. A page that only just began has no root yet.
BEGUN = """() => document.readyState !== "loading"
    && (!document.documentElement.classList.contains("js")
      || ("ready" in document.documentElement.dataset
        && !document.documentElement.classList.contains("dressing")
        && !document.querySelector(".references[data-notes]")))"""


def wait_until_begun(page: Page) -> None:
    """Wait in short turns: where scripts are off, only the first look of each one comes.

    A page that forwards without a script, and was still loading at the first look, would be
    waited for in vain.
    """
    for _ in range(PATIENCE):
        with contextlib.suppress(PlaywrightTimeout):
            page.wait_for_function(BEGUN, timeout=1000)
            return
    raise AssertionError(f"{page.url} did not begin within {PATIENCE} s")


@pytest.fixture(scope="session", autouse=True)
def patience() -> Iterator[None]:
    """Whoever goes to a page begins when its script has run, or is known not to come."""
    goto = Page.goto

    def visit(page: Page, *args, **more):
        answer = goto(page, *args, **more)
        wait_until_begun(page)
        return answer

    Page.goto = visit
    yield
    Page.goto = goto


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    path = browser()
    assert path, "no Chromium was found – run `make test`, which installs it, or set CHROMIUM"
    with sync_playwright() as playwright:
        launched = playwright.chromium.launch(executable_path=path, args=ARGUMENTS)
        yield launched
        launched.close()


class Watch:
    """What a page asked for and complained of, while a test used it."""

    def __init__(self, context: BrowserContext) -> None:
        self.requests: list[str] = []
        self.failed: list[str] = []
        self.errors: list[str] = []
        context.on("request", lambda request: self.requests.append(request.url))
        context.on("requestfailed", self._failure)
        context.on("response", self._answer)
        context.on("console", self._console)
        context.on("weberror", lambda error: self.errors.append(str(error.error)))

    def _failure(self, request) -> None:
        # Moving on to the next page aborts what the last one was still fetching.
        if request.failure != "net::ERR_ABORTED":
            self.failed.append(f"{request.failure} {request.url}")

    def _answer(self, response) -> None:
        if response.status >= 400:
            self.failed.append(f"{response.status} {response.url}")

    def _console(self, message) -> None:
        if message.type == "error":
            self.errors.append(message.text)

    def hosts(self) -> set[str]:
        return {urlsplit(url).netloc for url in self.requests if url.startswith("http")}


@pytest.fixture
def context(chromium: Browser) -> Iterator[BrowserContext]:
    opened = chromium.new_context(locale="nb-NO", viewport={"width": 1280, "height": 800})
    yield opened
    opened.close()


@pytest.fixture
def watch(context: BrowserContext) -> Watch:
    return Watch(context)


@pytest.fixture
def page(context: BrowserContext, watch: Watch) -> Page:
    return context.new_page()


class Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *args) -> None:
        pass


class Logging(Quiet):
    """What a host writes down: what was asked for, what it answered, and from where."""

    def send_response(self, code: int, message: str | None = None) -> None:
        self.server.log.append(f"{self.requestline} {code} {self.headers.get('Referer', '-')}")
        super().send_response(code, message)


@dataclass(frozen=True)
class Host:
    """A server of the site that keeps a log, in lines."""

    port: int
    log: list[str]

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.port}/"


@pytest.fixture
def host(site: Path) -> Iterator[Host]:
    handler = functools.partial(Logging, directory=str(site))
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
    server.log = []
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield Host(server.server_port, server.log)
    server.shutdown()


@pytest.fixture(scope="session")
def served(site: Path) -> Iterator[str]:
    """The site at the root of a plain server; the address ends in a slash."""
    handler = functools.partial(Quiet, directory=str(site))
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()


@pytest.fixture(scope="session")
def editions(published: Published, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The two editions as published, below /mkm/ on nginx."""
    folder = tmp_path_factory.mktemp("editions")
    git(published.project, "archive", "--output", str(folder / "all.tar"), "gh-pages")
    shutil.unpack_archive(folder / "all.tar", folder / "public", filter="data")
    with nginx(folder, folder / "public", published.port):
        yield published.address
