"""Puts the size of each file into the lists of what pages offer to download."""

from __future__ import annotations

from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort
from mkdocs.plugins import event_priority

from scripts.hooks.common import is_inner_build
from scripts.knowledge.downloads import filled, not_made
from scripts.knowledge.problems import Problem, ProblemsFound
from scripts.state import state


@event_priority(-203)
def on_post_build(config: MkDocsConfig) -> None:
    """After all files are made, before the style sheet and the index read the pages."""
    if is_inner_build(config):
        return
    site, prints = Path(config.site_dir), state.prints
    problems: list[Problem] = []
    for page in state.content.site.pages:
        path = site / page.url / "index.html"
        old = path.read_text(encoding="utf-8")
        missing = not_made(old, page.path, site, prints=prints)
        problems += missing
        if missing:
            continue
        new = filled(old, site, state.words(page.locale), prints=prints)
        if new != old:
            path.write_text(new, encoding="utf-8")
    if problems:
        raise Abort(str(ProblemsFound(problems)))
