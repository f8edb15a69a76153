"""A real nginx in front of a folder."""

import os
import socket
import subprocess
import time
from collections.abc import Iterable
from pathlib import Path

from scripts.devtools.system_packages import program


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


class nginx:  # noqa: N801 – a context manager that reads like the program
    """nginx in the foreground, with a folder at a path ("/mkm/") and its own 404 page.

    `more` are directives of the server, such as headers, and `modules` files to load.
    """

    def __init__(
        self, folder: Path, public: Path, port: int, path: str = "/mkm/", more: str = "",
        modules: Iterable[Path] = (),
    ) -> None:  # fmt: skip
        found = program("nginx")
        assert found, "nginx was not found – run `make test`, which installs it"
        logs = folder / "nginx"
        logs.mkdir()
        configuration = folder / "nginx.conf"
        temporary = "".join(
            f"{kind}_temp_path {logs}/{kind};"
            for kind in ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")
        )
        # The workers of a root nginx would run as another user, who may not read the files.
        as_root = "user root;" if os.geteuid() == 0 else ""
        loaded = "".join(f"load_module {module};" for module in modules)
        configuration.write_text(
            f"""
            {loaded}
            {as_root} daemon off; pid {logs}/pid; error_log {logs}/error.log;
            events {{}}
            http {{
              include /etc/nginx/mime.types; access_log off; {temporary}
              types {{ application/wasm wasm; text/javascript mjs; }}
              server {{
                listen 127.0.0.1:{port};
                location {path} {{ alias {public}/; index index.html; }}
                error_page 404 {path}404.html;
                {more}
              }}
            }}
            """,
            encoding="utf-8",
        )
        self.command = [found, "-c", str(configuration), "-e", str(logs / "start.log")]
        self.port = port

    def __enter__(self) -> "nginx":
        self.process = subprocess.Popen(self.command)
        for _ in range(100):
            with socket.socket() as probe:
                if probe.connect_ex(("127.0.0.1", self.port)) == 0:
                    return self
            time.sleep(0.05)
        raise AssertionError("nginx did not start: see its log beside the editions")

    def __exit__(self, *_) -> None:
        self.process.terminate()
        self.process.wait(timeout=10)
