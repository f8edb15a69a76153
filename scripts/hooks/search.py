"""Indexes the article text of each language with Pagefind, inside the build.

Within the build, so that each edition carries the index of its own pages.
"""

from __future__ import annotations

import logging
import shutil
import subprocess
import sys
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort
from mkdocs.plugins import event_priority

from scripts.hooks.common import is_inner_build

log = logging.getLogger("mkdocs.hooks.search")

FOLDER = "pagefind"
# Marks and references would stand in every excerpt and answer every query.
LEFT_OUT = ".cite, .mark, .headerlink, .editorial-note, .class-key, .references:not(.sources)"
# Pagefind's own dialogs; ours is docs/assets/js/search.js on top of pagefind.js.
UNUSED = (
    "pagefind-ui.*",
    "pagefind-modular-ui.*",
    "pagefind-component-ui.*",
    "pagefind-highlight.js",
)


@event_priority(-210)
def on_post_build(config: MkDocsConfig) -> None:
    """After every page of every language is written."""
    if is_inner_build(config):
        return
    target = Path(config.site_dir, FOLDER)
    shutil.rmtree(target, ignore_errors=True)
    command = [sys.executable, "-m", "pagefind", "--site", config.site_dir]
    command += ["--output-subdir", FOLDER, "--exclude-selectors", LEFT_OUT]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode:
        raise Abort(f"the search index could not be made:\n{done.stdout}{done.stderr}")
    for pattern in UNUSED:
        for path in target.glob(pattern):
            path.unlink()
