"""What several rooms of tests share: the real site built once, and copies to spoil."""

import json
import os
import shutil
import socket
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest
from filelock import FileLock
from xdist.remote import Producer

from scripts.devtools.guide.copy import PARTS
from scripts.pipeline.build import build_site
from tests.changed import Changed, built, change_and_build
from tests.repository import begin, git, publish, spoil
from tests.scheduling import Together, place

ROOT = Path(__file__).resolve().parent.parent
# Many tests build a site of their own, and none of these is about print: only the one
# that all share is built with it, and what did not change since the last run is kept.
os.environ["SITE_PRINT"] = "off"
# What the owner of this machine may have set for sites of their own.
for setting in ("SITE_PUBLISHER", "SITE_EDITOR", "SITE_CONTACT", "SITE_REVIEWED"):
    os.environ.pop(setting, None)


@pytest.fixture(scope="session")
def root() -> Path:
    return ROOT


@pytest.fixture(scope="session")
def shared(tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> Path:
    """A folder that all processes of one run share."""
    own = tmp_path_factory.getbasetemp()
    return own if worker_id == "master" else own.parent


def once(folder: Path, make: Callable[[Path], None]) -> Path:
    """The folder that `make` fills, made by whichever process asks first."""
    with FileLock(f"{folder}.lock"):
        if not folder.exists():
            aside = folder.with_name(f"{folder.name}-aside")
            shutil.rmtree(aside, ignore_errors=True)
            aside.mkdir()
            make(aside)
            aside.rename(folder)
    return folder


@pytest.fixture(scope="session")
def site(shared: Path) -> Path:
    """The whole site as `make site` builds it."""

    def build(folder: Path) -> None:
        build_site(ROOT, folder / "site", {"SITE_PRINT": "on"})

    return once(shared / "built", build) / "site"


@dataclass(frozen=True)
class Published:
    """A repository with two editions on gh-pages, and the address they were made for."""

    project: Path
    port: int

    @property
    def address(self) -> str:
        return address_at(self.port)


def address_at(port: int) -> str:
    return f"http://127.0.0.1:{port}/mkm/"


@pytest.fixture(scope="session")
def published(shared: Path) -> Published:
    """Two editions, 1.9 and 1.10, without print, for a server below /mkm/.

    In edition 1.9 one English page has another address than in 1.10, and the page on
    Øvre Eiker another id, so that it does not exist in 1.10 as far as links know.
    """
    folder = once(shared / "editions", publish_two)
    return Published(folder / "project", int((folder / "port").read_text()))


def publish_two(folder: Path) -> None:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    project = begin(copy_parts(folder / "project"))
    history = project / "docs/en/metoden/historie.md"
    spoil(history, "^url: .*$", "url: method/the-past/")
    for code in ("no", "en"):
        spoil(project / f"docs/{code}/kommuner/ovre-eiker.md", "^id: .*$", "id: municipality-older")
    for file in (project / "data").glob("*.yml"):
        text = file.read_text(encoding="utf-8")
        file.write_text(
            text.replace("municipality-ovre-eiker", "municipality-older"), encoding="utf-8"
        )
    git(project, "commit", "--quiet", "-am", "Write it as it was")
    for version in ("1.9", "1.10"):
        done = publish(project, version, SITE_URL=address_at(port))
        assert done.returncode == 0, done.stderr
        git(project, "checkout", "--quiet", "HEAD~", ".")
        if version == "1.9":  # its id was published, and leads on
            rules = project / "data/permalinks.yml"
            spoil(rules, r"\Z", "- page: municipality-older\n  to: municipality-ovre-eiker\n")
            git(project, "add", ".")
        git(project, "commit", "--quiet", "--allow-empty", "-m", "Write it as it is")
    (folder / "port").write_text(str(port))


@pytest.fixture(scope="session")
def changed(shared: Path) -> Changed:
    """Edition 1.0 of a project with changed pages."""

    def build(folder: Path) -> None:
        change_and_build(copy_parts(folder / "project"), folder / "site")

    return built(once(shared / "changed", build))


@pytest.fixture(scope="session")
def plain(published: Published, shared: Path) -> Path:
    """Edition 1.10 as it was published, which has no files to print."""

    def export(folder: Path) -> None:
        git(published.project, "archive", "--output", str(folder / "all.tar"), "gh-pages:1.10")
        shutil.unpack_archive(folder / "all.tar", folder / "site", filter="data")

    return once(shared / "plain", export) / "site"


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
    # References and pictures take seconds to make, and so does reading every page and record
    # for the checks; those of the shared site are kept.
    for name in ("references.json", "share", "checks", "data"):
        finished = ROOT / ".cache" / name
        if finished.is_dir():
            # Without what another process is just writing.
            aside = shutil.ignore_patterns("*.*")
            shutil.copytree(finished, target / ".cache" / name, ignore=aside)
        elif finished.is_file():
            (target / ".cache").mkdir(exist_ok=True)
            shutil.copy(finished, target / ".cache")
    return target


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--approve",
        action="store_true",
        help="write what pages look like and say now as approved, after looking at it",
    )


@pytest.fixture(scope="session")
def approving(request: pytest.FixtureRequest) -> bool:
    """Whether this run approves pictures and outlines instead of comparing them."""
    return bool(request.config.getoption("--approve"))


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    items.sort(key=lambda item: place(item.path))


@pytest.hookimpl(optionalhook=True)  # pytest alone, in one process, does not know it
def pytest_xdist_make_scheduler(config: pytest.Config, log: Producer) -> Together:
    return Together(config, log)
