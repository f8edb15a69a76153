"""Puts the style sheet into each page: the parts in overrides/styles, less what it does not use.

In the page, and not in a file beside it, because a browser shows nothing before it has the
styles: a file would cost the first page of every visit one more round trip.
"""

from __future__ import annotations

import re
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import event_priority

from scripts.common.paths import Project
from scripts.pipeline.steps.common import is_inner_build
from scripts.web.critical_css import StyleSheet, combined, letters_of, names_in, words_of

# Where partials/head.html wants the styles.
PLACE = "<style></style>"
SCRIPTS = "assets/js"
# Scripts that a page asks for only when it holds their mark (docs/assets/js/site.js).
MARKS = {
    "editions.js": "data-edition",
    "filters.js": "data-filters",
    "not-found.js": "data-near",
    "planner.js": "data-planner",
}
_BASE = re.compile(r'<html [^>]*data-base="([^"]*)"')
# In the parts, files lie where they would beside assets/css/.
_FILES = re.compile(r'url\("\.\./')


@event_priority(-205)
def on_post_build(config: MkDocsConfig) -> None:
    """After every page of every language is written, and before editions take them along."""
    if is_inner_build(config):
        return
    site = Path(config.site_dir)
    sheet = StyleSheet(combined(Project(Path(config.config_file_path).parent).styles))
    scripts = {
        path.name: words_of(path.read_text(encoding="utf-8"))
        for path in sorted((site / SCRIPTS).glob("*.js"))
    }
    for path in site.rglob("*.html"):
        text = path.read_text(encoding="utf-8")
        base = _BASE.search(text)
        if not base or PLACE not in text:
            continue
        words = names_in(text)
        for script, named in scripts.items():
            if script not in MARKS or MARKS[script] in text:
                words |= named
        css = sheet.used(words, letters_of(text))
        css = _FILES.sub(f'url("{base[1].rstrip("/")}/assets/', css)
        if "</" in css:
            raise PluginError("overrides/styles: “</” would end the styles – write it as “<\\/”")
        path.write_text(text.replace(PLACE, f"<style>{css}</style>", 1), encoding="utf-8")
