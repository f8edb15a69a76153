"""The messages of the interface in one language, from data/interface.yml."""

from __future__ import annotations

from dataclasses import dataclass

from scripts.common.data_file import load_data
from scripts.common.paths import Project
from scripts.common.problems import Problem
from scripts.language.locales import Locale


@dataclass(frozen=True)
class Messages:
    """Looks messages up by key: `messages("search.open")`.

    Templates hand over the values of placeholders, and call no string methods themselves:
    `{{ t("footer.publisher", name=publisher) }}`.
    """

    entries: dict[str, dict[str, str]]
    code: str

    def __call__(self, key: str, /, **values: object) -> str:
        """The message for a key, with its placeholders filled in.

        An unknown key or placeholder is a bug, and raises KeyError.
        """
        message = self.entries[key][self.code]
        return message.format_map(values) if values else message

    def starting(self, prefix: str) -> dict[str, str]:
        """All messages whose key begins with `prefix`, without it, for the scripts of a page."""
        return {
            key.removeprefix(prefix): entry[self.code]
            for key, entry in self.entries.items()
            if key.startswith(prefix)
        }


def load_entries(project: Project) -> tuple[dict[str, dict[str, str]], list[Problem]]:
    """All messages by key, and the problems of the file."""
    parsed, unreadable, violations = load_data(project, "interface")
    return ({}, unreadable) if unreadable else (parsed.data, violations)


def messages_for(entries: dict[str, dict[str, str]], locale: Locale) -> Messages:
    """The messages of one language."""
    return Messages(entries, locale.code)
