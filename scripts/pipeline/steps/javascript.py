"""Takes comments and spare white space out of the scripts, which readers would pay for."""

from __future__ import annotations

from pathlib import Path

import rjsmin
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import event_priority

from scripts.pipeline.steps.common import is_inner_build

FOLDER = "assets/js"


@event_priority(-200)
def on_post_build(config: MkDocsConfig) -> None:
    """Before scripts/pipeline/steps/styles.py asks which names the scripts hold."""
    if is_inner_build(config):
        return
    for path in sorted(Path(config.site_dir, FOLDER).glob("*.js")):
        small = rjsmin.jsmin(path.read_text(encoding="utf-8"))
        path.write_text(f"{small}\n", encoding="utf-8")
