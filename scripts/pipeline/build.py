"""Builds the site in a temporary folder and swaps it in only when it is complete."""

from __future__ import annotations

import logging
import os
import shutil
import sys
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

# Material prints a banner on each build; CONTRIBUTING.md tells of its end of life.
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
    """Build the project at `root` into `site_dir`, which is replaced only on success.

    `environment` holds variables set during the build only (mike's edition, the timestamp).
    """
    site_dir.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix=".site-", dir=site_dir.parent) as scratch:
        fresh = Path(scratch) / "site"
        with _environment(environment or {}), _warnings_to_stderr():
            run_mkdocs(root, fresh)
        _replace(site_dir, fresh, Path(scratch) / "old")


def run_mkdocs(root: Path, site_dir: Path, address: str | None = None) -> Build:
    """Build the project at `root` into a folder once, and return the `Build` its steps shared.

    `address` is the URL of a preview and replaces the configured one; a preview tolerates
    problems that prevent no page from being built.

    Raises:
        BuildFailed: with every problem, worded for the editor.
    """
    if problems := check_frame(Project(root)):
        raise BuildFailed(report(problems))
    try:
        config = load_config(str(root / "mkdocs.yml"), site_dir=str(site_dir))
        if address is not None:
            config.site_url, config[PREVIEW] = address, True
        config.plugins.on_startup(command="build", dirty=False)
        try:
            mkdocs_build(config)
        finally:
            config.plugins.on_shutdown()
    except Abort as abort:
        raise BuildFailed(str(abort)) from None
    except MkDocsException as error:
        raise BuildFailed(f"mkdocs.yml: {error}") from None
    return build_of(config)


def _replace(site_dir: Path, fresh: Path, old: Path) -> None:
    """Swap the folders with two renames instead of a copy, so that none is ever half written."""
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
def _warnings_to_stderr() -> Iterator[None]:
    """Send MkDocs' warnings to stderr, without its progress messages."""
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
