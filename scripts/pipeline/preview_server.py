"""The web server of the preview: MkDocs' own, told at once what changed, with a bar for faults.

MkDocs' server polls the file system every half second, holds every request back while it
builds, and shows old pages without a word when a build fails.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from html import escape
from pathlib import Path

from mkdocs.livereload import LiveReloadServer
from watchdog.events import FileSystemEvent, FileSystemEventHandler
from watchdog.observers import Observer

# What an editor's program does to a file that it saves; opening and closing change nothing.
_CHANGES = {"created", "modified", "deleted", "moved"}
# Programs save in several steps, this close to one another (seconds).
_TOGETHER = 0.05
_BAR = (
    '<div role="status" style="position:fixed;inset:auto 0 0;z-index:99;max-height:40vh;'
    "overflow:auto;padding:.75rem 1rem;background:#7a1f1f;color:#fff;font:1rem/1.4 monospace;"
    'white-space:pre-wrap">{faults}</div></body>'
)


class PreviewServer(LiveReloadServer):
    """Serves a folder, and hands the paths of changed files to `update`."""

    def __init__(
        self,
        host: str,
        port: int,
        mount_path: str,
        update: Callable[[set[Path]], None],
        idle: Callable[[], None],
    ) -> None:
        """`idle` is called a few times a second when nothing changes."""
        super().__init__(
            builder=lambda: None, host=host, port=port, root=".", mount_path=mount_path
        )
        self.observer = Observer()  # type: ignore[assignment]  # the system's own, not polling
        self.faults = ""
        self._update, self._idle = update, idle
        self._changed: set[Path] = set()

    def watch(self, path: str, func: None = None, *, recursive: bool = True) -> None:
        """Watch a file or a folder."""
        server = self

        class Handler(FileSystemEventHandler):
            def on_any_event(self, event: FileSystemEvent) -> None:
                if not event.is_directory and event.event_type in _CHANGES:
                    server.tell(Path(str(event.dest_path or event.src_path)))

        self._watched_paths[path] = 1
        self.observer.schedule(Handler(), path, recursive=recursive)

    def tell(self, path: Path) -> None:
        """Take note of a changed file."""
        with self._rebuild_cond:
            self._changed.add(path)
            self._rebuild_cond.notify_all()

    def show(self, site: Path | None = None) -> None:
        """Let browsers load their pages anew, from another folder if one is given."""
        with self._epoch_cond:
            if site is not None:
                self.root = str(site)
            self._wanted_epoch = self._visible_epoch = round(time.monotonic() * 1000)
            self._epoch_cond.notify_all()

    def _build_loop(self) -> None:
        while not self._shutdown:
            with self._rebuild_cond:
                self._rebuild_cond.wait_for(lambda: self._changed or self._shutdown, timeout=0.25)
                while self._changed and self._rebuild_cond.wait(timeout=_TOGETHER):
                    pass
                changed, self._changed = self._changed, set()
            if changed:
                self._update(changed)
            elif not self._shutdown:
                self._idle()

    def _inject_js_into_html(self, content: bytes, epoch: int) -> bytes:
        if self.faults:
            bar = _BAR.format(faults=escape(self.faults)).encode()
            head, _, tail = content.rpartition(b"</body>")
            content = head + bar + tail
        injected = super()._inject_js_into_html(content, epoch)  # type: ignore[no-untyped-call]
        return bytes(injected)
