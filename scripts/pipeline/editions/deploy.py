"""Adds a built site to the branch with mike."""

from __future__ import annotations

from pathlib import Path

from mike import commands

from scripts.content.permanent_ids import LATEST
from scripts.pipeline.editions.run import EDITION


def deploy(site: Path, version: str, is_latest: bool) -> None:
    """Have mike add the edition; the alias moves only if it is the newest."""
    config = {"site_dir": str(site), "use_directory_urls": True}
    with commands.deploy(
        config,
        version,
        aliases=[LATEST] if is_latest else [],
        update_aliases=is_latest,
        alias_type=commands.AliasType.copy,
        branch=EDITION,
        message=f"Edition {version}",
        allow_empty=True,
    ):
        pass  # mike would build here; the site is already built
