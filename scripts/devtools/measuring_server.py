"""A server for measuring: a built site, compressed as a good host sends it."""

from __future__ import annotations

import functools
import gzip
import http.server
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import brotli

# Already compressed by their own format; a server sends them as they are.
PACKED = {".woff2", ".png", ".jpg", ".gz", ".webp", ".avif"}
PACKED |= {".pagefind", ".pf_meta", ".pf_index", ".pf_fragment", ".pf_filter"}


@functools.lru_cache(maxsize=512)
def compressed(file: Path, encoding: str) -> bytes:
    """A file as it is sent; "br" at the quality of files compressed once, when published."""
    data = file.read_bytes()
    if file.suffix in PACKED:
        return data
    return brotli.compress(data, quality=11) if encoding == "br" else gzip.compress(data, 9)


@contextmanager
def served(site: Path) -> Iterator[str]:
    """The site at the root of a server on this machine; the address ends in a slash."""
    handler = functools.partial(_Handler, directory=str(site))
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/"
    finally:
        server.shutdown()


class _Handler(http.server.SimpleHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    # As a good host: nothing waits until the browser has confirmed what came before, which
    # takes 40 ms (Nagle's algorithm).
    disable_nagle_algorithm = True

    def do_GET(self) -> None:
        """Send a file, packed as the browser can read it."""
        path = Path(self.translate_path(self.path))
        file = path / "index.html" if path.is_dir() else path
        if not file.is_file():
            self.send_error(404)
            return
        accepted = self.headers.get("Accept-Encoding", "")
        encoding = next((each for each in ("br", "gzip") if each in accepted), "")
        data = compressed(file, encoding) if encoding else file.read_bytes()
        self.send_response(200)
        self.send_header("Content-Type", self.guess_type(file))
        if encoding and file.suffix not in PACKED:
            self.send_header("Content-Encoding", encoding)
        self.send_header("Content-Length", str(len(data)))
        self.send_header("Cache-Control", "public, max-age=3600")
        self.end_headers()
        # A browser that is closed in the middle has seen enough.
        with suppress(ConnectionError):
            self.wfile.write(data)

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing: the table is the output."""
