"""Finishes the site once all languages are written, by the steps that hooks.py lists."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import NamedTuple

from scripts.common.fork_map import beside
from scripts.pipeline.context import Build

Step = Callable[[Build, Path], None]


class SiteSteps(NamedTuple):
    """The steps in this process, the one beside them in another, and the last ones, after both.

    What a step leaves in the `Build` is seen by the later ones, except by way of `aside`, which
    only writes files.
    """

    here: tuple[Step, ...]
    aside: Step
    last: tuple[Step, ...]


def finish_site(build: Build, site: Path, steps: SiteSteps) -> None:
    """Run the steps on the folder that the site is built into, and keep the references.

    Raises:
        Abort: a step failed.
    """

    def run_here() -> None:
        for step in steps.here:
            step(build, site)

    beside(partial(steps.aside, build, site), run_here)
    for step in steps.last:
        step(build, site)
    build.cache.save()
