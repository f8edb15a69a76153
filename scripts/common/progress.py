"""Progress messages of a long run: one line per step, with the elapsed time.

Lines are flushed at once, even to a file, so that nobody wonders whether a run hangs. Only
commands that take minutes turn them on.
"""

from __future__ import annotations

import logging
import re
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TextIO

_LOGGER = logging.getLogger("scripts.progress")
_LOGGER.propagate = False
# What a build does that `make bench` asks the time of.
INDEXING = "Search index"


def step(what: str) -> None:
    """Report the step that starts now, if progress is shown."""
    _LOGGER.info(what)


def took(what: str, seconds: float) -> str:
    """`Search index in 1.25 s`, which `seconds_told` reads."""
    return f"{what} in {seconds:.2f} s"


def seconds_told(what: str, log: str) -> float:
    """How long it took, as a run in another process has logged it.

    Raises:
        LookupError: the log does not say.
    """
    if told := re.search(rf"\b{re.escape(what)} in (\d+\.\d\d) s$", log, re.MULTILINE):
        return float(told[1])
    raise LookupError(f"the log does not say how long this took: {what}")


@contextmanager
def steps_shown(stream: TextIO | None = None) -> Iterator[None]:
    """Write steps to a stream (standard error by default) within the context."""
    handler = logging.StreamHandler(stream or sys.stderr)
    handler.setFormatter(_Clock())
    _LOGGER.addHandler(handler)
    level = _LOGGER.level
    _LOGGER.setLevel(logging.INFO)
    try:
        yield
    finally:
        _LOGGER.removeHandler(handler)
        _LOGGER.setLevel(level)


class _Clock(logging.Formatter):
    """`0:42  Print the PDFs`."""

    def __init__(self) -> None:
        super().__init__()
        self._start = time.monotonic()

    def format(self, record: logging.LogRecord) -> str:
        """The line of a step: elapsed minutes and seconds, and what it does."""
        minutes, seconds = divmod(int(time.monotonic() - self._start), 60)
        return f"{minutes}:{seconds:02}  {record.getMessage()}"
