"""The preview's web server: MkDocs' own, with file system events and a bar for problems.

MkDocs' server polls the file system every half second, blocks every request while it builds,
and silently serves old pages when a build fails.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from html import escape
from pathlib import Path

from mkdocs.livereload import LiveReloadServer
from watchdog.events import FileSystemEvent, FileSystemEventHandler
from watchdog.observers import Observer

# Events from saving a file; opening and closing it change nothing.
_CHANGE_EVENTS = {"created", "modified", "deleted", "moved"}
# Text editors save in several steps; events this close together are one change (seconds).
_DEBOUNCE = 0.05
_BAR = (
    '<div role="status" style="position:fixed;inset:auto 0 0;z-index:99;max-height:40vh;'
    "overflow:auto;padding:.75rem 1rem;background:#7a1f1f;color:#fff;font:1rem/1.4 monospace;"
    'white-space:pre-wrap">{faults}</div></body>'
)


class PreviewServer(LiveReloadServer):
    """Serves a folder, and passes the paths of changed files to `update`."""

    def __init__(
        self,
        host: str,
        port: int,
        mount_path: str,
        update: Callable[[set[Path]], None],
        idle: Callable[[], None],
    ) -> None:
        """`idle` is called a few times per second while nothing changes."""
        super().__init__(
            builder=lambda: None, host=host, port=port, root=".", mount_path=mount_path
        )
        self.observer = Observer()  # type: ignore[assignment]  # native events, no polling
        self.faults = ""
        self._update, self._idle = update, idle
        self._changed: set[Path] = set()

    def watch(self, path: str, func: None = None, *, recursive: bool = True) -> None:
        """Watch a file or a folder."""
        server = self

        class Handler(FileSystemEventHandler):
            def on_any_event(self, event: FileSystemEvent) -> None:
                if not event.is_directory and event.event_type in _CHANGE_EVENTS:
                    server.record_change(Path(str(event.dest_path or event.src_path)))

        self._watched_paths[path] = 1
        self.observer.schedule(Handler(), path, recursive=recursive)

    def record_change(self, path: Path) -> None:
        """Record a changed file."""
        with self._rebuild_cond:
            self._changed.add(path)
            self._rebuild_cond.notify_all()

    def show(self, site: Path | None = None) -> None:
        """Have browsers reload their pages, from another folder if one is given."""
        with self._epoch_cond:
            if site is not None:
                self.root = str(site)
            self._wanted_epoch = self._visible_epoch = round(time.monotonic() * 1000)
            self._epoch_cond.notify_all()

    def _build_loop(self) -> None:
        while not self._shutdown:
            with self._rebuild_cond:
                self._rebuild_cond.wait_for(lambda: self._changed or self._shutdown, timeout=0.25)
                while self._changed and self._rebuild_cond.wait(timeout=_DEBOUNCE):
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
