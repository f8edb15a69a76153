"""Inlines the style sheets of overrides/styles into each page, minus unused rules.

Inline instead of in a file, because style sheets block rendering: a file would cost the first
page of every visit one more round trip. Most visits begin at a link from elsewhere, so the first
page wins over the second, for which the rules are sent again.

What no first frame needs is in files: rules for paper (`media="print"`, which no rendering waits
for), and those of what a script shows when a reader asks, fetched with the script. Measured on
all 218 pages (brotli 11, without print): with them in files, and the words of scripts, the search
dialog and the planner's form out of the pages too, the median is 10.6 kB instead of 12.6 kB, and
172 pages instead of 142 fit the initial congestion window (14.3 kB). The price is 3.1 kB once
(site.js 1.7, print.css 1.4), which browsers keep: a visit of two pages is lighter.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import rjsmin
from mkdocs.exceptions import PluginError

from scripts.common.paths import Project
from scripts.pipeline.script_words import NAME, words_script
from scripts.web.critical_css import (
    StyleSheet,
    characters_of,
    combined,
    names_in,
    names_set_by,
    part,
)
from scripts.web.hashed_names import Asset, hashed, read_assets
from scripts.web.script_modules import bundled_scripts
from scripts.web.tokens import read_tokens

# The placeholder for the styles in partials/head.html.
PLACE = "<style></style>"
SCRIPTS, WHOLE = "assets/js", "assets/css/site.css"
# The rules for paper: a file that no screen waits for.
PAPER = "assets/css/print.css"
# Files of what only scripts show, fetched with them (site.js): the parts in each, and the scripts
# whose classes no page needs styles for.
FETCHED = {"assets/css/asked.css": ("asked",), "assets/css/planner.css": ("planner", "buttons")}
STYLED_BY_FILE = frozenset(
    {
        "planner.js",
        "planner-form.js",
        "search-frame.js",
        "source-marks.js",
        "tooltips.js",
    }
)
# The rules of pages for frames (overrides/embed.html).
EMBED = "assets/css/embed.css"
_NOT_INLINE = ("asked", "planner")
# Loaded by pages that this build does not make: redirect pages, which are written into editions
# of any age (editions/leads.py), and the 404 page of the branch's root, which belongs to no
# edition. So their names have no hash, and browsers revalidate them.
KEPT = (f"{SCRIPTS}/moved.js", f"{SCRIPTS}/not-found.js")
# The triggers (in HTML) of scripts that site.js, or another script, loads on demand.
TRIGGERS = {
    "agenda.js": "data-own-agenda",
    "editions.js": "data-edition",
    "filters.js": "data-filters",
    "handouts.js": "data-planner",
    "moved.js": "data-moved",
    "not-found.js": "data-near",
    "planner.js": "data-planner",
    "self-test.js": "data-self-test",
    "ticks.js": "data-ticks",
}
_BASE = re.compile(r'<html [^>]*data-base="([^"]*)"')
_NOTES = re.compile(r'<ol class="references" data-notes="(\d+)">')
_BLANK_LINES = re.compile(r"\n\s*\n")
# The style sheets refer to files as if they were in assets/css/.
_FILES = re.compile(r'url\("\.\./([^"]+)"\)')


@dataclass
class PageStyles:
    """The style sheets and the minified scripts of one build."""

    project: Project

    @cached_property
    def scripts(self) -> dict[str, str]:
        """The minified scripts by their path in the folder."""
        folder = self.project.root / "docs" / SCRIPTS
        paths = sorted(folder.rglob("*.js"))
        found = {path.relative_to(folder).as_posix(): _minified(path) for path in paths}
        return {**found, NAME: words_script(self.project)}

    @cached_property
    def _sheet(self) -> StyleSheet:
        tokens = read_tokens(self.project)
        css = combined(self.project.styles, without=_NOT_INLINE)
        return StyleSheet(f"{tokens.for_browsers}\n{css}")

    @cached_property
    def fetched(self) -> dict[str, str]:
        """The files of styles that scripts fetch with what they show."""
        folder = self.project.styles
        return {
            path: "".join(StyleSheet(part(folder, name)).whole for name in parts)
            for path, parts in FETCHED.items()
        }

    @cached_property
    def _named_by_script(self) -> dict[str, set[str]]:
        return {name: names_set_by(text) for name, text in self.scripts.items()}

    @property
    def whole(self) -> str:
        """All rules, for the file that pages load where a policy blocks inline styles."""
        return "".join([self._sheet.whole, *self.fetched.values()])

    @cached_property
    def embed(self) -> str:
        """The rules of pages for frames."""
        rules = (self.project.root / "overrides" / "embed.css").read_text(encoding="utf-8")
        # Of the tokens those without a class.
        tokens = StyleSheet(read_tokens(self.project).for_browsers).used(set(), set())
        return tokens + StyleSheet(rules).whole

    @cached_property
    def assets(self) -> dict[str, Asset]:
        """Scripts, styles and fonts as published (minified, hashed names), by their path in docs/.

        Raises:
            PluginError: a script imports one that does not exist, or two import each other.
        """
        try:
            scripts = bundled_scripts(self.scripts)
            del scripts[NAME]  # it is part of site.js, and nothing asks for it alone
            files = {f"{SCRIPTS}/{name}": text.encode() for name, text in scripts.items()}
            files |= dict(read_assets(self.project.root / "docs"))
            styles = {WHOLE: self.whole, PAPER: self._sheet.for_paper, EMBED: self.embed}
            styles |= self.fetched
            files |= {path: css.encode() for path, css in styles.items()}
            return hashed(files, KEPT)
        except ValueError as error:
            raise PluginError(f"docs/assets: {error}") from None

    def published(self, path: str) -> str:
        """The path of a docs/ file in the edition; images keep their names."""
        asset = self.assets.get(path)
        return asset.path if asset else path

    def put_into(self, document: str) -> str:
        """Inline into a document the rules that it and its scripts use.

        Raises:
            PluginError: the document has no placeholder for styles, or they hold a closing tag.
        """
        base = _BASE.search(document)
        if not base or PLACE not in document:
            raise PluginError(
                f"overrides/partials/head.html: {PLACE} or data-base on <html> is missing – "
                "put it back, or every page goes out without styles"
            )
        words = names_in(document)
        for script, named in self._named_by_script.items():
            asked = script not in TRIGGERS or TRIGGERS[script] in document
            if asked and script not in STYLED_BY_FILE:
                words |= named
        css = self._sheet.used(words, characters_of(document))
        up = base[1].rstrip("/")
        css = _FILES.sub(lambda file: f'url("{up}/{self.published(f"assets/{file[1]}")}")', css)
        if notes := _NOTES.search(document):
            # Here and not in a `style` attribute, which a strict policy forbids.
            css += f"[data-notes]{{--notes:{notes[1]}}}"
        if "</" in css:
            raise PluginError("overrides/styles: “</” would end the styles – write it as “<\\/”")
        document = document.replace(PLACE, f"<style>{css}</style>", 1)
        # Collapse the blank lines that templates leave, but not those of preformatted text.
        head, begin, rest = document.partition("<pre")
        return _BLANK_LINES.sub("\n", head) + begin + rest


def _minified(path: Path) -> str:
    return f"{rjsmin.jsmin(path.read_text(encoding='utf-8'))}\n"
