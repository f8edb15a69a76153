"""The messages that scripts of every page show, as a script: site.js is published with it.

Not in the pages: they would carry the same words again and again, and the script is kept.
"""

from __future__ import annotations

import json
from typing import Any

from scripts.common.paths import Project
from scripts.language.locales import LOCALES
from scripts.language.messages import Messages, load_entries, messages_for

NAME = "texts.js"
_KINDS = ("", "phase", "tool", "municipality", "publication")


def words_script(project: Project) -> str:
    """A module that exports the messages by language; without any where the file is unreadable."""
    entries, _ = load_entries(project)
    texts = {
        locale.lang: script_words(messages_for(entries, locale)) for locale in LOCALES if entries
    }
    return f"export const texts={json.dumps(texts, ensure_ascii=False, separators=(',', ':'))};\n"


def script_words(words: Messages) -> dict[str, Any]:
    """The messages of one language, and those of the search dialog."""
    return words.starting("script.") | {"search": _search(words)}


def _search(words: Messages) -> dict[str, Any]:
    return {
        "label": words("search.label"),
        "close": words("search.close"),
        "hint": words("search.hint"),
        "show": words("search.kinds"),
        "kinds": [(kind, words(f"search.kind.{kind or 'all'}")) for kind in _KINDS],
        "again": words("search.again"),
        "mended": words("search.mended"),
        "empty": words("search.empty"),
        "results": words("search.results"),
        "more": words("script.more"),
    }
