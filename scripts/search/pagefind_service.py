"""Indexes documents with Pagefind in a fixed order, and writes the files of the index.

Pagefind's command numbers documents in the order in which the file system lists them, so the
index differs between machines. Its service takes them one by one. Pagefind's own client for it
polls every tenth of a second for each answer (20 s for 200 pages), so we have our own.

Workaround for the order: none reported. Remove when the command sorts its files, or the client
stops polling.

The service reports that files are written before they are, so that some are truncated when it
exits at once, as ours does. So it sends their content, and we write it. Workaround:
https://github.com/Pagefind/pagefind/issues/1271. Remove (request `WriteFiles`) with the release
after 1.5.2.

Protocol: requests and answers are base64-encoded JSON, each terminated by a comma
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

# Time-out in seconds for the whole index, which takes two.
_TIMEOUT = 120
_BUFFER_SIZE = 65_536


def write_index(documents: Sequence[tuple[str, str]], target: Path, chunk: int) -> None:
    """Index documents and write the index.

    Args:
        documents: The URL and the HTML of each page, in the order of their numbers.
        target: The folder that the index is written to.
        chunk: The number of word occurrences in one index file.

    Raises:
        OSError: a file cannot be written.
        RuntimeError: Pagefind reported an error, or exited without an answer.
    """
    program = get_executable()
    if program is None:
        raise RuntimeError("Pagefind's program is missing – delete .venv and run this again")
    for file in _index(program, documents, chunk):
        path = target / file["path"]
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(base64.b64decode(file["content"]))


def _index(program: Path, documents: Sequence[tuple[str, str]], chunk: int) -> list[dict[str, str]]:
    """The files of the index, each with `path` and `content` (base64)."""
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
        watchdog = Timer(_TIMEOUT, service.kill)
        watchdog.start()
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
            watchdog.cancel()


def _ask(requests: IO[bytes], answers: IO[bytes], payload: dict[str, Any]) -> dict[str, Any]:
    message = json.dumps({"message_id": 1, "payload": payload})
    try:
        _write_whole(requests, base64.b64encode(message.encode()) + b",")
    except BrokenPipeError:
        raise RuntimeError("Pagefind ended before all pages were indexed") from None
    received = bytearray()
    # One answer per request, so a comma at the end of the data ends the answer.
    while not received.endswith(b","):
        if not (piece := answers.read(_BUFFER_SIZE)):
            raise RuntimeError(f"Pagefind ended without an answer to {payload['type']}")
        received += piece
    answer: dict[str, Any] = json.loads(base64.b64decode(received))["payload"]
    if answer["type"] == "Error":
        raise RuntimeError(answer["message"])
    return answer


def _write_whole(pipe: IO[bytes], message: bytes) -> None:
    """Write until everything is written: an unbuffered pipe may take only a part."""
    left = memoryview(message)
    while left:
        left = left[pipe.write(left) :]
