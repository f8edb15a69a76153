"""The preview: both languages on this machine, shown anew as pages, data and templates change.

A page whose text alone changed is made by itself and shown at once. What it changes elsewhere
(lists, related pages, the search index) follows when nobody types: a build of the whole site
in a process of its own, so that it holds no editor up. Any other change is a whole build, in
which unchanged pages come from the cache.
"""

from __future__ import annotations

import logging
import os
import shutil
import socket
import subprocess
import tempfile
import time
from pathlib import Path
from urllib.parse import urlsplit

from scripts.checks.run import load_content
from scripts.common.problems import Problem, ProblemsFound, report
from scripts.content.load import Content
from scripts.content.pages import SourcePage, read_page
from scripts.pipeline.build import BuildFailed, run_mkdocs
from scripts.pipeline.build_behind import begin_build, end_build
from scripts.pipeline.context import PRINT_SWITCH, Build
from scripts.pipeline.desk_page import PAGE, write_desk
from scripts.pipeline.preview_server import PreviewServer
from scripts.pipeline.sender import sender_at

log = logging.getLogger("preview")

HOST = "127.0.0.1"
# Seconds without a change before the whole site is built behind the editor's back.
_QUIET = 2.0


def serve(root: Path, port: int) -> None:
    """Serve until interrupted.

    Raises:
        ProblemsFound: when the port is in use.
        BuildFailed: when the first build fails; later faults are shown on the pages.
    """
    if not is_free(port):
        remedy = f"stop the program that uses it, or choose another: make serve PORT={port + 1}"
        raise ProblemsFound([Problem(f"{HOST}:{port}", 0, "the port is in use", remedy)])
    logging.basicConfig(format="%(message)s")
    log.setLevel(logging.INFO)
    log.info("The preview is made without the files to print; make site makes them.")
    if notice := sender_at(root).notice:
        log.info("%s", notice)
    os.environ[PRINT_SWITCH] = "off"
    with tempfile.TemporaryDirectory(prefix="preview-") as folder:
        Preview(root, port, Path(folder)).run()


class Preview:
    """What is shown, and the build that it came from."""

    def __init__(self, root: Path, port: int, folder: Path) -> None:
        """`folder` is for built sites, each in a folder of its own."""
        self.root, self.folder = root, folder
        mount = urlsplit(os.environ.get("SITE_URL", "")).path.rstrip("/") + "/"
        self.address = f"http://{HOST}:{port}{mount}"
        self.server = PreviewServer(HOST, port, mount, self.update, self.idle)
        self.build: Build | None = None
        self._builds = 0
        self._behind: subprocess.Popen[bytes] | None = None
        self._behind_site = folder
        self._changed_at: float | None = None

    def run(self) -> None:
        """Build, serve, and follow changes until interrupted."""
        self._build_all()
        for name in ("docs", "data", "overrides", "mkdocs.yml"):
            self.server.watch(str(self.root / name))
        log.info("Serving on %s", self.address)
        log.info("What waits for editors: %s%s/", self.address, PAGE)
        try:
            self.server.serve()  # type: ignore[no-untyped-call]
        finally:
            self._stop_behind()
            self.server.shutdown()

    def update(self, changed: set[Path]) -> None:
        """Show what changed: one page by itself where that is all, else a whole build."""
        self._stop_behind()
        pages = [self._changed_page(path) for path in changed]
        texts = [page for page in pages if page is not None]
        if len(texts) == len(pages) and all(map(self._show, texts)):
            self._changed_at = time.monotonic()
            self.server.show()
            self._tell(load_content(self.build.content.project).problems if self.build else [])
            return
        self._changed_at = None
        try:
            self._build_all()
        except BuildFailed as failed:
            self._tell_text(str(failed))

    def idle(self) -> None:
        """Build the whole site when nothing has changed for a while, and show it when done."""
        if self._behind is not None and self._behind.poll() is not None:
            done, self._behind = self._behind, None
            if done.returncode == 0 and self.build is not None:
                self._write_desk(self._behind_site, load_content(self.build.content.project))
                self.server.show(self._behind_site)
        elif self._changed_at and time.monotonic() - self._changed_at > _QUIET:
            self._changed_at = None
            if not self.server.faults:
                self._behind_site = self._next_folder()
                self._behind = self._build_behind(self._behind_site)

    def _build_all(self) -> None:
        site = self._next_folder()
        self.build = run_mkdocs(self.root, site, self.address)
        old = Path(self.server.root)
        self._tell(self.build.content.problems)
        self._write_desk(site, self.build.content)
        self.server.show(site)
        if old.parent == self.folder:
            shutil.rmtree(old, ignore_errors=True)

    def _write_desk(self, site: Path, content: Content) -> None:
        """Put what waits for editors beside the pages, unless what is read has faults."""
        if set(content.problems) - content.harmless:
            # Somebody saved what is half written; what follows from it is told elsewhere.
            return
        try:
            write_desk(content, site)
        except ProblemsFound:
            # Of data/desk.yml, which is read anew; the check tells of them.
            return
        except Exception as fault:  # in the terminal: an editor must not lose the preview
            log.exception("%s: %r", PAGE, fault)

    def _build_behind(self, site: Path) -> subprocess.Popen[bytes]:
        return begin_build(self.root, site, self.address)

    def _stop_behind(self) -> None:
        if self._behind is not None:
            behind, self._behind = self._behind, None
            end_build(behind)

    def _next_folder(self) -> Path:
        self._builds += 1
        return self.folder / str(self._builds)

    def _changed_page(self, path: Path) -> SourcePage | None:
        """The page that is shown now, with its new text; None where more than text changed."""
        if self.build is None or not path.is_file():
            return None
        for page in self.build.content.site.pages:
            if (self.root / page.path).resolve() == path.resolve():
                folder = self.root / "docs" / page.locale.code
                new, problems = read_page(path, folder, self.root, page.locale)
                if problems or new.meta != page.meta:
                    return None
                page.body, page.body_line = new.body, new.body_line
                page.front_matter = new.front_matter
                return page
        return None

    def _show(self, page: SourcePage) -> bool:
        """Make one page by itself, into the folder that is served."""
        if self.build is None or page.path not in self.build.remake:
            return False
        try:
            document = self.build.remake[page.path]()
        except Exception as fault:  # shown on the page: an editor must not lose the preview
            log.exception("%s", page.path)
            self._tell_text(f"{page.path}: {fault}")
            return True
        path = Path(self.server.root, page.url, "index.html")
        path.write_text(document, encoding="utf-8", newline="")
        return True

    def _tell(self, problems: list[Problem]) -> None:
        self._tell_text(report(problems) if problems else "")

    def _tell_text(self, faults: str) -> None:
        """Show faults on every page and in the terminal, or that there are none any more."""
        if faults == self.server.faults:
            return
        self.server.faults = faults
        if faults:
            log.error("%s", faults)
        self.server.show()


def is_free(port: int) -> bool:
    """Whether nothing listens on the port."""
    with socket.socket(socket.AF_INET, socket.SOCK_STREAM) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((HOST, port))
        except OSError:
            return False
    return True
