"""What to write where no typeface for print has a letter: the same in signs that they have.

Word processors put hyphens and spaces of their own, and Unicode has letters that are others in
another form: raised and lowered figures, ℃, №, 𝐛.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Collection, Sequence

from scripts.language.glyphs import REMEDY

# Signs of word processors for which the keyboard has one: hyphens, dashes and spaces.
_PLAIN = {
    "\u2010\u2011\u2043": "a hyphen of the keyboard, -",
    "\u2012\u2015": "a dash, –",
    "".join(map(chr, (*range(0x2000, 0x200B), 0x202F, 0x205F, 0x3000))): "a space of the keyboard",
}
# As Unicode marks what a letter is another form of, and the tag for that form.
_FORMS = {"<super>": "sup", "<sub>": "sub"}


def glyph_mend(missing: Sequence[str], held: Collection[str], *, is_markdown: bool) -> str:
    """How to write letters that a typeface lacks.

    Args:
        missing: The letters, the first of them as many as a report names.
        held: The letters that the typeface has.
        is_markdown: The text is that of a page, where tags raise and lower.
    """
    ways = {each: _instead(each, held, is_markdown=is_markdown) for each in missing}
    known = list(dict.fromkeys(way for way in ways.values() if way))
    if not known:
        return REMEDY
    told = f"write {known[0]}"
    if len(known) > 1 or len(known) < len(set(ways.values())):
        named = ", ".join(f'{way} for "{each}"' for each, way in ways.items() if way)
        told = f"write {named}"
    if not all(ways.values()):
        told += "; the others in Latin, Greek or Cyrillic letters, or leave them out"
    return told


def _instead(letter: str, held: Collection[str], *, is_markdown: bool) -> str:
    if plain := next((new for old, new in _PLAIN.items() if letter in old), ""):
        return plain
    same = unicodedata.normalize("NFKC", letter).replace("\u2044", "/")
    if same == letter or not all(sign in held for sign in same):
        return ""
    form = _FORMS.get(unicodedata.decomposition(letter).split(" ")[0])
    if form is None:
        return f'"{same}"'
    return f"<{form}>{same}</{form}>" if is_markdown else "in words what is raised or lowered"
