"""What a real nginx tells browsers of the files of a branch, and sends them, with our settings."""

import gzip
import urllib.request
from collections.abc import Iterator
from pathlib import Path
from urllib.error import HTTPError

import brotli
import pytest

from scripts.devtools.system_packages import nginx_brotli
from scripts.web.precompressed import compress
from tests import tiny
from tests.nginx import free_port, nginx
from tests.tiny import ROOT

SETTINGS = (ROOT / "hosting/nginx.conf").read_text(encoding="utf-8")
FOR_EVER = "public, max-age=31536000, immutable"
HASHED = "latest/assets/fixed/js/search/dialog.3fa9c1.js"
PAGE = "latest/faser/index.html"
TEXT = "<main>Noe som står der mange ganger.</main>\n" * 50
FILES = {
    PAGE: TEXT,
    HASHED: "export const open = () => {};\n" * 50,
    "latest/assets/fixed/js/search/dialog.js": "not hashed",
    "latest/assets/js/not-found.js": "not hashed",
    "latest/assets/images/sign.svg": "<svg/>",
    "latest/data/pages.3fa9c1.json": "{}",
    "404.html": "<main>404</main>",
}


@pytest.fixture(scope="module")
def public(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("branch")
    for path, text in FILES.items():
        tiny.write(folder / path, text)
    compress(folder)
    return folder


@pytest.fixture(scope="module")
def host(public, tmp_path_factory) -> Iterator[str]:
    port = free_port()
    with nginx(tmp_path_factory.mktemp("host"), public, port, "/", SETTINGS):
        yield f"http://127.0.0.1:{port}/"


@pytest.fixture(scope="module")
def with_brotli(public, tmp_path_factory) -> Iterator[str]:
    """With the line that the owner of a host with the module puts to work."""
    module, port = nginx_brotli(), free_port()
    assert module, "nginx has no module for brotli – run `make test`, which installs it"
    more = SETTINGS.replace("\n# brotli_static on;", "\nbrotli_static on;")
    assert more != SETTINGS
    folder = tmp_path_factory.mktemp("brotli")
    with nginx(folder, public, port, "/", more, modules=[module]):
        yield f"http://127.0.0.1:{port}/"


def answer(address: str, accepted: str = "identity"):
    asked = urllib.request.Request(address, headers={"Accept-Encoding": accepted})
    try:
        with urllib.request.urlopen(asked, timeout=5) as got:
            return got.status, got.headers, got.read()
    except HTTPError as missing:
        return missing.code, missing.headers, missing.read()


def cached(address: str) -> list[str] | None:
    return answer(address)[1].get_all("Cache-Control")


def test_a_file_with_a_hash_in_its_name_is_kept_for_ever(host):
    assert cached(host + HASHED) == [FOR_EVER]
    assert cached(f"{host}{HASHED}?retry=1") == [FOR_EVER]


@pytest.mark.parametrize(
    "path", ["latest/faser/", *(path for path in FILES if path not in (HASHED, "404.html"))]
)
def test_whatever_can_change_is_asked_for_again(host, path):
    status, headers, _ = answer(host + path)
    assert status == 200
    assert headers.get_all("Cache-Control") == ["no-cache"]
    assert headers["ETag"]


def test_that_a_file_is_missing_is_not_kept(host):
    status, headers, body = answer(host + HASHED.replace("3fa9c1", "000000"))
    assert (status, body) == (404, b"<main>404</main>")
    assert headers.get_all("Cache-Control") is None


def test_headers_of_the_whole_site_are_told_with_files_that_are_kept(host):
    assert answer(host + HASHED)[1]["X-Content-Type-Options"] == "nosniff"


@pytest.mark.parametrize("path", [PAGE, "latest/faser/", HASHED])
def test_who_reads_gzip_is_sent_the_file_that_lies_there(host, public, path):
    file = PAGE if path.endswith("/") else path
    status, headers, body = answer(host + path, "gzip")
    assert (status, headers["Content-Encoding"]) == (200, "gzip")
    assert body == (public / f"{file}.gz").read_bytes()
    assert gzip.decompress(body).decode() == FILES[file]
    assert headers["Vary"] == "Accept-Encoding"
    plain = answer(host + path)[1]
    assert headers["Content-Type"] == plain["Content-Type"]
    assert headers["Cache-Control"] == plain["Cache-Control"]


def test_who_reads_nothing_packed_is_sent_the_text(host):
    _, headers, body = answer(host + PAGE)
    assert headers["Content-Encoding"] is None
    assert body.decode() == TEXT


def test_where_nginx_has_the_module_brotli_is_sent_to_who_reads_it(with_brotli, public):
    _, headers, body = answer(with_brotli + PAGE, "gzip, br")
    assert headers["Content-Encoding"] == "br"
    assert body == (public / f"{PAGE}.br").read_bytes()
    assert brotli.decompress(body).decode() == TEXT
    assert answer(with_brotli + PAGE, "gzip")[1]["Content-Encoding"] == "gzip"
