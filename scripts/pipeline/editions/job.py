"""What a run of publishing knows once it has looked around, handed from step to step."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from scripts.pipeline.editions.listing import Editions
from scripts.pipeline.editions.numbers import order
from scripts.pipeline.editions.origin import Start
from scripts.pipeline.editions.preflight import Options
from scripts.pipeline.editions.record import Source
from scripts.pipeline.editions.run import Run


@dataclass(frozen=True)
class Job:
    """What is asked for, of what, and where it begins: each step of a run needs some of it."""

    run: Run
    root: Path
    version: str
    options: Options
    source: Source
    start: Start
    editions: Editions

    @property
    def site(self) -> Path:
        """Where the site is built."""
        return self.run.folder / "site"

    @property
    def is_latest(self) -> bool:
        """Whether readers without a number are led to this edition."""
        return all(order(self.version) >= order(other) for other in self.editions.numbers)
