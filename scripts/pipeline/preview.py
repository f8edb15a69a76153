"""The live preview: serves both languages locally and rebuilds as files change.

If only the text of a page changed, that page is rebuilt alone and shown at once. What depends
on it elsewhere (lists, related pages, the search index) follows after a pause in editing: a
build of the whole site in a background process, which does not hold up the editor. Any other
change is a full build, in which unchanged pages come from the cache.
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
from scripts.common.problems import Problem, ProblemsFound, counted
from scripts.content.load import Content
from scripts.content.pages import SourcePage, read_page
from scripts.pipeline.background_build import kill_background_build, start_background_build
from scripts.pipeline.build import BuildFailed, run_mkdocs
from scripts.pipeline.context import PRINT_SWITCH, Build
from scripts.pipeline.desk_page import PAGE, write_desk
from scripts.pipeline.preview_server import PreviewServer
from scripts.pipeline.sender import sender_at

log = logging.getLogger("preview")

HOST = "127.0.0.1"
# Seconds without a change before the whole site is built in the background.
_QUIET = 2.0
# What a failed build says at its end, and what the preview says instead.
_UNWRITTEN = " Nothing was written."
_UNCHANGED = "\nUntil that is mended, pages are shown as they were before."


def serve(root: Path, port: int) -> None:
    """Serve until interrupted.

    Raises:
        ProblemsFound: the port is in use.
        BuildFailed: the first build failure; later failures are shown on the pages.
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
    """The served site, the build that it came from, and the background build."""

    def __init__(self, root: Path, port: int, folder: Path) -> None:
        """`folder` holds the built sites, each in its own subfolder."""
        self.root, self.folder = root, folder
        mount = urlsplit(os.environ.get("SITE_URL", "")).path.rstrip("/") + "/"
        self.address = f"http://{HOST}:{port}{mount}"
        self.server = PreviewServer(HOST, port, mount, self.update, self.idle)
        self.build: Build | None = None
        self._builds = 0
        self._background: subprocess.Popen[bytes] | None = None
        self._background_site = folder
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
            self._stop_background()
            self.server.shutdown()

    def update(self, changed: set[Path]) -> None:
        """Rebuild changed pages alone if only their text changed, else the whole site."""
        self._stop_background()
        pages = [self._changed_page(path) for path in changed]
        texts = [page for page in pages if page is not None]
        if len(texts) == len(pages) and all(map(self._show, texts)):
            self._changed_at = time.monotonic()
            self.server.show()
            self._show_problems(
                load_content(self.build.content.project).problems if self.build else []
            )
            return
        self._changed_at = None
        try:
            self._build_all()
        except BuildFailed as failure:
            self._show_report(f"{str(failure).removesuffix(_UNWRITTEN)}{_UNCHANGED}")

    def idle(self) -> None:
        """Start a background build after a pause in editing, and show its site when done."""
        if self._background is not None and self._background.poll() is not None:
            done, self._background = self._background, None
            if done.returncode == 0 and self.build is not None:
                self._write_desk(self._background_site, load_content(self.build.content.project))
                self.server.show(self._background_site)
        elif self._changed_at and time.monotonic() - self._changed_at > _QUIET:
            self._changed_at = None
            if not self.server.faults:
                self._background_site = self._next_folder()
                self._background = self._build_in_background(self._background_site)

    def _build_all(self) -> None:
        site = self._next_folder()
        self.build = run_mkdocs(self.root, site, self.address)
        old = Path(self.server.root)
        self._show_problems(self.build.content.problems)
        self._write_desk(site, self.build.content)
        self.server.show(site)
        if old.parent == self.folder:
            shutil.rmtree(old, ignore_errors=True)

    def _write_desk(self, site: Path, content: Content) -> None:
        """Write the editors' queue beside the pages, unless the content is invalid."""
        if set(content.problems) - content.harmless:
            # Saved while half written; the problems are reported elsewhere.
            return
        try:
            write_desk(content, site)
        except ProblemsFound:
            # From data/desk.yml, which is read afresh; the checks report them.
            return
        except Exception as error:  # logged: the preview must stay up
            log.exception("%s: %r", PAGE, error)

    def _build_in_background(self, site: Path) -> subprocess.Popen[bytes]:
        return start_background_build(self.root, site, self.address)

    def _stop_background(self) -> None:
        if self._background is not None:
            process, self._background = self._background, None
            kill_background_build(process)

    def _next_folder(self) -> Path:
        self._builds += 1
        return self.folder / str(self._builds)

    def _changed_page(self, path: Path) -> SourcePage | None:
        """The shown page, with its new text; None if more than its text changed."""
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
        """Rebuild one page into the served folder; False if only a full build can."""
        if self.build is None or page.path not in self.build.page_rebuilders:
            return False
        try:
            document = self.build.page_rebuilders[page.path]()
        except Exception as error:  # shown on the page: the preview must stay up
            log.exception("%s", page.path)
            self._show_report(f"{page.path}: {error}")
            return True
        path = Path(self.server.root, page.url, "index.html")
        path.write_text(document, encoding="utf-8", newline="")
        return True

    def _show_problems(self, problems: list[Problem]) -> None:
        # The text that was typed is shown: unlike other commands, it has been written.
        lines = [str(problem) for problem in sorted(set(problems))]
        self._show_report("\n".join([*lines, f"{counted(len(lines))}."]) if lines else "")

    def _show_report(self, faults: str) -> None:
        """Show problems on every page and in the terminal, or clear them."""
        if faults == self.server.faults:
            return
        self.server.faults = faults
        if faults:
            log.error("%s", faults)
        else:
            log.info("No problems any more.")
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
