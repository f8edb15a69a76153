"""The context of a publishing run, passed from step to step."""

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
class PublishJob:
    """The request (version, options), its source, and the state of the branch it starts from."""

    run: Run
    root: Path
    version: str
    options: Options
    source: Source
    start: Start
    editions: Editions

    @property
    def site(self) -> Path:
        """The folder that the site is built in."""
        return self.run.folder / "site"

    @property
    def is_latest(self) -> bool:
        """Whether `latest` leads to this edition."""
        return all(order(self.version) >= order(other) for other in self.editions.numbers)
