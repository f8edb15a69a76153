"""Builds the whole site aside and puts it in place only when it is whole."""

from __future__ import annotations

import logging
import os
import shutil
import sys
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

# Material prints a banner on each build; its end of life stands in CONTRIBUTING.md.
os.environ.setdefault("NO_MKDOCS_2_WARNING", "1")
os.environ.setdefault("DISABLE_MKDOCS_2_WARNING", "true")

from mkdocs.commands.build import build as mkdocs_build
from mkdocs.config import load_config
from mkdocs.exceptions import Abort, MkDocsException

from scripts.checks.frame import check_frame
from scripts.common.failures import BuildFailed
from scripts.common.paths import Project
from scripts.common.problems import report
from scripts.pipeline.context import PREVIEW, Build, build_of

__all__ = ["BuildFailed", "build_site", "run_mkdocs"]


def build_site(root: Path, site_dir: Path, environment: Mapping[str, str] | None = None) -> None:
    """Build the project at `root` into `site_dir`, which changes only on success.

    `environment` is set for the build alone (mike's edition, the time stamp).
    """
    site_dir.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix=".site-", dir=site_dir.parent) as aside:
        fresh = Path(aside) / "site"
        with _environment(environment or {}), _warnings_shown():
            run_mkdocs(root, fresh)
        _replace(site_dir, fresh, Path(aside) / "old")


def run_mkdocs(root: Path, site_dir: Path, address: str | None = None) -> Build:
    """Build the project at `root` into a folder, once, and return what its steps shared.

    `address` is a preview's, which replaces the configured one; a preview is built with
    faults that hinder no page.

    Raises:
        BuildFailed: with all that is wrong, for the editor.
    """
    if faults := check_frame(Project(root)):
        raise BuildFailed(report(faults))
    try:
        config = load_config(str(root / "mkdocs.yml"), site_dir=str(site_dir))
        if address is not None:
            config.site_url, config[PREVIEW] = address, True
        config.plugins.on_startup(command="build", dirty=False)
        try:
            mkdocs_build(config)
        finally:
            config.plugins.on_shutdown()
    except Abort as stop:
        raise BuildFailed(str(stop)) from None
    except MkDocsException as fault:
        raise BuildFailed(f"mkdocs.yml: {fault}") from None
    return build_of(config)


def _replace(site_dir: Path, fresh: Path, old: Path) -> None:
    """Two renames instead of a copy: the folder is never half old, half new."""
    if site_dir.exists():
        site_dir.rename(old)
    fresh.rename(site_dir)
    shutil.rmtree(old, ignore_errors=True)


@contextmanager
def _environment(values: Mapping[str, str]) -> Iterator[None]:
    before = {name: os.environ.get(name) for name in values}
    os.environ.update(values)
    try:
        yield
    finally:
        for name, value in before.items():
            if value is None:
                os.environ.pop(name, None)
            else:
                os.environ[name] = value


@contextmanager
def _warnings_shown() -> Iterator[None]:
    """Warnings of MkDocs to the terminal; its progress stays quiet."""
    handler = logging.StreamHandler(sys.stderr)
    handler.setLevel(logging.WARNING)
    handler.setFormatter(logging.Formatter("%(levelname)s: %(message)s"))
    logger = logging.getLogger("mkdocs")
    logger.addHandler(handler)
    logger.setLevel(logging.WARNING)
    try:
        yield
    finally:
        logger.removeHandler(handler)
