"""What a sign is called, where it looks like another one or like nothing."""

from __future__ import annotations

import unicodedata


def sign_name(sign: str) -> str:
    """A sign as people find it: `no-break space, U+00A0`."""
    code = f"U+{ord(sign):04X}"
    name = unicodedata.name(sign, "").lower()
    return f"{name}, {code}" if name else code
