"""A local server for benchmarks: serves a built site, compressed like a good host."""

from __future__ import annotations

import functools
import gzip
import http.server
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import brotli

# Formats that are already compressed, and are sent unchanged.
PACKED = {".woff2", ".png", ".jpg", ".gz", ".webp", ".avif"}
PACKED |= {".pagefind", ".pf_meta", ".pf_index", ".pf_fragment", ".pf_filter"}


@functools.lru_cache(maxsize=512)
def compressed(file: Path, encoding: str) -> bytes:
    """The compressed content of a file; "br" with the quality of precompressed files."""
    data = file.read_bytes()
    if file.suffix in PACKED:
        return data
    return brotli.compress(data, quality=11) if encoding == "br" else gzip.compress(data, 9)


@contextmanager
def served(site: Path) -> Iterator[str]:
    """Serve a site at the root of a local server; yields its address, with a trailing slash."""
    handler = functools.partial(_Handler, directory=str(site))
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/"
    finally:
        server.shutdown()


class _Handler(http.server.SimpleHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    # Like a good host: Nagle's algorithm would delay packets until the previous one is
    # acknowledged, which takes 40 ms.
    disable_nagle_algorithm = True

    def do_GET(self) -> None:
        """Send a file with the best encoding that the browser accepts."""
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
        # The browser may be closed during the transfer.
        with suppress(ConnectionError):
            self.wfile.write(data)

    def log_message(self, format: str, *args: object) -> None:
        """Suppress request logs, since the table is the output."""
