"""Indexes documents with Pagefind in an order of ours, and writes the files of the index.

Pagefind's command takes documents as the file system lists them and numbers them so: each
machine gets another index. Its service takes one after the other. Pagefind's own client for it
waits a tenth of a second for each answer (20 s for 200 pages), so we ask it ourselves.

Workaround for the order: none reported. Remove when the command sorts its files, or the client
stops waiting.

The service says that files are written before they are, so that one that ends at once, as ours
does, leaves some of them cut short. So it sends them, and they are written here. Workaround:
https://github.com/Pagefind/pagefind/issues/1271. Remove (ask for `WriteFiles`) with the release
after 1.5.2.

Protocol: requests and answers are JSON in base64, each closed by a comma
(`pagefind/service/` in the package of Pagefind).
"""

from __future__ import annotations

import base64
import json
import os
import subprocess
from collections.abc import Sequence
from pathlib import Path
from threading import Timer
from typing import IO, Any

from pagefind.service import get_executable

# How many seconds the whole may take: it takes two.
_PATIENCE = 120
_PIECE = 65_536


def write_index(documents: Sequence[tuple[str, str]], target: Path, chunk: int) -> None:
    """Index documents and write the index.

    Args:
        documents: the address and the HTML of each page, in the order that numbers them.
        target: the folder that the index is written to.
        chunk: uses of words in one file of the index.

    Raises:
        OSError: a file cannot be written.
        RuntimeError: with what Pagefind said, or that it ended without an answer.
    """
    program = get_executable()
    if program is None:
        raise RuntimeError("Pagefind's program is missing – delete .venv and run this again")
    for file in _index(program, documents, chunk):
        path = target / file["path"]
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(base64.b64decode(file["content"]))


def _index(program: Path, documents: Sequence[tuple[str, str]], chunk: int) -> list[dict[str, str]]:
    """The files of the index: the path of each, and what is in it as base64."""
    environment = {**os.environ, "PAGEFIND_UNSTABLE_INDEX_CHUNK_SIZE": str(chunk)}
    with subprocess.Popen(
        [program, "--service"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env=environment,
        bufsize=0,
    ) as service:
        # Both are pipes, as asked for above.
        requests, answers = service.stdin, service.stdout
        assert requests is not None
        assert answers is not None
        guard = Timer(_PATIENCE, service.kill)
        guard.start()
        try:
            index = _ask(requests, answers, {"type": "NewIndex", "config": {}})["index_id"]
            for url, html in documents:
                page = {"url": url, "file_path": None, "file_contents": html}
                _ask(requests, answers, {"type": "AddFile", "index_id": index, **page})
            files: list[dict[str, str]] = _ask(
                requests, answers, {"type": "GetFiles", "index_id": index}
            )["files"]
            return files
        finally:
            guard.cancel()


def _ask(requests: IO[bytes], answers: IO[bytes], payload: dict[str, Any]) -> dict[str, Any]:
    message = json.dumps({"message_id": 1, "payload": payload})
    try:
        _write_whole(requests, base64.b64encode(message.encode()) + b",")
    except BrokenPipeError:
        raise RuntimeError("Pagefind ended before all pages were indexed") from None
    told = bytearray()
    # Nothing is sent that was not asked for, so a comma is the last sign of the answer.
    while not told.endswith(b","):
        if not (piece := answers.read(_PIECE)):
            raise RuntimeError(f"Pagefind ended without an answer to {payload['type']}")
        told += piece
    answer: dict[str, Any] = json.loads(base64.b64decode(told))["payload"]
    if answer["type"] == "Error":
        raise RuntimeError(answer["message"])
    return answer


def _write_whole(pipe: IO[bytes], message: bytes) -> None:
    """A pipe without a buffer takes what there is room for, and says how much that was."""
    left = memoryview(message)
    while left:
        left = left[pipe.write(left) :]
