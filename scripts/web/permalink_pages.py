"""The pages at permanent addresses (`/id/…/`), which redirect or say that the thing is gone.

They contain no edition number, date or host, so that an id whose target is unchanged gives the
same bytes in each edition. Script and styles are separate files, which the strictest
Content-Security-Policy allows.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

import rjsmin
from jinja2 import Environment, FileSystemLoader

from scripts.common.paths import Project
from scripts.content.permanent_ids import FOLDER
from scripts.language.locales import LOCALES
from scripts.language.messages import Messages
from scripts.web.content_security import with_policy
from scripts.web.critical_css import StyleSheet
from scripts.web.tokens import read_tokens

# Relative path from a permanent address to the root of the site.
UP = "../../"
# Name of script and styles, without a hash: each change of it would rewrite all pages.
_PARTS = "permalink"


@dataclass(frozen=True)
class Lead:
    """The target of an id in one language.

    Attributes:
        lang: The language tag.
        title: The name of the thing, or what became of it.
        link: Its URL, "" if it is gone.
        text: Why it is gone.
        edition: The last edition that had it.
        before: Its URL in that edition, "" if that edition is not online any more.
        home: The URL of the front page.
    """

    lang: str
    title: str
    link: str = ""
    text: str = ""
    edition: str = ""
    before: str = ""
    home: str = ""


class PermalinkPages:
    """Renders the files of permanent addresses; `words` are messages by language tag ("nb")."""

    def __init__(self, project: Project, words: dict[str, Messages]) -> None:
        self._folder = project.root / "overrides" / "branch-root"
        self._words = words
        environment = Environment(
            loader=FileSystemLoader(self._folder), autoescape=True,
            trim_blocks=True, lstrip_blocks=True, keep_trailing_newline=True,
        )  # fmt: skip
        self._template = environment.get_template(f"{_PARTS}.html")
        tokens = StyleSheet(read_tokens(project).for_browsers).used(set(), set())
        self._styles = f"{tokens}\n{self._read('css')}"

    def file(self, id_: str, leads: Iterable[Lead]) -> tuple[str, str]:
        """The path of an id from the root of the site, and its page, Norwegian first."""
        by_language = {lead.lang: lead for lead in leads}
        rendered = [
            {**vars(by_language[locale.lang]), "t": self._words[locale.lang]}
            for locale in LOCALES
            if locale.lang in by_language
        ]
        return f"{FOLDER}/{id_}/index.html", with_policy(self._template.render(leads=rendered))

    def shared(self) -> dict[str, str]:
        """The files that all of these pages use, by path."""
        script = f"{rjsmin.jsmin(self._read('js'))}\n"
        return {f"{FOLDER}/{_PARTS}.css": self._styles, f"{FOLDER}/{_PARTS}.js": script}

    def _read(self, ending: str) -> str:
        return (self._folder / f"{_PARTS}.{ending}").read_text(encoding="utf-8")
