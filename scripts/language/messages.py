"""The words of the interface, from data/interface.yml, in one language."""

from __future__ import annotations

from dataclasses import dataclass

from scripts.common.data_file import load_data
from scripts.common.paths import Project
from scripts.common.problems import Problem
from scripts.language.locales import Locale


@dataclass(frozen=True)
class Messages:
    """Looks words up by key: `words("search.open")`.

    Templates give what belongs into them too, and call no method of a text themselves:
    `{{ t("footer.publisher", name=publisher) }}`.
    """

    entries: dict[str, dict[str, str]]
    code: str

    def __call__(self, key: str, /, **values: object) -> str:
        """The words in this language, filled in; an unknown key or name is a fault of ours."""
        words = self.entries[key][self.code]
        return words.format_map(values) if values else words

    def starting(self, prefix: str) -> dict[str, str]:
        """All words whose key begins with `prefix`, for the scripts of a page."""
        return {
            key.removeprefix(prefix): entry[self.code]
            for key, entry in self.entries.items()
            if key.startswith(prefix)
        }


def load_entries(project: Project) -> tuple[dict[str, dict[str, str]], list[Problem]]:
    """All interface words by key, and what is wrong with the file."""
    parsed, unreadable, faulty = load_data(project, "interface")
    return ({}, unreadable) if unreadable else (parsed.data, faulty)


def messages_for(entries: dict[str, dict[str, str]], locale: Locale) -> Messages:
    """The words of one language."""
    return Messages(entries, locale.code)
