"""Reads the language of a pasted reference, by its code or its name."""

from __future__ import annotations

import re

_LANGUAGES = {
    "nb": "nb", "no": "nb", "nor": "nb", "nob": "nb", "norsk": "nb", "norwegian": "nb",
    "bokmål": "nb", "nn": "nn", "nno": "nn", "nynorsk": "nn", "en": "en", "eng": "en",
    "english": "en", "british": "en", "american": "en", "sv": "sv", "swe": "sv", "swedish": "sv",
    "svensk": "sv", "da": "da", "dan": "da", "danish": "da", "dansk": "da", "de": "de", "ger": "de",
    "engelsk": "en", "deu": "de", "german": "de", "ngerman": "de", "tysk": "de", "fi": "fi",
    "fin": "fi", "finnish": "fi",
}  # fmt: skip


def read_language(said: str) -> str:
    """The language that a value names, "" where it names several or none that is known."""
    words = (re.split("[-_]", word)[0] for word in re.findall(r"[\w-]+", said.lower()))
    named = {_LANGUAGES[word] for word in words if word in _LANGUAGES}
    # "Norwegian (Nynorsk)" is one language.
    named -= {"nb"} if "nn" in named and "nynorsk" in said.lower() else set()
    return named.pop() if len(named) == 1 else ""
