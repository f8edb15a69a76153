"""What the hooks of one build share: the checked content and the edition.

MkDocs loads each hook as a module of its own and static-i18n builds once a
language, so what is read once must lie outside both.
"""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

from scripts.git import days_of_change
from scripts.knowledge.bibliography import Bibliography
from scripts.knowledge.cache import Cache
from scripts.knowledge.check import Content, checked_content
from scripts.knowledge.interface import Words, words_for
from scripts.knowledge.locales import BY_CODE, Locale
from scripts.knowledge.project import Project


@dataclass
class State:
    """The content of the build under way; `begin` replaces it."""

    _content: Content | None = None
    site_url: str = ""
    edition: str | None = None
    prints: bool = False  # whether this build makes the files to print

    def begin(self, root: Path, site_url: str) -> None:
        """Read and check everything anew; raises `ProblemsFound`."""
        self._content = checked_content(Project(root))
        self.site_url = site_url.rstrip("/") + "/"
        # mike tells the build its edition in this variable.
        self.edition = os.environ.get("MIKE_DOCS_VERSION") or None
        self.days_of_change = days_of_change(root, "docs")
        self._cache = Cache(root / ".cache" / "references.json")
        self._bibliographies = {
            code: Bibliography(Project(root).data / "csl" / "apa.csl", locale, self._cache)
            for code, locale in BY_CODE.items()
        }

    def end(self) -> None:
        """Keep what the next build can use."""
        self._cache.save()

    @property
    def content(self) -> Content:
        """The content; a hook that asks before `begin` is a fault of ours."""
        if self._content is None:
            raise RuntimeError("the content hook has not run: is it the first in mkdocs.yml?")
        return self._content

    def words(self, locale: Locale) -> Words:
        """The words of the interface in one language."""
        return words_for(self.content.interface, locale)

    def bibliography(self, locale: Locale) -> Bibliography:
        """The references in one language."""
        return self._bibliographies[locale.code]


state = State()
