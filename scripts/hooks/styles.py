"""Makes the style sheet: the parts in overrides/styles, less what no page uses."""

from __future__ import annotations

from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import event_priority

from scripts.hooks.common import is_inner_build
from scripts.knowledge.project import Project
from scripts.knowledge.styles import combined, used_styles, words_of

SHEET = "assets/css/site.css"


@event_priority(-205)
def on_post_build(config: MkDocsConfig) -> None:
    """After every page of every language is written, and before editions take them along."""
    if is_inner_build(config):
        return
    site = Path(config.site_dir)
    texts = (
        path.read_text(encoding="utf-8")
        for pattern in ("*.html", "*.js")
        for path in site.rglob(pattern)
    )
    css = combined(Project(Path(config.config_file_path).parent).styles)
    sheet = site / SHEET
    sheet.parent.mkdir(parents=True, exist_ok=True)
    sheet.write_text(used_styles(css, words_of(texts)) + "\n", encoding="utf-8")
