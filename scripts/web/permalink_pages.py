"""What stands at permanent addresses (`/id/…/`): small pages that lead on, or say what is gone.

They name no edition, no day and no host, so that an id that leads where it did gives the same
bytes in each edition. Script and styles are files of their own, which the strictest policy allows.
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

# From an address to the root of the site.
UP = "../../"
# Without a hash in the names of script and styles: all pages would be written anew with each.
_PARTS = "permalink"


@dataclass(frozen=True)
class Lead:
    """What an id says in one language.

    Attributes:
        lang: The language.
        title: What the thing is called, or what became of it.
        link: Where it stands, "" where it is gone.
        text: Why it is gone.
        edition: The edition that had it.
        before: Its address there, "" where that cannot be read any more.
        home: The front page.
    """

    lang: str
    title: str
    link: str = ""
    text: str = ""
    edition: str = ""
    before: str = ""
    home: str = ""


class PermalinkPages:
    """Makes the files of permanent addresses; `words` are the messages by language ("nb")."""

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
        """The path of an id below the root of the site, and its page; Norwegian comes first."""
        known = {lead.lang: lead for lead in leads}
        told = [
            {**vars(known[locale.lang]), "t": self._words[locale.lang]}
            for locale in LOCALES
            if locale.lang in known
        ]
        return f"{FOLDER}/{id_}/index.html", with_policy(self._template.render(leads=told))

    def shared(self) -> dict[str, str]:
        """The files that all of them use, by their path."""
        script = f"{rjsmin.jsmin(self._read('js'))}\n"
        return {f"{FOLDER}/{_PARTS}.css": self._styles, f"{FOLDER}/{_PARTS}.js": script}

    def _read(self, ending: str) -> str:
        return (self._folder / f"{_PARTS}.{ending}").read_text(encoding="utf-8")
