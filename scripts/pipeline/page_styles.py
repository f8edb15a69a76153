"""Puts the style sheet into a page: the parts in overrides/styles, minus what it does not use.

In the page, and not in a file beside it, because a browser shows nothing before it has the
styles: a file would cost the first page of every visit one more round trip. Measured on 60
pages (brotli, median): a page with the rules it uses is 11.1 kB, with all rules 13.4 kB; with a
file beside it 6.5 kB and 6.8 kB once. So a second page costs 4.6 kB more this way, and the
first one comes a round trip earlier; 45 of 60 pages fit the first flight of a connection (14
kB), with all rules 38. Most visits begin at a link from elsewhere, so the first page wins.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import rjsmin
from mkdocs.exceptions import PluginError

from scripts.common.paths import Project
from scripts.web.critical_css import StyleSheet, characters_of, combined, names_in, names_set_by
from scripts.web.hashed_names import Asset, hashed, read_assets
from scripts.web.script_modules import bundled_scripts
from scripts.web.tokens import read_tokens

# Where partials/head.html wants the styles.
PLACE = "<style></style>"
SCRIPTS, WHOLE = "assets/js", "assets/css/site.css"
# Pages that no build of this edition makes ask for these: those that lead on, which are written
# into editions of any age (editions/leads.py), and the 404 page of the branch's root, which
# belongs to no edition. So they keep their names, and browsers ask whether they have changed.
KEPT = (f"{SCRIPTS}/moved.js", f"{SCRIPTS}/not-found.js")
# Scripts that a page asks for only when it holds their trigger: site.js does, or another of them.
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
# In the parts, files lie where they would beside assets/css/.
_FILES = re.compile(r'url\("\.\./([^"]+)"\)')


@dataclass
class PageStyles:
    """The style sheet and the minified scripts of one build."""

    project: Project

    @cached_property
    def scripts(self) -> dict[str, str]:
        """Each script by its path in the folder, without comments and spare white space."""
        folder = self.project.root / "docs" / SCRIPTS
        paths = sorted(folder.rglob("*.js"))
        return {path.relative_to(folder).as_posix(): _minified(path) for path in paths}

    @cached_property
    def _sheet(self) -> StyleSheet:
        tokens = read_tokens(self.project)
        return StyleSheet(f"{tokens.for_browsers}\n{combined(self.project.styles)}")

    @cached_property
    def _named_by_script(self) -> dict[str, set[str]]:
        return {name: names_set_by(text) for name, text in self.scripts.items()}

    @property
    def whole(self) -> str:
        """Every rule, for a file in assets/css: site.js asks for it where a policy wants that."""
        return self._sheet.whole

    @cached_property
    def assets(self) -> dict[str, Asset]:
        """Scripts, styles and fonts as they are published, by their path in docs/.

        Scripts go out whole, without comments and spare white space, which readers would pay for.

        Raises:
            PluginError: a script asks for one that is not there, or two ask for each other.
        """
        try:
            scripts = bundled_scripts(self.scripts)
            files = {f"{SCRIPTS}/{name}": text.encode() for name, text in scripts.items()}
            files |= dict(read_assets(self.project.root / "docs"))
            return hashed({**files, WHOLE: self.whole.encode()}, KEPT)
        except ValueError as fault:
            raise PluginError(f"docs/assets: {fault}") from None

    def published(self, path: str) -> str:
        """Where a file of docs/ is published, below the edition; pictures keep their names."""
        found = self.assets.get(path)
        return found.path if found else path

    def put_into(self, document: str) -> str:
        """A whole document with the rules that it and its scripts use.

        Raises:
            PluginError: when the document has no place for styles, or they would end early.
        """
        base = _BASE.search(document)
        if not base or PLACE not in document:
            raise PluginError(
                f"overrides/partials/head.html: {PLACE} or data-base on <html> is missing – "
                "put it back, or every page goes out without styles"
            )
        words = names_in(document)
        for script, named in self._named_by_script.items():
            if script not in TRIGGERS or TRIGGERS[script] in document:
                words |= named
        css = self._sheet.used(words, characters_of(document))
        up = base[1].rstrip("/")
        css = _FILES.sub(lambda file: f'url("{up}/{self.published(f"assets/{file[1]}")}")', css)
        if notes := _NOTES.search(document):
            # Set here and not as an attribute `style`, which no strict policy allows.
            css += f"[data-notes]{{--notes:{notes[1]}}}"
        if "</" in css:
            raise PluginError("overrides/styles: “</” would end the styles – write it as “<\\/”")
        head, end, body = document.replace(PLACE, f"<style>{css}</style>", 1).partition("</head>")
        # What templates leave between the elements of a head means nothing.
        return re.sub(r"\n\s*\n", "\n", head) + end + body


def _minified(path: Path) -> str:
    return f"{rjsmin.jsmin(path.read_text(encoding='utf-8'))}\n"
