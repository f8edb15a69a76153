"""Names for characters that are invisible, or look like others."""

from __future__ import annotations

import unicodedata


def character_name(character: str) -> str:
    """The Unicode name and code point of a character: `no-break space, U+00A0`."""
    code = f"U+{ord(character):04X}"
    name = unicodedata.name(character, "").lower()
    return f"{name}, {code}" if name else code
