"""Indexes documents with Pagefind in an order of ours.

Pagefind's command takes documents as the file system lists them and numbers them so: each
machine gets another index. Its service takes one after the other. Pagefind's own client for it
waits a tenth of a second for each answer (20 s for 200 pages), so we ask it ourselves.

Protocol: requests and answers are JSON in base64, each closed by a comma
(`pagefind/service/` in the package of Pagefind). Workaround: none reported. Remove when the
command sorts its files, or the client stops waiting.
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

# How often a run is begun anew, and how many seconds it may take: it takes two.
_RUNS, _PATIENCE = 3, 120


class _NoAnswer(RuntimeError):
    """What came from the service was no answer."""


def write_index(documents: Sequence[tuple[str, str]], target: Path, chunk: int) -> None:
    """Index documents and write the index.

    Workaround: seldom, on a busy machine, what the service sends is no answer; a run that is
    begun anew then goes well. None reported, and the reason is not known. Remove when the
    command sorts its files.

    Args:
        documents: the address and the HTML of each page, in the order that numbers them.
        target: the folder that Pagefind writes to.
        chunk: uses of words in one file of the index.

    Raises:
        RuntimeError: with what Pagefind said, or that it ended without an answer.
    """
    program = get_executable()
    if program is None:
        raise RuntimeError("Pagefind's program is missing – delete .venv and run this again")
    for run in range(1, _RUNS + 1):
        try:
            _index(program, documents, target, chunk)
        except _NoAnswer:
            if run == _RUNS:
                raise
        else:
            return


def _index(program: Path, documents: Sequence[tuple[str, str]], target: Path, chunk: int) -> None:
    """One run of the service."""
    environment = {**os.environ, "PAGEFIND_UNSTABLE_INDEX_CHUNK_SIZE": str(chunk)}
    with subprocess.Popen(
        [program, "--service"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env=environment,
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
            last = {"type": "WriteFiles", "index_id": index, "output_path": str(target)}
            _ask(requests, answers, last)
        finally:
            guard.cancel()


def _ask(requests: IO[bytes], answers: IO[bytes], payload: dict[str, Any]) -> dict[str, Any]:
    message = json.dumps({"message_id": 1, "payload": payload})
    try:
        requests.write(base64.b64encode(message.encode()) + b",")
        requests.flush()
    except BrokenPipeError:
        raise _NoAnswer("Pagefind ended before all pages were indexed") from None
    told = bytearray()
    while (byte := answers.read(1)) != b",":
        if not byte:
            raise _NoAnswer(f"Pagefind ended without an answer to {payload['type']}")
        told += byte
    try:
        answer: dict[str, Any] = json.loads(base64.b64decode(told))["payload"]
    except (ValueError, TypeError, KeyError):
        raise _NoAnswer(f"Pagefind answered {payload['type']} with {bytes(told)!r}") from None
    if answer["type"] == "Error":
        raise RuntimeError(answer["message"])
    return answer
