"""Web servers on this machine that do what servers out there do; no other host is asked."""

import itertools
import json
import socket
import struct
import threading
import time
from datetime import date
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from scripts.content.sources import Source
from scripts.link_check.client import Client, Limits
from scripts.link_check.politeness import PoliteClient
from scripts.link_check.run import Checker
from tests.unit.projects import good_project

TODAY = date(2027, 3, 3)
_CLOSED = itertools.count(1)


class Handler(BaseHTTPRequestHandler):
    """Does what stands under the path: a status with headers and a body, or a function."""

    protocol_version = "HTTP/1.1"

    def do_GET(self):
        server = self.server
        with server.counting:
            server.asked.append((self.command, self.path))
            server.agents.add(self.headers["User-Agent"])
            server.secrets += [name for name in ("Authorization", "Cookie") if self.headers[name]]
            server.inside += 1
            server.most = max(server.most, server.inside)
        # Long enough for a second request to come, and over before the answer: once it has that,
        # the client may ask again at once.
        time.sleep(0.01)
        with server.counting:
            server.inside -= 1
        try:
            does = server.pages.get(self.path, server.pages.get("*", (404, {}, "")))
            if callable(does):
                does(self)
            else:
                answer(self, *does)
        except OSError:
            self.close_connection = True

    do_HEAD = do_GET  # noqa: N815  # the name that http.server looks for

    def log_message(self, *_):
        pass


def answer(handler, code, headers, text):
    body = text.encode()
    handler.send_response(code)
    for name, value in {"Content-Type": "text/html; charset=utf-8", **headers}.items():
        handler.send_header(name, value)
    handler.send_header("Content-Length", str(len(body)))
    handler.end_headers()
    if handler.command == "GET":
        handler.wfile.write(body)


class Server(ThreadingHTTPServer):
    """A server at a host; `pages` is what it does by path, `asked` what it was asked."""

    daemon_threads = True

    def __init__(self, host="127.0.0.1"):
        super().__init__((host, 0), Handler)
        self.pages = {"/": page("Forsiden"), "/robots.txt": (404, {}, "")}
        self.asked, self.agents, self.secrets = [], set(), []
        self.inside = self.most = 0
        self.counting, self.over = threading.Lock(), threading.Event()
        threading.Thread(target=self.serve_forever, args=(0.02,), daemon=True).start()

    def handle_error(self, *_):
        pass

    @property
    def origin(self):
        return "http://{}:{}".format(*self.server_address)

    def end(self):
        self.over.set()
        self.shutdown()
        self.server_close()


def page(title, text="", head=""):
    """A page that answers."""
    html = f"<!doctype html><title>{title}</title>{head}<h1>{title}</h1><p>{text}</p>"
    return (200, {}, html)


def hangs(handler):
    handler.server.over.wait()


def drips(handler):
    """A sign now and then, so that it is never silent and never done."""
    while not handler.server.over.is_set():
        handler.wfile.write(b"H")
        handler.wfile.flush()
        time.sleep(0.02)


def resets(handler):
    handler.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
    handler.connection.close()
    handler.close_connection = True


def says(raw):
    """Whatever bytes, and no more."""

    def does(handler):
        handler.wfile.write(raw)
        handler.close_connection = True

    return does


def never_ends(handler):
    """A page without an end; `sent` counts what the reader took."""
    handler.send_response(200)
    handler.send_header("Content-Type", "text/html")
    handler.end_headers()
    handler.close_connection = True
    while handler.command == "GET":
        handler.wfile.write(b"<p>x</p>" * 4096)
        handler.server.sent = getattr(handler.server, "sent", 0) + 8 * 4096


def tells(value):
    """What an archive says, as JSON."""
    return (200, {"Content-Type": "application/json"}, json.dumps(value))


def closed():
    """The address of a host that takes no connection, another one each time."""
    with socket.socket() as probe:
        probe.bind((f"127.0.1.{next(_CLOSED)}", 0))
        return "http://{}:{}".format(*probe.getsockname())


@pytest.fixture(autouse=True)
def _no_proxy(monkeypatch):
    monkeypatch.setenv("NO_PROXY", "*")


@pytest.fixture
def servers():
    """Begins servers, each a host of its own unless one is named, and ends them."""
    begun = []

    def begin(host=""):
        begun.append(Server(host or f"127.0.0.{len(begun) + 1}"))
        return begun[-1]

    yield begin
    for server in begun:
        server.end()


@pytest.fixture
def server(servers):
    return servers()


@pytest.fixture
def guest():
    return PoliteClient(Client(Limits(silence=0.4, whole=0.8)), 0.0)


@pytest.fixture
def project(tmp_path):
    made = good_project(tmp_path / "project")
    (made.data / "source-addresses.yml").write_text("# begin\n[]\n", encoding="utf-8")
    return made


@pytest.fixture
def checker(project, guest):
    """A run over sources with these addresses, by id; `lines` are what it tells."""

    def make(addresses, archive=None):
        sources = {
            id_: Source(id_, {"id": id_, "URL": address, "address": "unchecked"})
            for id_, address in addresses.items()
        }
        lines = []
        made = Checker(project, sources, guest, TODAY, archive, tell=lines.append)
        made.lines = lines
        return made

    return make
