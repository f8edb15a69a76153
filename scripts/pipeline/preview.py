"""The preview: both languages on this machine, reloaded as pages, data and theme change."""

from __future__ import annotations

import logging
import socket
from pathlib import Path

from scripts.common.problems import Problem, ProblemsFound
from scripts.pipeline.build import BuildFailed  # first: it quietens Material

# isort: split
from mkdocs.commands.serve import serve as mkdocs_serve
from mkdocs.exceptions import Abort, MkDocsException

HOST = "127.0.0.1"


def serve(root: Path, port: int) -> None:
    """Serve until interrupted. A fault at the start ends it; a later one is shown."""
    if not is_free(port):
        mend = f"stop the program that uses it, or choose another: make serve PORT={port + 1}"
        raise ProblemsFound([Problem(f"{HOST}:{port}", 0, "the port is in use", mend)])
    logging.basicConfig(format="%(message)s")
    logging.getLogger("mkdocs").setLevel(logging.INFO)
    try:
        mkdocs_serve(str(root / "mkdocs.yml"), dev_addr=f"{HOST}:{port}")
    except Abort as stop:
        raise BuildFailed(str(stop)) from None
    except MkDocsException as fault:
        raise BuildFailed(f"mkdocs.yml: {fault}") from None


def is_free(port: int) -> bool:
    """Whether nothing listens on the port."""
    with socket.socket(socket.AF_INET, socket.SOCK_STREAM) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((HOST, port))
        except OSError:
            return False
    return True
